// What arrives: checked, told apart from its copies, redacted, understood, committed. The composition of collect.
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import {
  collectEndpoints as endpoints,
  type OperationalEvent,
  type SignalInput,
  type TextAnalysis,
  type Verdict,
} from '@lyhord/contract';
import { redact as redactText } from '@lyhord/text/redact';
import type { FastifyInstance } from 'fastify';
import type { Access, Viewer } from '../access/index.ts';
import { type Route, route } from '../platform/http/endpoints.ts';
import type { Platform } from '../platform/platform.ts';
import { GroupCommit } from './commit/group-commit.ts';
import { type IdentityNews, KnownIdentity } from './commit/identity-rows.ts';
import { type DecidedLink, recordLink } from './commit/record-link.ts';
import { ArrivalCounts } from './counts/arrival-counts.ts';
import { readSourceBodies } from './http/source-bodies.ts';
import { normaliseIdentifier, type PlainIdentifier } from './identifiers/normalise-identifier.ts';
import { importRoutes } from './imports/import-routes.ts';
import { type ImportState, importStore } from './imports/import-store.ts';
import { type CreatePlaces, type FileToImport, importTable } from './imports/import-table.ts';
import { importOlist, type OlistImport } from './imports/olist/import-olist.ts';
import type { Key64 } from './keys/key64.ts';
import { SeenKeys } from './keys/seen-keys.ts';
import { operationalReader } from './operational/read-event.ts';
import { InFlight } from './pipeline/in-flight.ts';
import { KeptMessages } from './pipeline/kept-messages.ts';
import { createPlaceBook } from './places/place-codes.ts';
import { dataQuality } from './quality/data-quality.ts';
import { announceCommit } from './recording/announce-commit.ts';
import { Gate } from './recording/gate.ts';
import { createRecorder } from './recording/recorder.ts';
import { stepTimes } from './recording/step-times.ts';
import { createTake } from './recording/take.ts';
import { readTrustedEvent, readTrustedSignal } from './recording/trusted-readers.ts';
import { createWorkspaces } from './recording/workspaces.ts';
import { readKnownIdentity, recover } from './recovery/recover.ts';
import { RefusalStore } from './refusals/refusal-store.ts';
import { type BatchContext, segmentReader } from './segment/read-message.ts';
import { segmentRoutes } from './segment/routes.ts';
import { readSignal } from './signals/read-signal.ts';
import { signalRoutes } from './signals/routes.ts';
import { type Suppression, suppressionsOf } from './suppressions/suppression-store.ts';
import { createSurveys } from './surveys/surveys.ts';
import { createTextPool, type TextToAnalyse, type TopicsInUse, type TopicsOf } from './text/text-pool.ts';

/** Who sends: a source of a workspace. A viewer is one when it has a source. */
export interface Sender {
  readonly workspaceId: string;
  readonly sourceId: string;
}

export interface Collect {
  readonly routes: Route<Viewer>[];
  /** Reads the bodies of endpoints for sources; before the routes are mounted. */
  mount(app: FastifyInstance): void;
  start(): Promise<void>;
  stop(): Promise<void>;

  recordSignals(sender: Sender, items: readonly unknown[]): Promise<Verdict[]>;
  recordEvents(sender: Sender, items: readonly unknown[]): Promise<Verdict[]>;
  recordSegment(sender: Sender, messages: readonly unknown[], context?: BatchContext): Promise<Verdict[]>;
  /** What the product itself did, such as a reply to a customer. */
  recordOwn(workspaceId: string, events: readonly OperationalEvent[]): Promise<Verdict[]>;
  /** Large blocks that need no checking (the demo company); the same pipeline and tables. */
  fill(
    sender: Sender,
    block: { events: readonly OperationalEvent[]; signals: readonly SignalInput[] },
  ): Promise<{ accepted: number }>;
  /** Loads a table of signals, events or places; see the guide for the mapping. */
  importFile(file: FileToImport): Promise<ImportState>;
  /** Loads the Olist tables from a folder. */
  importOlist(from: OlistImport): Promise<ImportState[]>;
  /** How places are made, which files bring, too. */
  createPlacesBy(create: CreatePlaces): void;
  /** A link between two identifiers that a person decided, or took away (`removed`). */
  recordLink(workspaceId: string, link: DecidedLink): Promise<void>;
  /** Resolves when all that was taken in is committed, with counts written and remembered keys given back. */
  flush(): Promise<void>;

  /** The key of an identifier as decimal text; null where the value names nobody. */
  keyOf(
    workspaceId: string,
    identifier: { type: PlainIdentifier['type']; value: string; namespace?: string },
    country?: string | null,
  ): Promise<Key64 | null>;
  /** Records survey scores that have waited longer than `waitMs` for their reason; says how many. */
  settleWaitingScores(waitMs: number): Promise<number>;
  /** Who of the keys has said no to mail. */
  suppressionsOf(workspaceId: string, identifierKeys: readonly string[]): Promise<Suppression[]>;
  /** Hears of new identifiers and links after each commit, before anybody is answered. */
  onIdentity(heard: (workspaceId: string, commitNo: number, news: IdentityNews) => void): void;
  /** Understands texts in the same threads as arriving ones, with the same topics or with others. */
  analyse(
    workspaceId: string,
    texts: readonly TextToAnalyse[],
    others?: TopicsInUse,
  ): Promise<TextAnalysis[]>;
  /** Where a workspace's topics come from; the shipped ones until this is said. */
  useTopics(topicsOf: TopicsOf): void;
}

