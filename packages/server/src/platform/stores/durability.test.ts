import { expect, it } from 'vitest';
import { openTestStores } from '../testing/open-test-stores.ts';
import { setDurability } from './durability.ts';
import type { EngineClauses } from './engine-clauses.ts';
import { sql } from './sql.ts';

it('tables are made as durable as the configuration says, and back', async () => {
  const make = (engine: EngineClauses) => [
    sql`create table things (n UInt32) engine = ${sql.raw(engine.mergeTree())} order by n
      settings ${sql.raw(engine.settings)}`,
  ];
  const platform = await openTestStores({ warehouse: [{ id: 'test-0001', statements: make }], ledger: [] });
  const forced = async () => {
    const [row] = await platform.warehouse.query<{ q: string }>(
      sql`select create_table_query as q from system.tables where name = 'things' and database = currentDatabase()`,
    );
    return row!.q.includes('fsync_after_insert = 1, fsync_part_directory = 1');
  };
  try {
    expect(await forced()).toBe(true);
    await setDurability(platform.warehouse, false);
    expect(await forced()).toBe(false);
    await platform.warehouse.insert('things', [{ n: 1 }]);
    await setDurability(platform.warehouse, true);
    expect(await forced()).toBe(true);
  } finally {
    await platform.close();
  }
});
