// What arrives: checked, told apart from its copies, redacted, understood, committed. The composition of collect.
import {
  collectEndpoints as endpoints,
  type OperationalEvent,
  purposes,
  type SignalInput,
  type TextAnalysis,
  type Verdict,
} from '@lyhord/contract';
import { redact as redactText } from '@lyhord/text/redact';
import type { FastifyInstance } from 'fastify';
import type { Access, Viewer } from '../access/index.ts';
import { type Route, route } from '../platform/http/endpoints.ts';
import type { Platform } from '../platform/platform.ts';
import type { DecidedLink } from './commit/record-link.ts';
import {
  type ConsentSaid,
  consentsOf,
  type Newest,
  newestConsents,
  type Refusing,
  refusing,
} from './consent/consent-store.ts';
import type { MembersOf } from './consent/demand-purpose.ts';
import { erasedMessage } from './consent/erased-keys.ts';
import type { HearConsent } from './consent/note-consents.ts';
import { createFrontDoors } from './front-doors.ts';
import { readSourceBodies } from './http/source-bodies.ts';
import { normaliseIdentifier, type PlainIdentifier } from './identifiers/normalise-identifier.ts';
import type { ImportState } from './imports/import-store.ts';
import { createImports, type FileToImport } from './imports/imports.ts';
import type { CreatePlaces } from './imports/load-file.ts';
import type { OlistImport } from './imports/olist/import-olist.ts';
import type { Key64 } from './keys/key64.ts';
import { operationalReader } from './operational/read-event.ts';
import type { PreparedEvents, PreparingPlan } from './preparing/prepared-events.ts';
import { plansOf } from './preparing/preparing-plans.ts';
import { dataQuality } from './quality/data-quality.ts';
import { createIntake, type HearIdentity } from './recording/intake.ts';
import { createOwnRecorder } from './recording/own-events.ts';
import { readTrustedEvent, readTrustedSignal } from './recording/trusted-readers.ts';
import { createReference, type Reference } from './reference/reference.ts';
import { referenceStore } from './reference/reference-store.ts';
import { type BatchContext, segmentReader } from './segment/read-message.ts';
import { segmentRoutes } from './segment/routes.ts';
import { readSignal } from './signals/read-signal.ts';
import { signalRoutes } from './signals/routes.ts';
import { type Suppression, suppressionsOf, suppressionsTogether } from './suppressions/suppression-store.ts';
import { createSurveys } from './surveys/surveys.ts';
import type { TextToAnalyse, TopicsInUse, TopicsOf } from './text/text-pool.ts';

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
  /** Goes on with imports that a stop interrupted; once all steps have started. */
  resume(): Promise<void>;
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
  /** What a thread needs to prepare events of its own making; it holds the secret of the workspace's identifiers. */
  preparingPlan(sender: Sender): Promise<PreparingPlan>;
  /** Takes in events that a thread has prepared; says how many are new. */
  fillPrepared(sender: Sender, prepared: PreparedEvents): Promise<{ accepted: number }>;
  /** Loads a table of signals, events or places; see the guide for the mapping. */
  importFile(file: FileToImport): Promise<ImportState>;
  /** Loads the Olist tables from a folder. */
  importOlist(from: OlistImport): Promise<ImportState[]>;
  /** Exchange rates and enrichment tables. */
  readonly reference: Reference;
  /** How places are made, which files bring, too. */
  createPlacesBy(create: CreatePlaces): void;
  /** Hears that rows of a workspace were taken out, so that what was made of them is made again. */
  onRowsRemoved(heard: (workspaceId: string) => Promise<void>): void;
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
  /** The key of a company as decimal text; null where the value names none. */
  accountKeyOf(workspaceId: string, id: string): Promise<string | null>;
  /** Records survey scores that have waited longer than `waitMs` for their reason; says how many. */
  settleWaitingScores(waitMs: number): Promise<number>;
  /** Who of the keys has said no to mail. */
  suppressionsOf(workspaceId: string, identifierKeys: readonly string[]): Promise<Suppression[]>;
  /** The same for a flood of questions. */
  suppressionsTogether(workspaceId: string, identifierKeys: readonly string[]): Promise<Suppression[]>;
  /** Runs a connector here and now; resolves when the run has ended. */
  runConnector(id: string): Promise<void>;
  /** Takes refused items out that hold one of the values, sealed ones too; says how many. */
  forgetRefusals(workspaceId: string, values: readonly string[]): Promise<number>;
  /**
   * Refuses the customer from now on: remembers the identifiers' keys, and of each message key a keyed hash. Resolves
   * when nothing that was taken in before is still on its way.
   */
  refuseErased(workspaceId: string, keys: readonly string[], messageKeys: readonly string[]): Promise<void>;
  /** Takes items of an identifier that was erased again; false where it was not. What was erased stays refused. */
  takeBack(workspaceId: string, key: string): Promise<boolean>;
  /** Keeps what customers allowed or refused. */
  addConsents(workspaceId: string, said: readonly ConsentSaid[]): Promise<void>;
  /** Everything that was said for any of the keys, newest first. */
  consentsOf(workspaceId: string, identifierKeys: readonly string[]): Promise<ConsentSaid[]>;
  /** What was said last under each of the keys and for each purpose, for all channels, the newest first. */
  lastConsentsOf(workspaceId: string, identifierKeys: readonly string[]): Promise<Newest[]>;
  /** Every identifier under which the last word on a purpose was no, of all workspaces. */
  refusing(): Promise<Refusing[]>;
  /** Hears whose consent a message has changed. */
  onConsent(heard: HearConsent): void;
  /** How all identifiers of a customer are known, for what they allowed under another of them. */
  joinIdentifiersBy(members: MembersOf): void;
  /** Reads again which identifiers and links are kept, after some were taken out. */
  forgetIdentity(): Promise<void>;
  /** Hears of new identifiers and links after each commit, before anybody is answered. */
  onIdentity(heard: HearIdentity): void;
  /**
   * Understands texts in the same threads as arriving ones, with the same topics or with others; what is only tried
   * out is read by the own engine alone, whatever else is configured.
   */
  analyse(
    workspaceId: string,
    texts: readonly TextToAnalyse[],
    others?: TopicsInUse,
    trying?: boolean,
  ): Promise<TextAnalysis[]>;
  /** Where a workspace's topics come from; the shipped ones until this is said. */
  useTopics(topicsOf: TopicsOf): void;
}

