import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type EmbeddedEngine, openEmbeddedEngine } from '../stores/embedded-engine.ts';
import { readWarehouseFile } from './warehouse-files.ts';

const rows = 5_003;
const ranges = {
  constant: '-7',
  small: 'number % 3',
  bytes: 'number % 65536',
  moments: '1700000000000 + cityHash64(number) % 40000000000',
  below: '-5000000 + (number * 7919) % 4000000',
  around: 'toInt64(cityHash64(number) % 2000001) - 1000000',
  uneven: 'toInt64(number % 200) - 3',
  all: 'reinterpretAsInt64(cityHash64(number))',
  signs: 'if(number % 2 = 0, toInt64(-1), toInt64(0))',
};
const codecs = ['T64, LZ4', 'T64, ZSTD(1)', 'T64', 'LZ4', 'ZSTD(3)', 'NONE'];

let folder: string;
let engine: EmbeddedEngine;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lyhord-scan-'));
  engine = await openEmbeddedEngine({ path: folder, maxMemoryBytes: 1024 ** 3 });
});
afterAll(async () => {
  await engine.close();
  await rm(folder, { recursive: true, force: true });
});

/** The one file of that name below the engine's folder, unpacked. */
async function unpacked(name: string): Promise<Buffer> {
  const all = await readdir(folder, { recursive: true });
  const [found] = all.filter((file) => file.endsWith(`/${name}.bin`));
  const pieces: Uint8Array[] = [];
  const read = readWarehouseFile(join(folder, found!), (bytes) => void pieces.push(bytes.slice()));
  expect(read.as, name).toBe('blocks');
  return Buffer.concat(pieces);
}

it.each(codecs)('columns packed by %s are unpacked to what was written', async (codec) => {
  const session = engine.session();
  const prefix = codec.replace(/\W+/g, '').toLowerCase();
  const columns = Object.entries(ranges).flatMap(([name, value]) => [
    { name: `${prefix}_${name}`, type: 'Int64', value },
    { name: `${prefix}_${name}_u`, type: 'UInt64', value: `reinterpretAsUInt64(toInt64(${value}))` },
  ]);
  const declared = columns.map(({ name, type }) => `${name} ${type} codec(${codec})`);
  await session.queryAsync(`create table ${prefix} (${declared.join(', ')}) engine = MergeTree order by tuple()
    settings min_bytes_for_wide_part = 0, min_rows_for_wide_part = 0`);
  const values = columns.map(({ value, name }) => `${value} as ${name}`);
  await session.queryAsync(`insert into ${prefix} select ${values.join(', ')} from numbers(${rows})`);
  for (const { name } of columns) {
    const answer = await session.queryAsync(`select ${name} from ${prefix}`, { format: 'RowBinary' });
    expect((await unpacked(name)).equals(answer.bytes()), name).toBe(true);
  }
});
