import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import type { Session } from 'chdb';
import type { NativeRows } from './blocks/native-rows.ts';
import { type EmbeddedEngine, literal, openEmbeddedEngine } from './embedded-engine.ts';
import { engineClauses } from './engine-clauses.ts';
import { type Sql, sql } from './sql.ts';
import { renderWithLiterals } from './sql-for-warehouse.ts';
import { streamingOf, withOneHeader } from './stream-formats.ts';
import { TemporaryFiles } from './temporary-files.ts';
import { Turns, WaitedTooLong } from './turns.ts';
import type { BlockOfTable, InsertOptions, QueryLimits, QueryProgress, Warehouse } from './warehouse.ts';
import { WarehouseError, warehouseErrorFrom } from './warehouse-error.ts';
import {
  bytesToRows,
  insertSettings,
  memorySettings,
  progressOfName,
  type RowToInsert,
  repetitionSettings,
  rowsToBytes,
} from './warehouse-rows.ts';
import { WriteGate } from './write-gate.ts';

export interface EmbeddedWarehouseOptions {
  readonly path: string;
  readonly maxMemoryBytes: number;
  readonly queryMemoryBytes: number;
  /**
   * Questions at once (default 2). Each of them, and the one insert beside them, keeps one of Node's worker threads
   * busy, of which there are four unless UV_THREADPOOL_SIZE says otherwise; files and names need one, too.
   */
  readonly readers?: number;
  /** As the engine's own option. */
  readonly compiles?: boolean;
}

const insertWaitMs = 120_000;
const streamWaitMs = 120_000;
const besidesWaitMs = 10_000;
/** Long work waits for other long work, however long that takes. */
const backgroundWaitMs = 86_400_000;
/**
 * The engine gives a statement one thread for each so many bytes that it may still take, and no more than there are
 * processors. By itself it would answer questions with one thread where it may take a gibibyte or two; what a question
 * may take is bounded anyway. Commands and long work go on so, and need less memory.
 */
const bytesPerThread = { question: 0, other: 1024 ** 3 } as const;
/** A question that reads less is answered sooner by one thread, and leaves the other to the questions beside it. */
const rowsPerThread = 2_000_000;
/** While questions come, memory goes back to the system as often as this; a probe every second must not prevent it. */
const restMs = 15_000;

/** The warehouse inside this process. Inserts have a connection of their own and never wait for questions. */
export async function openEmbeddedWarehouse(options: EmbeddedWarehouseOptions): Promise<Warehouse> {
  const engine = await openEmbeddedEngine(options);
  try {
    return new EmbeddedWarehouse(engine, options);
  } catch (error) {
    await engine.close();
    throw error;
  }
}

class EmbeddedWarehouse implements Warehouse {
  readonly mode = 'embedded';
  readonly engine = engineClauses('embedded');
  readonly #engine: EmbeddedEngine;
  readonly #options: EmbeddedWarehouseOptions;
  readonly #readers: Turns<Session>;
  readonly #background: Turns<symbol>;
  readonly #writer: Turns<Session>;
  readonly #streams: Turns<Session>;
  readonly #control: Turns<Session>;
  readonly #gate = new WriteGate();
  readonly #files: TemporaryFiles;
  #open = true;
  #rest: NodeJS.Timeout | null = null;

  constructor(engine: EmbeddedEngine, options: EmbeddedWarehouseOptions) {
    this.#engine = engine;
    this.#options = options;
    this.#files = new TemporaryFiles(join(engine.path, 'tmp'));
    const readers = options.readers ?? 2;
    this.#readers = new Turns(Array.from({ length: readers }, engine.session));
    this.#background = new Turns(Array.from({ length: Math.max(1, readers - 1) }, () => Symbol()));
    this.#writer = new Turns([engine.session()]);
    this.#streams = new Turns([engine.session(), engine.session()]);
    this.#control = new Turns([engine.session()]);
  }

