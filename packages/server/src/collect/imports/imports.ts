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
import { importRoutes } from './import-routes.ts';
import { type ImportCounts, type ImportState, importStore, type KeptImport } from './import-store.ts';
import { ImportWork } from './import-work.ts';
import { lastSealedCommit } from './imported-rows.ts';
import { KeptFiles } from './kept-files.ts';
import type { CreatePlaces, LoadParts } from './load-file.ts';
import { importOlist, type OlistImport } from './olist/import-olist.ts';
import { openTable } from './rows/open-table.ts';
import type { UndoParts } from './undo-import.ts';

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
  /** Goes on with what a stop interrupted, now and whenever this process takes over; once all steps have started. */
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
  const removedListeners: ((workspaceId: string) => Promise<void>)[] = [];
  let createPlaces: CreatePlaces = async () => new Map();

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
  const undoing: UndoParts = {
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

  /** What is wrong with a file is a sentence; what is wrong with the program has its trace. */
  const logFailure = (importId: string, error: unknown) => {
    const { status, message } = problemFrom(error);
    if (status < 500) log.warn({ importId, problem: message }, 'an import failed');
    else log.error({ importId, err: error }, 'an import failed');
  };

  const work = new ImportWork({ files, loading: parts, undoing, writes: intake.writes, log });
  intake.beforeWriting(async () => store.endOpenRuns(await lastSealedCommit(warehouse)));

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
      intake.mustWrite();
      const taken = await store.take(workspaceId, id, mapping, by, clock.now());
      if (!taken) throw new Problem('conflict', because('file_loaded'));
      const done = work.load(taken, mapping, progress).then(show);
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
      intake.mustWrite();
      const begun = await store.beginUndo(workspaceId, id, by, clock.now());
      if (!begun) throw new Problem('conflict', because('file_being_undone', { file: kept.fileName }));
      work
        .undo(begun)
        .catch((error) => log.error({ err: error, importId: id }, 'an import could not be taken back'));
      return show(begun);
    },
  };

  return {
    routes: importRoutes({ access, warehouse, deeds }),
    async start() {
      if (intake.writes()) await files.sweep(await store.wanted());
    },
    async resume() {
      const goOn = async () => {
        if (intake.writes()) await work.goOn();
      };
      intake.onTakeOver(() =>
        goOn().catch((error) => log.error({ err: error }, 'imports could not be gone on with')),
      );
      await goOn();
    },
    stop: () => work.stop(),
    async importFile(file) {
      const kept = await keep(file, file.mapping);
      if (kept.state === 'running') {
        // the same file with the same mapping was stopped, and goes on already
        await work.queue.settled();
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
      const kept = await work.queue.run(from.workspaceId, () => importOlist(parts, from));
      return shown(kept, from.workspaceId);
    },
    createPlacesBy(create) {
      createPlaces = create;
    },
    onRowsRemoved: (heard) => void removedListeners.push(heard),
  };
}
