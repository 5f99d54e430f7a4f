// All SQL about customers: who they are by traits, what they did and said, where a search finds them.
import { type Sql, sql } from '../../platform/stores/sql.ts';
import type { Warehouse } from '../../platform/stores/warehouse.ts';

const among = (keys: readonly string[]): Sql => sql`identifier_key in ${sql.list(keys, 'UInt64')}`;

export const nameTraits = ['name', 'full_name', 'fullName'];
export const givenNameTraits = ['first_name', 'firstName', 'given_name'];
export const familyNameTraits = ['last_name', 'lastName', 'family_name'];
const allNameTraits = [...nameTraits, ...givenNameTraits, ...familyNameTraits];

export interface TraitRow {
  readonly identifier_key: string;
  readonly name: string;
  readonly value: string;
  readonly source_id: string;
  readonly happened_at: string;
}

export interface DoneRow {
  readonly identifier_key: string;
  readonly currency: string;
  readonly last_at: string;
  readonly orders: string;
  readonly amount_minor: string;
}

export interface SaidRow {
  readonly identifier_key: string;
  readonly last_at: string;
  readonly score: number | null;
  readonly question: string;
  readonly scored_at: string;
}

export interface EventRow {
  readonly event_id: string;
  readonly kind: string;
  readonly name: string;
  readonly place_id: string;
  readonly happened_at: string;
  readonly due_at: string | null;
  readonly reference: string;
  readonly amount_minor: string | null;
  readonly currency: string;
}

export interface LineRow {
  readonly event_id: string;
  readonly product_id: string;
  readonly product_name: string;
  readonly quantity: number;
  readonly price_minor: string;
}

/** Events about the record itself rather than about the customer's doings. */
const quietKinds = ['identify', 'group', 'alias'];
/** What came back, and what was called off, was not bought. */
const takenOff = sql.list(['order_returned', 'order_cancelled']);

export interface DoneThenRow {
  readonly signal_id: string;
  readonly currency: string;
  readonly orders: string;
  readonly amount_minor: string;
}

