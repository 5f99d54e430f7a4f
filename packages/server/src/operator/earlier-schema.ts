// Promise: makes a data folder that no server uses look as an earlier version left it, so that the next start migrates
// it. Only what is made of other tables goes: the same is made again.
import { migrations } from '../compose.ts';
import { readConfig } from '../config.ts';
import { startPlatform } from '../platform/start-platform.ts';
import { sql } from '../platform/stores/sql.ts';
import type { Warehouse } from '../platform/stores/warehouse.ts';

interface Taken {
  readonly ids: readonly string[];
  readonly tables: readonly string[];
}

const inLedger: Taken = {
  ids: [
    'understand-0070-operations',
    'understand-0130-served-identifiers',
    // they change a table that is made by one of these
    'understand-0310-customer-histories',
    'understand-0311-customer-states',
    'understand-0314-what-followed-a-view',
    'understand-0330-tickets-by-day',
  ],
  tables: ['operation_checkpoints', 'served_identifiers', 'served_checkpoints'],
};
const inWarehouse: Taken = {
  ids: [
    'understand-0070-sums-and-operations',
    'understand-0071-sums-of-operations',
    'understand-0190-topics-of-places',
    'understand-0330-tickets-by-day',
  ],
  tables: [
    'daily_score_sums',
    'daily_topic_sums',
    'daily_operations',
    'daily_operation_sums',
    'daily_place_topics',
    'daily_tickets',
    'daily_ticket_topics',
  ],
};

/** Takes the last migrations that can be taken back out of both stores; returns their ids, in the order of a start. */
export async function takeMigrationsBack(dataDir: string): Promise<string[]> {
  const platform = await startPlatform(readConfig({ dataDir, logLevel: 'warn' }), migrations);
  try {
    await platform.ledger.transaction(async (tx) => {
      for (const table of inLedger.tables) await tx.query(sql`drop table ${sql.name(table)}`);
      await tx.query(sql`delete from schema_migrations where id = any(${[...inLedger.ids]})`);
    });
    await takeFromWarehouse(platform.warehouse);
    return [...inLedger.ids, ...inWarehouse.ids];
  } finally {
    await platform.stop();
  }
}

async function takeFromWarehouse(warehouse: Warehouse): Promise<void> {
  for (const table of inWarehouse.tables) await warehouse.command(sql`drop table ${sql.name(table)} sync`);
  await warehouse.command(sql`alter table schema_migrations
    delete where id in ${sql.list([...inWarehouse.ids], 'String')} settings mutations_sync = 2`);
}
