import { signalScope, type Viewer } from '../../access/index.ts';
import { sql } from '../../platform/stores/sql.ts';
import type { Warehouse } from '../../platform/stores/warehouse.ts';

/** Identifier key of a signal that the viewer may see; '0' where its customer is not known. */
export async function identifierKeyOfSignal(
  warehouse: Warehouse,
  viewer: Viewer,
  signalId: string,
): Promise<string> {
  const [row] = await warehouse.query<{ key: string }>(sql`select toString(identifier_key) as key
    from signals where ${signalScope(viewer)} and signal_id = ${signalId} limit 1`);
  return row?.key ?? '0';
}
