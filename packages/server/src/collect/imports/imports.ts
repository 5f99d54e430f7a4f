// The composition of imports: a file is brought, looked at, checked, loaded, and can be taken back.
import type { ImportCheck, ImportGuess, ImportMapping, ImportTarget } from '@lyhord/contract';
import type { Access, Viewer } from '../../access/index.ts';
import type { Route } from '../../platform/http/endpoints.ts';
import { problemFrom } from '../../platform/http/failures.ts';
import { because, Problem } from '../../platform/http/problem.ts';
import type { Platform } from '../../platform/platform.ts';
import { KeptMessages } from '../pipeline/kept-messages.ts';
import { plansOf } from '../preparing/preparing-plans.ts';
import type { Intake } from '../recording/intake.ts';
import type { ReferenceStore } from '../reference/reference-store.ts';
import type { Redact } from '../segment/personal-fields.ts';
import { checkFile } from './check-file.ts';
import { columnsOf, guessMapping } from './guess-mapping.ts';
import { ImportQueue } from './import-queue.ts';
import { importRoutes } from './import-routes.ts';
import { type ImportCounts, type ImportState, importStore, type KeptImport } from './import-store.ts';
import { lastSealedCommit } from './imported-rows.ts';
import { KeptFiles } from './kept-files.ts';
import { type CreatePlaces, type LoadParts, loadFile } from './load-file.ts';
import { importOlist, type OlistImport } from './olist/import-olist.ts';
import { openTable } from './rows/open-table.ts';
import { undoImport } from './undo-import.ts';

export interface FileToImport {
  readonly workspaceId: string;
  readonly fileName: string;
  readonly mapping: ImportMapping;
  readonly bytes: AsyncIterable<Buffer>;
  readonly startedBy: string | null;
  /** Hears how far it is, some times a second at most. */
  readonly progress?: (counts: ImportCounts) => void;
}

export type FileBrought = Omit<FileToImport, 'mapping' | 'progress'>;

export interface Imports {
  readonly routes: Route<Viewer>[];
  start(): Promise<void>;
  /** Goes on with what a stop interrupted; once all steps have started. */
  resume(): Promise<void>;
  stop(): Promise<void>;
  importFile(file: FileToImport): Promise<ImportState>;
  importOlist(from: OlistImport): Promise<ImportState[]>;
  createPlacesBy(create: CreatePlaces): void;
  onRowsRemoved(heard: (workspaceId: string) => Promise<void>): void;
}

const waitingMs = 24 * 3_600_000;

/** What the routes and the command line do with files. */
export interface ImportDeeds {
  list(workspaceId: string): Promise<ImportState[]>;
  read(workspaceId: string, id: string): Promise<ImportState>;
  /** Takes a file in to wait. */
  bring(file: FileBrought, mostBytes?: number): Promise<ImportState>;
  guess(workspaceId: string, id: string, target?: ImportTarget): Promise<ImportGuess>;
  check(workspaceId: string, id: string, mapping: ImportMapping): Promise<ImportCheck>;
  /** Begins to load; `done` is its end. */
  begin(
    workspaceId: string,
    id: string,
    mapping: ImportMapping,
    by: string | null,
    progress?: (counts: ImportCounts) => void,
  ): Promise<{ readonly state: ImportState; readonly done: Promise<ImportState> }>;
  drop(workspaceId: string, id: string): Promise<void>;
  undo(workspaceId: string, id: string, by: string | null): Promise<ImportState>;
}

