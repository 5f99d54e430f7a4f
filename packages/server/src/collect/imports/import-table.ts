// Promise: a file of any size is loaded in steps that are each durable; loading it again, or after a stop, adds nothing.
import type { ImportMapping, PlaceInput, Verdict } from '@lyhord/contract';
import type { Access } from '../../access/index.ts';
import type { Clock } from '../../platform/clock.ts';
import { Problem } from '../../platform/http/problem.ts';
import type { Ids } from '../../platform/ids.ts';
import type { Record } from '../recording/recorder.ts';
import type { Redact } from '../segment/personal-fields.ts';
import { neededFields } from './import-fields.ts';
import type { ImportCounts, ImportState, ImportStore } from './import-store.ts';
import { readPlaces } from './place-rows.ts';
import { readTable, type Table } from './read-table.ts';
import { type RowToRead, rowIds, rowReader } from './row-reader.ts';

export type CreatePlaces = (
  workspaceId: string,
  inputs: readonly PlaceInput[],
) => Promise<ReadonlyMap<string, string>>;

export interface ImportParts {
  readonly access: Access;
  readonly store: ImportStore;
  readonly record: Record;
  readonly redact: Redact;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly createPlaces: CreatePlaces;
  readonly timeZoneOf: (workspaceId: string) => Promise<string>;
}

export interface FileToImport {
  readonly workspaceId: string;
  readonly fileName: string;
  readonly mapping: ImportMapping;
  readonly bytes: AsyncIterable<Buffer>;
  readonly startedBy: string | null;
  /** Hears how far it is, some times a second at most. */
  readonly progress?: (counts: ImportCounts) => void;
}

const rowsPerStep = 4_000;
const stepsAtOnce = 2;
const tellEveryMs = 1_000;

/** Loads one file; what is refused stands in the dead letters with its line. */
export async function importTable(parts: ImportParts, file: FileToImport): Promise<ImportState> {
  const { store, clock, ids } = parts;
  const id = ids.next();
  const { workspaceId, fileName, mapping } = file;
  await store.begin(workspaceId, id, fileName.slice(0, 200), mapping.target, file.startedBy, clock.now());
  const counts = new RunningCounts();
  try {
    const table = await readTable(file.bytes, { delimiter: mapping.delimiter, encoding: mapping.encoding });
    checkMapping(mapping, table.columns);
    const problem =
      mapping.target === 'places'
        ? await loadPlaces(parts, file, table, counts)
        : await loadRows(parts, file, table, counts, (now) => store.progress(id, now));
    return await store.end(id, 'done', counts.now(), problem, clock.now());
  } catch (error) {
    await store.end(id, 'failed', counts.now(), sentenceOf(error), clock.now());
    throw error;
  }
}

/** What has become of the rows so far. */
export class RunningCounts {
  private rows = 0;
  private accepted = 0;
  private duplicates = 0;
  private refused = 0;
  add(verdicts: readonly Verdict[]): void {
    for (const { outcome } of verdicts) {
      this.rows += 1;
      if (outcome === 'accepted') this.accepted += 1;
      else if (outcome === 'duplicate') this.duplicates += 1;
      else this.refused += 1;
    }
  }
  set(counts: ImportCounts): void {
    Object.assign(this, counts);
  }
  now(): ImportCounts {
    const { rows, accepted, duplicates, refused } = this;
    return { rows, accepted, duplicates, refused };
  }
}

function checkMapping(mapping: ImportMapping, columns: readonly string[]): void {
  const wrong = Object.entries(mapping.columns).find(([, column]) => !columns.includes(column));
  if (columns.length === 0) throw new Problem('invalid_input', { detail: 'The file is empty.' });
  if (wrong) {
    const listed = columns.slice(0, 30).join(', ');
    const detail = `${wrong[0]} should come from the column "${wrong[1]}", but the file has: ${listed}.`;
    throw new Problem('invalid_input', { detail });
  }
  const given = (field: string) =>
    mapping.columns[field] !== undefined || mapping.constants[field] !== undefined;
  const missing = neededFields[mapping.target].find((any) => !any.some(given));
  if (!missing) return;
  const detail = `No column gives ${missing.join(' or ')}; name one in the mapping, for example {"columns": {"${missing[0]}": "${columns[0]}"}}.`;
  throw new Problem('invalid_input', { detail });
}

async function loadRows(
  parts: ImportParts,
  { workspaceId, mapping, progress }: FileToImport,
  table: Table,
  counts: RunningCounts,
  keep: (counts: ImportCounts) => Promise<void>,
): Promise<null> {
  const { id: sourceId } = await parts.access.ownSource(workspaceId, 'import');
  const read = rowReader(mapping, table.columns, parts.redact);
  const idOf = rowIds(mapping, table.columns);
  const origin = { workspaceId, sourceId, endpoint: 'import' };
  const running = new Set<Promise<void>>();
  let told = 0;
  const step = (rows: RowToRead[]) => {
    const work = parts.record(origin, rows, read).then(async (verdicts) => {
      counts.add(verdicts);
      if (performance.now() - told < tellEveryMs) return;
      told = performance.now();
      progress?.(counts.now());
      await keep(counts.now());
    });
    running.add(work);
    return work.finally(() => running.delete(work));
  };
  let failed: unknown = null;
  let rows: RowToRead[] = [];
  const flush = async () => {
    step(rows).catch((error) => {
      failed ??= error;
    });
    rows = [];
    if (running.size >= stepsAtOnce) await Promise.race(running).catch(() => {});
    if (failed) throw failed;
  };
  for await (const { line, cells } of table.rows) {
    rows.push({ line, cells, id: idOf(cells) });
    if (rows.length >= rowsPerStep) await flush();
  }
  if (rows.length > 0) await flush();
  await Promise.all(running);
  if (failed) throw failed;
  progress?.(counts.now());
  return null;
}

async function loadPlaces(
  parts: ImportParts,
  { workspaceId, mapping }: FileToImport,
  table: Table,
  counts: RunningCounts,
): Promise<string | null> {
  const { places, rows, wrong } = await readPlaces(table, mapping, await parts.timeZoneOf(workspaceId));
  const before = await parts.createPlaces(workspaceId, []);
  const added = places.filter(({ code }) => !before.has(code));
  await parts.createPlaces(workspaceId, places);
  counts.set({
    rows,
    accepted: added.length,
    duplicates: places.length - added.length,
    refused: wrong.length,
  });
  if (wrong.length === 0) return null;
  const listed = wrong.slice(0, 10).map(({ line, detail }) => `Line ${line}: ${detail}.`);
  return `${listed.join(' ')}${wrong.length > 10 ? ` And ${wrong.length - 10} more lines.` : ''}`;
}

export const sentenceOf = (error: unknown): string =>
  error instanceof Error ? error.message.slice(0, 500) : String(error);
