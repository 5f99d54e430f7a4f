import type { Ledger } from '../../platform/stores/ledger.ts';
import { sql } from '../../platform/stores/sql.ts';

/** The given places and everything below them, archived ones too (their history stays readable). */
export async function ownPlaces(
  ledger: Ledger,
  workspaceId: string,
  placeIds: readonly string[],
): Promise<string[]> {
  if (placeIds.length === 0) return [];
  const rows = await ledger.query<{ id: string }>(sql`with recursive own as (
      select id from places where workspace_id = ${workspaceId} and id = any(${placeIds})
      union
      select places.id from places join own on places.parent_id = own.id
        where places.workspace_id = ${workspaceId})
    select id from own`);
  return rows.map((row) => row.id);
}

/** Those of the given ids that are no place of the workspace. */
export async function unknownPlaces(
  ledger: Ledger,
  workspaceId: string,
  placeIds: readonly string[],
): Promise<string[]> {
  if (placeIds.length === 0) return [];
  const rows = await ledger.query<{ id: string }>(
    sql`select id from places where workspace_id = ${workspaceId} and id = any(${placeIds})`,
  );
  const known = new Set(rows.map((row) => row.id));
  return placeIds.filter((id) => !known.has(id));
}
