// A history of many signals and events, made inside the engine: eighteen months, stores of very different size, skewed
// topics, customers who come back, half of whose identifiers share a customer with another one. Every value follows from
// the row's number, so that the same size is the same data.
import { PlaceInput } from '@lyhord/contract';
import { shippedTopics } from '@lyhord/text';
import { type Sql, sql } from '../../platform/stores/sql.ts';
import type { Warehouse } from '../../platform/stores/warehouse.ts';
import type { Unify } from '../../unify/index.ts';

export interface HistorySize {
  readonly signals: number;
  readonly events: number;
  /** One for eight signals where it is left out. */
  readonly customers?: number;
}
/** The last day of the history and its length. */
export const lastDay = '2026-10-31';
const days = 540;
const stores = 60;
const regions = 4;
const perInsert = { signals: 500_000, events: 2_000_000 };
const firstCommit = 1_000;
const insertsAtOnce = 2;
const patient = { timeoutMs: 3_600_000 };

/** Regions and stores below one organisation; the id of one region, and those of the stores. */
async function plantPlaces(unify: Pick<Unify, 'createPlaces'>, workspaceId: string) {
  const place = (code: string, kind: string, parentId: string | null) =>
    PlaceInput.parse({ code, name: code, kind, parentId });
  const regionCodes = Array.from({ length: regions }, (_, n) => `bench-region-${n}`);
  const codes = Array.from({ length: stores }, (_, n) => `bench-store-${n}`);
  const ids = await unify.createPlaces(workspaceId, [
    place('bench', 'organisation', null),
    ...regionCodes.map((code) => place(code, 'region', 'bench')),
    ...codes.map((code, n) => place(code, 'store', regionCodes[n % regions]!)),
  ]);
  return { region: ids.get(regionCodes[0]!)!, stores: codes.map((code) => ids.get(code)!) };
}

const share = (salt: number, of: Sql = sql`number`): Sql =>
  sql`(cityHash64(${of}, ${sql.typed('UInt8', salt)}) % 1000003 / 1000003.)`;
const strings = (values: readonly string[]): Sql => sql.typed('Array(String)', [...values]);
/** One of the values; `skew` above 1 makes the first ones more frequent. */
const oneOf = (values: readonly string[], salt: number, skew = 1): Sql =>
  sql`arrayElement(${strings(values)}, 1 + toUInt32(floor(${sql.typed('UInt32', values.length)}
    * pow(${share(salt)}, ${sql.typed('Float64', skew)}))))`;
/** Six times of seven the store where the customer of the row is at home, else any; of nobody any. */
const placeOf = (places: readonly string[], salt: number): Sql =>
  sql`if(identifier_key != 0 and ${share(salt + 20)} < 0.86, arrayElement(${strings(places)},
    1 + toUInt32(floor(${sql.typed('UInt32', places.length)} * pow(${share(21, sql`identifier_key`)}, 1.7)))),
    ${oneOf(places, salt, 1.7)})`;
const moment = (of: Sql): Sql =>
  sql`toDateTime64(${lastDay}, 3, 'UTC') + toIntervalSecond(86399 - toUInt32(${sql.typed('UInt32', days * 86_400)} * ${of}))
    + toIntervalMillisecond(number % 1000)`;

function signalRows(
  workspaceId: string,
  sourceId: string,
  places: readonly string[],
  customers: number,
): Sql {
  const score = sql`toFloat64(toUInt8(least(10, floor(11 * pow(${share(5)}, 0.55)))))`;
  return sql`select ${workspaceId} as workspace_id, ${sourceId} as source_id, cityHash64(number, 77) as message_key,
      hex(cityHash64(number, 78)) as signal_id,
      multiIf(${share(1)} < 0.7, 'survey', ${share(1)} < 0.9, 'review', 'ticket') as kind,
      ${oneOf(['email', 'web', 'app', 'kiosk', 'phone'], 2, 1.5)} as channel,
      ${oneOf(['checkout', 'delivery', 'support', 'store_visit', ''], 3, 1.3)} as touchpoint,
      ${placeOf(places, 4)} as place_id, ${moment(share(6))} as happened_at, happened_at as known_at,
      toDate(happened_at) as local_day, toUInt16(intDiv(toUnixTimestamp(happened_at) % 86400, 60)) as local_minute,
      intHash64(number % ${customers} + 1) as identifier_key,
      if(kind = 'survey', 'nps', '') as question, if(kind = 'survey', ${score}, null) as score,
      ${share(7)} < 0.45 as has_text, if(has_text, ${oneOf(['sv', 'en', 'da', 'fi'], 8, 1.8)}, '') as language,
      if(has_text, ${oneOf(['positive', 'neutral', 'negative'], 9)}, '') as sentiment, 'customer' as author,
      if(kind = 'ticket', concat('t', toString(number)), '') as reference`;
}

