// For the bench of profiles: customers who stand in the tables as if they had been collected long ago.
import { createAccess } from '../access/index.ts';
import { migrations } from '../compose.ts';
import { readConfig } from '../config.ts';
import { startPlatform } from '../platform/start-platform.ts';
import { type Sql, sql } from '../platform/stores/sql.ts';
import { spread } from './stored-profile.ts';

const perInsert = 500_000;
const firstCommit = 1_000;
const from = '2025-01-01 08:00:00';

const user = sql`(2 * number + 2) * ${sql.typed('UInt64', spread)}`;
const mail = sql`(2 * number + 3) * ${sql.typed('UInt64', spread)}`;

/** Writes `count` customers with two identifiers, four traits, three orders and, every third, an answer. */
export async function storeProfiles(dataDir: string, sourceId: string, count: number): Promise<void> {
  const platform = await startPlatform(readConfig({ dataDir, logLevel: 'warn' }), migrations);
  try {
    const [workspace] = await createAccess(platform).workspaces();
    for (let first = 0, commitNo = firstCommit; first < count; first += perInsert, commitNo += 1) {
      const numbers = { first, some: Math.min(perInsert, count - first) };
      for (const statement of rowsOf(workspace!.id, sourceId, commitNo, numbers)) {
        await platform.warehouse.command(statement, { timeoutMs: 600_000 });
      }
      await platform.warehouse.insert('commits', [
        { workspace_id: '', commit_no: commitNo, sealed_at: new Date(), rows: { events: numbers.some } },
      ]);
    }
  } finally {
    await platform.stop();
  }
}

function rowsOf(
  workspaceId: string,
  sourceId: string,
  commitNo: number,
  { first, some }: { first: number; some: number },
): Sql[] {
  const numbers = sql`from numbers(${first}, ${some})`;
  const own = sql`${workspaceId} as workspace_id, ${sql.typed('UInt64', commitNo)} as commit_no`;
  const moment = sql`toDateTime64(${from}, 3, 'UTC')`;
  const traits = sql`arrayJoin([('name', concat('Customer ', toString(number))), ('plan', if(number % 4 = 0, 'gold', 'blue')),
    ('city', concat('Town ', toString(number % 500))), ('language', if(number % 3 = 0, 'sv', 'da'))])`;
  return [
    sql`insert into identifiers (workspace_id, commit_no, identifier_key, type, value, namespace, first_seen_at)
      select ${own}, ${user}, 'user_id', concat('u-', toString(number)), '', ${moment} ${numbers}`,
    sql`insert into identifiers (workspace_id, commit_no, identifier_key, type, value, namespace, first_seen_at)
      select ${own}, ${mail}, 'email', concat('c', toString(number), '@example.org'), '', ${moment} ${numbers}`,
    sql`insert into identity_links (workspace_id, commit_no, link_id, key_a, key_b, rule, source_id, evidence,
        linked_at, by)
      select ${own}, hex(number), least(${user}, ${mail}), greatest(${user}, ${mail}), 'same_message', ${sourceId}, '',
        ${moment}, '' ${numbers}`,
    sql`insert into traits (workspace_id, commit_no, identifier_key, name, value, source_id, happened_at)
      select workspace_id, commit_no, key, trait.1, trait.2, ${sourceId}, ${moment}
      from (select ${own}, ${user} as key, ${traits} as trait ${numbers})`,
    sql`insert into events (workspace_id, commit_no, source_id, message_key, content_hash, event_id, kind, name,
        identifier_key, channel, happened_at, known_at, local_day, reference, amount_minor, currency, properties)
      select workspace_id, commit_no, ${sourceId}, cityHash64(number, nth), 1, hex(cityHash64(number, nth)), 'order_placed',
        'Order Completed', key, 'web', at, at, toDate(at), concat('o-', toString(number), '-', toString(nth)),
        5000 + cityHash64(nth, number) % 90000, 'EUR', '{}'
      from (select ${own}, number, ${user} as key, arrayJoin(range(3)) as nth,
          ${moment} + toIntervalMinute(cityHash64(number, nth, 3) % 800000) as at ${numbers})`,
    sql`insert into signals (workspace_id, commit_no, source_id, message_key, content_hash, signal_id, kind, channel,
        happened_at, known_at, local_day, identifier_key, author, question, score)
      select ${own}, ${sourceId}, cityHash64(number, 7), 1, hex(cityHash64(number, 7)), 'survey', 'email', ${moment},
        ${moment}, toDate(${moment}), ${mail}, 'customer', 'nps', number % 11 ${numbers} where number % 3 = 0`,
    sql`insert into answers (workspace_id, commit_no, signal_id, question, value, channel, kind, happened_at, local_day,
        identifier_key)
      select ${own}, hex(cityHash64(number, 7)), 'nps', number % 11, 'email', 'survey', ${moment}, toDate(${moment}),
        ${mail} ${numbers} where number % 3 = 0`,
  ];
}
