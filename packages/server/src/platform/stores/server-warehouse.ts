// The warehouse on a ClickHouse server or cluster, through its HTTP interface.
import { Readable } from 'node:stream';
import { type ClickHouseClient, ClickHouseLogLevel, createClient } from '@clickhouse/client';
import { StartupError } from '../startup-error.ts';
import type { NativeRows } from './blocks/native-rows.ts';
import { type EngineClauses, engineClauses, type WarehouseMode } from './engine-clauses.ts';
import type { Sql } from './sql.ts';
import { renderWithLiterals, renderWithParameters, type WarehouseStatement } from './sql-for-warehouse.ts';
import { unbroken } from './stream-exception.ts';
import type { BlockOfTable, InsertOptions, QueryLimits, QueryProgress, Warehouse } from './warehouse.ts';
import { WarehouseError, warehouseErrorFrom } from './warehouse-error.ts';
import {
  bytesToRows,
  insertSettings,
  memorySettings,
  progressOfName,
  type RowToInsert,
  readSettings,
  repetitionSettings,
  rowsToBytes,
} from './warehouse-rows.ts';
import { WriteGate } from './write-gate.ts';

export interface ServerWarehouseOptions {
  readonly url: string;
  readonly cluster: string | null;
  readonly queryMemoryBytes: number;
}

const clusterInsert = { insert_quorum: 'auto', distributed_foreground_insert: 1 } as const;

/** Opens the warehouse at a URL (user, password and database in it), making the database when it is missing. */
export async function openServerWarehouse(options: ServerWarehouseOptions): Promise<Warehouse> {
  const { url, database } = separated(options.url);
  const warehouse = new ServerWarehouse(clientAt(url, database), options);
  try {
    await makeDatabase(url, database, warehouse.engine);
    await warehouse.checkVersion();
    return warehouse;
  } catch (error) {
    await warehouse.close();
    throw unreachable(error);
  }
}

