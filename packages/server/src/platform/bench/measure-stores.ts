// Measures the embedded stores on this machine, in an empty folder: how fast they open, how fast rows go in, and
// what they take of memory.
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '../../config.ts';
import { startPlatform } from '../start-platform.ts';
import { openEmbeddedEngine } from '../stores/embedded-engine.ts';
import type { EngineClauses } from '../stores/engine-clauses.ts';
import { sql } from '../stores/sql.ts';
import type { Warehouse } from '../stores/warehouse.ts';
import { insertSettings, repetitionSettings, rowsToBytes } from '../stores/warehouse-rows.ts';

export interface StoreFigure {
  readonly name: string;
  readonly value: number;
  readonly unit: 'ms' | 'rows/s' | 'MB';
}

const table = (
  engine: EngineClauses,
) => sql`create table if not exists things (workspace_id LowCardinality(String),
  id UInt64, at DateTime64(3, 'UTC'), place LowCardinality(String), kind LowCardinality(String), amount Nullable(Int64),
  note String, customer UInt64) engine = ${sql.raw(engine.mergeTree())} order by (workspace_id, kind, place, at)
  settings ${sql.raw(engine.settings)}`;
const migrations = {
  ledger: [],
  warehouse: [{ id: 'bench-0001', statements: (engine: EngineClauses) => [table(engine)] }],
};

const rowsFrom = (first: number, count: number) =>
  Array.from({ length: count }, (_, n) => ({
    workspace_id: 'w',
    id: first + n,
    at: `2024-05-${String(1 + (n % 28)).padStart(2, '0')} 10:00:00.000`,
    place: `place-${n % 60}`,
    kind: `kind-${n % 9}`,
    amount: n * 7,
    note: `some words of number ${n}`,
    customer: n % 5000,
  }));

/** Needs some 15 s and 100 MB in the system's folder for temporary files. */
export async function measureStores(): Promise<StoreFigure[]> {
  const dir = await mkdtemp(join(tmpdir(), 'lyhord-bench-'));
  const figures: StoreFigure[] = [];
  const note = (name: string, value: number, unit: StoreFigure['unit']) =>
    void figures.push({ name, value: Math.round(value), unit });
  try {
    const before = await memoryMegabytes();
    const config = readConfig({ dataDir: join(dir, 'data'), logLevel: 'silent' }, {});
    note(
      'stores-first-start',
      await timed(async () => (await startPlatform(config, migrations)).stop()),
      'ms',
    );
    const started = performance.now();
    const platform = await startPlatform(config, migrations);
    note('stores-next-start', performance.now() - started, 'ms');
    note('stores-opened-memory', (await memoryMegabytes()) - before, 'MB');
    for (const size of [1, 1000, 10_000])
      note(`warehouse-insert-${size}`, await insertRate(platform.warehouse, size), 'rows/s');
    note('warehouse-inserted-memory', (await memoryMegabytes()) - before, 'MB');
    await platform.stop();
    note('engine-insert-10000', await bareRate(join(dir, 'data', 'warehouse')), 'rows/s');
    return figures;
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}

async function insertRate(warehouse: Warehouse, size: number): Promise<number> {
  const times = size === 1 ? 60 : size === 1000 ? 40 : 20;
  const batches = Array.from({ length: times }, (_, n) => rowsFrom(n * size, size));
  const ms = await timed(async () => {
    for (const batch of batches) await warehouse.insert('things', batch);
  });
  return (size * times) / (ms / 1000);
}

/** The same bytes, already written as JSON, straight into the engine. */
async function bareRate(path: string): Promise<number> {
  const engine = await openEmbeddedEngine({ path, maxMemoryBytes: 2 * 1024 ** 3 });
  const session = engine.session();
  const batches = Array.from({ length: 20 }, (_, n) => rowsToBytes(rowsFrom(n * 10_000, 10_000)));
  const settings = { ...insertSettings(undefined), ...repetitionSettings(undefined, true) };
  const ms = await timed(async () => {
    for (const values of batches)
      await session.insert({ table: 'things', values, format: 'JSONEachRow', settings });
  });
  await engine.close();
  return 200_000 / (ms / 1000);
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** Proportional memory of this process; of macOS the resident one. */
async function memoryMegabytes(): Promise<number> {
  const rollup = await readFile('/proc/self/smaps_rollup', 'utf8').catch(() => '');
  const kilobytes = Number(/^Pss:\s+(\d+)/m.exec(rollup)?.[1] ?? process.memoryUsage.rss() / 1024);
  return kilobytes / 1024;
}
