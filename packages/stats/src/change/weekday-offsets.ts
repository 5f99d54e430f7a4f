import type { MeanSummary } from '../intervals/mean-interval.ts';

/**
 * How far each weekday usually lies from a place's own mean, pooled over places and shrunk as far as chance could
 * explain it. Give the result as `offset` when recording days for the change detector.
 *
 * @param places per place seven summaries (n, sum, sum of squares), first to last weekday in the caller's order
 * @returns seven offsets in the mean's unit; all 0 when nothing is known
 * @throws RangeError when a place does not have seven summaries
 *
 * Source: James & Stein (1961) shrinkage, positive part.
 * @example weekdayOffsets([[{ n: 400, sum: 0, sumOfSquares: 400 }, ...Array(6).fill({ n: 400, sum: 280, sumOfSquares: 400 })]]).map((x) => Math.sign(x)) // [-1, 1, 1, 1, 1, 1, 1]
 */
export function weekdayOffsets(places: readonly (readonly MeanSummary[])[]): number[] {
  const n = new Array<number>(7).fill(0);
  const gap = new Array<number>(7).fill(0);
  let within = 0;
  let total = 0;
  for (const days of places) {
    if (days.length !== 7) throw new RangeError(`a place has ${days.length} weekdays, not 7`);
    const answers = days.reduce((sum, day) => sum + day.n, 0);
    if (answers === 0) continue;
    const mean = days.reduce((sum, day) => sum + day.sum, 0) / answers;
    days.forEach((day, weekday) => {
      n[weekday]! += day.n;
      gap[weekday]! += day.sum - day.n * mean;
      if (day.n > 0) within += Math.max(0, day.sumOfSquares - day.sum ** 2 / day.n);
    });
    total += answers;
  }
  if (total < 14) return n.map(() => 0);
  const variance = within / total;
  const raw = gap.map((sum, weekday) => (n[weekday]! > 0 ? sum / n[weekday]! : 0));
  const signal = raw.reduce((sum, each, weekday) => sum + n[weekday]! * each * each, 0);
  const kept = signal > 0 ? Math.max(0, 1 - (4 * variance) / signal) : 0;
  return raw.map((each) => each * kept);
}
