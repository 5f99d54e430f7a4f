// One statement for everything that Pulse says of the score: its course by day, and its parts by touchpoint and channel.
import type { Period } from '@lyhord/contract';
import { signalScope, type Viewer } from '../../access/index.ts';
import { sql } from '../../platform/stores/sql.ts';
import type { Warehouse } from '../../platform/stores/warehouse.ts';
import { addCounts, type Counts, noCounts } from '../metrics/score.ts';
import { andAt, type PlacesAsked } from '../places/places-asked.ts';
import { periodLength, type Step, stepStart, stepsOf } from '../questions/calendar.ts';
import { type CountRow, countsOf } from '../questions/count-rows.ts';

export interface ScoreSeries {
  readonly days: ReadonlyMap<string, Counts>;
  readonly touchpoints: ReadonlyMap<string, Counts>;
  readonly channels: ReadonlyMap<string, Counts>;
}
const sums = sql`sum(n) as n, sum(promoters) as promoters, sum(passives) as passives,
  sum(detractors) as detractors, sum(total) as total, sum(total_squares) as total_squares`;

/** Days of `whole`; touchpoints and channels of `period`, which lies in it. */
export async function scoreSeries(
  warehouse: Warehouse,
  viewer: Viewer,
  question: string,
  whole: Period,
  period: Period,
  places: PlacesAsked | null,
): Promise<ScoreSeries> {
  const all = viewer.placeIds === 'all' && places === null;
  const within = ({
    from,
    to,
  }: Period) => sql`${all ? sql`daily_score_sums` : sql`daily_scores`} final where ${signalScope(viewer)}
    and question = ${question} and local_day between ${from} and ${to}
    ${andAt(places)}`;
  const [days, parts] = await Promise.all([
    warehouse.query<CountRow & { day: string }>(
      sql`select toString(local_day) as day, ${sums} from ${within(whole)} group by local_day having n > 0`,
    ),
    warehouse.query<CountRow & { touchpoint: string; channel: string }>(
      sql`select touchpoint, channel, ${sums} from ${within(period)} group by touchpoint, channel having n > 0`,
    ),
  ]);
  return {
    days: new Map(days.map((row) => [row.day, countsOf(row)])),
    touchpoints: grouped(parts.map((row) => [row.touchpoint, countsOf(row)])),
    channels: grouped(parts.map((row) => [row.channel, countsOf(row)])),
  };
}

function grouped(rows: readonly [string, Counts][]): Map<string, Counts> {
  const groups = new Map<string, Counts>();
  for (const [key, counts] of rows) groups.set(key, addCounts([groups.get(key) ?? noCounts, counts]));
  return groups;
}

/** All counts of a period's days. */
export const countsWithin = (days: ReadonlyMap<string, Counts>, period: Period): Counts =>
  addCounts([...days].filter(([day]) => day >= period.from && day <= period.to).map(([, counts]) => counts));

/** The counts of a period in steps, in order; steps without answers are there with zeros. */
export function inSteps(days: ReadonlyMap<string, Counts>, period: Period, step: Step): [string, Counts][] {
  const groups = new Map<string, Counts[]>(stepsOf(period, step).map((start) => [start, []]));
  for (const [day, counts] of days) {
    if (day >= period.from && day <= period.to) groups.get(stepStart(day, step))?.push(counts);
  }
  return [...groups].map(([start, all]) => [start, addCounts(all)]);
}

/** Share of the steps with answers that must have enough of them. */
const enough = 0.7;
/** Lengths in days for which a step makes a course that can be read. */
const suits: Readonly<Record<Step, readonly [number, number]>> = {
  day: [1, 62],
  week: [14, 400],
  month: [62, Number.POSITIVE_INFINITY],
};

/** The finest step in which most points have enough answers to say something; else the widest that suits. */
export function fittingStep(days: ReadonlyMap<string, Counts>, period: Period, minimumN: number): Step {
  const length = periodLength(period);
  const steps = (['day', 'week', 'month'] as const).filter(
    (step) => length >= suits[step][0] && length <= suits[step][1],
  );
  const fits = steps.find((step) => {
    const points = inSteps(days, period, step).filter(([, counts]) => counts.n > 0);
    const full = points.filter(([, counts]) => counts.n >= minimumN);
    return points.length > 0 && full.length >= enough * points.length;
  });
  return fits ?? steps.at(-1) ?? 'month';
}
