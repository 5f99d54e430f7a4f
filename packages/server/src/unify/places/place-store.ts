// All SQL of places and of where each stood when.
import type { Place, PlaceKind } from '@lyhord/contract';
import type { Ledger } from '../../platform/stores/ledger.ts';
import { type Sql, sql } from '../../platform/stores/sql.ts';

/** A place with the metric value that it aims for. */
export type PlaceWithTarget = Place & { target: number | null };

/** From a moment on, a place stood under a parent. */
export interface Standing {
  readonly placeId: string;
  readonly parentId: string | null;
  readonly since: Date;
}

interface Row {
  id: string;
  code: string;
  name: string;
  kind: PlaceKind;
  parent_id: string | null;
  time_zone: string;
  currency: string | null;
  country: string | null;
  latitude: number | null;
  longitude: number | null;
  hours: Place['hours'];
  owner_id: string | null;
  target: number | null;
  archived: boolean;
}

const columns = sql`id, code, name, kind, parent_id, time_zone, currency, country, latitude, longitude, hours,
  owner_id, target, archived`;

function placeOf(row: Row): PlaceWithTarget {
  const { parent_id: parentId, time_zone: timeZone, owner_id: ownerId, ...rest } = row;
  return { ...rest, parentId, timeZone, ownerId };
}

export const placeStore = {
  /** Nobody else changes the tree of the workspace while the transaction lasts. */
  async lock(tx: Ledger, workspaceId: string): Promise<void> {
    await tx.query(sql`select pg_advisory_xact_lock(hashtextextended(${`places ${workspaceId}`}, 0))`);
  },

  async list(ledger: Ledger, workspaceId: string, scope: Sql = sql`true`): Promise<PlaceWithTarget[]> {
    const rows = await ledger.query<Row>(
      sql`select ${columns} from places where workspace_id = ${workspaceId} and ${scope}`,
    );
    return rows.map(placeOf);
  },

  async find(ledger: Ledger, workspaceId: string, id: string): Promise<PlaceWithTarget | null> {
    const row = await ledger.one<Row>(
      sql`select ${columns} from places where workspace_id = ${workspaceId} and id = ${id} for update`,
    );
    return row && placeOf(row);
  },

  async idsByCode(ledger: Ledger, workspaceId: string): Promise<Map<string, string>> {
    const rows = await ledger.query<{ id: string; code: string }>(
      sql`select id, code from places where workspace_id = ${workspaceId}`,
    );
    return new Map(rows.map(({ code, id }) => [code, id]));
  },

  async insert(ledger: Ledger, workspaceId: string, place: PlaceWithTarget, at: Date): Promise<void> {
    await ledger.query(sql`insert into places (workspace_id, ${columns}, created_at) values (${workspaceId},
      ${place.id}, ${place.code}, ${place.name}, ${place.kind}, ${place.parentId}, ${place.timeZone},
      ${place.currency}, ${place.country}, ${place.latitude}, ${place.longitude},
      ${place.hours === null ? null : JSON.stringify(place.hours)}::jsonb, ${place.ownerId}, ${place.target},
      ${place.archived}, ${at})`);
    // a place has always stood where it first stood: history begins before the first datum
    await ledger.query(sql`insert into place_history (workspace_id, place_id, parent_id, valid_from)
      values (${workspaceId}, ${place.id}, ${place.parentId}, 'epoch')`);
  },

  async update(ledger: Ledger, workspaceId: string, place: PlaceWithTarget): Promise<void> {
    await ledger.query(sql`update places set code = ${place.code}, name = ${place.name}, kind = ${place.kind},
      parent_id = ${place.parentId}, time_zone = ${place.timeZone}, currency = ${place.currency},
      country = ${place.country}, latitude = ${place.latitude}, longitude = ${place.longitude},
      hours = ${place.hours === null ? null : JSON.stringify(place.hours)}::jsonb, owner_id = ${place.ownerId},
      target = ${place.target}, archived = ${place.archived}
      where workspace_id = ${workspaceId} and id = ${place.id}`);
  },

  /** From `at` on the place stands under another parent; later than it came to the last one, also by a clock that was set back. */
  async move(
    ledger: Ledger,
    workspaceId: string,
    id: string,
    parentId: string | null,
    at: Date,
  ): Promise<void> {
    await ledger.query(sql`with left_at as (
        update place_history set valid_to = greatest(${at}::timestamptz, valid_from + interval '1 millisecond')
        where workspace_id = ${workspaceId} and place_id = ${id} and valid_to is null returning valid_to)
      insert into place_history (workspace_id, place_id, parent_id, valid_from)
      select ${workspaceId}, ${id}, ${parentId}::text, valid_to from left_at`);
  },

  /** Where each place that was ever moved has stood, oldest first. */
  async standings(ledger: Ledger, workspaceId: string): Promise<Standing[]> {
    const rows = await ledger.query<{ place_id: string; parent_id: string | null; valid_from: Date }>(sql`
      select place_id, parent_id, valid_from from place_history where workspace_id = ${workspaceId}
        and place_id in (select place_id from place_history
          where workspace_id = ${workspaceId} and valid_to is not null)
      order by valid_from, place_id`);
    return rows.map((row) => ({ placeId: row.place_id, parentId: row.parent_id, since: row.valid_from }));
  },

  /** The place and everything below it; with `at`, as the tree stood then. */
  async subtree(ledger: Ledger, workspaceId: string, id: string, at?: Date): Promise<string[]> {
    const edges = at
      ? sql`select place_id as id, parent_id from place_history where workspace_id = ${workspaceId}
          and valid_from <= ${at} and (valid_to is null or valid_to > ${at})`
      : sql`select id, parent_id from places where workspace_id = ${workspaceId}`;
    const rows = await ledger.query<{ id: string }>(sql`with recursive edges as (${edges}), below as (
        select id from edges where id = ${id}
        union select edges.id from edges join below on edges.parent_id = below.id)
      select id from below`);
    return rows.map((row) => row.id);
  },
};
