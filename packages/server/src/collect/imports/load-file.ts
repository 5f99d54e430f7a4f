// Promise: a file of any size is loaded in steps that are each durable; loading it again, or going on after a stop,
// adds nothing twice and loses nothing.
import type { ImportMapping, PlaceInput } from '@lyhord/contract';
import type { Access } from '../../access/index.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Warehouse } from '../../platform/stores/warehouse.ts';
import type { Record } from '../recording/recorder.ts';
import type { ReferenceStore } from '../reference/reference-store.ts';
import type { Redact } from '../segment/personal-fields.ts';
import { checkMapping } from './checked-mapping.ts';
import type { ImportCounts, ImportStore, KeptImport } from './import-store.ts';
import { countImportedRows } from './imported-rows.ts';
import { loadReference } from './load-reference.ts';
import { readPlaces } from './place-rows.ts';
import type { RowToRead } from './row-reader.ts';
import { rowIds, rowReader } from './row-reader.ts';
import { openTable } from './rows/open-table.ts';
import type { Table } from './rows/table.ts';
import { inSteps } from './rows-in-steps.ts';
import { RunningCounts } from './running-counts.ts';

export type CreatePlaces = (
  workspaceId: string,
  inputs: readonly PlaceInput[],
) => Promise<ReadonlyMap<string, string>>;

export interface LoadParts {
  readonly access: Access;
  readonly store: ImportStore;
  readonly warehouse: Warehouse;
  readonly record: Record;
  readonly redact: Redact;
  readonly clock: Clock;
  readonly createPlaces: CreatePlaces;
  readonly settingsOf: (
    workspaceId: string,
  ) => Promise<{ readonly timeZone: string; readonly currency: string }>;
  readonly reference: ReferenceStore;
}

export interface Load {
  readonly kept: KeptImport;
  readonly mapping: ImportMapping;
  readonly path: string;
  /** Hears how far it is, some times a second at most. */
  readonly progress?: ((counts: ImportCounts) => void) | undefined;
  readonly stopping: () => boolean;
}

export interface Loaded {
  readonly counts: ImportCounts;
  /** False where it was stopped before its end. */
  readonly whole: boolean;
  /** What went wrong although the rest was loaded. */
  readonly problem: string | null;
}

const tellEveryMs = 1_000;

/** What stands beside the refused rows of an import. */
export const endpointOf = (importId: string) => `import:${importId}`;

/** Loads a file from where it was stopped; what is refused stands in the dead letters with its line. */
export async function loadFile(parts: LoadParts, load: Load): Promise<Loaded> {
  const table = await openTable(load.path, load.mapping);
  checkMapping(load.mapping, table.columns);
  const { mapping, kept } = load;
  switch (mapping.target) {
    case 'places':
      return loadPlaces(parts, load, table);
    case 'enrichment':
    case 'exchange_rates': {
      const { currency: home } = await parts.settingsOf(kept.workspaceId);
      return loadReference(parts, { workspaceId: kept.workspaceId, importId: kept.id, mapping, home }, table);
    }
    default:
      return loadRows(parts, load, table);
  }
}

async function loadRows(
  { access, store, warehouse, record, redact }: LoadParts,
  { kept, mapping, progress, stopping }: Load,
  table: Table,
): Promise<Loaded> {
  const { id, workspaceId } = kept;
  const { id: sourceId } = await access.ownSource(workspaceId, 'import');
  const ranges = await store.runs(id);
  const stored = await countImportedRows(warehouse, { workspaceId, sourceId, ranges });
  const counts = new RunningCounts(kept, stored - kept.accepted);
  const read = rowReader(mapping, table.columns, redact);
  const origin = { workspaceId, sourceId, endpoint: endpointOf(id), importId: id };
  let done = kept.doneRows;
  let told = 0;
  const whole = await inSteps<RowToRead>({
    rows: rowsFrom(table, mapping, kept.doneRows),
    record: (rows) => record(origin, rows, read),
    async settle(verdicts) {
      counts.add(verdicts);
      done += verdicts.length;
      if (performance.now() - told < tellEveryMs) return;
      told = performance.now();
      progress?.(counts.now());
      await store.progress(id, counts.now(), done, table.share());
    },
    stopping,
  });
  await store.progress(id, counts.now(), done, whole ? 1 : table.share());
  progress?.(counts.now());
  return { counts: counts.now(), whole, problem: table.remarks.join(' ') || null };
}

/** The rows behind the first `skipped` ones, with the ids that they always get. */
async function* rowsFrom(table: Table, mapping: ImportMapping, skipped: number): AsyncGenerator<RowToRead[]> {
  const idOf = rowIds(mapping, table);
  let at = 0;
  for await (const block of table.blocks) {
    const rows: RowToRead[] = [];
    for (const row of block) {
      const id = idOf(row.cells);
      at += 1;
      if (at > skipped) rows.push({ ...row, id });
    }
    if (rows.length > 0) yield rows;
  }
}

async function loadPlaces(
  parts: LoadParts,
  { kept: { workspaceId }, mapping }: Load,
  table: Table,
): Promise<Loaded> {
  const { timeZone } = await parts.settingsOf(workspaceId);
  const { places, rows, wrong } = await readPlaces(table, mapping, timeZone);
  const before = await parts.createPlaces(workspaceId, []);
  const added = places.filter(({ code }) => !before.has(code));
  await parts.createPlaces(workspaceId, places);
  const counts = {
    rows,
    accepted: added.length,
    duplicates: places.length - added.length,
    refused: wrong.length,
  };
  const listed = wrong.slice(0, 10).map(({ line, detail }) => `Line ${line}: ${detail}.`);
  const more = wrong.length > 10 ? ` And ${wrong.length - 10} more lines.` : '';
  return { counts, whole: true, problem: wrong.length === 0 ? null : `${listed.join(' ')}${more}` };
}
