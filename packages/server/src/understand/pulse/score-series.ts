// One statement for everything that Pulse says of the score: its course by day, and its parts by touchpoint and channel.
import type { Period } from '@lyhord/contract';
import { signalScope, type Viewer } from '../../access/index.ts';
import { sql } from '../../platform/stores/sql.ts';
import type { Warehouse } from '../../platform/stores/warehouse.ts';
import { addCounts, type Counts } from '../metrics/score.ts';
import { periodLength, type Step, stepStart, stepsOf } from '../questions/calendar.ts';
import { type CountRow, countsOf } from '../questions/count-rows.ts';

export interface ScoreSeries {
  readonly days: ReadonlyMap<string, Counts>;
  readonly touchpoints: ReadonlyMap<string, Counts>;
  readonly channels: ReadonlyMap<string, Counts>;
}
interface Row extends CountRow {
  day: string;
  touchpoint: string;
  channel: string;
  level: number;
}
/** What `grouping` gives where only that key is part of the group. */
const levels = { day: 3, touchpoint: 5, channel: 6 } as const;

/** Days of `whole`; touchpoints and channels of `period`, which lies in it. */
export async function scoreSeries(
  warehouse: Warehouse,
  viewer: Viewer,
  question: string,
  whole: Period,
  period: Period,
  places: readonly string[] | null,
): Promise<ScoreSeries> {
  const inPeriod = sql`if(local_day between ${period.from} and ${period.to}, 1, 0)`;
  const rows = await warehouse.query<Row & { counts: number }>(sql`
    select toString(local_day) as day, touchpoint, channel, within as counts,
      grouping(day, touchpoint, channel) as level, sum(n) as n, sum(promoters) as promoters,
      sum(passives) as passives, sum(detractors) as detractors, sum(total) as total,
      sum(total_squares) as total_squares
    from (select *, ${inPeriod} as within from daily_scores final
      where ${signalScope(viewer)} and question = ${question} and local_day between ${whole.from} and ${whole.to}
        ${sql.if(places, () => sql`and place_id in ${sql.list(places ?? [], 'String')}`)})
    group by grouping sets ((within, day), (within, touchpoint), (within, channel)) having n > 0`);
  const at = (level: number, key: 'day' | 'touchpoint' | 'channel') =>
    new Map(
      rows
        .filter((row) => Number(row.level) === level && (key === 'day' || Number(row.counts) === 1))
        .map((row) => [row[key], countsOf(row)]),
    );
  return {
    days: at(levels.day, 'day'),
    touchpoints: at(levels.touchpoint, 'touchpoint'),
    channels: at(levels.channel, 'channel'),
  };
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
