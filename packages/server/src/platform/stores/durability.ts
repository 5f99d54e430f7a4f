// Promise: after a start every table keeps what was acknowledged as the configuration says: through a power loss, or
// only through the end of the process.
import { sql } from './sql.ts';
import type { Warehouse } from './warehouse.ts';

const settings = (on: 0 | 1) => `fsync_after_insert = ${on}, fsync_part_directory = ${on}`;

/** Changes the tables whose inserts are forced to disk, or not, otherwise than asked for. */
export async function setDurability(warehouse: Warehouse, powerLoss: boolean): Promise<void> {
  const other = settings(powerLoss ? 0 : 1);
  const tables = await warehouse.query<{ name: string }>(
    sql`select name from system.tables where database = currentDatabase() and engine like '%MergeTree'
        and position(create_table_query, ${other}) > 0`,
  );
  for (const { name } of tables) {
    await warehouse.command(
      sql`alter table ${sql.name(name)} ${sql.raw(warehouse.engine.onCluster)}
          modify setting ${sql.raw(settings(powerLoss ? 1 : 0))}`,
    );
  }
}
