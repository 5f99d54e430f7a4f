// Makes days of the rollups again from what the base tables hold.
import type { Platform } from '../../platform/platform.ts';
import type { Warehouse } from '../../platform/stores/warehouse.ts';
import { rollDays, rollOperationDays, rollTicketDays } from './day-store.ts';
import { type RowsOfDay, rowsOfDays } from './days-behind.ts';

/** What rollups ask of the readings of texts. */
export interface ReadingsForRollups {
  current(
    workspaceId: string,
  ): Promise<{ reading: number; topicsAbove: Readonly<Record<string, readonly string[]>> }>;
  /** Sees to it that signals of these commits have their mentions in the current reading. */
  catchUp(workspaceId: string, from: bigint, to: bigint): Promise<void>;
}

type Roll = (workspaceId: string, days: readonly string[], upToCommit: bigint) => Promise<void>;

export interface DayRolls {
  /** Answers, mentions and topics of these days. */
  readonly answers: Roll;
  /** Operations of these days. */
  readonly operations: Roll;
  /** Tickets that were opened on these days. */
  readonly tickets: Roll;
}

/** Days that are made by one statement at most, and told of by one announcement. */
export const daysAtOnce = 120;
/** So few days are made by one statement without counting their rows. */
const fewDays = 8;
/** Rows that one statement reads: its memory grows with them. */
const rowsAtOnce: Readonly<Record<RowsOfDay, number>> = {
  ...{ signals: 200_000, events: 4_000_000, tickets: 200_000 },
};

/** Of fewer turns the log needs no progress: they are over in seconds. */
const manyTurns = 10;

/** The days in turns of so many rows as fit into memory. */
export async function dayTurns(
  warehouse: Warehouse,
  rows: RowsOfDay,
  workspaceId: string,
  days: readonly string[],
): Promise<readonly (readonly string[])[]> {
  if (days.length <= fewDays) return days.length > 0 ? [days] : [];
  return inTurns(days, await rowsOfDays(warehouse, rows, workspaceId), rowsAtOnce[rows]);
}

export function createDayRolls(
  { warehouse, ledger, log }: Pick<Platform, 'warehouse' | 'ledger' | 'log'>,
  readings: ReadingsForRollups,
): DayRolls {
  const tell = (what: string, workspaceId: string, done: number, of: number): void => {
    if (of >= manyTurns) log.info({ workspaceId, done, of }, what);
  };
  return {
    async answers(workspaceId, days, upToCommit) {
      const { reading, topicsAbove } = await readings.current(workspaceId);
      const turns = await dayTurns(warehouse, 'signals', workspaceId, days);
      for (const [done, some] of turns.entries()) {
        const slice = { workspaceId, days: some, upToCommit, reading, topicsAbove };
        await rollDays(warehouse, ledger, slice, { background: turns.length > 1 });
        tell('days of answers', workspaceId, done + 1, turns.length);
      }
    },
    async operations(workspaceId, days, upToCommit) {
      const turns = await dayTurns(warehouse, 'events', workspaceId, days);
      for (const [done, some] of turns.entries()) {
        const slice = { workspaceId, days: some, upToCommit };
        await rollOperationDays(warehouse, ledger, slice, { background: turns.length > 1 });
        tell('days of operations', workspaceId, done + 1, turns.length);
      }
    },
    async tickets(workspaceId, days, upToCommit) {
      const { reading } = await readings.current(workspaceId);
      const turns = await dayTurns(warehouse, 'tickets', workspaceId, days);
      for (const [done, some] of turns.entries()) {
        const slice = { workspaceId, days: some, upToCommit, reading };
        await rollTicketDays(warehouse, ledger, slice, { background: turns.length > 1 });
        tell('days of tickets', workspaceId, done + 1, turns.length);
      }
    },
  };
}

/** The days in their order, parted so that no part has more than so many rows, or days. */
export function inTurns(
  days: readonly string[],
  rows: ReadonlyMap<string, number>,
  most: number,
): (readonly string[])[] {
  const turns: string[][] = [];
  let held = 0;
  for (const day of days) {
    const own = rows.get(day) ?? 0;
    const turn = turns.at(-1);
    if (turn && turn.length < daysAtOnce && held + own <= most) {
      turn.push(day);
      held += own;
    } else {
      turns.push([day]);
      held = own;
    }
  }
  return turns;
}
