// Promise: the one place that touches chDB. It belongs to the main thread of one process; a worker thread that
// opened and closed the same directory would silently drop its lock.
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isMainThread } from 'node:worker_threads';
import type { Session } from 'chdb';
import { StartupError, startupErrorFrom } from '../startup-error.ts';
import { readSettings, repetitionSettings } from './warehouse-rows.ts';

export interface EmbeddedEngineOptions {
  /** Folder of the engine's files; made when missing. */
  readonly path: string;
  /** Most memory that the engine may take in all. */
  readonly maxMemoryBytes: number;
  /** false: statements are interpreted only; for an engine that ends before their compilation pays. Default true. */
  readonly compiles?: boolean;
}

export interface EmbeddedEngine {
  readonly session: () => Session;
  readonly close: () => Promise<void>;
  readonly path: string;
}

export const database = 'lyhord';
const mebibyte = 1024 ** 2;

/** Opens the engine and makes the database. `session()` gives further connections, which run side by side. */
export async function openEmbeddedEngine(options: EmbeddedEngineOptions): Promise<EmbeddedEngine> {
  if (!isMainThread) throw new Error('The embedded warehouse can only be opened in the main thread.');
  const { Session, drainPending } = await loadChdb();
  await mkdir(options.path, { recursive: true, mode: 0o700 }).catch((error) => {
    throw startupErrorFrom(error, options.path);
  });
  const configFile = join(options.path, 'engine.xml');
  await writeFile(configFile, engineConfiguration(options), { mode: 0o600 });
  await rm(join(options.path, 'tmp'), { recursive: true, force: true });
  const opened: Session[] = [];
  const open = () => {
    const session = new Session(options.path, { connectionArgs: [`--config-file=${configFile}`] });
    opened.push(session);
    return session;
  };
  try {
    const first = open();
    await first.queryAsync(`create database if not exists ${database} engine = Atomic`);
  } catch (error) {
    throw openingError(error, options.path);
  }
  return {
    path: options.path,
    session: () => prepared(open(), options.compiles === false ? interpreted : {}),
    close: async () => {
      for (const session of opened.splice(0)) session.close();
      await drainPending();
    },
  };
}

const interpreted = {
  compile_expressions: 0,
  compile_aggregate_expressions: 0,
  compile_sort_description: 0,
  compile_regular_expressions: 0,
};

function prepared(session: Session, more: Readonly<Record<string, number>>): Session {
  const settings = Object.entries({ ...readSettings, ...repetitionSettings(undefined, true), ...more }).map(
    ([name, value]) => `${name} = ${literal(value)}`,
  );
  session.query(`use ${database}`);
  session.query(`set ${settings.join(', ')}`);
  return session;
}

/** Setting values are written in this code base: numbers and plain words. */
export const literal = (value: string | number) =>
  typeof value === 'number' ? String(value) : `'${value.replace(/[\\']/g, '\\$&')}'`;

async function loadChdb() {
  try {
    return await import('chdb');
  } catch (error) {
    const platform = `${process.platform}-${process.arch}`;
    throw new StartupError(
      'native-missing',
      `The embedded warehouse (package chdb) has no working build here for ${platform}: run "npm install" again, ` +
        'or set CLICKHOUSE_URL to use a ClickHouse server. It exists for glibc Linux and for macOS.',
      { cause: error },
    );
  }
}

function openingError(error: unknown, path: string): unknown {
  const message = error instanceof Error ? error.message : String(error);
  const told = (
    fault: 'data-in-use' | 'disk-full' | 'disk-read-only' | 'warehouse-failed',
    sentence: string,
  ) => new StartupError(fault, sentence, { cause: error });
  if (/lock|another server|already running/i.test(message)) {
    return told('data-in-use', `Another process uses the warehouse in ${path}; stop it first.`);
  }
  if (/No space left/i.test(message)) {
    return told('disk-full', `The disk that holds ${path} is full; free some space and start again.`);
  }
  if (/Read-only file system/i.test(message)) {
    return told(
      'disk-read-only',
      `${path} is on a disk that is read-only; choose another folder with --data.`,
    );
  }
  return told('warehouse-failed', `The warehouse in ${path} does not open: ${message.slice(0, 300)}`);
}

/** Small caches: the marks and primary keys of some tens of millions of rows fit; the page cache does the rest. */
function engineConfiguration({ maxMemoryBytes, path }: EmbeddedEngineOptions): string {
  const settings: Record<string, string | number> = {
    max_server_memory_usage: maxMemoryBytes,
    mark_cache_size: 64 * mebibyte,
    primary_index_cache_size: 64 * mebibyte,
    index_mark_cache_size: 8 * mebibyte,
    index_uncompressed_cache_size: 0,
    uncompressed_cache_size: 0,
    mmap_cache_size: 0,
    compiled_expression_cache_size: 16 * mebibyte,
    background_pool_size: 2,
    background_schedule_pool_size: 2,
    max_thread_pool_free_size: 8,
    tmp_path: `${join(path, 'tmp')}/`,
  };
  // Each column of a part under way has buffers of this size; the engine's own are of a mebibyte.
  const ofTables = { max_compress_block_size: 128 * 1024 };
  const elements = (some: object) =>
    Object.entries(some).map(([name, value]) => `<${name}>${escapedXml(String(value))}</${name}>\n`);
  return `<clickhouse>\n${elements(settings).join('')}<merge_tree>\n${elements(ofTables).join('')}</merge_tree>\n</clickhouse>\n`;
}

const escapedXml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
