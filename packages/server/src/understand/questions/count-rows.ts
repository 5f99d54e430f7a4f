import type { Counts } from '../metrics/score.ts';

/** The six counts as the warehouse gives them; 64-bit integers come as text. */
export interface CountRow {
  readonly n: string | number;
  readonly promoters: string | number;
  readonly passives: string | number;
  readonly detractors: string | number;
  readonly total: string | number;
  readonly total_squares: string | number;
}

export const countsOf = (row: CountRow): Counts => ({
  n: Number(row.n),
  promoters: Number(row.promoters),
  passives: Number(row.passives),
  detractors: Number(row.detractors),
  total: Number(row.total),
  totalSquares: Number(row.total_squares),
});

export interface CountedGroup {
  readonly keys: Record<string, string | number>;
  readonly counts: Counts;
  /** How much larger weighting makes the variance; 1 without weights. */
  readonly designEffect?: number;
  /** Different employees behind the rows of a group of them; all rows where they belong to no group. */
  readonly people?: number;
}
