import type { Pulse } from '@lyhord/contract';
import { ChartFrame } from '../../charts/chart-frame.tsx';
import { TrendChart } from '../../charts/trend-chart.tsx';
import { Empty } from '../../ui/empty.tsx';
import { useFormats } from '../../ui/format.ts';
import { useWords } from '../../words/index.ts';

/** Whether the metric moved beyond its own uncertainty, from the first to the last third of the period. */
export function movementOf(trend: Pulse['trend']): 'rose' | 'fell' | 'flat' | 'short' {
  const known = trend.filter(({ value, tooFew }) => value !== null && !tooFew);
  if (known.length < 6) return 'short';
  const third = Math.floor(known.length / 3);
  const [first, last] = [pool(known.slice(0, third)), pool(known.slice(-third))];
  const margin = 1.96 * Math.hypot(first.error, last.error);
  if (Math.abs(last.mean - first.mean) <= margin) return 'flat';
  return last.mean > first.mean ? 'rose' : 'fell';
}

/** Mean weighted by answers and its standard error, read back from the points' own intervals. */
function pool(points: Pulse['trend']): { mean: number; error: number } {
  const n = points.reduce((sum, point) => sum + point.n, 0);
  const mean = points.reduce((sum, point) => sum + (point.value ?? 0) * point.n, 0) / n;
  const variance = points.reduce((sum, { low, high, n: own }) => {
    const error = ((high ?? 0) - (low ?? 0)) / (2 * 1.96);
    return sum + (own / n) ** 2 * error ** 2;
  }, 0);
  return { mean, error: Math.sqrt(variance) };
}

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
