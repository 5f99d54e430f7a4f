// What arrived, what was refused, how fresh it is: one question over the tables of arrivals.
import type { collectEndpoints, ReplyOf, WrongValue } from '@lyhord/contract';
import type { Access } from '../../access/index.ts';
import type { Ledger } from '../../platform/stores/ledger.ts';
import { sql } from '../../platform/stores/sql.ts';
import type { Warehouse } from '../../platform/stores/warehouse.ts';

export type DataQuality = ReplyOf<typeof collectEndpoints.dataQuality>;

export interface QualityParts {
  readonly warehouse: Warehouse;
  readonly ledger: Ledger;
  readonly access: Access;
  /** Writes what is still counted in memory. */
  readonly writeCounts: () => Promise<void>;
}

interface SourceCounts {
  source_id: string;
  events: string;
  signals: string;
  without_customer: string;
  last_happened_at: string;
  last_known_at: string;
}

const mostRefusals = 200;

export async function dataQuality(parts: QualityParts, workspaceId: string): Promise<DataQuality> {
  await parts.writeCounts();
  const [sources, arrived, counted, refusals, unknownPlaces] = await Promise.all([
    parts.access.listSources(workspaceId),
    arrivedBySource(parts.warehouse, workspaceId),
    countedBySource(parts.ledger, workspaceId),
    lastRefusals(parts.warehouse, workspaceId),
    unknownPlaceCodes(parts.warehouse, workspaceId),
  ]);
  const names = new Map(sources.map(({ id, name }) => [id, name]));
  const ids = new Set([...sources.map(({ id }) => id), ...arrived.keys(), ...counted.keys()]);
  const rows = [...ids].map((id) => {
    const [there, count] = [arrived.get(id), counted.get(id)];
    return {
      sourceId: id,
      name: names.get(id) ?? id,
      events: Number(there?.events ?? 0),
      signals: Number(there?.signals ?? 0),
      refused: count?.refused ?? 0,
      duplicates: count?.duplicates ?? 0,
      lastArrivalAt: count?.lastAt.toISOString() ?? iso(there?.last_known_at),
      lastHappenedAt: iso(there?.last_happened_at),
    };
  });
  const fresh = [...arrived.values()]
    .map((row) => row.last_known_at)
    .sort()
    .at(-1);
  return {
    sources: rows.sort((a, b) => b.events + b.signals - (a.events + a.signals)),
    refusals: refusals.map((row) => ({ ...row, source: names.get(row.source) ?? row.source })),
    unknownPlaces,
    withoutCustomer: [...arrived.values()].reduce((sum, row) => sum + Number(row.without_customer), 0),
    freshAt: iso(fresh),
  };
}

const iso = (moment: string | undefined) => (moment ? `${moment.replace(' ', 'T')}Z` : null);

async function arrivedBySource(
  warehouse: Warehouse,
  workspaceId: string,
): Promise<Map<string, SourceCounts>> {
  const rows = await warehouse.query<SourceCounts>(sql`select source_id, sum(is_event) as events,
      sum(1 - is_event) as signals, countIf(identifier_key = 0 and is_event = 0) as without_customer,
      max(happened_at) as last_happened_at, max(known_at) as last_known_at
    from (select source_id, 1 as is_event, identifier_key, happened_at, known_at from events
        where workspace_id = ${workspaceId}
      union all select source_id, 0 as is_event, identifier_key, happened_at, known_at from signals
        where workspace_id = ${workspaceId})
    group by source_id`);
  return new Map(rows.map((row) => [row.source_id, row]));
}

async function countedBySource(ledger: Ledger, workspaceId: string) {
  const rows = await ledger.query<{ source_id: string; duplicates: string; refused: string; last_at: Date }>(
    sql`select source_id, sum(duplicates) as duplicates, sum(refused) as refused, max(last_at) as last_at
        from arrival_counts where workspace_id = ${workspaceId} group by source_id`,
  );
  return new Map(
    rows.map((row) => [
      row.source_id,
      { duplicates: Number(row.duplicates), refused: Number(row.refused), lastAt: row.last_at },
    ]),
  );
}

async function lastRefusals(warehouse: Warehouse, workspaceId: string) {
  const rows = await warehouse.query<
    Record<'refusal_id' | 'at' | 'source_id' | 'reason' | 'field' | 'detail' | 'wrong' | 'item', string>
  >(
    sql`select refusal_id, at, source_id, reason, field, detail, wrong, substring(item, 1, 2000) as item from refusals
        where workspace_id = ${workspaceId} order by at desc, refusal_id desc limit ${mostRefusals}`,
  );
  return rows.map((row) => ({
    id: row.refusal_id,
    at: iso(row.at)!,
    source: row.source_id,
    reason: row.reason,
    field: row.field || null,
    detail: row.detail,
    wrong: row.wrong === '' ? null : (JSON.parse(row.wrong) as WrongValue),
    item: row.item,
  }));
}

/** Codes that items named and no place has; what came under them counts for no place. */
async function unknownPlaceCodes(warehouse: Warehouse, workspaceId: string) {
  const rows = await warehouse.query<{
    code: string;
    items: string;
  }>(sql`select place_code as code, count() as items
    from (select place_code from events where workspace_id = ${workspaceId} and place_id = '' and place_code != ''
      union all select place_code from signals
        where workspace_id = ${workspaceId} and place_id = '' and place_code != '')
    group by place_code order by items desc limit 100`);
  return rows.map(({ code, items }) => ({ code, items: Number(items) }));
}
