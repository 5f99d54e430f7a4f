// Promise: soon after each commit, and after every start, the rollups say what the base tables say; exactly, however
// often and wherever the process was killed.
import { setTimeout as pause } from 'node:timers/promises';
import type { Platform } from '../../platform/platform.ts';
import type { Ledger } from '../../platform/stores/ledger.ts';
import type { Unify } from '../../unify/index.ts';
import type { Tallies } from '../computed-traits/tallies.ts';
import type { Histories } from '../histories/histories.ts';
import { allEnded, fewAtOnce } from './few-at-once.ts';
import { differingProfileKeys, remakeProfileKeys, rollProfileKeys } from './profile-keys.ts';
import {
  allDays,
  allOperationDays,
  changedRequestDays,
  compareRollups,
  differingOperations,
  dirtyDays,
  dirtyOperationDays,
  joinParts,
  lastSeal,
  lockCheckpoint,
  lockOperations,
  moveCheckpoint,
  moveOperations,
  nextVersion,
  type RollupComparison,
  readCheckpoint,
  readOperations,
  rollDays,
  rollOperationDays,
  type Seal,
} from './rollup-store.ts';
import { type Waker, wakerFor } from './waker.ts';

/** What the keeper asks of the readings of texts. */
export interface ReadingsForRollups {
  current(
    workspaceId: string,
  ): Promise<{ reading: number; topicsAbove: Readonly<Record<string, readonly string[]>> }>;
  /** Sees to it that signals of these commits have their mentions in the current reading. */
  catchUp(workspaceId: string, from: bigint, to: bigint): Promise<void>;
}
export interface Rolled {
  readonly workspaceId: string;
  readonly days: readonly string[];
  readonly commitNo: string;
}
export interface RollupKeeper {
  start(): Promise<void>;
  stop(): Promise<void>;
  /** Resolves when everything that is sealed now is in the rollups. */
  settled(workspaceId: string): Promise<void>;
  /** Runs a large fill. The rollups wait for its end and are made once, rather than over and over as it grows. */
  whileFilling<T>(workspaceId: string, fill: () => Promise<T>): Promise<T>;
  /** Makes every day of every rollup again. */
  rebuild(workspaceId: string): Promise<void>;
  /** Makes some days again from what the base tables hold now, after rows of them have gone. */
  again(workspaceId: string, days: readonly string[]): Promise<void>;
  compare(workspaceId: string): Promise<RollupComparison>;
  /** Hears that a workspace's rollups and tallies may have come further. */
  onAdvanced(heard: (workspaceId: string) => void): void;
  /** Looks for commits within some seconds, of which nothing else may tell. */
  expect(workspaceId: string): void;
  /** When the newest data in the rollups was sealed; null before the first. */
  freshAt(workspaceId: string): Promise<Date | null>;
}