  async query<Row>(statement: Sql, limits: QueryLimits = {}): Promise<Row[]> {
    const kind = limits.background ? 'other' : 'question';
    return bytesToRows<Row>(await this.#run(renderWithLiterals(statement), 'JSONEachRow', limits, kind));
  }

  async progress(name: string): Promise<QueryProgress | null> {
    this.#mustBeOpen();
    const text = renderWithLiterals(progressOfName(name));
    const found = await this.#besides(text, 'JSONEachRow').catch(() => null);
    return (found && bytesToRows<QueryProgress>(found)[0]) ?? null;
  }

  command(statement: Sql, limits: QueryLimits = {}): Promise<void> {
    const work = () => this.#gate.through(() => this.#command(statement, limits));
    return limits.background ? this.#step(work) : work();
  }

  /** One of many steps of long work, each of which takes much memory: it is given back before the next one begins. */
  #step(work: () => Promise<void>): Promise<void> {
    const step = () => work().finally(() => this.#giveMemoryBack());
    return this.#background.with(step, backgroundWaitMs).catch(failed);
  }

  async #command(statement: Sql, limits: QueryLimits = {}): Promise<void> {
    await this.#run(renderWithLiterals(statement), 'Null', { timeoutMs: 600_000, ...limits });
  }

  writesPaused<T>(work: (command: Warehouse['command']) => Promise<T>): Promise<T> {
    return this.#gate.pausedFor(() => work((statement, limits) => this.#command(statement, limits)));
  }

