import type { Pulse } from '@lyhord/contract';
import { ChartFrame } from '../../charts/chart-frame.tsx';
import { TrendChart } from '../../charts/trend-chart.tsx';
import { Empty } from '../../ui/empty.tsx';
import { useFormats } from '../../ui/format.ts';
import { useWords } from '../../words/index.ts';
import { movementOf } from './movement.ts';

export function Trend({ pulse }: { pulse: Pulse }) {
  const { terms, understand, ui } = useWords();
  const format = useFormats();
  const { metric, trend, step } = pulse;
  const words = understand.pulse;
  const name = terms.metrics[metric];
  const title = {
    rose: words.trendRose(name),
    fell: words.trendFell(name),
    flat: words.trendFlat(name),
    short: words.trendShort(name),
  }[movementOf(trend)];
  const rows = trend.map(({ day, value, low, high, n }) => [day, value, low, high, n] as const);
  const shownScore = (value: number | null) => (value === null ? '' : format.score(value, metric));
  return (
    <ChartFrame
      title={title}
      hint={words.trendHint(words.steps[step])}
      file={`${metric}-${words.steps[step]}`}
      table={{
        head: [ui.day, name, ui.low, ui.high, ui.count],
        rows,
        shown: trend.map(({ day, value, low, high, n }) => [
          format.fullDay(day),
          shownScore(value),
          shownScore(low),
          shownScore(high),
          format.count(n),
        ]),
      }}
    >
      {trend.filter(({ value }) => value !== null).length < 2 ? (
        <Empty small title={words.trendNothing(words.steps[step])} />
      ) : (
        <TrendChart
          trend={trend}
          step={step}
          marks={pulse.marks}
          target={pulse.target}
          metric={metric}
          label={title}
        />
      )}
    </ChartFrame>
  );
}