export interface CollectParts {
  readonly platform: Platform;
  readonly access: Access;
}

const redact = (text: string) => redactText(text).redacted;

export function createCollect({ platform, access }: CollectParts): Collect {
  const { warehouse, ledger } = platform;
  const intake = createIntake(platform, access, redact);
  const { record, take, workspaces, places, texts, counts } = intake;
  const keyOf: Collect['keyOf'] = async (workspaceId, identifier, country) => {
    const normal = normaliseIdentifier(identifier, country);
    if ('wrong' in normal) return null;
    return (await workspaces.keyring(workspaceId)).keyOf(normal.identifier);
  };
  const keyOfEmail = (workspaceId: string, value: string) => keyOf(workspaceId, { type: 'email', value });
  const surveys = createSurveys({
    ...{ platform, access, record, redact, keyOfEmail },
    ...{ placesOf: places.codesOf, noteConsents: intake.noteConsents },
  });
  const references = referenceStore(warehouse);
  const imports = createImports(platform, access, intake, redact, references);
  const own = createOwnRecorder(platform, access, intake, redact);
  const readEvent = operationalReader(redact);
  const doors = createFrontDoors(platform, access, intake, readEvent, redact);
  const from = (sender: Sender, endpoint: string) => ({ ...sender, endpoint });
  const quality = { warehouse, ledger, access, writeCounts: () => counts.write() };

  return {
    routes: [
      ...segmentRoutes(take, redact),
      ...signalRoutes(take),
      ...doors.routes,
      ...surveys.routes,
      ...imports.routes,
      route(endpoints.dataQuality, (_, { viewer }) => dataQuality(quality, viewer.workspaceId)),
    ],
    mount: readSourceBodies,
    async start() {
      await intake.start();
      await imports.start();
      await own.start();
      await doors.start();
      await surveys.start();
    },
    resume: imports.resume,
    async stop() {
      await imports.stop();
      await surveys.stop();
      await intake.stop();
    },
    recordSignals: (sender, items) => record(from(sender, 'signals'), items, readSignal),
    recordEvents: (sender, items) => record(from(sender, 'events'), items, readEvent),
    recordSegment: (sender, messages, context = {}) =>
      record(from(sender, '/v1/batch'), messages, segmentReader(context, redact)),
    recordOwn: own.record,
    async fill(sender, { events, signals }) {
      const origin = from(sender, 'fill');
      const verdicts = await Promise.all([
        events.length > 0 ? record(origin, events, readTrustedEvent) : [],
        signals.length > 0 ? record(origin, signals, readTrustedSignal) : [],
      ]);
      return { accepted: verdicts.flat().filter((one) => one.outcome === 'accepted').length };
    },
    preparingPlan: plansOf(access, workspaces),
    async fillPrepared(sender, prepared) {
      return { accepted: await intake.recordPrepared(from(sender, 'fill'), prepared) };
    },
    recordLink: intake.recordLink,
    flush: intake.flush,
    importFile: imports.importFile,
    reference: createReference(references, platform.clock),
    importOlist: imports.importOlist,
    createPlacesBy: imports.createPlacesBy,
    onRowsRemoved: imports.onRowsRemoved,
    keyOf,
    accountKeyOf: async (workspaceId, id) =>
      (await workspaces.keyring(workspaceId)).account(id)?.key.text ?? null,
    settleWaitingScores: surveys.settleWaiting,
    suppressionsOf: (workspaceId, keys) => suppressionsOf(ledger, workspaceId, keys),
    suppressionsTogether: (workspaceId, keys) => suppressionsTogether(ledger, workspaceId, keys),
    runConnector: (id) => doors.connectors.run(id, 'now'),
    forgetRefusals: doors.forgetRefusals,
    async refuseErased(workspaceId, keys, messageKeys) {
      const keyring = await workspaces.keyring(workspaceId);
      const messages = messageKeys.map((key) => erasedMessage(keyring, key));
      await intake.remember(workspaceId, [...keys, ...messages]);
    },
    takeBack: intake.takeBack,
    addConsents: intake.keepConsents,
    consentsOf: (workspaceId, keys) => consentsOf(ledger, workspaceId, keys),
    lastConsentsOf: (workspaceId, keys) => newestConsents(ledger, workspaceId, purposes, keys),
    refusing: () => refusing(ledger),
    onConsent: intake.onConsent,
    joinIdentifiersBy: intake.joinIdentifiersBy,
    forgetIdentity: () => intake.relearnIdentity(),
    onIdentity: intake.onIdentity,
    analyse: texts.analyse,
    useTopics: texts.useTopics,
  };
}