const eventKinds: readonly [kind: string, percent: number][] = [
  ['page_viewed', 55],
  ['order_placed', 12],
  ['order_delivered', 8],
  ['visit', 14],
  ['survey_sent', 4],
  ['payment_made', 2],
  ['ticket_opened', 1],
  ['ticket_answered', 1],
  ['ticket_solved', 1],
  ['order_returned', 1],
  ['cost_to_serve', 1],
];

/** A hundred rows are one block: some orders and one ticket with all that follows them, in the shares of `eventKinds`. */
function eventRows(workspaceId: string, sourceId: string, places: readonly string[], customers: number): Sql {
  const kinds = eventKinds.flatMap(([kind, percent]) => Array.from({ length: percent }, () => kind));
  const block = sql`intDiv(number, 100)`;
  const inBlock = sql`number % 100`;
  const order = sql`concat('o', toString(${block}), '-', toString(multiIf(kind = 'order_placed', ${inBlock} - 55,
    kind = 'order_delivered', ${inBlock} - 67, kind = 'payment_made', ${inBlock} - 93, 0)))`;
  return sql`select ${workspaceId} as workspace_id, ${sourceId} as source_id, cityHash64(number, 79) as message_key,
      arrayElement(${strings(kinds)}, 1 + ${inBlock}) as kind, kind as name,
      multiIf(kind like 'ticket%', 'phone', kind = 'visit', 'store', ${oneOf(['web', 'app', 'store'], 12)}) as channel,
      if(kind = 'page_viewed', '', ${oneOf(['checkout', 'delivery', 'support', ''], 13)}) as touchpoint,
      if(kind like 'ticket%', arrayElement(${strings(places)}, 1 + ${block} % ${places.length}),
        ${placeOf(places, 14)}) as place_id,
      ${moment(share(15, block))} + toIntervalHour(multiIf(kind = 'order_delivered', 40 + number % 90,
        kind = 'payment_made', 300, kind = 'ticket_answered', 1 + ${block} % 30, kind = 'ticket_solved', 30 + ${block} % 90,
        kind = 'order_returned', 200, number % 20)) as happened_at,
      happened_at as known_at, toDate(happened_at) as local_day,
      toUInt16(intDiv(toUnixTimestamp(happened_at) % 86400, 60)) as local_minute,
      if(kind = 'page_viewed' and ${share(16)} < 0.5, 0, intHash64(toUInt64(floor(${customers}
        * pow(${share(17, sql`intDiv(number, 5)`)}, 1.4))) + 1)) as identifier_key,
      multiIf(kind = 'survey_sent', concat('s', toString(number)), kind like 'ticket%', concat('t', toString(${block})),
        kind in ('order_placed', 'order_delivered', 'payment_made', 'order_returned'), ${order}, '') as reference,
      multiIf(kind = 'order_placed', toInt64(5000 + 90000 * pow(${share(18)}, 3)),
        kind = 'cost_to_serve', toInt64(500 + 4000 * ${share(18)}), null) as amount_minor,
      if(kind = 'order_placed', toInt64(amount_minor * 0.6), null) as cost_minor,
      if(kind in ('order_placed', 'cost_to_serve'), if(${share(19)} < 0.8, 'SEK', 'DKK'), '') as currency,
      if(kind in ('order_delivered', 'payment_made'), happened_at + toIntervalHour(toInt32(number % 96) - 20), null) as due_at,
      if(kind = 'visit', toInt32(900 * pow(${share(20)}, 2)), null) as wait_seconds, '{}' as properties`;
}

const signalColumns = sql.raw(
  'workspace_id, source_id, message_key, signal_id, kind, channel, touchpoint, place_id, happened_at, known_at, local_day, local_minute, identifier_key, question, score, has_text, language, sentiment, author, reference',
);
const eventColumns = sql.raw(
  'workspace_id, source_id, message_key, kind, name, channel, touchpoint, place_id, happened_at, known_at, local_day, local_minute, identifier_key, reference, amount_minor, cost_minor, currency, due_at, wait_seconds, properties',
);