export function customerStore(warehouse: Warehouse) {
  return {
    /** The newest value of each trait, per identifier. */
    traits: (workspaceId: string, keys: readonly string[], names?: readonly string[]): Promise<TraitRow[]> =>
      warehouse.query<TraitRow>(sql`select identifier_key, name, newest.1 as value, newest.2 as source_id,
          newest.3 as happened_at
        from (select identifier_key, name,
            argMax((value, source_id, happened_at), (happened_at, commit_no)) as newest
          from traits where workspace_id = ${workspaceId} and ${among(keys)}
            ${sql.if(names !== undefined, () => sql`and name in ${sql.list(names ?? [])}`)}
          group by identifier_key, name)`),

    /** Of each signal: the traits of these identifiers as they were known when it was said. */
    traitsThen: (
      workspaceId: string,
      keys: readonly string[],
      signalIds: readonly string[],
    ): Promise<{ signal_id: string; name: string; value: string }[]> =>
      warehouse.query(sql`select signal_id, name,
          argMax(value, (known.happened_at, bitNot(known.identifier_key), known.commit_no)) as value
        from (select signal_id, happened_at, commit_no from signals where workspace_id = ${workspaceId}
            and ${among(keys)} and signal_id in ${sql.list(signalIds, 'String')}) as said
        cross join (select identifier_key, name, value, happened_at, commit_no from traits
          where workspace_id = ${workspaceId} and ${among(keys)}) as known
        where known.happened_at <= said.happened_at and known.commit_no <= said.commit_no
        group by signal_id, name order by signal_id, name`),

    /** Of each signal: orders and money by currency up to when it was said; what came back or was called off is taken off. */
    doneThen: (scope: Sql, keys: readonly string[], signalIds: readonly string[]): Promise<DoneThenRow[]> =>
      warehouse.query<DoneThenRow>(sql`select signal_id, toString(currency) as currency,
          countIf(kind = 'order_placed') as orders,
          sumIf(ifNull(amount_minor, 0), kind = 'order_placed')
            - sumIf(abs(ifNull(amount_minor, 0)), kind in ${takenOff}) as amount_minor
        from (select signal_id, happened_at from signals where ${scope} and ${among(keys)}
            and signal_id in ${sql.list(signalIds, 'String')}) as said
        cross join (select kind, happened_at, currency, amount_minor from events
          where ${scope} and ${among(keys)} and (kind = 'order_placed' or kind in ${takenOff})) as done
        where done.happened_at <= said.happened_at
        group by signal_id, currency order by signal_id, currency`),

    names: (workspaceId: string, keys: readonly string[]): Promise<TraitRow[]> =>
      customerStore(warehouse).traits(workspaceId, keys, allNameTraits),

    /** Orders and money by identifier and currency; what came back or was called off is taken off. */
    done: (scope: Sql, keys: readonly string[], since?: string): Promise<DoneRow[]> =>
      warehouse.query<DoneRow>(sql`select identifier_key, currency, max(happened_at) as last_at,
          countIf(kind = 'order_placed') as orders,
          sumIf(ifNull(amount_minor, 0), kind = 'order_placed')
            - sumIf(abs(ifNull(amount_minor, 0)), kind in ${takenOff}) as amount_minor
        from events where ${scope} and ${among(keys)}
          ${sql.if(since !== undefined, () => sql`and happened_at >= ${since ?? ''}`)}
        group by identifier_key, currency`),

    said: (scope: Sql, keys: readonly string[]): Promise<SaidRow[]> =>
      warehouse.query<SaidRow>(sql`select identifier_key, last_at, scored.1 as score, scored.2 as question,
          scored.3 as scored_at
        from (select identifier_key, max(happened_at) as last_at,
            argMaxIf((score, question, happened_at), happened_at, score is not null) as scored
          from signals where ${scope} and ${among(keys)} group by identifier_key)`),

    /** The newest before a moment, with all of the last one's moment. */
    events: (scope: Sql, keys: readonly string[], before: string, limit: number): Promise<EventRow[]> =>
      warehouse.query<EventRow>(sql`select event_id, kind, name, place_id, happened_at, due_at, reference,
          amount_minor, currency
        from events where ${scope} and ${among(keys)} and happened_at < ${before}
          and kind not in ${sql.list(quietKinds)}
        order by happened_at desc limit ${limit} with ties`),

    lines: (scope: Sql, eventIds: readonly string[]): Promise<LineRow[]> =>
      warehouse.query<LineRow>(sql`select event_id, product_id, product_name, quantity, price_minor
        from order_lines where ${scope} and event_id in ${sql.list(eventIds, 'String')}
        order by event_id, line_no`),

    /** The newest before a moment, with all of the last one's moment. */
    signalIds: async (
      scope: Sql,
      keys: readonly string[],
      before: string,
      limit: number,
    ): Promise<string[]> => {
      const rows = await warehouse.query<{ signal_id: string }>(sql`select signal_id from signals
        where ${scope} and ${among(keys)} and happened_at < ${before}
        order by happened_at desc limit ${limit} with ties`);
      return rows.map((row) => row.signal_id);
    },

    async counts(scope: Sql, keys: readonly string[]): Promise<{ events: number; signals: number }> {
      const [row] = await warehouse.query<{ events: string; signals: string }>(sql`select
        (select count() from events where ${scope} and ${among(keys)}
          and kind not in ${sql.list(quietKinds)}) as events,
        (select count() from signals where ${scope} and ${among(keys)}) as signals`);
      return { events: Number(row?.events ?? 0), signals: Number(row?.signals ?? 0) };
    },

    /** Events and signals of each identifier. */
    countsByKey: (
      scope: Sql,
      keys: readonly string[],
    ): Promise<{ identifier_key: string; events: string; signals: string }[]> =>
      warehouse.query(sql`select identifier_key, sum(is_event) as events, sum(1 - is_event) as signals
        from (select identifier_key, 1 as is_event from events where ${scope} and ${among(keys)}
            and kind not in ${sql.list(quietKinds)}
          union all select identifier_key, 0 as is_event from signals where ${scope} and ${among(keys)})
        group by identifier_key`),

    /** Those of the keys that have done or said something in the scope. */
    async seenIn(scope: Sql, keys: readonly string[]): Promise<string[]> {
      const rows = await warehouse.query<{ identifier_key: string }>(sql`
        select distinct identifier_key from events where ${scope} and ${among(keys)}
        union distinct select distinct identifier_key from signals where ${scope} and ${among(keys)}`);
      return rows.map((row) => row.identifier_key);
    },

    recent: (scope: Sql, limit: number): Promise<string[]> =>
      keysOf(
        warehouse,
        sql`select identifier_key from signals where ${scope} and identifier_key != 0
          group by identifier_key order by max(happened_at) desc limit ${limit}`,
      ),

    byReferences: (scope: Sql, references: readonly string[], limit: number): Promise<string[]> => {
      const named = sql`reference in ${sql.list(references, 'String')}`;
      return keysOf(
        warehouse,
        sql`select distinct identifier_key from (
            select identifier_key from events where ${scope} and ${named}
            union all select identifier_key from signals where ${scope} and ${named})
          where identifier_key != 0 limit ${limit}`,
      );
    },

    byIdentifier: (
      workspaceId: string,
      keys: readonly string[],
      prefix: string,
      types: readonly string[],
      limit: number,
    ): Promise<string[]> =>
      keysOf(
        warehouse,
        sql`select identifier_key from identifiers where workspace_id = ${workspaceId}
          and (${among(keys)} ${sql.if(
            prefix.length >= 3,
            () =>
              sql`or (startsWith(lowerUTF8(value), ${prefix.toLowerCase()}) and type in ${sql.list(types)})`,
          )}) limit ${limit}`,
      ),

    /** Customers whose names hold every word. */
    byName: (workspaceId: string, words: readonly string[], limit: number): Promise<string[]> =>
      keysOf(
        warehouse,
        sql`select identifier_key from traits where workspace_id = ${workspaceId}
            and name in ${sql.list(allNameTraits)}
          group by identifier_key having ${sql.and(
            words.map((word) => sql`countIf(positionCaseInsensitiveUTF8(value, ${word}) > 0) > 0`),
          )} limit ${limit}`,
      ),
  };
}

export type CustomerStore = ReturnType<typeof customerStore>;

async function keysOf(warehouse: Warehouse, statement: Sql): Promise<string[]> {
  const rows = await warehouse.query<{ identifier_key: string }>(statement);
  return rows.map((row) => row.identifier_key);
}