  async load(table: string, columns: readonly string[], format: string, bytes: Readable): Promise<void> {
    const names = sql.join(columns.map(sql.name));
    await this.#files.withStream(bytes, (path) =>
      this.command(sql`insert into ${sql.name(table)} (${names}) select ${names} from file(${path}, ${format})
        settings max_partitions_per_insert_block = 0`),
    );
  }

  async insert(table: string, rows: readonly RowToInsert[], options: InsertOptions = {}): Promise<void> {
    if (rows.length === 0) return;
    this.#mustBeOpen();
    const values = rowsToBytes(rows);
    const settings = { ...insertSettings(options.token), ...repetitionSettings(options.token, true) };
    const write = (session: Session) => session.insert({ table, values, format: 'JSONEachRow', settings });
    await this.#gate.through(() => this.#writer.with(write, insertWaitMs)).catch(failed);
  }

  insertBlock(table: string, block: NativeRows, options: InsertOptions = {}): Promise<void> {
    return this.insertBlocks([{ table, block, options }]);
  }

  /**
   * All blocks are handed over in one turn and written in one call: while they are, this thread may be busy with the
   * next ones.
   */
  async insertBlocks(blocks: readonly BlockOfTable[]): Promise<void> {
    const filled = blocks.filter(({ block }) => block.length > 0);
    if (filled.length === 0) return;
    this.#mustBeOpen();
    const contents = filled.map(({ block }) => block.pieces());
    await this.#files.withContents(contents, async (paths) => {
      const text = filled.map((one, at) => insertFrom(paths[at]!, one)).join('; ');
      const write = async (session: Session) => void (await session.queryAsync(text, { format: 'Null' }));
      await this.#gate.through(() => this.#writer.with(write, insertWaitMs)).catch(failed);
    });
  }

  async stream(statement: Sql, format: string, limits: QueryLimits = {}): Promise<AsyncIterable<Buffer>> {
    this.#mustBeOpen();
    const text = renderWithLiterals(statement);
    const streaming = streamingOf(format);
    if (streaming === 'as a whole') return this.#throughFile(text, format, limits);
    const chunks = this.#chunks(text, format, limits);
    return streaming === 'joined' ? chunks : withOneHeader(chunks);
  }

  async close(): Promise<void> {
    if (!this.#open) return;
    this.#open = false;
    if (this.#rest) clearTimeout(this.#rest);
    await Promise.all(
      [this.#readers, this.#writer, this.#streams, this.#control].map((turns) => turns.idle()),
    );
    await this.#engine.close();
  }

  async #run(
    text: string,
    format: string,
    limits: QueryLimits,
    kind: keyof typeof bytesPerThread = 'other',
  ): Promise<Uint8Array> {
    this.#mustBeOpen();
    const { prefix, comment } = this.#limiting(limits, kind);
    const stop = () => void this.#kill(comment);
    const work = async (session: Session) => {
      limits.signal?.throwIfAborted();
      limits.signal?.addEventListener('abort', stop, { once: true });
      return (await session.queryAsync(`${prefix}${text}`, { format })).bytes();
    };
    try {
      return await this.#readers.with(work, limits.timeoutMs ?? 30_000);
    } catch (error) {
      throw failure(error);
    } finally {
      limits.signal?.removeEventListener('abort', stop);
    }
  }

  async *#chunks(text: string, format: string, limits: QueryLimits): AsyncGenerator<Buffer> {
    const session = await this.#streams.take(limits.timeoutMs ?? 30_000).catch(failed);
    try {
      const { prefix } = this.#limiting({ timeoutMs: 600_000, ...limits });
      session.query(prefix);
      const chunks = session.queryStream(text, { format })[Symbol.asyncIterator]();
      try {
        // A turn per chunk: a reader that takes its time keeps nobody from asking.
        const next = () => this.#readers.with(() => chunks.next(), streamWaitMs);
        for (let chunk = await next(); !chunk.done; chunk = await next()) {
          limits.signal?.throwIfAborted();
          yield Buffer.from(chunk.value.raw());
        }
      } finally {
        await chunks.return?.(undefined);
      }
    } catch (error) {
      throw failure(error);
    } finally {
      this.#streams.giveBack(session);
    }
  }

  #throughFile(text: string, format: string, limits: QueryLimits): Promise<AsyncIterable<Buffer>> {
    return this.#files.readWritten((path) => {
      const into = renderWithLiterals(sql`insert into function file(${path}, ${format}) `);
      return this.#run(into + text, 'Null', { timeoutMs: 600_000, ...limits });
    });
  }

  #limiting(limits: QueryLimits, kind: keyof typeof bytesPerThread = 'other') {
    const comment = limits.name ?? randomUUID();
    const settings = {
      max_execution_time: Math.max(0.001, (limits.timeoutMs ?? 30_000) / 1000),
      ...memorySettings(limits.maxMemoryBytes ?? this.#options.queryMemoryBytes, limits.background),
      max_threads_min_free_memory_per_thread: bytesPerThread[kind],
      merge_tree_min_rows_for_concurrent_read: rowsPerThread,
      log_comment: comment,
    };
    const set = Object.entries(settings).map(([name, value]) => `${name} = ${literal(value)}`);
    return { comment, prefix: `set ${set.join(', ')}; ` };
  }

  async #kill(comment: string): Promise<void> {
    const statement = sql`kill query where Settings['log_comment'] = ${comment} async`;
    await this.#besides(renderWithLiterals(statement)).catch(() => undefined);
  }

  #mustBeOpen(): void {
    if (!this.#open) throw new WarehouseError('The warehouse is closed.', 0);
    this.#rest ??= setTimeout(() => {
      this.#rest = null;
      void this.#giveMemoryBack();
    }, restMs).unref();
  }

  /** The engine's allocator keeps what a large question took, until it is told to give it back to the system. */
  async #giveMemoryBack(): Promise<void> {
    if (!this.#open) return;
    await this.#besides('system jemalloc purge').catch(() => undefined);
  }

  /** What must not wait for a question: the connection that no question has. */
  #besides(text: string, format = 'Null'): Promise<Uint8Array> {
    const work = async (session: Session) => (await session.queryAsync(text, { format })).bytes();
    return this.#control.with(work, besidesWaitMs);
  }
}

function insertFrom(path: string, { table, block, options }: BlockOfTable): string {
  const names = sql.join(block.names.map(sql.name));
  const from = sql`insert into ${sql.name(table)} (${names}) select ${names} from file(${path}, Native) `;
  const settings = { ...insertSettings(options?.token), ...repetitionSettings(undefined, true) };
  return renderWithLiterals(from) + settingsClause(settings);
}

const settingsClause = (settings: Readonly<Record<string, string | number>>) =>
  `settings ${Object.entries(settings)
    .map(([name, value]) => `${name} = ${literal(value)}`)
    .join(', ')}`;

function failure(error: unknown): unknown {
  if (error instanceof WaitedTooLong) return new WarehouseError(error.message, 159, { cause: error });
  if ((error as Error | null)?.name === 'AbortError')
    return new WarehouseError('The question was stopped.', 394);
  return warehouseErrorFrom(error);
}

function failed(error: unknown): never {
  throw failure(error);
}
