// One look: take in the days that changed, ask every stream, tell what is new, remember. All or nothing.
import { type ChangeDetector, type ChangeFinding, changeDetector, type StreamState } from '@lyhord/stats';
import { systemViewer } from '../../../access/index.ts';
import type { Ledger } from '../../../platform/stores/ledger.ts';
import { sql } from '../../../platform/stores/sql.ts';
import type { Ground } from '../../ground.ts';
import { scoreDifference } from '../../metrics/score.ts';
import { addDays } from '../../questions/calendar.ts';
import { readCheckpoint } from '../../rollups/checkpoint-store.ts';
import { dirtyDays } from '../../rollups/days-behind.ts';
import { addChange, findChanges } from '../change-store.ts';
import { weekdayOf } from './calibrate.ts';
import { around, countsOf, definitionOf } from './counts-around.ts';
import { type DayTallies, dayNumber, dayOfNumber, dayTallies } from './day-tallies.ts';
import { detectorSettings, type FamilyKey, families, newsDays, streamOf, windowDays } from './families.ts';
import { planAnew, planIsOld } from './plan-watch.ts';
import { type Alarm, storiesOf, type Told } from './stories.ts';
import { tellStory } from './tell-story.ts';
import {
  forgetStates,
  type LookMark,
  lockLook,
  markLook,
  readStates,
  type WatchPlan,
  writeStates,
} from './watch-store.ts';

type States = Map<string, StreamState>;
interface Watch {
  readonly plan: WatchPlan;
  /** Every stream that is watched. */
  readonly states: States;
  /** Streams whose state is not as it was kept. */
  readonly touched: Set<string>;
}
interface Found {
  readonly alarm: Alarm;
  readonly finding: ChangeFinding;
  readonly stream: string;
}

/** Looks once; returns how many new changes were told. Does nothing while another process looks. */
export async function lookForChanges(ground: Ground, workspaceId: string): Promise<number> {
  const { ledger, clock, announcements } = ground.platform;
  const today = dayNumber(clock.now().toISOString().slice(0, 10));
  const told = await ledger.transaction(async (tx) => {
    const mark = await lockLook(tx, workspaceId, clock.now());
    const checkpoint = await readCheckpoint(ledger, workspaceId);
    if (!mark || !checkpoint) return [];
    const watch = await takeIn(ground, tx, workspaceId, mark, checkpoint.commitNo, today);
    const detectors = await detectorsOf(ground, workspaceId, watch);
    const found = await askAll(watch, detectors, today);
    const changes = await tell(ground, tx, workspaceId, found, today);
    for (const { stream, finding } of found) {
      const detector = detectors.get(streamOf(stream).family)!;
      watch.states.set(stream, detector.restart(watch.states.get(stream)!, finding, today));
      watch.touched.add(stream);
    }
    const changed = new Map([...watch.touched].map((stream) => [stream, watch.states.get(stream)!]));
    await writeStates(tx, workspaceId, changed, dayOfNumber(today));
    const look = {
      at: clock.now(),
      commitNo: checkpoint.commitNo,
      watched: watch.states.size,
      plan: watch.plan,
    };
    await markLook(tx, workspaceId, look);
    return changes;
  });
  for (const { changeId, placeId } of told) {
    announcements.announce('changes.changed', { workspaceId, changeId, placeId });
  }
  return told.length;
}

/** The states with everything that was committed since the last look. */
async function takeIn(
  ground: Ground,
  tx: Ledger,
  workspaceId: string,
  mark: LookMark,
  upTo: bigint,
  today: number,
): Promise<Watch> {
  const { warehouse } = ground.platform;
  const { reading } = await ground.readings.current(workspaceId);
  const kept = await readStates(tx, workspaceId);
  const days = await dirtyDays(warehouse, workspaceId, mark.commitNo, upTo);
  if (mark.plan === null || planIsOld(mark.plan, reading, days, today)) {
    const { plan, tallies, streams } = await planAnew(ground, workspaceId, reading, today);
    const gone = [...kept.keys()].filter((stream) => !streams.includes(stream));
    if (gone.length > 0) await forgetStates(tx, workspaceId, gone);
    return { plan, ...(await recorded(plan, kept, streams, tallies, today)) };
  }
  const tree = await ground.placeTree(workspaceId);
  const recent = days.filter((day) => dayNumber(day) > today - windowDays && dayNumber(day) <= today + 1);
  const tallies: DayTallies =
    recent.length === 0
      ? new Map()
      : await dayTallies(warehouse, tree, {
          workspaceId,
          reading,
          topics: mark.plan.topics,
          days: sql`local_day in ${sql.list(recent, 'Date')}`,
          singleFrom: dayOfNumber(today - windowDays),
        });
  const streams = [...kept.keys()];
  return { plan: mark.plan, ...(await recorded(mark.plan, kept, streams, tallies, today)) };
}

const streamsPerBreath = 25;
const breathe = () => new Promise((resume) => setImmediate(resume));

