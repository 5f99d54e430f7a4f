// Promise: soon after each commit, and after every start, the rollups say what the base tables say; exactly, however
// often and wherever the process was killed.
import type { Platform } from '../../platform/platform.ts';
import type { Ledger } from '../../platform/stores/ledger.ts';
import type { Unify } from '../../unify/index.ts';
import type { Tallies } from '../computed-traits/tallies.ts';
import type { Histories } from '../histories/histories.ts';
import {
  lastSeal,
  lockCheckpoint,
  lockOperations,
  moveCheckpoint,
  moveOperations,
  moveTickets,
  nextVersion,
  readCheckpoint,
  readOperations,
  readTickets,
  type Seal,
} from './checkpoint-store.ts';
import { dirtyDays, dirtyOperationDays, dirtyTicketDays } from './days-behind.ts';
import { allEnded, fewAtOnce } from './few-at-once.ts';
import { createPartJoiner } from './part-joiner.ts';
import { rollProfileKeys } from './profile-keys.ts';
import { createRollupRepair, type RollupRepair } from './repair.ts';
import { createDayRolls, daysAtOnce, type ReadingsForRollups } from './roll-days.ts';
import { type Waker, wakersOf } from './waker.ts';

export interface Rolled {
  readonly workspaceId: string;
  readonly days: readonly string[];
  readonly commitNo: string;
}
export interface RollupKeeper extends RollupRepair {
  start(): Promise<void>;
  stop(): Promise<void>;
  /** Resolves when everything that is sealed now is in the rollups. */
  settled(workspaceId: string): Promise<void>;
  /** Runs a large fill. The rollups wait for its end and are made once, rather than over and over as it grows. */
  whileFilling<T>(workspaceId: string, fill: () => Promise<T>): Promise<T>;
  /** Hears that a workspace's rollups and tallies may have come further. */
  onAdvanced(heard: (workspaceId: string) => void): void;
  /** Looks for commits within some seconds, of which nothing else may tell. */
  expect(workspaceId: string): void;
  /** When the newest data in the rollups was sealed; null before the first. */
  freshAt(workspaceId: string): Promise<Date | null>;
}

const pollMs = 30_000;
const workspacesAtOnce = 2;
/** Events come in floods; what is made of them waits for some at a time. */
const eventsPauseMs = 3_000;
/** The part of the time that counting operations may take while events flood in. */
const operationsShare = 0.1;

