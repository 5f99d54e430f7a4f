import type { Readable } from 'node:stream';
import type { NativeRows } from './blocks/native-rows.ts';
import type { EngineClauses, WarehouseMode } from './engine-clauses.ts';
import type { Sql } from './sql.ts';
import type { RowToInsert } from './warehouse-rows.ts';

export interface QueryLimits {
  /** Stops the question after so many milliseconds (default 30,000). */
  readonly timeoutMs?: number;
  /** Most memory that the question may take (default from the configuration). */
  readonly maxMemoryBytes?: number;
  /** Aborting it stops the question in the store, too. */
  readonly signal?: AbortSignal;
  /** By which `progress` knows the question while it runs. */
  readonly name?: string;
  /**
   * One of many statements of long work: of such commands never so many run at once that no connection is left for
   * questions, and the memory of such questions counts more than their time.
   */
  readonly background?: boolean;
}

/** How far the statements that run under a name have come; `of` is the store's own estimate and may grow. */
export interface QueryProgress {
  readonly rows: number;
  readonly of: number;
}

export interface InsertOptions {
  /** false: answered before the rows are forced to disk. Default true. */
  readonly durable?: boolean;
  /**
   * The same token again inserts nothing, whatever its rows are and even when the first ones are gone by now (among
   * the table's last 1,000 inserts with a token). For a repeated attempt at one insert, never for a number that may
   * be used again. Without a token equal rows are inserted as often as they come.
   */
  readonly token?: string;
}

/** A table's part of something that is written to several. */
export interface BlockOfTable {
  readonly table: string;
  readonly block: NativeRows;
  readonly options?: InsertOptions;
}

/** The analytical store in ClickHouse's SQL: embedded in this process, a server, or a cluster. */
export interface Warehouse {
  readonly mode: WarehouseMode;
  /** Clauses of this mode, for statements outside migrations such as erasure's `alter table … on cluster`. */
  readonly engine: EngineClauses;
  /** Rows as objects. 64-bit integers come as strings; DateTime as 'YYYY-MM-DD hh:mm:ss.mmm' in UTC. */
  query<Row>(statement: Sql, options?: QueryLimits): Promise<Row[]>;
  /** What runs under a name now; null where nothing does, or the store does not tell. */
  progress(name: string): Promise<QueryProgress | null>;
  /** Raw bytes in a ClickHouse format such as `CSVWithNames` or `RowBinary`, as they are read. */
  stream(statement: Sql, format: string, options?: QueryLimits): Promise<AsyncIterable<Buffer>>;
  /** All rows as ONE block: one atomic part per partition; resolves after fsync. Missing columns take defaults. */
  insert(table: string, rows: readonly RowToInsert[], options?: InsertOptions): Promise<void>;
  /** The same for a block of columns, at a fraction of the cost; columns that it does not name take defaults. */
  insertBlock(table: string, block: NativeRows, options?: InsertOptions): Promise<void>;
  /** Blocks of several tables, each atomic by itself; when one fails the others may be there, and none is under way. */
  insertBlocks(blocks: readonly BlockOfTable[]): Promise<void>;
  /** DDL, mutations and `insert … select`. */
  command(statement: Sql, options?: QueryLimits): Promise<void>;
  /** Fills a table from a file in a ClickHouse format, for restoring a backup. */
  load(table: string, columns: readonly string[], format: string, bytes: Readable): Promise<void>;
  /**
   * Holds back this process's inserts and commands while `work` runs, after those under way have ended; `work` gets
   * a `command` of its own. Keep it short: senders are waiting.
   */
  writesPaused<T>(work: (command: Warehouse['command']) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}
