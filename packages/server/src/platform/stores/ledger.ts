import type { Pool } from 'pg';
import type { Sql } from './sql.ts';

/** A row of a question that shares its trip with others. */
export type FourTexts = readonly [string | null, string | null, string | null, string | null];

/** The transactional store: PostgreSQL, embedded or by URL. */
export interface Ledger {
  /** Rows as objects. bigint comes as string, timestamptz as Date, jsonb parsed. */
  query<Row>(statement: Sql): Promise<Row[]>;
  /** The first row, or null. */
  one<Row>(statement: Sql): Promise<Row | null>;
  /**
   * Rows of a question with exactly four columns of text. What is asked in the same moment goes to the store in one
   * trip, as a statement that stays prepared; for small questions that come in floods.
   */
  together(question: Sql): Promise<FourTexts[]>;
  /** Commits when `work` resolves, rolls back when it throws. Nested calls become savepoints. */
  transaction<T>(work: (tx: Ledger) => Promise<T>): Promise<T>;
  /** Hears NOTIFY on a channel, also after a lost connection; returns how to stop. */
  listen(channel: string, heard: (payload: string) => void): Promise<() => Promise<void>>;
  /** For libraries that bring their own SQL (better-auth, pg-boss) only. */
  readonly pool: Pool;
  close(): Promise<void>;
}
