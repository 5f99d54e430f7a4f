import type { Pool } from 'pg';
import type { Sql } from './sql.ts';

/** A row of a question that shares its trip with others. */
export type FourTexts = readonly [string | null, string | null, string | null, string | null];

/** A question about keys of a workspace, with exactly four columns of text, the first of which is the key as it was asked. */
export type AboutKeys = (workspaceId: string, keys: readonly string[]) => Sql;

/** The transactional store: PostgreSQL, embedded or by URL. */
export interface Ledger {
  /** Rows as objects. bigint comes as string, timestamptz as Date, jsonb parsed. */
  query<Row>(statement: Sql): Promise<Row[]>;
  /** The first row, or null. */
  one<Row>(statement: Sql): Promise<Row | null>;
  /**
   * The rows of some keys, key by key. What is asked in the same moment goes to the store in one trip, as a statement
   * that stays prepared, and who asks the same of a workspace shares it; for small questions that come in floods.
   * `question` is a constant: who passes another function each time shares with nobody.
   */
  together(question: AboutKeys, workspaceId: string, keys: readonly string[]): Promise<FourTexts[]>;
  /** Commits when `work` resolves, rolls back when it throws. Nested calls become savepoints. */
  transaction<T>(work: (tx: Ledger) => Promise<T>): Promise<T>;
  /**
   * Hears NOTIFY on a channel, also after a lost connection; what was said while it was lost is gone, and `missed` is
   * called when that is over. Returns how to stop.
   */
  listen(channel: string, heard: (payload: string) => void, missed: () => void): Promise<() => Promise<void>>;
  /** For libraries that bring their own SQL (better-auth, pg-boss) only. */
  readonly pool: Pool;
  close(): Promise<void>;
}
