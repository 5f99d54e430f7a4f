// Answers per place and answer class, as shrinkage and the league table want them.
import type { CommonMetric, Period } from '@lyhord/contract';
import { signalScope, type Viewer } from '../../access/index.ts';
import { sql } from '../../platform/stores/sql.ts';
import type { Warehouse } from '../../platform/stores/warehouse.ts';
import { type Counts, noCounts } from '../metrics/score.ts';
import { type CountRow, countsOf } from '../questions/count-rows.ts';
import { andAt, type PlacesAsked } from './places-asked.ts';

export interface PlaceCounts {
  readonly counts: Counts;
  /** Answers per class, in the order of `values`. */
  readonly classes: readonly number[];
}
export interface CountsByPlace {
  /** What an answer of each class is worth. */
  readonly values: readonly number[];
  readonly places: ReadonlyMap<string, PlaceCounts>;
}

const npsValues = [-100, 0, 100];
const stepValues = [1, 2, 3, 4, 5];

/** NPS comes from the rollup; CSAT and stars need the answers themselves, since their classes are the answers. */
export async function countsByPlace(
  warehouse: Warehouse,
  viewer: Viewer,
  metric: CommonMetric,
  period: Period,
  places: PlacesAsked | null,
): Promise<CountsByPlace> {
  const rows = sql`${signalScope(viewer)} and question = ${metric}
    and local_day between ${period.from} and ${period.to}
    ${andAt(places)}`;
  if (metric === 'nps') {
    const found = await warehouse.query<CountRow & { place_id: string }>(sql`select place_id, sum(n) as n,
        sum(promoters) as promoters, sum(passives) as passives, sum(detractors) as detractors, sum(total) as total,
        sum(total_squares) as total_squares
      from daily_scores final where ${rows} group by place_id`);
    const entry = (row: CountRow): PlaceCounts => {
      const counts = countsOf(row);
      return { counts, classes: [counts.detractors, counts.passives, counts.promoters] };
    };
    return { values: npsValues, places: new Map(found.map((row) => [row.place_id, entry(row)])) };
  }
  const found = await warehouse.query<{ place_id: string; answer: number; n: string }>(sql`
    select place_id, toUInt8(round(value)) as answer, count() as n from answers where ${rows}
    group by place_id, answer`);
  return { values: stepValues, places: byAnswer(found) };
}

function byAnswer(
  rows: readonly { place_id: string; answer: number; n: string }[],
): Map<string, PlaceCounts> {
  const classes = new Map<string, number[]>();
  for (const row of rows) {
    const own = classes.get(row.place_id) ?? stepValues.map(() => 0);
    classes.set(row.place_id, own);
    if (row.answer >= 1 && row.answer <= 5) own[row.answer - 1]! += Number(row.n);
  }
  return new Map([...classes].map(([place, own]) => [place, { classes: own, counts: countsOfClasses(own) }]));
}

const countsOfClasses = (classes: readonly number[]): Counts =>
  classes.reduce<Counts>((sum, n, index) => {
    const value = stepValues[index]!;
    return {
      n: sum.n + n,
      promoters: sum.promoters + (value >= 4 ? n : 0),
      passives: sum.passives + (value === 3 ? n : 0),
      detractors: sum.detractors + (value <= 2 ? n : 0),
      total: sum.total + n * value,
      totalSquares: sum.totalSquares + n * value * value,
    };
  }, noCounts);
