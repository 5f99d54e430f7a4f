// Promise: rows of customers who do not allow a use are left out of it. The clause stands in the one access policy; it
// is written only in workspaces where somebody has said no, so that others pay nothing for it.
import type { Purpose } from '@lyhord/contract';
import { type Sql, sql } from '../platform/stores/sql.ts';

/** Workspaces in which the warehouse's table `withheld_keys` has a row that counts; kept up by unify. */
const workspaces = new Set<string>();

export function noteWithheld(workspaceId: string, any: boolean): void {
  if (any) workspaces.add(workspaceId);
  else workspaces.delete(workspaceId);
}

/** ` and …`: rows whose customer allows the use (warehouse SQL); nothing where everybody does. */
export function notWithheld(workspaceId: string, use: Purpose, alias?: string): Sql {
  if (!workspaces.has(workspaceId)) return sql.empty;
  const key = sql.name(alias === undefined ? 'identifier_key' : `${alias}.identifier_key`);
  return sql` and ${key} not in (select identifier_key from withheld_keys final
    where workspace_id = ${workspaceId} and purpose = ${use} and withheld = 1)`;
}