/** Answers and mentions of the signals of one commit. */
async function fillFromSignals(warehouse: Warehouse, commitNo: number): Promise<void> {
  const all = sql.raw(
    'workspace_id, commit_no, signal_id, place_id, channel, touchpoint, kind, happened_at, local_day, identifier_key',
  );
  const said = sql`from signals where commit_no = ${sql.typed('UInt64', commitNo)}`;
  for (const [question, value, when] of [
    ['nps', sql`assumeNotNull(score)`, sql`kind = 'survey'`],
    ['csat', sql`toFloat64(1 + cityHash64(signal_id) % 5)`, sql`kind = 'survey' and message_key % 2 = 0`],
    ['stars', sql`toFloat64(1 + cityHash64(signal_id) % 5)`, sql`kind = 'review'`],
  ] as const) {
    await warehouse.command(
      sql`insert into answers (${all}, local_minute, question, value)
      select ${all}, local_minute, ${question}, ${value} ${said} and ${when}`,
      patient,
    );
  }
  const topics = shippedTopics.topics.map(({ key }) => key);
  await warehouse.command(
    sql`insert into mentions (${all}, aspect, label, polarity, confidence, language)
    select ${all}, arrayElement(${strings(topics)}, 1 + toUInt32(floor(${sql.typed('UInt32', topics.length)}
        * pow(cityHash64(signal_id, nth) % 1000003 / 1000003., 2)))) as aspect,
      if(sentiment = 'neutral', 'neutral', sentiment) as label, 0., 0.9, language
    from (select *, arrayJoin(range(1 + toUInt32(message_key % 2))) as nth ${said} and has_text)`,
    patient,
  );
}

/** Of four identifiers that follow each other the first two are one customer. */
const linkedKeys = (workspaceId: string, customers: number): Sql => sql`
  insert into profile_keys (workspace_id, identifier_key, profile_key, holds, version)
  select ${workspaceId}, intHash64(number), intHash64(4 * intDiv(number - 1, 4) + 1), 1, 0
  from numbers(1, ${customers}) where (number - 1) % 4 < 2`;

/** Fills the tables of a workspace, seals all of it at the end, and returns ids of a region and of the stores. */
export async function fillHistory(
  parts: { readonly warehouse: Warehouse; readonly unify: Pick<Unify, 'createPlaces'> },
  workspaceId: string,
  sourceId: string,
  size: HistorySize,
): Promise<{ region: string; stores: readonly string[] }> {
  const { warehouse } = parts;
  const places = await plantPlaces(parts.unify, workspaceId);
  const customers = size.customers ?? Math.max(1_000, Math.floor(size.signals / 8));
  const commits: { commitNo: number; rows: Record<string, number> }[] = [];
  const fills: (() => Promise<void>)[] = [];
  const planned = (table: 'signals' | 'events', columns: Sql, rows: Sql) => {
    for (let from = 0; from < size[table]; from += perInsert[table]) {
      const some = Math.min(perInsert[table], size[table] - from);
      const commitNo = firstCommit + commits.length;
      commits.push({ commitNo, rows: { [table]: some } });
      fills.push(async () => {
        await warehouse.command(
          sql`insert into ${sql.name(table)} (${columns}, commit_no)
            select ${columns}, ${sql.typed('UInt64', commitNo)} from (${rows} from numbers(${from}, ${some}))`,
          patient,
        );
        if (table === 'signals') await fillFromSignals(warehouse, commitNo);
      });
    }
  };
  planned('signals', signalColumns, signalRows(workspaceId, sourceId, places.stores, customers));
  planned('events', eventColumns, eventRows(workspaceId, sourceId, places.stores, customers));
  const oneByOne = async () => {
    for (let next = fills.shift(); next; next = fills.shift()) await next();
  };
  // an insert works on one core
  await Promise.all(Array.from({ length: insertsAtOnce }, oneByOne));
  await warehouse.command(linkedKeys(workspaceId, customers), patient);
  const sealedAt = new Date();
  await warehouse.insert(
    'commits',
    commits.map(({ commitNo: commit_no, rows }) => ({
      ...{ workspace_id: workspaceId, commit_no, sealed_at: sealedAt, rows },
    })),
  );
  return places;
}
