import type { Identifier, IdentifierType } from '@lyhord/contract';
import { sql } from '../../platform/stores/sql.ts';
import type { Warehouse } from '../../platform/stores/warehouse.ts';

/** The identifiers behind identifier keys; keys that are not known (any more) are left out. */
export async function identifiersOfKeys(
  warehouse: Warehouse,
  workspaceId: string,
  identifierKeys: readonly string[],
): Promise<Map<string, Identifier>> {
  const keys = [...new Set(identifierKeys)].filter((key) => key !== '0').map(BigInt);
  if (keys.length === 0) return new Map();
  const rows = await warehouse.query<{
    key: string;
    type: IdentifierType;
    value: string;
    namespace: string;
  }>(sql`
    select toString(identifier_key) as key, any(type) as type, any(value) as value, any(namespace) as namespace
    from identifiers where workspace_id = ${workspaceId} and identifier_key in ${sql.list(keys, 'UInt64')}
    group by identifier_key`);
  return new Map(
    rows.map(({ key, namespace, ...identifier }) => [
      key,
      { ...identifier, ...(namespace ? { namespace } : {}) },
    ]),
  );
}
