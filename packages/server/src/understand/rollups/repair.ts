// Makes rollups again whatever they say, and compares them with a fresh computation.
import { setTimeout as pause } from 'node:timers/promises';
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
} from './checkpoint-store.ts';
import {
  changedRequestDays,
  changedTicketDays,
  compareRollups,
  differingOperations,
  differingTickets,
  type RollupComparison,
} from './compare-rollups.ts';
import { allDays, allOperationDays, allTicketDays, openedDays } from './days-behind.ts';
import type { PartJoiner } from './part-joiner.ts';
import { differingProfileKeys, remakeProfileKeys } from './profile-keys.ts';
import { type DayRolls, daysAtOnce, dayTurns, type ReadingsForRollups } from './roll-days.ts';

export interface RollupRepair {
  /** Makes every day of every rollup again. */
  rebuild(workspaceId: string): Promise<void>;
  /** Makes some days again from what the base tables hold now, after rows of them have gone. */
  again(workspaceId: string, days: readonly string[]): Promise<void>;
  compare(workspaceId: string): Promise<RollupComparison>;
}

interface Parts {
  readonly platform: Pick<Platform, 'warehouse' | 'ledger' | 'announcements'>;
  readonly transaction: <T>(work: (tx: Ledger) => Promise<T>) => Promise<T>;
  readonly rolls: DayRolls;
  readonly readings: ReadingsForRollups;
  readonly profiles: Pick<Unify, 'profileKeyOf' | 'eachOfProfile'>;
  readonly tallies: Tallies;
  readonly histories: Histories;
  readonly joiner: PartJoiner;
}

const waitMs = 50;

export function createRollupRepair(parts: Parts): RollupRepair {
  const { rolls, readings, profiles, tallies, histories } = parts;
  const { warehouse, ledger, announcements } = parts.platform;

  /**
   * Works while nothing else rolls, however long that takes to come: a roll that is under way has seen what was there
   * before, and would write it after us.
   */
  async function alone(
    workspaceId: string,
    work: (tx: Ledger, standing: { answers: bigint; operations: bigint }) => Promise<void>,
  ): Promise<void> {
    const once = async (tx: Ledger) => {
      const checkpoint = await lockCheckpoint(tx, workspaceId);
      const operations = checkpoint && (await lockOperations(tx, workspaceId));
      if (checkpoint === null || operations === null) return false;
      await work(tx, { answers: checkpoint.days, operations });
      return true;
    };
    while (!(await parts.transaction(once))) await pause(waitMs);
  }

  /** What was done with a ticket, or written of it, on one of the days tells of the day on which it was opened. */
  async function againTickets(workspaceId: string, days: readonly string[], upToCommit: bigint) {
    const { reading } = await readings.current(workspaceId);
    const opened = await openedDays(warehouse, workspaceId);
    const changed = new Set(days);
    for (const some of await dayTurns(warehouse, 'tickets', workspaceId, opened)) {
      const slice = { workspaceId, days: some, upToCommit, reading };
      for (const day of await changedTicketDays(warehouse, slice)) changed.add(day);
    }
    await rolls.tickets(workspaceId, [...changed].sort(), upToCommit);
  }

  async function compareNow(workspaceId: string, tx = ledger): Promise<RollupComparison> {
    const seal = await readCheckpoint(ledger, workspaceId);
    const { reading, topicsAbove } = await readings.current(workspaceId);
    const answers = { workspaceId, upToCommit: seal?.commitNo ?? 0n, reading, topicsAbove };
    const operations = { workspaceId, upToCommit: await readOperations(ledger, workspaceId) };
    const differences: Record<string, unknown>[] = [];
    const days = await allDays(warehouse, workspaceId);
    for (const some of await dayTurns(warehouse, 'signals', workspaceId, days))
      differences.push(...(await compareRollups(warehouse, { ...answers, days: some })).differences);
    const done = await allOperationDays(warehouse, workspaceId);
    for (const some of await dayTurns(warehouse, 'events', workspaceId, done))
      differences.push(...(await differingOperations(warehouse, { ...operations, days: some })));
    const tickets = { workspaceId, upToCommit: await readTickets(ledger, workspaceId), reading };
    const opened = await allTicketDays(warehouse, workspaceId);
    for (const some of await dayTurns(warehouse, 'tickets', workspaceId, opened))
      differences.push(...(await differingTickets(warehouse, { ...tickets, days: some })));
    differences.push(
      ...(await differingProfileKeys(warehouse, profiles, workspaceId)),
      ...(await tallies.differences(workspaceId)),
      ...(await histories.differences(workspaceId, tx)),
    );
    return { equal: differences.length === 0, differences };
  }

  return {
    async rebuild(workspaceId) {
      await alone(workspaceId, async (tx) => {
        const seal = await lastSeal(warehouse);
        if (!seal) return;
        await readings.catchUp(workspaceId, 0n, seal.commitNo);
        await rolls.answers(workspaceId, await allDays(warehouse, workspaceId), seal.commitNo);
        await rolls.operations(workspaceId, await allOperationDays(warehouse, workspaceId), seal.commitNo);
        await rolls.tickets(workspaceId, await allTicketDays(warehouse, workspaceId), seal.commitNo);
        await moveOperations(tx, workspaceId, seal.commitNo);
        await moveTickets(tx, workspaceId, seal.commitNo);
        await remakeProfileKeys(warehouse, profiles, workspaceId, () => nextVersion(ledger));
        await tallies.remake(tx, workspaceId, seal.commitNo);
        await histories.remake(tx, workspaceId);
        await moveCheckpoint(tx, workspaceId, seal);
      });
      await parts.joiner.now();
    },
    async again(workspaceId, days) {
      if (days.length === 0) return;
      await alone(workspaceId, async (tx, { answers, operations: upToCommit }) => {
        await rolls.answers(workspaceId, days, answers);
        await rolls.operations(workspaceId, days, upToCommit);
        const requests = await changedRequestDays(warehouse, { workspaceId, days: null, upToCommit });
        await rolls.operations(workspaceId, requests, upToCommit);
        await againTickets(workspaceId, days, await readTickets(tx, workspaceId));
      });
      const some = days.slice(-daysAtOnce);
      announcements.announce('rollups.rolled', { workspaceId, commitNo: null, days: some });
    },
    async compare(workspaceId) {
      const seen = await compareNow(workspaceId).catch(() => null);
      if (seen?.equal) return seen;
      // what rolls meanwhile differs, too: only what still does while nothing moves is wrong
      let found = seen;
      await alone(workspaceId, async (tx) => {
        await histories.roll(tx, workspaceId);
        found = await compareNow(workspaceId, tx);
      });
      return found!;
    },
  };
}