function separated(text: string): { url: URL; database: string } {
  const url = new URL(text);
  const named = url.searchParams.get('database') ?? decodeURIComponent(url.pathname.replace(/^\//, ''));
  const database = named || 'lyhord';
  if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(database)) {
    throw new StartupError(
      'config-wrong',
      `CLICKHOUSE_URL names the database "${database}"; use letters, digits and "_".`,
    );
  }
  url.pathname = '/';
  url.search = '';
  return { url, database };
}

function clientAt(url: URL, database: string): ClickHouseClient {
  return createClient({
    url: url.origin,
    username: decodeURIComponent(url.username) || 'default',
    password: decodeURIComponent(url.password),
    database,
    application: 'lyhord',
    log: { level: ClickHouseLogLevel.OFF },
    request_timeout: 660_000,
    max_open_connections: 16,
    compression: { request: !isHere(url), response: !isHere(url) },
  });
}

/** On the same machine packing costs more than it saves. */
const isHere = (url: URL) => /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(url.hostname);

async function makeDatabase(url: URL, database: string, engine: EngineClauses): Promise<void> {
  const client = clientAt(url, 'default');
  try {
    await client.command({ query: `create database if not exists ${database} ${engine.onCluster}` });
  } finally {
    await client.close();
  }
}

function unreachable(error: unknown): unknown {
  if (error instanceof StartupError) return error;
  const message = (error as Error).message || String((error as { code?: string }).code);
  return new StartupError(
    'warehouse-unreachable',
    `The ClickHouse of CLICKHOUSE_URL cannot be used: ${message.slice(0, 300)}; check address, user and password.`,
    { cause: error },
  );
}

class ServerWarehouse implements Warehouse {
  readonly mode: WarehouseMode;
  readonly engine: EngineClauses;
  readonly #client: ClickHouseClient;
  readonly #options: ServerWarehouseOptions;
  readonly #gate = new WriteGate();
  #newer = false;

  constructor(client: ClickHouseClient, options: ServerWarehouseOptions) {
    this.mode = options.cluster ? 'cluster' : 'server';
    this.engine = engineClauses(this.mode, options.cluster ?? undefined);
    this.#client = client;
    this.#options = options;
  }

  /** Refuses a server that is too old and learns which settings it has. */
  async checkVersion(): Promise<void> {
    const bytes = await this.#read(
      {
        text: "select version() as version, (select count() from system.settings where name = 'deduplicate_insert') as newer",
        params: {},
      },
      'JSONEachRow',
      {},
    );
    const [row] = bytesToRows<{ version: string; newer: string }>(bytes);
    const version = row?.version ?? '';
    this.#newer = Number(row?.newer) > 0;
    const [major = 0, minor = 0] = version.split('.').map(Number);
    if (major * 100 + minor >= 2508) return;
    throw new StartupError(
      'warehouse-unreachable',
      `CLICKHOUSE_URL points to ClickHouse ${version}; version 25.8 or newer is needed.`,
    );
  }

  async query<Row>(statement: Sql, limits: QueryLimits = {}): Promise<Row[]> {
    return bytesToRows<Row>(await this.#read(rendered(statement), 'JSONEachRow', limits));
  }

  /** Nothing where this user may not see what the server runs, or another server of a cluster runs it. */
  async progress(name: string): Promise<QueryProgress | null> {
    const found = await this.query<QueryProgress>(progressOfName(name), { timeoutMs: 2_000 }).catch(() => []);
    return found[0] ?? null;
  }

  command(statement: Sql, limits: QueryLimits = {}): Promise<void> {
    return this.#gate.through(() => this.#command(statement, limits));
  }

  async #command(statement: Sql, limits: QueryLimits = {}): Promise<void> {
    const { text, params } = rendered(statement);
    await this.#client
      .command({ query: text, query_params: params, ...this.#limiting({ timeoutMs: 600_000, ...limits }) })
      .catch(failed);
  }

  writesPaused<T>(work: (command: Warehouse['command']) => Promise<T>): Promise<T> {
    return this.#gate.pausedFor(() => work((statement, limits) => this.#command(statement, limits)));
  }

  async insert(table: string, rows: readonly RowToInsert[], options: InsertOptions = {}): Promise<void> {
    if (rows.length === 0) return;
    mustBeName(table);
    await this.#send(table, 'JSONEachRow', readable(rowsToBytes(rows)), this.#inserting(options));
  }

  async insertBlock(table: string, block: NativeRows, options: InsertOptions = {}): Promise<void> {
    if (block.length === 0) return;
    mustBeName(table);
    const into = `${table} (${block.names.join(', ')})`;
    await this.#send(into, 'Native', readable(block.bytes()), this.#inserting(options));
  }

  async insertBlocks(blocks: readonly BlockOfTable[]): Promise<void> {
    const writing = blocks.map(({ table, block, options }) => this.insertBlock(table, block, options));
    const failed = (await Promise.allSettled(writing)).find((end) => end.status === 'rejected');
    if (failed) throw failed.reason;
  }

  #inserting(options: InsertOptions) {
    return {
      ...insertSettings(options.token),
      ...repetitionSettings(options.token, this.#newer),
      ...(this.mode === 'cluster' ? clusterInsert : {}),
      ...(options.durable === false ? { async_insert: 1, wait_for_async_insert: 0 } : {}),
    };
  }

  async load(table: string, columns: readonly string[], format: string, bytes: Readable): Promise<void> {
    mustBeName(table);
    columns.forEach(mustBeName);
    await this.#send(`${table} (${columns.join(', ')})`, format, bytes, {
      max_partitions_per_insert_block: 0,
      async_insert: 0,
    });
  }

  #send(
    into: string,
    format: string,
    values: Readable,
    settings: Record<string, string | number>,
  ): Promise<void> {
    return this.#gate.through(async () => {
      const { stream } = await this.#client
        .exec({
          query: `insert into ${into} format ${format}`,
          values,
          clickhouse_settings: settings as never,
        })
        .catch(failed);
      stream.resume();
    });
  }

  async stream(statement: Sql, format: string, limits: QueryLimits = {}): Promise<AsyncIterable<Buffer>> {
    if (!/^[A-Za-z]+$/.test(format)) throw new TypeError(`"${format}" is not a format.`);
    return this.#chunks(rendered(statement), format, { timeoutMs: 600_000, ...limits });
  }

  close(): Promise<void> {
    return this.#client.close();
  }

  async #read(statement: WarehouseStatement, format: string, limits: QueryLimits): Promise<Buffer> {
    const chunks: Buffer[] = [];
    for await (const chunk of this.#chunks(statement, format, limits)) chunks.push(chunk);
    return Buffer.concat(chunks);
  }

  async *#chunks(
    { text, params }: WarehouseStatement,
    format: string,
    limits: QueryLimits,
  ): AsyncGenerator<Buffer> {
    try {
      const { stream, response_headers: headers } = await this.#client.exec({
        query: text,
        query_params: params,
        ...this.#limiting(limits, { default_format: format }),
      });
      const tag = headers['x-clickhouse-exception-tag'];
      yield* unbroken(stream, Array.isArray(tag) ? tag[0] : tag);
    } catch (error) {
      throw failure(error);
    }
  }

  #limiting(limits: QueryLimits, more: Record<string, string> = {}) {
    // the client hears only of a stop that comes after the request
    if (limits.signal?.aborted) throw stopped(limits.signal.reason);
    const seconds = Math.max(0.001, (limits.timeoutMs ?? 30_000) / 1000);
    const memory = limits.maxMemoryBytes ?? this.#options.queryMemoryBytes;
    return {
      clickhouse_settings: {
        ...readSettings,
        ...repetitionSettings(undefined, this.#newer),
        ...more,
        max_execution_time: seconds,
        ...memorySettings(memory, limits.background),
        cancel_http_readonly_queries_on_client_close: 1,
        ...(limits.name === undefined ? {} : { log_comment: limits.name }),
      } as never,
      ...(limits.signal ? { abort_signal: limits.signal } : {}),
    };
  }
}

const readable = (bytes: Buffer) => Readable.from([bytes], { objectMode: false });

function mustBeName(table: string): void {
  if (!/^[a-z_][a-z0-9_.]*$/.test(table)) throw new TypeError(`"${table}" is not a table's name.`);
}

/** Bound values travel in the address, which has room for some kilobytes; long lists go into the text as literals. */
const longestParameters = 6000;

function rendered(statement: Sql): WarehouseStatement {
  const bound = renderWithParameters(statement);
  const length = JSON.stringify(bound.params, (_, value) =>
    typeof value === 'bigint' ? String(value) : value,
  ).length;
  return length <= longestParameters ? bound : { text: renderWithLiterals(statement), params: {} };
}

const stopped = (cause: unknown) => new WarehouseError('The question was stopped.', 394, { cause });

function failure(error: unknown): unknown {
  if (/aborted/i.test((error as Error).message)) return stopped(error);
  return warehouseErrorFrom(error);
}

function failed(error: unknown): never {
  throw failure(error);
}
