import type { Answer, AnswerRow } from '@lyhord/contract';
import { useElementSize } from '@mantine/hooks';
import { type Palette, usePalette } from '../../charts/palette.ts';
import { useFormats } from '../../ui/format.ts';
import { useWords } from '../../words/index.ts';
import type { AnswerWords } from './answer-words.ts';
import styles from './explore-screen.module.css';

const mostBars = 24;
const mostLines = 6;
const timed = new Set(['day', 'week', 'month']);
const line = 26;

/** An answer as one picture: lines over time, else a bar for each group; intervals drawn in both. */
export function AnswerChart({ answer, say }: { answer: Answer; say: AnswerWords }) {
  const { ref, width } = useElementSize();
  const { terms, explore: words } = useWords();
  const format = useFormats();
  const palette = usePalette();
  const time = Object.keys(answer.rows[0]?.keys ?? {}).find((key) => timed.has(key));
  const props = { answer, say, palette, width: Math.max(280, width), label: terms.metrics[answer.metric] };
  const bars = answer.rows.filter(known).length;
  return (
    <div ref={ref}>
      {time ? <Lines {...props} time={time} /> : <Bars {...props} />}
      {time === undefined && bars > mostBars ? (
        <p className={styles.note}>{words.drawn(format.count(mostBars), format.count(bars))}</p>
      ) : null}
    </div>
  );
}

interface PartProps {
  answer: Answer;
  say: AnswerWords;
  palette: Palette;
  width: number;
  label: string;
}
const font = { fontFamily: 'Inter Variable, Inter, sans-serif', fontSize: 12 };
const known = (row: AnswerRow) => row.value !== null;

function Bars({ answer, say, palette, width, label }: PartProps) {
  const rows = answer.rows.filter(known).slice(0, mostBars);
  const names = Math.min(220, width * 0.38);
  const reach = [
    0,
    ...rows.flatMap(({ value, low, high }) => [value ?? 0, low ?? value ?? 0, high ?? value ?? 0]),
  ];
  const [from, to] = [Math.min(...reach), Math.max(...reach)];
  const at = (value: number) => names + 8 + ((width - names - 84) * (value - from)) / (to - from || 1);
  return (
    <svg width={width} height={rows.length * line + 8} role="img" aria-label={label} style={font}>
      {rows.map((row, index) => {
        const y = index * line + 4;
        const value = row.value ?? 0;
        return (
          <g key={JSON.stringify(row.keys)}>
            <text x={names} y={y + 16} textAnchor="end" fill={palette.ink}>
              {shortened(say.group(row), names / 6.6)}
            </text>
            <rect
              x={Math.min(at(0), at(value))}
              y={y + 4}
              width={Math.abs(at(value) - at(0))}
              height={14}
              fill={palette['teal-line']}
              opacity={0.75}
              rx={2}
            />
            {row.low !== null && row.high !== null ? (
              <line
                x1={at(row.low)}
                x2={at(row.high)}
                y1={y + 11}
                y2={y + 11}
                stroke={palette.ink}
                strokeWidth={1.5}
              />
            ) : null}
            <text x={Math.max(at(value), at(row.high ?? value)) + 6} y={y + 16} fill={palette['ink-2']}>
              {say.value(row.value, row)}
            </text>
          </g>
        );
      })}
    </svg>
  );
}

function Lines({ answer, say, palette, width, label, time }: PartProps & { time: string }) {
  const rest = Object.keys(answer.rows[0]?.keys ?? {}).filter((key) => key !== time);
  const groups = new Map<string, AnswerRow[]>();
  for (const row of answer.rows) {
    const key = JSON.stringify(rest.map((one) => row.keys[one]));
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  const size = (rows: readonly AnswerRow[]) => rows.reduce((sum, { n }) => sum + n, 0);
  const shown = [...groups.values()].sort((a, b) => size(b) - size(a)).slice(0, mostLines);
  const points = shown.flat().filter(known);
  const steps = [...new Set(answer.rows.map((row) => String(row.keys[time])))].sort();
  const single = shown.length === 1;
  const reach = points.flatMap(({ value, low, high }) =>
    single ? [value!, low ?? value!, high ?? value!] : [value!],
  );
  const [from, to] = [Math.min(...reach), Math.max(...reach)];
  const right = single ? 24 : Math.min(150, width * 0.3);
  const [top, bottom, left, height] = [12, 236, 64, 264];
  const x = (step: string) =>
    left + ((width - left - right) * steps.indexOf(step)) / Math.max(1, steps.length - 1);
  const y = (value: number) => bottom - ((bottom - top) * (value - from)) / (to - from || 1);
  const colours = [
    palette.ink,
    palette['teal-line'],
    palette['rust-line'],
    palette.accent,
    palette['sand-line'],
    palette['ink-3'],
  ];
  const marks = [from, (from + to) / 2, to];
  const some = points[0];
  if (!some) return null;
  return (
    <svg width={width} height={height} role="img" aria-label={label} style={font}>
      {marks.map((mark) => (
        <g key={mark}>
          <line x1={left} x2={width - right} y1={y(mark)} y2={y(mark)} stroke={palette.hairline} />
          <text x={left - 8} y={y(mark) + 4} textAnchor="end" fill={palette['ink-3']}>
            {say.value(mark, some)}
          </text>
        </g>
      ))}
      {ends(steps).map((step, index) => (
        <text
          key={step}
          x={x(step)}
          y={height - 6}
          textAnchor={index === 0 ? 'start' : 'end'}
          fill={palette['ink-3']}
        >
          {say.group({ ...some, keys: { [time]: step } })}
        </text>
      ))}
      {shown.map((rows, index) => {
        const known_ = rows
          .filter(known)
          .sort((a, b) => String(a.keys[time]).localeCompare(String(b.keys[time])));
        const path = known_
          .map((row, i) => `${i === 0 ? 'M' : 'L'}${x(String(row.keys[time]))} ${y(row.value!)}`)
          .join('');
        const last = known_.at(-1);
        return (
          <g key={path}>
            {single ? (
              <path d={bandOf(known_, (row) => x(String(row.keys[time])), y)} fill={palette.band} />
            ) : null}
            <path d={path} fill="none" stroke={colours[index]} strokeWidth={2} />
            {last && !single ? (
              <text x={x(String(last.keys[time])) + 6} y={y(last.value!) + 4} fill={colours[index]}>
                {shortened(say.group(last, rest), right / 7)}
              </text>
            ) : null}
          </g>
        );
      })}
    </svg>
  );
}

const ends = (steps: readonly string[]): string[] => [...new Set([steps[0]!, steps.at(-1)!])];

function bandOf(
  rows: readonly AnswerRow[],
  x: (row: AnswerRow) => number,
  y: (value: number) => number,
): string {
  const sure = rows.filter(({ low, high }) => low !== null && high !== null);
  if (sure.length < 2) return '';
  const up = sure.map((row) => `${x(row)} ${y(row.high!)}`);
  const down = sure.map((row) => `${x(row)} ${y(row.low!)}`).reverse();
  return `M${[...up, ...down].join('L')}Z`;
}

const shortened = (text: string, most: number) =>
  text.length > most ? `${text.slice(0, Math.max(3, most - 1))}…` : text;
