// Which streams are worth watching: those with enough answers, and no two that hold the same answers.
import { signalScope, systemViewer } from '../../../access/index.ts';
import { sql } from '../../../platform/stores/sql.ts';
import type { Warehouse } from '../../../platform/stores/warehouse.ts';
import type { Ground } from '../../ground.ts';
import type { PlaceTree } from '../../places/place-tree.ts';
import type { TopicNames } from '../../topics/topic-names.ts';
import { calibrate } from './calibrate.ts';
import { type DayTallies, dayNumber, dayOfNumber, dayTallies } from './day-tallies.ts';
import { baselineDays, type FamilyKey, type Stream, streamOf, windowDays } from './families.ts';
import type { WatchPlan } from './watch-store.ts';

const mostTopics = 14;
const fewestAnswers = 30;
const fewestMentions = 8;

/** After so many days, or days that changed at once, the plan is made anew. */
const planDays = 7;
const bulkDays = 40;

/** True where places, topics or the usual may have become others: a week later, or after much history came in. */
export const planIsOld = (
  plan: WatchPlan,
  reading: number,
  changed: readonly string[],
  today: number,
): boolean =>
  plan.reading !== reading || today - dayNumber(plan.plannedOn) >= planDays || changed.length > bulkDays;

/** What to watch from now on, with the whole history that it is judged by. */
export async function planAnew(
  ground: Ground,
  workspaceId: string,
  reading: number,
  today: number,
): Promise<{ plan: WatchPlan; tallies: DayTallies; streams: string[] }> {
  const { warehouse } = ground.platform;
  const tree = await ground.placeTree(workspaceId);
  const { names } = await ground.readings.current(workspaceId);
  const windowFrom = dayOfNumber(today - windowDays);
  const topics = await topicsWorthWatching(warehouse, workspaceId, reading, windowFrom, names);
  const from = dayOfNumber(today - windowDays - baselineDays);
  const tallies = await dayTallies(warehouse, tree, {
    ...{ workspaceId, reading, topics },
    days: sql`local_day between ${from} and ${dayOfNumber(today + 1)}`,
    singleFrom: windowFrom,
  });
  const isLeaf = (placeId: string) => tree.isLeaf(placeId);
  const calibrated = (family: FamilyKey) => calibrate(tallies, family, isLeaf, today - windowDays);
  const plan: WatchPlan = {
    plannedOn: dayOfNumber(today),
    reading,
    topics,
    calibrations: {
      nps: calibrated('nps'),
      csat: calibrated('csat'),
      stars: calibrated('stars'),
      topic: calibrated('topic'),
    },
  };
  return { plan, tallies, streams: streamsWorthWatching(tallies, tree, today - windowDays) };
}

/**
 * The most named topics of a period. A topic stands for those below it unless one of them makes up most of it; then
 * that one is watched in its place.
 */
export async function topicsWorthWatching(
  warehouse: Warehouse,
  workspaceId: string,
  reading: number,
  from: string,
  names: TopicNames,
): Promise<string[]> {
  const rows = await warehouse.query<{ aspect: string; n: string }>(sql`select aspect, sum(n) as n
    from daily_topic_sums final where ${signalScope(systemViewer(workspaceId))} and reading = ${reading}
      and question = '' and aspect != '' and local_day >= ${from} group by aspect order by n desc, aspect limit 200`);
  const volumes = new Map(rows.map((row) => [row.aspect, Number(row.n)]));
  const splits = (key: string) =>
    names.below(key).some((child) => child !== key && (volumes.get(child) ?? 0) > 0.5 * volumes.get(key)!);
  const chosen: string[] = [];
  for (const key of volumes.keys()) {
    const covered = chosen.some((other) => names.above(key).includes(other));
    if (chosen.length < mostTopics && !splits(key) && !covered) chosen.push(key);
  }
  return chosen;
}

/** Streams with enough answers since a day; of a place and the only place below it, the lower one. */
export function streamsWorthWatching(tallies: DayTallies, tree: PlaceTree, since: number): string[] {
  const enough = [...tallies].filter(([key, days]) => {
    const stream = streamOf(key);
    const { answers, said } = volume(stream, days, since);
    return answers >= fewestAnswers && said >= fewestMentions;
  });
  const totals = new Map(enough.map(([key, days]) => [key, volume(streamOf(key), days, since).answers]));
  const repeats = (key: string) => {
    const { family, placeId, topic } = streamOf(key);
    return tree
      .below(placeId)
      .some(
        (child) => child !== placeId && totals.get(`${family}/${child}/${topic ?? ''}`) === totals.get(key),
      );
  };
  return enough.map(([key]) => key).filter((key) => !repeats(key));
}

function volume(stream: Stream, days: ReadonlyMap<number, readonly number[]>, since: number) {
  let [answers, said] = [0, 0];
  for (const [day, tally] of days) {
    if (day < since) continue;
    const n = tally.reduce((sum, count) => sum + count, 0);
    answers += n;
    said += stream.topic === null ? n : tally[0]! + tally[2]!;
  }
  return { answers, said };
}