export function createRollupKeeper(
  platform: Pick<Platform, 'warehouse' | 'ledger' | 'announcements' | 'log'>,
  workspaces: () => Promise<readonly { id: string }[]>,
  readings: ReadingsForRollups,
  profiles: Pick<Unify, 'profileKeyOf' | 'eachOfProfile'>,
  { tallies, histories }: { readonly tallies: Tallies; readonly histories: Histories },
): RollupKeeper {
  const { warehouse, ledger, announcements, log } = platform;
  const rolls = createDayRolls(platform, readings);
  const joiner = createPartJoiner(platform);
  const seals = new Map<string, Seal>();
  const withEvents = new Set<string>();
  const filling = new Set<string>();
  const advanced: ((workspaceId: string) => void)[] = [];
  let eventsTimer: NodeJS.Timeout | undefined;
  let unsubscribe: (() => void)[] = [];
  let timer: NodeJS.Timeout | undefined;

  const inTurn = fewAtOnce(workspacesAtOnce);
  /** Each holds a connection and asks for others: with one for every workspace none would be left. */
  const transaction = <T>(work: (tx: Ledger) => Promise<T>) => inTurn(() => ledger.transaction(work));
  const wakers = wakersOf(advance, log);
  const counters = wakersOf(advanceOperations, log, () => operationsShare);

  /** Takes one step from the checkpoint to the last seal. */
  async function advance(workspaceId: string): Promise<void> {
    if (filling.has(workspaceId)) return;
    const rolled = await transaction(async (tx) => {
      const from = await lockCheckpoint(tx, workspaceId);
      const seal = await lastSeal(warehouse);
      if (from === null || seal === null) return null;
      if (seal.commitNo <= from.days && seal.commitNo <= from.profiles) {
        await tallies.roll(tx, workspaceId, seal.commitNo);
        return null;
      }
      await readings.catchUp(workspaceId, from.days, seal.commitNo);
      const days = await dirtyDays(warehouse, workspaceId, from.days, seal.commitNo);
      const slice = { workspaceId, from: from.profiles, to: seal.commitNo };
      // what is counted by identifier needs neither days nor profiles; all end before the transaction does
      await allEnded([
        rolls.answers(workspaceId, days, seal.commitNo),
        rollProfileKeys(warehouse, profiles, slice, () => nextVersion(ledger)),
        tallies.roll(tx, workspaceId, seal.commitNo),
      ]);
      await moveCheckpoint(tx, workspaceId, seal);
      return { days, seal };
    });
    for (const heard of advanced) heard(workspaceId);
    if (!rolled) return;
    counters.of(workspaceId).wake();
    seals.set(workspaceId, rolled.seal);
    const commitNo = rolled.seal.commitNo.toString();
    if (rolled.days.length >= daysAtOnce) joiner.soon();
    if (rolled.days.length > 0) {
      announcements.announce('rollups.rolled', {
        workspaceId,
        commitNo,
        days: rolled.days.slice(-daysAtOnce),
      });
    }
  }

  /** Counts the operations of the commits since the last time. */
  async function advanceOperations(workspaceId: string): Promise<void> {
    const changed = await transaction(async (tx) => {
      const from = await lockOperations(tx, workspaceId);
      const seal = await lastSeal(warehouse);
      if (from === null || seal === null) return false;
      const dirty =
        seal.commitNo > from ? await dirtyOperationDays(warehouse, workspaceId, from, seal.commitNo) : [];
      await rolls.operations(workspaceId, dirty, seal.commitNo);
      const called = await advanceTickets(tx, workspaceId);
      const lived = !filling.has(workspaceId) && (await histories.roll(tx, workspaceId));
      if (seal.commitNo > from) await moveOperations(tx, workspaceId, seal.commitNo);
      return lived || called || dirty.length > 0;
    });
    if (changed) announcements.announce('operations.rolled', { workspaceId });
  }

  /** Makes the days of tickets as far as texts were read and counted: what they name is known so far. */
  async function advanceTickets(tx: Ledger, workspaceId: string): Promise<boolean> {
    const [from, to] = [await readTickets(tx, workspaceId), await countedTo(workspaceId)];
    if (to <= from) return false;
    const dirty = await dirtyTicketDays(warehouse, workspaceId, from, to);
    await rolls.tickets(workspaceId, dirty, to);
    await moveTickets(tx, workspaceId, to);
    return dirty.length > 0;
  }
  const countedTo = async (workspaceId: string) =>
    (await readCheckpoint(ledger, workspaceId))?.commitNo ?? 0n;

  const heardEvents = (workspaceId: string): void => {
    withEvents.add(workspaceId);
    eventsTimer ??= setTimeout(() => {
      eventsTimer = undefined;
      for (const id of withEvents) wakers.of(id).wake();
      withEvents.clear();
    }, eventsPauseMs).unref();
  };
  const wakeAll = async () => {
    for (const { id } of await workspaces()) {
      wakers.of(id).wake();
      counters.of(id).wake();
    }
  };

  const parts = { platform, transaction, rolls, readings, profiles, tallies, histories, joiner };
  return {
    ...createRollupRepair(parts),
    async start() {
      const woken = (which: (workspaceId: string) => Waker) => (news: { workspaceId?: string } | null) => {
        if (news?.workspaceId) which(news.workspaceId).wake();
        else void wakeAll().catch((error) => log.warn({ error }, 'rollups'));
      };
      unsubscribe = [
        announcements.subscribe('signals.committed', woken(wakers.of)),
        announcements.subscribe('signals.committed', woken(counters.of)),
        announcements.subscribe('events.committed', woken(counters.of)),
        announcements.subscribe('events.committed', (news: { workspaceId?: string } | null) => {
          if (news?.workspaceId) heardEvents(news.workspaceId);
        }),
      ];
      for (const { id } of await workspaces()) {
        await wakers.of(id).now();
        await counters.of(id).now();
      }
      timer = setInterval(() => void wakeAll().catch((error) => log.warn({ error }, 'rollups')), pollMs);
      timer.unref();
    },
    async stop() {
      for (const stop of unsubscribe) stop();
      clearInterval(timer);
      clearTimeout(eventsTimer);
      await Promise.all([wakers.stop(), counters.stop()]);
      await joiner.stop();
    },
    async settled(workspaceId) {
      const wanted = (await lastSeal(warehouse))?.commitNo ?? 0n;
      const operations = () => readOperations(ledger, workspaceId);
      const tickets = () => readTickets(ledger, workspaceId);
      const reach = async (one: Waker, reached: () => Promise<bigint>) => {
        while ((await reached()) < wanted) await one.now();
      };
      await Promise.all([
        reach(wakers.of(workspaceId), () => countedTo(workspaceId)),
        reach(counters.of(workspaceId), operations),
      ]);
      await reach(counters.of(workspaceId), tickets);
      // links are known when the map of customers has them, which may be after their commit was counted
      while (!(await histories.reached(workspaceId, wanted))) await counters.of(workspaceId).now();
    },
    async whileFilling(workspaceId, fill) {
      filling.add(workspaceId);
      try {
        return await fill();
      } finally {
        filling.delete(workspaceId);
        wakers.of(workspaceId).wake();
        counters.of(workspaceId).wake();
      }
    },
    onAdvanced: (heard) => void advanced.push(heard),
    expect: heardEvents,
    async freshAt(workspaceId) {
      const seal = seals.get(workspaceId) ?? (await readCheckpoint(ledger, workspaceId));
      if (seal && !seals.has(workspaceId)) seals.set(workspaceId, seal);
      return seal?.sealedAt ?? null;
    },
  };
}
