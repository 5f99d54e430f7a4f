// Promise: a file of any size is loaded in steps that are each durable; loading it again, or going on after a stop,
// adds nothing twice and loses nothing.
import type { ImportMapping, PlaceInput, RefusedRow } from '@lyhord/contract';
import type { Access } from '../../access/index.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Warehouse } from '../../platform/stores/warehouse.ts';
import type { Origin } from '../pipeline/batch.ts';
import type { PreparingPlan } from '../preparing/prepared-events.ts';
import type { Intake } from '../recording/intake.ts';
import type { Record } from '../recording/recorder.ts';
import type { ReferenceStore } from '../reference/reference-store.ts';
import type { Redact } from '../segment/personal-fields.ts';
import { checkMapping } from './checked-mapping.ts';
import type { ImportCounts, ImportStore, KeptImport } from './import-store.ts';
import { countImportedRows } from './imported-rows.ts';
import { isForThread, loadInThread } from './in-thread/load-in-thread.ts';
import { loadReference } from './load-reference.ts';
import { numberedRows } from './numbered-rows.ts';
import { readPlaces } from './place-rows.ts';
import { RefusedRows } from './refused-rows.ts';
import type { RowToRead } from './row-reader.ts';
import { rowReader } from './row-reader.ts';
import { openTable } from './rows/open-table.ts';
import type { Table } from './rows/table.ts';
import { inSteps } from './rows-in-steps.ts';
import { RunningCounts } from './running-counts.ts';

export type CreatePlaces = (
  workspaceId: string,
  inputs: readonly PlaceInput[],
) => Promise<ReadonlyMap<string, string>>;

/** What a thread must know of a workspace; the same object until that changes. */
export type PlanOf = (sender: Pick<Origin, 'workspaceId' | 'sourceId'>) => Promise<PreparingPlan>;

export interface LoadParts {
  readonly access: Access;
  readonly store: ImportStore;
  readonly warehouse: Warehouse;
  readonly record: Record;
  readonly recordImported: Intake['recordImported'];
  readonly planOf: PlanOf;
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
  /** Some of the rows that `problem` tells of. */
  readonly refusedRows?: readonly RefusedRow[];
}

/** Rows on their way into the tables. */
export interface RowsToLoad {
  readonly origin: Origin;
  readonly counts: RunningCounts;
  /** Hears of rows that are counted; they are always the next ones of the file. */
  readonly settled: (rows: number, share: number | null) => Promise<void>;
}

export interface RowsLoaded {
  readonly whole: boolean;
  readonly share: number | null;
  readonly remarks: readonly string[];
}

const tellEveryMs = 1_000;

/** What stands beside the refused rows of an import. */
export const endpointOf = (importId: string) => `import:${importId}`;

/** Loads a file from where it was stopped; what is refused stands in the dead letters with its line. */
export async function loadFile(parts: LoadParts, load: Load): Promise<Loaded> {
  const { mapping, kept } = load;
  if (await isForThread(load)) return loadRows(parts, load, null);
  const table = await openTable(load.path, mapping);
  try {
    checkMapping(mapping, table.columns);
    switch (mapping.target) {
      case 'places':
        return await loadPlaces(parts, load, table);
      case 'enrichment':
      case 'exchange_rates': {
        const { workspaceId, id: importId } = kept;
        const { currency: home } = await parts.settingsOf(workspaceId);
        return await loadReference(parts, { workspaceId, importId, mapping, home }, table);
      }
      default:
        return await loadRows(parts, load, table);
    }
  } finally {
    table.close();
  }
}

/** Rows of signals and events; without a table they are read beside this thread. */
async function loadRows(parts: LoadParts, load: Load, table: Table | null): Promise<Loaded> {
  const { access, store, warehouse } = parts;
  const { kept, progress } = load;
  const { id, workspaceId } = kept;
  const { id: sourceId } = await access.ownSource(workspaceId, 'import');
  const ranges = await store.runs(id);
  const stored = await countImportedRows(warehouse, { workspaceId, sourceId, ranges });
  const counts = new RunningCounts(kept, stored - kept.accepted);
  let done = kept.doneRows;
  let told = 0;
  const work: RowsToLoad = {
    origin: { workspaceId, sourceId, endpoint: endpointOf(id), importId: id },
    counts,
    async settled(rows, share) {
      done += rows;
      if (performance.now() - told < tellEveryMs) return;
      told = performance.now();
      progress?.(counts.now());
      await store.progress(id, counts.now(), done, share);
    },
  };
  const { whole, share, remarks } = table
    ? await loadHere(parts, load, work, table)
    : await loadInThread(parts, load, work);
  await store.progress(id, counts.now(), done, whole ? 1 : share);
  progress?.(counts.now());
  return { counts: counts.now(), whole, problem: remarks.join(' ') || null };
}

async function loadHere(
  { record, redact }: LoadParts,
  { kept, mapping, stopping }: Load,
  { origin, counts, settled }: RowsToLoad,
  table: Table,
): Promise<RowsLoaded> {
  const read = rowReader(mapping, table.columns, redact);
  const whole = await inSteps<RowToRead>({
    rows: numberedRows(table, mapping, kept.doneRows),
    record: (rows) => record(origin, rows, read),
    async settle(verdicts) {
      counts.add(verdicts);
      await settled(verdicts.length, table.share());
    },
    stopping,
  });
  return { whole, share: table.share(), remarks: table.remarks };
}

async function loadPlaces(
  parts: LoadParts,
  { kept: { workspaceId }, mapping }: Load,
  table: Table,
): Promise<Loaded> {
  const { timeZone } = await parts.settingsOf(workspaceId);
  const there = await parts.createPlaces(workspaceId, []);
  const { fresh, rows, duplicates, wrong } = await readPlaces(table, mapping, timeZone, there);
  await parts.createPlaces(
    workspaceId,
    fresh.map(({ place }) => place),
  );
  const counts = { rows, accepted: fresh.length, duplicates, refused: wrong.length };
  const refused = new RefusedRows();
  for (const { line, remark } of wrong) refused.add(line, remark);
  return { counts, whole: true, problem: refused.problem(), refusedRows: refused.first };
}