const daysAtOnce = 120;
const pollMs = 30_000;
const waitMs = 50;
const workspacesAtOnce = 2;
/** Events come in floods; what is made of them waits for some at a time. */
const eventsPauseMs = 3_000;
/** After many days were made there is more to do at first than to make reading faster. */
const restMs = 20_000;
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
  const wakers = new Map<string, Waker>();
  const seals = new Map<string, Seal>();
  const withEvents = new Set<string>();
  const filling = new Set<string>();
  const advanced: ((workspaceId: string) => void)[] = [];
  let eventsTimer: NodeJS.Timeout | undefined;
  const counters = new Map<string, Waker>();
  let unsubscribe: (() => void)[] = [];
  let timer: NodeJS.Timeout | undefined;

  /** Nobody waits for it: the same is read, only faster. */
  let joining: Promise<void> = Promise.resolve();
  let joinTimer: NodeJS.Timeout | undefined;
  const notJoined = (error: unknown) => log.warn({ err: error }, 'parts of rollups were not joined');
  const joinSoon = () => {
    clearTimeout(joinTimer);
    joinTimer = setTimeout(() => {
      joining = joinParts(warehouse).catch(notJoined);
    }, restMs).unref();
  };

  const inTurn = fewAtOnce(workspacesAtOnce);
  /** Each holds a connection and asks for others: with one for every workspace none would be left. */
  const transaction = <T>(work: (tx: Ledger) => Promise<T>) => inTurn(() => ledger.transaction(work));
  /** Again and again until the checkpoints were free. */
  const untilDone = async (work: (tx: Ledger) => Promise<boolean>) => {
    while (!(await transaction(work))) await pause(waitMs);
  };
  const version = () => nextVersion(ledger);
  const waker = (workspaceId: string): Waker => {
    const known = wakers.get(workspaceId) ?? wakerFor(() => advance(workspaceId), log);
    wakers.set(workspaceId, known);
    return known;
  };

  const counter = (workspaceId: string): Waker => {
    const known =
      counters.get(workspaceId) ??
      wakerFor(
        () => advanceOperations(workspaceId),
        log,
        () => operationsShare,
      );
    counters.set(workspaceId, known);
    return known;
  };

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
        roll(workspaceId, days, seal.commitNo),
        rollProfileKeys(warehouse, profiles, slice, version),
        tallies.roll(tx, workspaceId, seal.commitNo),
      ]);
      await moveCheckpoint(tx, workspaceId, seal);
      return { days, seal };
    });
    for (const heard of advanced) heard(workspaceId);
    if (!rolled) return;
    counter(workspaceId).wake();
    seals.set(workspaceId, rolled.seal);
    const commitNo = rolled.seal.commitNo.toString();
    if (rolled.days.length >= daysAtOnce) joinSoon();
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
      await rollOperations(workspaceId, dirty, seal.commitNo);
      const lived = !filling.has(workspaceId) && (await histories.roll(tx, workspaceId));
      if (seal.commitNo > from) await moveOperations(tx, workspaceId, seal.commitNo);
      return lived || dirty.length > 0;
    });
    if (changed) announcements.announce('operations.rolled', { workspaceId });
  }

  async function rollOperations(
    workspaceId: string,
    days: readonly string[],
    upToCommit: bigint,
  ): Promise<void> {
    for (let at = 0; at < days.length; at += daysAtOnce) {
      const some = days.slice(at, at + daysAtOnce);
      await rollOperationDays(warehouse, ledger, { workspaceId, days: some, upToCommit });
    }
  }

  async function roll(workspaceId: string, days: readonly string[], upToCommit: bigint): Promise<void> {
    const { reading, topicsAbove } = await readings.current(workspaceId);
    for (let at = 0; at < days.length; at += daysAtOnce) {
      const some = days.slice(at, at + daysAtOnce);
      await rollDays(warehouse, ledger, { workspaceId, days: some, upToCommit, reading, topicsAbove });
    }
  }

  const heardEvents = (workspaceId: string): void => {
    withEvents.add(workspaceId);
    eventsTimer ??= setTimeout(() => {
      eventsTimer = undefined;
      for (const id of withEvents) waker(id).wake();
      withEvents.clear();
    }, eventsPauseMs).unref();
  };
  const wakeAll = async () => {
    for (const { id } of await workspaces()) {
      waker(id).wake();
      counter(id).wake();
    }
  };

  return {
    async start() {
      const woken = (which: (workspaceId: string) => Waker) => (news: { workspaceId?: string } | null) => {
        if (news?.workspaceId) which(news.workspaceId).wake();
        else void wakeAll();
      };
      unsubscribe = [
        announcements.subscribe('signals.committed', woken(waker)),
        announcements.subscribe('signals.committed', woken(counter)),
        announcements.subscribe('events.committed', woken(counter)),
        announcements.subscribe('events.committed', (news: { workspaceId?: string } | null) => {
          if (news?.workspaceId) heardEvents(news.workspaceId);
        }),
      ];
      for (const { id } of await workspaces()) {
        await waker(id).now();
        await counter(id).now();
      }
      timer = setInterval(() => void wakeAll().catch((error) => log.warn({ error }, 'rollups')), pollMs);
      timer.unref();
    },
    async stop() {
      for (const stop of unsubscribe) stop();
      clearInterval(timer);
      clearTimeout(eventsTimer);
      clearTimeout(joinTimer);
      await Promise.all([...wakers.values(), ...counters.values()].map((one) => one.stop()));
      await joining;
    },
    async settled(workspaceId) {
      const wanted = (await lastSeal(warehouse))?.commitNo ?? 0n;
      const answers = async () => (await readCheckpoint(ledger, workspaceId))?.commitNo ?? 0n;
      const operations = () => readOperations(ledger, workspaceId);
      const reach = async (one: Waker, reached: () => Promise<bigint>) => {
        while ((await reached()) < wanted) await one.now();
      };
      await Promise.all([reach(waker(workspaceId), answers), reach(counter(workspaceId), operations)]);
      // links are known when the map of customers has them, which may be after their commit was counted
      while (!(await histories.reached(workspaceId, wanted))) await counter(workspaceId).now();
    },
    async whileFilling(workspaceId, fill) {
      filling.add(workspaceId);
      try {
        return await fill();
      } finally {
        filling.delete(workspaceId);
        waker(workspaceId).wake();
        counter(workspaceId).wake();
      }
    },
    async rebuild(workspaceId) {
      // a roll that is under way has seen what was there before, and would write it after us
      await untilDone(async (tx) => {
        const checkpoint = await lockCheckpoint(tx, workspaceId);
        const counted = checkpoint && (await lockOperations(tx, workspaceId));
        if (checkpoint === null || counted === null) return false;
        const seal = await lastSeal(warehouse);
        if (!seal) return true;
        await readings.catchUp(workspaceId, 0n, seal.commitNo);
        await roll(workspaceId, await allDays(warehouse, workspaceId), seal.commitNo);
        await rollOperations(workspaceId, await allOperationDays(warehouse, workspaceId), seal.commitNo);
        await moveOperations(tx, workspaceId, seal.commitNo);
        await remakeProfileKeys(warehouse, profiles, workspaceId, version);
        await tallies.remake(tx, workspaceId, seal.commitNo);
        await histories.remake(tx, workspaceId);
        await moveCheckpoint(tx, workspaceId, seal);
        return true;
      });
      await joinParts(warehouse).catch(notJoined);
    },
    async again(workspaceId, days) {
      if (days.length === 0) return;
      await untilDone(async (tx) => {
        const checkpoint = await lockCheckpoint(tx, workspaceId);
        const counted = checkpoint && (await lockOperations(tx, workspaceId));
        if (checkpoint === null || counted === null) return false;
        await roll(workspaceId, days, checkpoint.days);
        await rollOperations(workspaceId, days, counted);
        const slice = { workspaceId, days: null, upToCommit: counted };
        await rollOperations(workspaceId, await changedRequestDays(warehouse, slice), counted);
        return true;
      });
      const some = days.slice(-daysAtOnce);
      announcements.announce('rollups.rolled', { workspaceId, commitNo: null, days: some });
    },
    async compare(workspaceId) {
      const seal = await readCheckpoint(ledger, workspaceId);
      const { reading, topicsAbove } = await readings.current(workspaceId);
      const upToCommit = seal?.commitNo ?? 0n;
      const slice = { workspaceId, days: null, upToCommit, reading, topicsAbove };
      const days = await compareRollups(warehouse, slice);
      const counted = { workspaceId, days: null, upToCommit: await readOperations(ledger, workspaceId) };
      const operations = await differingOperations(warehouse, counted);
      const keys = await differingProfileKeys(warehouse, profiles, workspaceId);
      const told = await tallies.differences(workspaceId);
      const lived = await histories.differences(workspaceId);
      const differences = [...days.differences, ...operations, ...keys, ...told, ...lived];
      return { equal: differences.length === 0, differences };
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