export interface CollectParts {
  readonly platform: Platform;
  readonly access: Access;
}

/** Items of requests that may be on their way at once. */
const mostInside = 60_000;
const redact = (text: string) => redactText(text).redacted;

export function createCollect({ platform, access }: CollectParts): Collect {
  const { warehouse, ledger, log, clock, ids, announcements } = platform;
  const now = () => clock.now().getTime();
  const places = createPlaceBook(ledger, announcements);
  const workspaces = createWorkspaces(access, places, now);
  const texts = createTextPool();
  const counts = new ArrivalCounts(ledger, log);
  const listeners: Parameters<Collect['onIdentity']>[0][] = [];
  let known = new KnownIdentity(0, 0);

  const groupCommit = new GroupCommit({
    warehouse,
    log,
    clock,
    sealed(sealed) {
      for (const heard of listeners) heard(sealed.workspaceId, sealed.commitNo, sealed.news);
      announceCommit(announcements, sealed);
    },
    async forget() {
      known = await readKnownIdentity(warehouse);
    },
  });
  const parts = {
    groupCommit,
    seen: new SeenKeys(),
    inFlight: new InFlight(),
    kept: new KeptMessages(warehouse),
    known: () => known,
    workspaces,
    texts,
    redact,
    refusals: new RefusalStore(warehouse, ids, redact),
    counts,
    timed: stepTimes(),
    now,
    newId: ids.next,
  };
  const record = createRecorder(parts);
  const take = createTake(new Gate(mostInside), record);
  const readEvent = operationalReader(redact);
  const keyOf: Collect['keyOf'] = async (workspaceId, identifier, country) => {
    const normal = normaliseIdentifier(identifier, country);
    if ('wrong' in normal) return null;
    return (await workspaces.keyring(workspaceId)).keyOf(normal.identifier);
  };
  const surveys = createSurveys({
    platform,
    access,
    record,
    redact,
    keyOfEmail: (workspaceId, value) => keyOf(workspaceId, { type: 'email', value }),
    placesOf: places.codesOf,
  });
  let createPlaces: CreatePlaces = async () => new Map();
  const imports = importStore(ledger);
  const importing = {
    access,
    store: imports,
    record,
    redact,
    clock,
    ids,
    createPlaces: (...given: Parameters<CreatePlaces>) => createPlaces(...given),
    timeZoneOf: async (workspaceId: string) => (await workspaces.of(workspaceId)).timeZone,
  };
  const importFile = (file: FileToImport) => importTable(importing, file);
  const uploads = join(platform.config.dataDir, 'uploads');
  const from = (sender: Sender, endpoint: string) => ({ ...sender, endpoint });

  return {
    routes: [
      ...segmentRoutes(take, redact),
      ...signalRoutes(take),
      ...surveys.routes,
      route(endpoints.dataQuality, (_, { viewer }) =>
        dataQuality({ warehouse, ledger, access, writeCounts: () => counts.write() }, viewer.workspaceId),
      ),
      ...importRoutes({ access, store: imports, folder: uploads, newId: ids.next, importFile }),
    ],
    mount: readSourceBodies,
    async start() {
      const remembered = await recover(warehouse, log);
      parts.seen = remembered.seen;
      known = remembered.known;
      await groupCommit.start();
      await imports.endAbandoned(
        'The server stopped meanwhile; load the file again, nothing will be doubled.',
        clock.now(),
      );
      await rm(uploads, { recursive: true, force: true });
      await surveys.start();
    },
    async stop() {
      await surveys.stop();
      await groupCommit.flush();
      await counts.write();
      await texts.stop();
      places.stop();
    },
    recordSignals: (sender, items) => record(from(sender, 'signals'), items, readSignal),
    recordEvents: (sender, items) => record(from(sender, 'events'), items, readEvent),
    recordSegment: (sender, messages, context = {}) =>
      record(from(sender, '/v1/batch'), messages, segmentReader(context, redact)),
    async recordOwn(workspaceId, events) {
      const { id } = await access.ownSource(workspaceId, 'system');
      return record({ workspaceId, sourceId: id, endpoint: 'system' }, events, readEvent);
    },
    async fill(sender, { events, signals }) {
      const origin = from(sender, 'fill');
      const verdicts = await Promise.all([
        events.length > 0 ? record(origin, events, readTrustedEvent) : [],
        signals.length > 0 ? record(origin, signals, readTrustedSignal) : [],
      ]);
      return { accepted: verdicts.flat().filter((one) => one.outcome === 'accepted').length };
    },
    recordLink: (workspaceId, link) => recordLink(groupCommit, () => known, workspaceId, link, now()),
    async flush() {
      await groupCommit.flush();
      await counts.write();
      workspaces.forget();
    },
    importFile,
    importOlist: (folder) => importOlist(importing, folder),
    createPlacesBy(create) {
      createPlaces = create;
    },
    keyOf,
    settleWaitingScores: surveys.settleWaiting,
    suppressionsOf: (workspaceId, keys) => suppressionsOf(ledger, workspaceId, keys),
    onIdentity: (heard) => void listeners.push(heard),
    analyse: texts.analyse,
    useTopics: texts.useTopics,
  };
}