/** States with the tallies in them; what was never told of a stream may be news for `newsDays`. */
async function recorded(
  plan: WatchPlan,
  kept: ReadonlyMap<string, StreamState>,
  streams: readonly string[],
  tallies: DayTallies,
  today: number,
): Promise<{ states: States; touched: Set<string> }> {
  const states: States = new Map();
  const touched = new Set<string>();
  for (const [index, stream] of streams.entries()) {
    const { family } = streamOf(stream);
    const detector = changeDetector(detectorSettings(families[family], 1, plan.calibrations[family], 1, 1));
    const days = [...(tallies.get(stream) ?? [])].sort(([a], [b]) => a - b);
    let state = kept.get(stream) ?? detector.start(today - newsDays);
    for (const [day, tally] of days) {
      if (day > today + 1) continue;
      const offset = day > today - windowDays ? (plan.calibrations[family].offsets[weekdayOf(day)] ?? 0) : 0;
      state = detector.record(state, { day, tally, offset });
    }
    states.set(stream, state);
    if (days.length > 0) touched.add(stream);
    if (index % streamsPerBreath === 0) await breathe();
  }
  return { states, touched };
}

/** One detector per family; the budget is shared among the families that have streams. */
async function detectorsOf(
  ground: Ground,
  workspaceId: string,
  { plan, states }: Watch,
): Promise<Map<FamilyKey, ChangeDetector>> {
  const { falseCardsPerMonth } = await ground.access.settings(workspaceId);
  const sizes = new Map<FamilyKey, number>();
  for (const stream of states.keys()) {
    const { family } = streamOf(stream);
    sizes.set(family, (sizes.get(family) ?? 0) + 1);
  }
  const shares = [...sizes.keys()].reduce((sum, key) => sum + families[key].share, 0);
  return new Map(
    [...sizes].map(([key, size]) => {
      const family = families[key];
      const settings = detectorSettings(
        family,
        size,
        plan.calibrations[key],
        falseCardsPerMonth,
        family.share / shares,
      );
      return [key, changeDetector(settings)];
    }),
  );
}

async function askAll(
  { states }: Watch,
  detectors: ReadonlyMap<FamilyKey, ChangeDetector>,
  today: number,
): Promise<Found[]> {
  const found: Found[] = [];
  let asked = 0;
  for (const [stream, state] of states) {
    const { family, placeId, topic } = streamOf(stream);
    const finding = detectors.get(family)!.look(state, today);
    if (finding?.changed) {
      const { since, sinceEarliest, sinceLatest, evidence, threshold } = finding;
      const direction = finding.direction === 'fall' ? 'down' : 'up';
      const onset = { since, sinceEarliest, sinceLatest };
      const alarm = { family, placeId, topic, direction, ...onset, strength: evidence / threshold } as const;
      found.push({ stream, finding, alarm });
    }
    asked += 1;
    if (asked % streamsPerBreath === 0) await breathe();
  }
  return found;
}

const toldDays = 120;
/** Share of an upper place's change that must also be found where nothing below has an alarm. */
const ownShare = 0.4;

async function tell(
  ground: Ground,
  tx: Ledger,
  workspaceId: string,
  found: readonly Found[],
  today: number,
): Promise<{ changeId: string; placeId: string }[]> {
  if (found.length === 0) return [];
  const tree = await ground.placeTree(workspaceId);
  const { names } = await ground.readings.current(workspaceId);
  const { stories } = await storiesOf(
    found.map(({ alarm }) => alarm),
    await toldBefore(tx, workspaceId, today),
    {
      tree,
      names,
      async changedWithout(alarm, placeIds) {
        const without = new Set(placeIds.flatMap((id) => tree.below(id)));
        const places = tree.below(alarm.placeId).filter((id) => !without.has(id));
        const { before, after } = around(alarm.since, today);
        const [then, now] = await Promise.all(
          [before, after].map((period) => countsOf(ground, workspaceId, alarm, places, period)),
        );
        const rest = scoreDifference(definitionOf(alarm.family), then!, now!);
        const size = found.find((one) => one.alarm === alarm)!.finding.size;
        return rest?.clear === true && rest.value / size >= ownShare;
      },
    },
  );
  const made: { changeId: string; placeId: string }[] = [];
  for (const story of stories) {
    const { finding } = found.find((one) => one.alarm === story.lead)!;
    const { family, placeId, topic, direction, since } = story.lead;
    const id = ground.platform.ids.next();
    const added = await addChange(tx, workspaceId, {
      ...{ id, placeId, topic, direction },
      metric: family === 'topic' ? 'sentiment' : family,
      since: dayOfNumber(since),
      detectedOn: dayOfNumber(today),
      detectedAt: ground.platform.clock.now(),
      finding: await tellStory(ground, workspaceId, story, finding, today),
    });
    if (added) made.push({ changeId: id, placeId });
  }
  return made;
}

async function toldBefore(tx: Ledger, workspaceId: string, today: number): Promise<Told[]> {
  const since = { from: addDays(dayOfNumber(today), -toldDays), to: dayOfNumber(today + 1) };
  const changes = await findChanges(tx, systemViewer(workspaceId), { since });
  return changes.map((change) => ({
    placeId: change.placeId,
    direction: change.direction,
    since: dayNumber(change.since),
    topics: [
      ...(change.topic === null ? [] : [change.topic]),
      ...change.finding.likelyTopics.map(({ topic }) => topic),
    ],
  }));
}
