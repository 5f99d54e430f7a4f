import type { SupportReport } from '@lyhord/contract';
import { useElementSize } from '@mantine/hooks';
import { ChartFrame } from '../../charts/chart-frame.tsx';
import { usePalette } from '../../charts/palette.ts';
import { useFormats } from '../../ui/format.ts';
import { useWords } from '../../words/index.ts';

const [height, top, bottom, left] = [180, 12, 152, 40];
const font = { fontFamily: 'Inter Variable, Inter, sans-serif', fontSize: 12 };

/** Contacts by week or month: a column each, from nought; the same as a table. */
export function ContactCourse({ report: { trend, step } }: { report: SupportReport }) {
  const { support: words } = useWords();
  const format = useFormats();
  const palette = usePalette();
  const { ref, width } = useElementSize();
  const dayOf = (day: string) => (step === 'month' ? format.month(day) : format.day(day));
  const most = Math.max(1, ...trend.map(({ n }) => n));
  const room = Math.max(220, width) - left;
  const each = room / Math.max(1, trend.length);
  const y = (n: number) => bottom - ((bottom - top) * n) / most;
  const ends = [...new Set([0, trend.length - 1])];
  return (
    <ChartFrame
      title={words.course}
      hint={words.courseHint(step)}
      file="lyhord-contacts"
      table={{
        head: [words.steps[step], words.contactsIn],
        rows: trend.map(({ day, n }) => [day, n]),
        shown: trend.map(({ day, n }) => [dayOf(day), format.count(n)]),
      }}
    >
      <div ref={ref}>
        <svg width={room + left} height={height} role="img" aria-label={words.course} style={font}>
          {[0, most].map((mark) => (
            <g key={mark}>
              <line x1={left} x2={left + room} y1={y(mark)} y2={y(mark)} stroke={palette.hairline} />
              <text x={left - 8} y={y(mark) + 4} textAnchor="end" fill={palette['ink-3']}>
                {format.count(mark)}
              </text>
            </g>
          ))}
          {trend.map(({ day, n }, index) => (
            <rect
              key={day}
              x={left + index * each + each * 0.15}
              y={y(n)}
              width={each * 0.7}
              height={bottom - y(n)}
              fill={palette['ink-3']}
              opacity={0.7}
              rx={2}
            >
              <title>{`${dayOf(day)}: ${format.count(n)}`}</title>
            </rect>
          ))}
          {ends.map((index) => (
            <text
              key={index}
              x={index === 0 ? left : left + room}
              y={height - 8}
              textAnchor={index === 0 ? 'start' : 'end'}
              fill={palette['ink-3']}
            >
              {trend[index] ? dayOf(trend[index].day) : ''}
            </text>
          ))}
        </svg>
      </div>
    </ChartFrame>
  );
}
