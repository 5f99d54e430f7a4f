// Makes days of the rollups again from what the base tables hold.
import type { Platform } from '../../platform/platform.ts';
import { rollDays, rollOperationDays } from './rollup-store.ts';

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
}

/** Days that are made by one statement, and told of by one announcement. */
export const daysAtOnce = 120;

export function createDayRolls(
  { warehouse, ledger }: Pick<Platform, 'warehouse' | 'ledger'>,
  readings: ReadingsForRollups,
): DayRolls {
  return {
    async answers(workspaceId, days, upToCommit) {
      const { reading, topicsAbove } = await readings.current(workspaceId);
      for (const some of inTurns(days)) {
        await rollDays(warehouse, ledger, { workspaceId, days: some, upToCommit, reading, topicsAbove });
      }
    },
    async operations(workspaceId, days, upToCommit) {
      for (const some of inTurns(days)) {
        await rollOperationDays(warehouse, ledger, { workspaceId, days: some, upToCommit });
      }
    },
  };
}

function* inTurns(days: readonly string[]): Generator<readonly string[]> {
  for (let at = 0; at < days.length; at += daysAtOnce) yield days.slice(at, at + daysAtOnce);
}
