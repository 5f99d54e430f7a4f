// Promise: who has said no is not written to again, ever. Only the keyed address stays.
import type { AboutKeys, Ledger } from '../../platform/stores/ledger.ts';
import { sql } from '../../platform/stores/sql.ts';

export interface Suppression {
  readonly identifierKey: string;
  readonly channel: string;
  readonly reason: string;
  readonly at: Date;
}

/** Suppressions of any of the keys. */
export async function suppressionsOf(
  ledger: Ledger,
  workspaceId: string,
  keys: readonly string[],
): Promise<Suppression[]> {
  if (keys.length === 0) return [];
  const rows = await ledger.query<{ identifier_key: string; channel: string; reason: string; at: Date }>(
    sql`select identifier_key, channel, reason, at from suppressions
        where workspace_id = ${workspaceId} and identifier_key = any(${keys})`,
  );
  return rows.map(({ identifier_key: identifierKey, ...rest }) => ({ identifierKey, ...rest }));
}

const suppressionsAbout: AboutKeys = (workspaceId, keys) => sql`select identifier_key, channel, reason,
    (extract(epoch from at) * 1000)::text from suppressions
  where workspace_id = ${workspaceId} and identifier_key = any(${keys})`;

/** The same for a flood of questions. */
export async function suppressionsTogether(
  ledger: Ledger,
  workspaceId: string,
  keys: readonly string[],
): Promise<Suppression[]> {
  const rows = await ledger.together(suppressionsAbout, workspaceId, keys);
  return rows.map(([key, channel, reason, at]) => ({
    ...{ identifierKey: key!, channel: channel!, reason: reason! },
    at: new Date(Number(at)),
  }));
}

/** Notes that an address wants no more mail; the first reason stays. */
export async function suppress(
  ledger: Ledger,
  workspaceId: string,
  identifierKey: string,
  reason: string,
  at: Date,
): Promise<void> {
  await ledger.query(sql`insert into suppressions (workspace_id, identifier_key, channel, reason, at)
    values (${workspaceId}, ${identifierKey}, 'email', ${reason}, ${at})
    on conflict (workspace_id, identifier_key, channel) do nothing`);
}
