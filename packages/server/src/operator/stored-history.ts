// For the bench of erasure: a long history of many customers around those who stand in a data folder already, in the
// same few large parts.
import { composeSteps, migrations } from '../compose.ts';
import { readConfig } from '../config.ts';
import { startPlatform } from '../platform/start-platform.ts';
import { type Sql, sql } from '../platform/stores/sql.ts';

interface StoredHistory {
  readonly customers: number;
  readonly events: number;
  readonly signals: number;
}

const perInsert = 1_000_000;
const from = '2025-09-01 08:00:00';
const seconds = 34_000_000;
const patient = { timeoutMs: 3_600_000 };
const joined = ['events', 'signals', 'answers', 'mentions', 'signal_texts', 'identifiers', 'traits'];

/** Adds the history of `size` to the first workspace of a folder that no server uses, with all that is counted of it. */
export async function storeHistory(dataDir: string, sourceId: string, size: StoredHistory): Promise<void> {
  const platform = await startPlatform(readConfig({ dataDir, logLevel: 'warn' }), migrations);
  const { warehouse } = platform;
  const steps = composeSteps(platform);
  try {
    const [workspace] = await steps.access.workspaces();
    const { id } = workspace!;
    const [last] = await warehouse.query<{ n: string }>(sql`select max(commit_no) as n from commits`);
    let commitNo = Number(last?.n ?? 0);
    for (const [noun, rows] of Object.entries({
      customers: customerRows,
      events: eventRows,
      signals: signalRows,
    })) {
      const all = size[noun as keyof StoredHistory];
      for (let first = 0; first < all; first += perInsert) {
        commitNo += 1;
        const some = { first, some: Math.min(perInsert, all - first), customers: size.customers };
        for (const statement of rows(id, sourceId, commitNo, some))
          await warehouse.command(statement, patient);
        const seal = { workspace_id: '', commit_no: commitNo, sealed_at: new Date(), rows: {} };
        await warehouse.insert('commits', [seal]);
      }
    }
    for (const table of joined)
      await warehouse.command(sql`optimize table ${sql.name(warehouse.engine.shard(table))} final`, patient);
    await steps.start();
    await steps.understand.rebuildRollups(id);
  } finally {
    await steps.stop();
    await platform.stop();
  }
}

interface Some {
  readonly first: number;
  readonly some: number;
  readonly customers: number;
}

const customer = (number: Sql): Sql => sql`intHash64(${number} + 1)`;
const moment = (of: Sql): Sql =>
  sql`toDateTime64(${from}, 3, 'UTC') + toIntervalSecond(cityHash64(${of}) % ${sql.typed('UInt64', seconds)})`;
const own = (workspaceId: string, commitNo: number): Sql =>
  sql`${workspaceId} as workspace_id, ${sql.typed('UInt64', commitNo)} as commit_no`;

function customerRows(workspaceId: string, sourceId: string, commitNo: number, { first, some }: Some): Sql[] {
  const numbers = sql`from numbers(${first}, ${some})`;
  const whose = sql`${own(workspaceId, commitNo)}, ${customer(sql`number`)} as identifier_key`;
  return [
    sql`insert into identifiers (workspace_id, commit_no, identifier_key, type, value, namespace, first_seen_at)
      select ${whose}, 'user_id', concat('u', toString(number)), '', ${moment(sql`number`)} ${numbers}`,
    sql`insert into traits (workspace_id, commit_no, identifier_key, name, value, source_id, happened_at)
      select ${whose}, 'name', concat('Customer ', toString(number)), ${sourceId}, ${moment(sql`number`)} ${numbers}`,
  ];
}

function eventRows(workspaceId: string, sourceId: string, commitNo: number, of: Some): Sql[] {
  const { first, some, customers } = of;
  return [
    sql`insert into events (workspace_id, commit_no, source_id, message_key, content_hash, event_id, kind, name,
        identifier_key, channel, happened_at, known_at, local_day, local_minute, reference, amount_minor, currency,
        properties)
      select ${own(workspaceId, commitNo)}, ${sourceId}, cityHash64(number, 1) as message_key, message_key,
        lower(hex(message_key)), if(number % 3 = 0, 'order_placed', 'page_viewed') as kind,
        if(kind = 'order_placed', 'Order Completed', 'Page Viewed'), ${customer(sql`number % ${customers}`)}, 'web',
        ${moment(sql`number`)} as happened_at, happened_at, toDate(happened_at),
        toUInt16(intDiv(toUnixTimestamp(happened_at) % 86400, 60)), concat('o', toString(number)),
        if(kind = 'order_placed', 10000 + number % 90000, null), if(kind = 'order_placed', 'SEK', ''),
        concat('{"shelf":"s', toString(number % 400), '"}')
      from numbers(${first}, ${some})`,
  ];
}

function signalRows(workspaceId: string, sourceId: string, commitNo: number, of: Some): Sql[] {
  const { first, some, customers } = of;
  const commit = sql`commit_no = ${sql.typed('UInt64', commitNo)}`;
  const every = sql.raw('workspace_id, commit_no, signal_id, local_day, identifier_key');
  const beside = sql.raw('channel, kind, happened_at');
  return [
    sql`insert into signals (workspace_id, commit_no, source_id, message_key, content_hash, signal_id, kind, channel,
        happened_at, known_at, local_day, local_minute, identifier_key, author, question, score, has_text, language,
        sentiment)
      select ${own(workspaceId, commitNo)}, ${sourceId}, cityHash64(number, 2) as message_key, message_key,
        lower(hex(message_key)), 'survey', 'web', ${moment(sql`number, 3`)} as happened_at, happened_at,
        toDate(happened_at), toUInt16(intDiv(toUnixTimestamp(happened_at) % 86400, 60)),
        ${customer(sql`number % ${customers}`)}, 'customer', 'nps', number % 11, number % 2 = 0 as has_text,
        if(has_text, 'en', ''), if(has_text, 'neutral', '')
      from numbers(${first}, ${some})`,
    sql`insert into answers (${every}, ${beside}, local_minute, question, value)
      select ${every}, ${beside}, local_minute, 'nps', assumeNotNull(score) from signals where ${commit}`,
    sql`insert into signal_texts (${every}, text, redactions)
      select ${every}, concat('The queue was long but the staff of counter ', toString(message_key % 60),
        ' were kind on day ', toString(message_key % 7919)), '[]' from signals where ${commit} and has_text`,
    sql`insert into mentions (${every}, ${beside}, aspect, label, confidence, language)
      select ${every}, ${beside}, if(message_key % 4 < 2, 'queue', 'staff'), 'neutral', 0.9, 'en'
      from signals where ${commit} and has_text`,
  ];
}
