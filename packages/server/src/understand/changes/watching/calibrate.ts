// How much each family's numbers move when nothing changes: weekly shocks, slow wandering, and the rhythm of the week.
import { estimateDispersion, type MeanSummary, weekdayOffsets } from '@lyhord/stats';
import type { DayTallies } from './day-tallies.ts';
import { type Calibration, type FamilyKey, families, streamOf } from './families.ts';

const noWeek: MeanSummary = { n: 0, sum: 0, sumOfSquares: 0 };
/** 1970-01-01 was a Thursday. */
const mondayOffset = 3;
const weekOf = (day: number): number => Math.floor((day + mondayOffset) / 7);
export const weekdayOf = (day: number): number => (day + mondayOffset) % 7;

/** @param singleFrom first day number that stands for itself; earlier entries hold whole weeks */
export function calibrate(
  tallies: DayTallies,
  family: FamilyKey,
  isLeaf: (placeId: string) => boolean,
  singleFrom: number,
): Calibration {
  const values = valuesOf(family);
  const streams = [...tallies].filter(([key]) => {
    const stream = streamOf(key);
    return stream.family === family && isLeaf(stream.placeId);
  });
  const weekly = streams.map(([, days]) => weeksOf(days, values));
  const weekdays = streams.map(([, days]) => {
    const sums = Array.from({ length: 7 }, () => noWeek);
    for (const [day, tally] of days) {
      if (day >= singleFrom) sums[weekdayOf(day)] = plus(sums[weekdayOf(day)]!, summaryOf(tally, values));
    }
    return sums;
  });
  return { ...estimateDispersion(weekly), offsets: family === 'topic' ? [] : weekdayOffsets(weekdays) };
}

const valuesOf = (family: FamilyKey): readonly number[] => {
  const { kind } = families[family];
  return kind.kind === 'classes' ? kind.values : [];
};

function weeksOf(days: ReadonlyMap<number, readonly number[]>, values: readonly number[]): MeanSummary[] {
  const numbers = [...days.keys()].map(weekOf);
  if (numbers.length === 0) return [];
  const first = Math.min(...numbers);
  const weeks = Array.from({ length: Math.max(...numbers) - first + 1 }, () => noWeek);
  for (const [day, tally] of days) {
    const at = weekOf(day) - first;
    weeks[at] = plus(weeks[at]!, summaryOf(tally, values));
  }
  return weeks;
}

function summaryOf(tally: readonly number[], values: readonly number[]): MeanSummary {
  let [n, sum, sumOfSquares] = [0, 0, 0];
  tally.forEach((count, index) => {
    const value = values[index]!;
    n += count;
    sum += count * value;
    sumOfSquares += count * value * value;
  });
  return { n, sum, sumOfSquares };
}

const plus = (a: MeanSummary, b: MeanSummary): MeanSummary => ({
  n: a.n + b.n,
  sum: a.sum + b.sum,
  sumOfSquares: a.sumOfSquares + b.sumOfSquares,
});
