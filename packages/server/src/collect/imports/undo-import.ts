// Promise: an import is taken back as a whole: no row of it is left in a base table, nor in what later steps made of
// them; a stop half way is gone on with at the next start.
import type { Access } from '../../access/index.ts';
import { sql } from '../../platform/stores/sql.ts';
import type { Warehouse } from '../../platform/stores/warehouse.ts';
import type { SeenKeys } from '../keys/seen-keys.ts';
import type { Intake } from '../recording/intake.ts';
import type { ReferenceStore } from '../reference/reference-store.ts';
import type { ImportStore, KeptImport } from './import-store.ts';
import {
  eachImportedKey,
  identifiersOf,
  removeDoubledIdentifiers,
  removeImportedRows,
} from './imported-rows.ts';

export interface UndoParts {
  readonly access: Access;
  readonly store: ImportStore;
  readonly warehouse: Warehouse;
  readonly reference: ReferenceStore;
  readonly seen: () => SeenKeys;
  readonly relearnIdentity: Intake['relearnIdentity'];
  /** Makes what was remembered or derived from a workspace's rows again, after some were taken out. */
  readonly rowsRemoved: (workspaceId: string) => Promise<void>;
}

/** Takes out the rows of an import in state `undoing`. */
export async function undoImport(parts: UndoParts, kept: KeptImport): Promise<KeptImport> {
  const { access, store, warehouse, reference } = parts;
  const { id, workspaceId, target } = kept;
  if (target === 'enrichment' || target === 'exchange_rates') {
    await reference.removeImport(workspaceId, id);
    return (await store.endUndo(id))!;
  }
  const { id: sourceId } = await access.ownSource(workspaceId, 'import');
  const rows = { workspaceId, sourceId, ranges: await store.runs(id) };
  // what comes from now on writes its identifiers for itself, and does not count on those that may go
  if (rows.ranges.length > 0) await parts.relearnIdentity(sql`not ${identifiersOf(rows)}`);
  // before the rows go: until then the tables answer for their keys
  await eachImportedKey(warehouse, rows, (high, low) => parts.seen().doubt(high, low));
  await removeImportedRows(warehouse, rows);
  await parts.rowsRemoved(workspaceId);
  await removeDoubledIdentifiers(warehouse, rows);
  return (await store.endUndo(id))!;
}
