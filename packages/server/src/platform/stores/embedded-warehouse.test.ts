import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openEmbeddedWarehouse } from './embedded-warehouse.ts';
import { sql } from './sql.ts';
import type { Warehouse } from './warehouse.ts';

let dir: string;
let warehouse: Warehouse;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'lyhord-warehouse-'));
  warehouse = await openEmbeddedWarehouse({ path: dir, maxMemoryBytes: 1e9, queryMemoryBytes: 5e8 });
});
afterAll(async () => {
  await warehouse.close();
  await rm(dir, { recursive: true });
});
describe('x', () => {
  it('streams with one header', async () => {
    let t = '';
    for await (const c of await warehouse.stream(
      sql`select number n, toString(number) s from numbers(300000)`,
      'CSVWithNames',
    ))
      t += c;
    expect(t.split('\n').length).toBe(300002);
    expect(t.split('"n"').length).toBe(2);
    let n = 0;
    for await (const c of await warehouse.stream(
      sql`select number n, toString(number) s from numbers(300000)`,
      'Parquet',
    ))
      n += c.length;
    expect(n).toBeGreaterThan(100000);
    const a = new AbortController();
    setTimeout(() => a.abort(), 100);
    await expect(
      warehouse.query(
        sql`select sum(sleepEachRow(0.01)) from numbers(500) settings max_block_size=1,function_sleep_max_microseconds_per_block=10000000`,
        { signal: a.signal },
      ),
    ).rejects.toMatchObject({ cancelled: true });
    await expect(
      warehouse.query(
        sql`select sum(sleepEachRow(0.01)) from numbers(500) settings max_block_size=1,function_sleep_max_microseconds_per_block=10000000`,
        { timeoutMs: 100 },
      ),
    ).rejects.toMatchObject({ overLimit: true });
  });
});
