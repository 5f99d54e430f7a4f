// Promise: says whether a data folder that no server uses holds everything once, and whether all that was made of it
// equals a fresh computation.
import { composeSteps, migrations } from '../compose.ts';
import { readConfig } from '../config.ts';
import { startPlatform } from '../platform/start-platform.ts';
import { sql } from '../platform/stores/sql.ts';

export interface WholeData {
  /** Rows by table, of one workspace; of events the orders, since the product itself records others. */
  readonly rows: Readonly<Record<'orders' | 'signals' | 'answers' | 'identifiers' | 'links', number>>;
  /** Rows beyond the first under one key, in any of these tables. */
  readonly doubled: number;
  /** Rows of commits that were never sealed. */
  readonly unsealed: number;
  readonly texts: number;
  /** Mentions of each text; the more than one number stands here, the less equal texts were read equally. */
  readonly mentionsOfText: readonly number[];
  /** Customers as the identifiers and links make them. */
  readonly profiles: number;
  /** Where rollups, the map of profiles or tallies say otherwise than a fresh computation. */
  readonly differences: readonly Record<string, unknown>[];
  /** Records beyond the first of one migration; the ledger's own cannot be doubled. */
  readonly migrationsRepeated: number;
}

/** Opens the folder, lets it repair itself as a start does, and compares the first workspace's tables. */
export async function wholeDataIn(dataDir: string): Promise<WholeData> {
  const platform = await startPlatform(readConfig({ dataDir, logLevel: 'warn' }), migrations);
  const steps = composeSteps(platform);
  try {
    await steps.start();
    const [workspace] = await steps.access.workspaces();
    const { id } = workspace!;
    await steps.understand.repairRollups();
    const { differences } = await steps.understand.verifyRollups(id);
    const ask = async <Row>(statement: ReturnType<typeof sql>) => platform.warehouse.query<Row>(statement);
    const own = sql`where workspace_id = ${id}`;
    const [counted] = await ask<Record<string, string>>(sql`select
      (select count() from events ${own} and kind = 'order_placed') as orders,
      (select count() from events ${own}) as events, (select count() from signals ${own}) as signals,
      (select count() from answers ${own}) as answers, (select count() from identifiers ${own}) as identifiers,
      (select uniqExact(link_id) from identity_links ${own} and rule = 'same_message') as links,
      events - (select uniqExact(message_key) from events ${own})
        + signals - (select uniqExact(message_key) from signals ${own})
        + answers - (select uniqExact(signal_id, question) from answers ${own})
        + identifiers - (select uniqExact(identifier_key) from identifiers ${own}) as doubled,
      (select count() from signal_texts ${own}) as texts,
      (select count() - uniqExact(id) from schema_migrations) as migrations_repeated,
      (select count() from events where commit_no not in (select commit_no from commits))
        + (select count() from signals where commit_no not in (select commit_no from commits)) as unsealed`);
    const mentions = await ask<{ n: string }>(sql`select distinct n from (
        select countIf(mentions.signal_id != '') as n from signal_texts
        left join (select signal_id from mentions ${own}) as mentions using (signal_id) ${own} group by signal_id)
      order by n`);
    const keys = await ask<{ k: string }>(sql`select identifier_key as k from identifiers ${own}`);
    const profileOf = keys.map(({ k }) => steps.unify.profileKeyOf(id, k));
    const of = (name: string) => Number(counted![name]);
    return {
      rows: {
        orders: of('orders'),
        signals: of('signals'),
        answers: of('answers'),
        identifiers: of('identifiers'),
        links: of('links'),
      },
      doubled: of('doubled'),
      unsealed: of('unsealed'),
      texts: of('texts'),
      mentionsOfText: mentions.map(({ n }) => Number(n)),
      profiles: new Set(profileOf.map((key) => key ?? 'unknown')).size,
      differences,
      migrationsRepeated: of('migrations_repeated'),
    };
  } finally {
    await steps.stop();
    await platform.stop();
  }
}
