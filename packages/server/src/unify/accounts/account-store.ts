// All SQL of companies. A company is what events and signals name; nothing else is kept of it.
import { type Sql, sql } from '../../platform/stores/sql.ts';
import type { Warehouse } from '../../platform/stores/warehouse.ts';

export interface AccountFigures {
  readonly account_key: string;
  readonly id: string;
  readonly name: string;
  /** Identifiers of those who acted for it, at most a thousand. */
  readonly keys: readonly string[];
  readonly orders: string;
  readonly sums: readonly (readonly [currency: string, minor: string])[];
  readonly last_at: string;
}
export interface MemberRow {
  readonly identifier_key: string;
  readonly since: string;
  readonly last_at: string;
}
export interface CompanyTraitRow {
  readonly name: string;
  readonly value: string;
  readonly source_id: string;
  readonly happened_at: string;
}
export interface ContractRow {
  readonly reference: string;
  readonly ended: number;
  readonly started_at: string;
  readonly renews_at: string;
  readonly ends_at: string;
}

const companyName = 'company_name';
const ofNobody = sql.typed('UInt64', 0);

/** Facts that somebody may see; the `scope` is of the viewer, the name is of the company. */
export function accountStore(warehouse: Warehouse) {
  const figures = (workspaceId: string, scope: Sql, which: Sql, having: Sql, limit: number) =>
    warehouse.query<AccountFigures>(sql`select account_key, any(account_id) as id,
        argMaxIf(JSONExtractString(details, ${companyName}), (happened_at, commit_no),
          kind = 'group' and JSONHas(details, ${companyName})) as name,
        groupUniqArrayIf(1000)(identifier_key, seen and identifier_key != ${ofNobody}) as keys,
        countIf(seen and kind = 'order_placed') as orders,
        arraySort(arrayMap(c -> (c.1, toString(c.2)), arrayZip(
          sumMapIf([currency], [signed], seen and currency != '').1,
          sumMapIf([currency], [signed], seen and currency != '').2))) as sums,
        maxIf(happened_at, seen) as last_at
      from (select *, ${scope} as seen,
          multiIf(kind = 'order_placed', ifNull(amount_minor, 0),
            kind in ('order_returned', 'order_cancelled'), -abs(ifNull(amount_minor, 0)), toInt64(0)) as signed
        from account_facts where workspace_id = ${workspaceId} and ${which})
      group by account_key having countIf(seen) > 0 and ${having}
      order by last_at desc, account_key limit ${limit}`);
  return {
    recent: (workspaceId: string, scope: Sql, limit: number) =>
      figures(workspaceId, scope, sql`true`, sql`true`, limit),

    byWords: (workspaceId: string, scope: Sql, words: string, limit: number) =>
      figures(
        workspaceId,
        scope,
        sql`true`,
        sql`(positionCaseInsensitiveUTF8(name, ${words}) > 0 or startsWith(lowerUTF8(id), ${words.toLowerCase()}))`,
        limit,
      ),

    byKeys: (workspaceId: string, scope: Sql, keys: readonly string[]) =>
      figures(
        workspaceId,
        scope,
        sql`account_key in ${sql.list(keys, 'UInt64')}`,
        sql`true`,
        Math.max(1, keys.length),
      ),

    members: (scope: Sql, key: string): Promise<MemberRow[]> =>
      warehouse.query<MemberRow>(sql`select identifier_key, min(happened_at) as since, max(happened_at) as last_at
        from account_facts where ${scope} and account_key = ${sql.typed('UInt64', key)}
          and identifier_key != ${ofNobody}
        group by identifier_key order by last_at desc, identifier_key limit 1000`),

    /** The newest word on each trait of the company. */
    traits: (workspaceId: string, key: string): Promise<CompanyTraitRow[]> =>
      warehouse.query<CompanyTraitRow>(sql`select name, if(startsWith(newest.1, '"'), JSONExtractString(newest.1), newest.1) as value,
          newest.2 as source_id, newest.3 as happened_at
        from (select said.1 as name,
            argMax((said.2, its_source, its_moment), (its_moment, commit_no)) as newest
          from (select happened_at as its_moment, commit_no, source_id as its_source,
              arrayJoin(JSONExtractKeysAndValuesRaw(details)) as said
            from account_facts where workspace_id = ${workspaceId}
              and account_key = ${sql.typed('UInt64', key)} and kind = 'group')
          where not startsWith(said.2, '{') and not startsWith(said.2, '[')
          group by name)
        order by name limit 100`),

    /** The newest word on each contract. */
    contracts: (scope: Sql, key: string): Promise<ContractRow[]> => {
      const moment = (name: string) =>
        sql`argMaxIf(JSONExtractString(details, ${name}), happened_at, JSONHas(details, ${name}))`;
      return warehouse.query<ContractRow>(sql`select reference,
          argMax(kind, (happened_at, kind = 'contract_ended')) = 'contract_ended' as ended,
          minIf(happened_at, kind = 'contract_started') as started_at,
          ${moment('renewsAt')} as renews_at, ${moment('endsAt')} as ends_at
        from account_facts where ${scope} and account_key = ${sql.typed('UInt64', key)}
          and kind in ('contract_started', 'contract_renewed', 'contract_ended') and reference != ''
        group by reference order by ended, started_at desc, reference limit 100`);
    },

    /** Companies that any of the identifiers acted for. */
    ofCustomer: (
      scope: Sql,
      keys: readonly string[],
    ): Promise<(Omit<MemberRow, 'identifier_key'> & { account_key: string })[]> =>
      warehouse.query(sql`select account_key, min(happened_at) as since,
          max(happened_at) as last_at
        from account_facts where ${scope} and identifier_key in ${sql.list(keys, 'UInt64')}
        group by account_key order by last_at desc, account_key limit 20`),
  };
}
