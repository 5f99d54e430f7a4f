// All SQL of what a case needs to know of its signal beside the card.
import { serviceScope, systemViewer, type Viewer } from '../../access/index.ts';
import { sql } from '../../platform/stores/sql.ts';
import type { Warehouse } from '../../platform/stores/warehouse.ts';
import type { CaseRecord } from './case-record.ts';

/** Identifier key of a signal that the viewer may see; '0' where its customer is not known. */
export async function identifierKeyOfSignal(
  warehouse: Warehouse,
  viewer: Viewer,
  signalId: string,
): Promise<string> {
  const [row] = await warehouse.query<{ key: string }>(sql`select toString(identifier_key) as key
    from signals where ${serviceScope(viewer)} and signal_id = ${signalId} limit 1`);
  return row?.key ?? '0';
}

/** Language of the words that a case is about; null where there are none. */
export async function languageOfSignal(
  warehouse: Warehouse,
  { workspaceId, signalId }: CaseRecord,
): Promise<string | null> {
  if (signalId === null) return null;
  const [row] = await warehouse.query<{ language: string }>(sql`select language from signals
    where ${serviceScope(systemViewer(workspaceId))} and signal_id = ${signalId} limit 1`);
  return row?.language || null;
}