export function createImports(
  platform: Platform,
  access: Access,
  intake: Intake,
  redact: Redact,
  reference: ReferenceStore,
): Imports {
  const { ledger, warehouse, clock, ids, log, config } = platform;
  const files = new KeptFiles(config.dataDir);
  const store = importStore(ledger);
  const queue = new ImportQueue();
  const removedListeners: ((workspaceId: string) => Promise<void>)[] = [];
  let createPlaces: CreatePlaces = async () => new Map();
  let stopping = false;

  const parts: LoadParts & { readonly ids: Platform['ids'] } = {
    access,
    store,
    warehouse,
    record: intake.record,
    recordImported: intake.recordImported,
    planOf: plansOf(access, intake.workspaces),
    redact,
    clock,
    ids,
    createPlaces: (...given) => createPlaces(...given),
    settingsOf: (workspaceId) => intake.workspaces.of(workspaceId),
    reference,
  };
  const checking = {
    kept: new KeptMessages(warehouse, intake.landed),
    seen: intake.seen,
    redact,
    reference,
    placeCodes: (workspaceId: string) => createPlaces(workspaceId, []),
  };
  const undoing = {
    access,
    store,
    warehouse,
    reference,
    seen: intake.seen,
    relearnIdentity: intake.relearnIdentity,
    async rowsRemoved(workspaceId: string) {
      await intake.relearnIdentity();
      for (const heard of removedListeners) await heard(workspaceId);
      for (const topic of ['signals.committed', 'events.committed']) {
        platform.announcements.announce(topic, { workspaceId, days: [] });
      }
    },
  };

  const mayUndo = ({ state, runs, target }: KeptImport) =>
    (state === 'done' || state === 'failed') &&
    (runs > 0 || target === 'enrichment' || target === 'exchange_rates');
  const shown = async (kept: readonly KeptImport[], workspaceId: string): Promise<ImportState[]> => {
    const names = new Map(
      kept.length > 0
        ? (await access.members(workspaceId)).map(({ personId, name }) => [personId, name])
        : [],
    );
    const nameOf = (personId: string | null) => (personId === null ? null : (names.get(personId) ?? null));
    return kept.map((one) => {
      const { workspaceId: _workspace, mapping: _mapping, doneRows: _done, runs: _runs, ...state } = one;
      return {
        ...state,
        startedBy: nameOf(one.startedBy),
        undoneBy: nameOf(one.undoneBy),
        mayUndo: mayUndo(one),
      };
    });
  };
  const show = async (kept: KeptImport) => (await shown([kept], kept.workspaceId))[0]!;

  const found = async (workspaceId: string, id: string): Promise<KeptImport> => {
    const kept = await store.read(workspaceId, id);
    if (kept) return kept;
    throw new Problem('not_found', because('file_unknown'));
  };
  const fileOf = async (workspaceId: string, id: string): Promise<KeptImport> => {
    const kept = await found(workspaceId, id);
    if (await files.there(id)) return kept;
    throw new Problem('not_found', because('file_not_kept', { file: kept.fileName }));
  };

  /** Loads an import that is taken, from where it stopped. */
  const load = (kept: KeptImport, mapping: ImportMapping, progress?: (counts: ImportCounts) => void) =>
    queue.run(kept.workspaceId, async (): Promise<KeptImport> => {
      const { id, workspaceId } = kept;
      if (stopping) return kept;
      const undoable = mapping.target === 'signals' || mapping.target === 'events';
      if (undoable) await store.beginRun(workspaceId, id, await lastSealedCommit(warehouse));
      try {
        const work = { kept, mapping, path: files.path(id), progress, stopping: () => stopping };
        const { counts, whole, problem } = await loadFile(parts, work);
        if (undoable) await store.endRun(id, await lastSealedCommit(warehouse));
        if (!whole) return (await store.read(workspaceId, id))!;
        const ended = await store.end(id, 'done', counts, problem, clock.now());
        await files.drop(id);
        return ended;
      } catch (error) {
        if (undoable) await store.endRun(id, await lastSealedCommit(warehouse));
        const soFar = (await store.read(workspaceId, id)) ?? kept;
        await store.end(id, 'failed', soFar, problemFrom(error).message, clock.now());
        throw error;
      }
    });

  /** What is wrong with a file is a sentence; what is wrong with the program has its trace. */
  const logFailure = (importId: string, error: unknown) => {
    const { status, message } = problemFrom(error);
    if (status < 500) log.warn({ importId, problem: message }, 'an import failed');
    else log.error({ importId, err: error }, 'an import failed');
  };

  const undo = (kept: KeptImport) => queue.run(kept.workspaceId, () => undoImport(undoing, kept));

  const keep = async (file: FileBrought, mapping: ImportMapping | null, mostBytes?: number) => {
    const id = ids.next();
    const digest = await files.keep(id, file.bytes, mostBytes);
    const { workspaceId, startedBy } = file;
    const running = mapping ? await store.unfinished(workspaceId, digest, mapping) : null;
    if (running) {
      await files.drop(id);
      return running;
    }
    const made = { id, workspaceId, startedBy, mapping: null, digest, state: 'waiting' as const };
    const target = mapping?.target ?? 'signals';
    return store.begin({ ...made, fileName: file.fileName.slice(0, 200), target }, clock.now());
  };

  const deeds: ImportDeeds = {
    list: async (workspaceId) => shown(await store.list(workspaceId), workspaceId),
    read: async (workspaceId, id) => show(await found(workspaceId, id)),
    bring: async (file, mostBytes) => {
      for (const { id } of await store.dropWaiting(new Date(clock.now().getTime() - waitingMs)))
        await files.drop(id);
      return show(await keep(file, null, mostBytes));
    },
    async guess(workspaceId, id, target) {
      const kept = await fileOf(workspaceId, id);
      const { placeOf } = await intake.workspaces.of(workspaceId);
      const table = await openTable(files.path(kept.id));
      const columns = await columnsOf(table).finally(() => table.close());
      const guess = guessMapping(columns, (code) => placeOf(code) !== null, target);
      return { ...guess, remarks: [...table.remarks] };
    },
    async check(workspaceId, id, mapping) {
      await fileOf(workspaceId, id);
      const [{ placeOf, timeZone, currency }, source] = await Promise.all([
        intake.workspaces.of(workspaceId),
        access.ownSource(workspaceId, 'import'),
      ]);
      const reading = { receivedAt: clock.now().getTime(), placeOf, timeZone, currency, newId: ids.next };
      const file = { workspaceId, sourceId: source.id, path: files.path(id), mapping, reading };
      return checkFile(checking, file);
    },
    async begin(workspaceId, id, mapping, by, progress) {
      await fileOf(workspaceId, id);
      const taken = await store.take(workspaceId, id, mapping, by, clock.now());
      if (!taken) throw new Problem('conflict', because('file_loaded'));
      const done = load(taken, mapping, progress).then(show);
      done.catch((error) => logFailure(id, error));
      return { state: await show(taken), done };
    },
    async drop(workspaceId, id) {
      await found(workspaceId, id);
      const dropped = await store.drop(workspaceId, id);
      if (!dropped) throw new Problem('conflict', because('file_not_waiting'));
      await files.drop(id);
    },
    async undo(workspaceId, id, by) {
      const kept = await found(workspaceId, id);
      if (!mayUndo(kept)) {
        throw new Problem('conflict', because('file_stays', { file: kept.fileName }));
      }
      const begun = await store.beginUndo(workspaceId, id, by, clock.now());
      if (!begun) throw new Problem('conflict', because('file_being_undone', { file: kept.fileName }));
      undo(begun).catch((error) =>
        log.error({ err: error, importId: id }, 'an import could not be taken back'),
      );
      return show(begun);
    },
  };

  return {
    routes: importRoutes({ access, warehouse, deeds }),
    async start() {
      if (!intake.writes()) return;
      await store.endOpenRuns(await lastSealedCommit(warehouse));
      await files.sweep(await store.wanted());
    },
    async resume() {
      if (!intake.writes()) return;
      for (const kept of await store.abandoned()) {
        const { mapping } = kept;
        const work =
          kept.state === 'undoing'
            ? undo(kept)
            : mapping && (await files.there(kept.id))
              ? load(kept, mapping)
              : store.end(kept.id, 'failed', kept, abandoned, clock.now());
        work.catch((error) =>
          log.error({ err: error, importId: kept.id }, 'an import could not be gone on with'),
        );
      }
    },
    async stop() {
      stopping = true;
      await queue.settled();
    },
    async importFile(file) {
      const kept = await keep(file, file.mapping);
      if (kept.state === 'running') {
        // the same file with the same mapping was stopped, and goes on already
        await queue.settled();
        return deeds.read(file.workspaceId, kept.id);
      }
      const { done } = await deeds.begin(
        file.workspaceId,
        kept.id,
        file.mapping,
        file.startedBy,
        file.progress,
      );
      return done;
    },
    importOlist: async (from) => {
      const kept = await queue.run(from.workspaceId, () => importOlist(parts, from));
      return shown(kept, from.workspaceId);
    },
    createPlacesBy(create) {
      createPlaces = create;
    },
    onRowsRemoved: (heard) => void removedListeners.push(heard),
  };
}

const abandoned = 'The server stopped meanwhile; load the file again, nothing will be doubled.';
