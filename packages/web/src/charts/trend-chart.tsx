import type { Pulse } from '@lyhord/contract';
import { useElementSize } from '@mantine/hooks';
import { useMemo } from 'react';
import { useFormats } from '../ui/format.ts';
import { useWords } from '../words/index.ts';
import { Chart } from './chart.tsx';
import { usePalette } from './palette.ts';
import styles from './trend-chart.module.css';
import { isNumbered, placed } from './trend-marks.ts';
import { trendOption } from './trend-option.ts';

type TrendProps = Pick<Pulse, 'trend' | 'step' | 'marks' | 'target'> & { metric: string; label: string };

/** A metric over time with its interval as a pale band, its goal, and what was done or happened. */
export function TrendChart({ trend, step, marks, target, metric, label }: TrendProps) {
  const { ui, frame } = useWords();
  const format = useFormats();
  const palette = usePalette();
  const { ref, width } = useElementSize();
  const tell = useMemo(
    () => (index: number) => {
      const point = trend[index];
      if (!point) return { when: '', value: '', more: '' };
      const known = point.value !== null && !point.tooFew;
      return {
        when: step === 'month' ? format.month(point.day) : format.day(point.day),
        value: known ? format.score(point.value ?? 0, metric) : ui.tooFew(point.n),
        more:
          known && point.low !== null && point.high !== null
            ? `${ui.interval(ui.range(format.score(point.low, metric), format.score(point.high, metric)))}, ${ui.answers(point.n)}`
            : '',
      };
    },
    [trend, step, metric, format, ui],
  );
  const option = useMemo(
    () =>
      trendOption({
        trend,
        marks,
        target,
        palette,
        width,
        targetLabel: target === null ? '' : frame.goal(format.score(target, metric)),
        dayLabel: (day) => (step === 'month' ? format.month(day) : format.day(day)),
        valueLabel: (value) => format.score(value, metric),
        card: tell,
      }),
    [trend, marks, target, palette, width, frame, format, metric, step, tell],
  );
  const named =
    width > 0 && isNumbered(width)
      ? placed(
          marks,
          trend.map(({ day }) => day),
          width,
        )
      : [];
  return (
    <div ref={ref}>
      <Chart
        option={option}
        label={label}
        points={trend.length}
        say={(index) => {
          const { when, value, more } = tell(index);
          return [when, value, more].filter(Boolean).join(', ');
        }}
      />
      {named.length > 0 ? (
        <ol className={styles.marks}>
          {named.map(({ mark: { day, label: name, kind } }) => (
            <li key={`${day} ${name}`} data-kind={kind}>
              {name} <time dateTime={day}>{format.day(day)}</time>
            </li>
          ))}
        </ol>
      ) : null}
    </div>
  );
}
