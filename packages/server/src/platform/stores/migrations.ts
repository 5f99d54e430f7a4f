import type { EngineClauses } from './engine-clauses.ts';
import type { Sql } from './sql.ts';

/** One step of the warehouse's schema; applied once, in list order, recorded by id. Statements are repeatable. */
export interface WarehouseMigration {
  /** `<step>-<number>-<what>`, such as `collect-0001-base-tables`. */
  readonly id: string;
  /** Written with `if not exists` and the like: a kill between two statements runs them all again. */
  readonly statements: (engine: EngineClauses) => Sql[];
}

/** One step of the ledger's schema; applied once, in list order, all statements in one transaction. */
export interface LedgerMigration {
  readonly id: string;
  readonly statements: Sql[];
}

export interface Migrations {
  readonly warehouse: readonly WarehouseMigration[];
  readonly ledger: readonly LedgerMigration[];
}
