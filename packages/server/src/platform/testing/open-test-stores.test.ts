import { createClient } from '@clickhouse/client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sql } from '../stores/sql.ts';
import { openTestStores, type StoreMode, type TestPlatform } from './open-test-stores.ts';
import { sharedServers } from './shared-servers.ts';

const migrations = {
  ledger: [{ id: 'try-0001', statements: [sql`create table notes (id text primary key, body jsonb)`] }],
  warehouse: [
    {
      id: 'try-0001',
      statements: () => [
        sql`create table if not exists seen (workspace_id String, n UInt64, at DateTime64(3, 'UTC'), ok Bool default true)
        engine = MergeTree order by (workspace_id, n) settings non_replicated_deduplication_window = 10`,
      ],
    },
  ],
};

describe.each<StoreMode>(['embedded', 'remote'])('%s test stores', (mode) => {
  let platform: TestPlatform;
  beforeAll(async () => {
    platform = await openTestStores(migrations, mode);
  });
  afterAll(() => platform.close());

  it('keep rows in the warehouse', async () => {
    await platform.warehouse.insert('seen', [{ workspace_id: "it's \\ w", n: 2n ** 60n, at: new Date(0) }]);
    const rows = await platform.warehouse.query(sql`select * from seen where workspace_id = ${"it's \\ w"}`);
    expect(rows).toEqual([
      { workspace_id: "it's \\ w", n: String(2n ** 60n), at: '1970-01-01 00:00:00.000', ok: true },
    ]);
  });

  it('keep rows in the ledger', async () => {
    await platform.ledger.query(sql`insert into notes values (${'a'}, ${JSON.stringify({ x: 1 })})`);
    expect(await platform.ledger.one(sql`select * from notes`)).toEqual({ id: 'a', body: { x: 1 } });
  });
});

it('the ClickHouse bridge takes and gives packed bodies, and tells errors as a server does', async () => {
  const url = await sharedServers()!.warehouse();
  const client = createClient({ url, compression: { request: true, response: true } });
  const table = `packed_${Date.now()}`;
  try {
    await client.command({ query: `create table ${table} (n UInt64, s String) engine = Memory` });
    await client.insert({ table, values: [{ n: 1, s: 'å' }], format: 'JSONEachRow' });
    const rows = await client.query({
      query: `select s from ${table} where n = {n:UInt64}`,
      query_params: { n: 1 },
      format: 'JSONEachRow',
    });
    expect(await rows.json()).toEqual([{ s: 'å' }]);
    expect((await client.ping()).success).toBe(true);
    await expect(client.query({ query: 'select * from nowhere' })).rejects.toMatchObject({
      code: '60',
      type: 'UNKNOWN_TABLE',
    });
  } finally {
    await client.command({ query: `drop table if exists ${table}` });
    await client.close();
  }
});
