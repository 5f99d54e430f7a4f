import type { Pulse } from '@lyhord/contract';

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
