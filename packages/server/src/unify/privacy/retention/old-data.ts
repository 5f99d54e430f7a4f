// All SQL of data that is old, by kind: what it is, and how it goes. Counts that were made of it are not among it.
import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { RetentionKind } from '@lyhord/contract';
import type { Platform } from '../../../platform/platform.ts';
import { rewriteWithout } from '../../../platform/purge/purge-warehouse.ts';
import { type Sql, sql } from '../../../platform/stores/sql.ts';

type Stores = Pick<Platform, 'warehouse' | 'ledger' | 'config'>;

/** Old data of one kind in one workspace. */
export interface OldData {
  count(stores: Stores, workspaceId: string, before: Date): Promise<number>;
  /** Says how many rows went. */
  remove(stores: Stores, workspaceId: string, before: Date): Promise<number>;
}

type Older = (before: Date) => Sql;
interface OldRows {
  readonly table: string;
  readonly older: Older;
}

const limits = { timeoutMs: 600_000 };
const inWorkspace = (workspaceId: string, older: Sql): Sql => sql`workspace_id = ${workspaceId} and ${older}`;

async function countIn(
  stores: Stores,
  store: 'warehouse' | 'ledger',
  table: string,
  rows: Sql,
): Promise<number> {
  const counted = sql`select count(*) as n from ${sql.name(table)} where ${rows}`;
  const [found] =
    store === 'warehouse'
      ? await stores.warehouse.query<{ n: string }>(counted, limits)
      : await stores.ledger.query<{ n: string }>(counted);
  return Number(found?.n ?? 0);
}

/** Rows of the warehouse; those of the first table are counted. */
const inWarehouse = (first: OldRows, ...others: OldRows[]): OldData => ({
  count: (stores, workspaceId, before) =>
    countIn(stores, 'warehouse', first.table, inWorkspace(workspaceId, first.older(before))),
  async remove(stores, workspaceId, before) {
    const count = await this.count(stores, workspaceId, before);
    for (const { table, older } of [first, ...others]) {
      const rows = inWorkspace(workspaceId, older(before));
      if ((await countIn(stores, 'warehouse', table, rows)) > 0)
        await rewriteWithout(stores.warehouse, table, rows);
    }
    return count;
  },
});

const inLedger = (...tables: OldRows[]): OldData => ({
  async count(stores, workspaceId, before) {
    let count = 0;
    for (const { table, older } of tables)
      count += await countIn(stores, 'ledger', table, inWorkspace(workspaceId, older(before)));
    return count;
  },
  async remove(stores, workspaceId, before) {
    let count = 0;
    for (const { table, older } of tables) {
      const rows = inWorkspace(workspaceId, older(before));
      const gone = await stores.ledger.query(
        sql`delete from ${sql.name(table)} where ${rows} returning 1 as one`,
      );
      count += gone.length;
    }
    return count;
  },
});

/** Whole days of a place go, so that what was counted of a day is never part of it. */
const ofDaysBefore: Older = (before) => sql`local_day < toDate(${before})`;
const happened: Older = (before) => sql`happened_at < toStartOfDay(${before})`;
const at: Older = (before) => sql`at < ${before}`;

/** A title is the customer's words, too; the row it stands in is the score, which stays. */
const texts: OldData = {
  count: (stores, workspaceId, before) =>
    countIn(stores, 'warehouse', 'signal_texts', inWorkspace(workspaceId, ofDaysBefore(before))),
  async remove(stores, workspaceId, before) {
    const { warehouse } = stores;
    const count = await inWarehouse({ table: 'signal_texts', older: ofDaysBefore }).remove(
      stores,
      workspaceId,
      before,
    );
    const titled = inWorkspace(workspaceId, sql`${ofDaysBefore(before)} and title != ''`);
    if ((await countIn(stores, 'warehouse', 'signals', titled)) === 0) return count;
    const { engine } = warehouse;
    await warehouse.command(
      sql`alter table ${sql.name(engine.shard('signals'))} ${sql.raw(engine.onCluster)}
        update title = '' where ${titled} settings mutations_sync = 2`,
      limits,
    );
    return count;
  },
};
/** Only the transaction that says so may take entries out; the table refuses everything else. */
const audit: OldData = {
  count: inLedger({ table: 'audit_entries', older: at }).count,
  remove: (stores, workspaceId, before) =>
    stores.ledger.transaction(async (tx) => {
      await tx.query(sql`select set_config('lyhord.audit_kept_since', ${before.toISOString()}, true)`);
      return inLedger({ table: 'audit_entries', older: at }).remove(
        { ...stores, ledger: tx },
        workspaceId,
        before,
      );
    }),
};

/** Originals that nobody loads at the moment; each bears the id of its import. */
async function oldOriginals(
  { ledger, config }: Stores,
  workspaceId: string,
  before: Date,
): Promise<string[]> {
  const folder = join(config.dataDir, 'uploads');
  const names = await readdir(folder).catch(() => [] as string[]);
  if (names.length === 0) return [];
  const ids = names.map((name) => name.replace(/\.upload$/, ''));
  const rows = await ledger.query<{ id: string }>(sql`select id from imports
    where workspace_id = ${workspaceId} and id = any(${ids}) and state not in ('running', 'undoing')`);
  const old: string[] = [];
  for (const { id } of rows) {
    const path = join(folder, `${id}.upload`);
    const written = await stat(path).catch(() => null);
    if (written && written.mtime < before) old.push(path);
  }
  return old;
}
const imports: OldData = {
  count: async (...of) => (await oldOriginals(...of)).length,
  async remove(...of) {
    const paths = await oldOriginals(...of);
    for (const path of paths) await rm(path, { force: true });
    return paths.length;
  },
};

/** Removes from tables of other steps what is as old as the rows that it was made of. */
export async function removeMadeOf(
  stores: Stores,
  tables: readonly string[],
  workspaceId: string,
  before: Date,
): Promise<void> {
  const rows = inWorkspace(workspaceId, ofDaysBefore(before));
  for (const table of tables) {
    if ((await countIn(stores, 'warehouse', table, rows)) > 0)
      await rewriteWithout(stores.warehouse, table, rows);
  }
}

export const oldData: Readonly<Record<RetentionKind, OldData>> = {
  events: inWarehouse(
    { table: 'events', older: ofDaysBefore },
    { table: 'order_lines', older: ofDaysBefore },
    { table: 'account_facts', older: happened },
  ),
  texts,
  refusals: inWarehouse({ table: 'refusals', older: at }),
  imports,
  logs: inLedger(
    { table: 'connector_runs', older: (before) => sql`ended_at < ${before}` },
    { table: 'refusal_replays', older: at },
  ),
  audit,
};
