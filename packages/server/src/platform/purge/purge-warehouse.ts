// Promise: what was deleted from the warehouse is in no file of it any more: deleted rows are written out of their
// parts, parts that were replaced are dropped at once, and parts that were put aside are removed.
import { setTimeout as pause } from 'node:timers/promises';
import { sql } from '../stores/sql.ts';
import type { Warehouse } from '../stores/warehouse.ts';

export interface PurgedWarehouse {
  /** Parts that were not in use any more and are gone from the disk. */
  readonly partsDropped: number;
  /** Parts that the engine had put aside, such as broken ones. */
  readonly detachedDropped: number;
}

const longestMs = 120_000;

/** Deletes rows by rewriting the parts that hold them; resolves when the new parts are in use. */
export async function rewriteWithout(
  warehouse: Warehouse,
  table: string,
  rows: ReturnType<typeof sql>,
): Promise<void> {
  const { engine } = warehouse;
  await warehouse.command(
    sql`alter table ${sql.name(engine.shard(table))} ${sql.raw(engine.onCluster)}
        delete where ${rows} settings mutations_sync = 2`,
    { timeoutMs: 3_600_000 },
  );
}

/** Drops what is not in use any more of these tables, and waits until it is gone. */
export async function purgeWarehouse(
  warehouse: Warehouse,
  tables: readonly string[],
): Promise<PurgedWarehouse> {
  const shards = tables.map((table) => warehouse.engine.shard(table));
  await applyMasks(warehouse, shards);
  const detachedDropped = await dropDetached(warehouse, shards);
  const partsDropped = (await inactiveParts(warehouse, shards)).reduce((sum, { parts }) => sum + parts, 0);
  const waiting = (await inactiveParts(warehouse, shards)).map(({ table }) => table);
  if (waiting.length > 0) await dropInactive(warehouse, waiting);
  return { partsDropped, detachedDropped };
}

/** Rows that a lightweight delete only hides are written out. */
async function applyMasks(warehouse: Warehouse, tables: readonly string[]): Promise<void> {
  const rows = await warehouse.query<{ table: string }>(sql`select distinct table from system.parts
    where database = currentDatabase() and active and has_lightweight_delete and table in ${sql.list(tables)}`);
  for (const { table } of rows) {
    await warehouse.command(
      sql`alter table ${sql.name(table)} ${sql.raw(warehouse.engine.onCluster)}
          apply deleted mask settings mutations_sync = 2`,
      { timeoutMs: 3_600_000 },
    );
  }
}

async function dropDetached(warehouse: Warehouse, tables: readonly string[]): Promise<number> {
  const rows = await warehouse.query<{ table: string; name: string }>(sql`select table, name
    from system.detached_parts where database = currentDatabase() and table in ${sql.list(tables)}`);
  for (const { table, name } of rows) {
    if (!/^[\w.-]+$/.test(name)) throw new Error(`"${name}" is not the name of a part.`);
    await warehouse.command(
      sql`alter table ${sql.name(table)} drop detached part '${sql.raw(name)}' settings allow_drop_detached = 1`,
    );
  }
  return rows.length;
}

async function inactiveParts(warehouse: Warehouse, tables: readonly string[]) {
  const rows = await warehouse.query<{ table: string; parts: string }>(sql`select table, count() as parts
    from system.parts where database = currentDatabase() and not active and table in ${sql.list(tables)}
    group by table`);
  return rows.map(({ table, parts }) => ({ table, parts: Number(parts) }));
}

async function dropInactive(warehouse: Warehouse, tables: readonly string[]): Promise<void> {
  const { onCluster } = warehouse.engine;
  for (const table of tables) {
    await warehouse.command(
      sql`alter table ${sql.name(table)} ${sql.raw(onCluster)} modify setting old_parts_lifetime = 0`,
    );
  }
  try {
    const until = performance.now() + longestMs;
    let waiting = [...tables];
    while (waiting.length > 0) {
      if (performance.now() > until)
        throw new Error(`The warehouse did not drop unused parts of ${waiting.join(', ')}.`);
      // a table without work looks after its old parts only now and then; dropping a partition makes it look at once,
      // and this one does not exist
      for (const table of waiting)
        await warehouse.command(
          sql`alter table ${sql.name(table)} ${sql.raw(onCluster)} drop partition id 'none'`,
        );
      await pause(250);
      waiting = (await inactiveParts(warehouse, waiting)).map(({ table }) => table);
    }
  } finally {
    for (const table of tables) {
      await warehouse.command(
        sql`alter table ${sql.name(table)} ${sql.raw(onCluster)} reset setting old_parts_lifetime`,
      );
    }
  }
}
