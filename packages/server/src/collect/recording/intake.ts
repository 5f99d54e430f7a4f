// The heart of collect: the pipeline, the group commit it ends in, and what must be remembered for both.
import { join } from 'node:path';
import type { Verdict } from '@lyhord/contract';
import type { Access } from '../../access/index.ts';
import { createDiskRoom } from '../../platform/data-directory/disk-room.ts';
import type { Platform } from '../../platform/platform.ts';
import type { Sql } from '../../platform/stores/sql.ts';
import type { Arrival } from '../arrivals/arrival.ts';
import { AheadLog } from '../commit/ahead-log.ts';
import type { IdentityNews } from '../commit/commit-news.ts';
import { GroupCommit } from '../commit/group-commit.ts';
import { KnownIdentity } from '../commit/identity-rows.ts';
import { type DecidedLink, recordLink } from '../commit/record-link.ts';
import { addConsents } from '../consent/consent-store.ts';
import type { MembersOf } from '../consent/demand-purpose.ts';
import { ErasedKeys } from '../consent/erased-keys.ts';
import {
  ConsentNotes,
  type ConsentNotesParts,
  type HearConsent,
  type NoteConsents,
} from '../consent/note-consents.ts';
import { ArrivalCounts } from '../counts/arrival-counts.ts';
import { Claims } from '../keys/claims.ts';
import { SeenKeys } from '../keys/seen-keys.ts';
import type { Origin } from '../pipeline/batch.ts';
import { KeptMessages } from '../pipeline/kept-messages.ts';
import type { PreparedClaim } from '../pipeline/prepared-claim.ts';
import { createPlaceBook, type PlaceBook } from '../places/place-codes.ts';
import type { PreparedEvents } from '../preparing/prepared-events.ts';
import { learnIdentity, recover } from '../recovery/recover.ts';
import { WriterLease } from '../recovery/writer-lease.ts';
import { RefusalStore } from '../refusals/refusal-store.ts';
import { sealedOriginals } from '../refusals/sealed-originals.ts';
import type { Redact } from '../segment/personal-fields.ts';
import { configuredEngine, seldom } from '../text/engines/configured-engine.ts';
import { createTextPool, type TextPool } from '../text/text-pool.ts';
import { announceCommit } from './announce-commit.ts';
import { Gate } from './gate.ts';
import { recordImported, recordPrepared } from './record-prepared.ts';
import { createRecorder, type Record } from './recorder.ts';
import { stepTimes } from './step-times.ts';
import { createTake, type Take } from './take.ts';
import { createWorkspaces, type Workspaces } from './workspaces.ts';

export type HearIdentity = (workspaceId: string, commitNo: number, news: IdentityNews) => void;

export interface Intake {
  /** Takes items in; throws 503 while another process is the writer. */
  readonly record: Record;
  /** The same for requests, with room for them at the door. */
  readonly take: Take;
  /** Takes in what another thread has prepared; says how many events are new. */
  readonly recordPrepared: (origin: Origin, prepared: PreparedEvents) => Promise<number>;
  /** The same of a file's rows; null, with nothing kept, where they must be judged one by one. */
  readonly recordImported: (origin: Origin, prepared: PreparedEvents) => Promise<number | null>;
  readonly workspaces: Workspaces;
  readonly places: PlaceBook;
  readonly texts: TextPool;
  readonly counts: ArrivalCounts;
  /** False while another process is the writer. */
  readonly writes: () => boolean;
  /** Throws 503 while another process is the writer. */
  readonly mustWrite: () => void;
  /** Runs each time this process becomes the writer, before anything is taken in. */
  beforeWriting(work: () => Promise<void>): void;
  /** Hears that this process has become the writer after another one. */
  onTakeOver(heard: () => void): void;
  recordLink(workspaceId: string, link: DecidedLink): Promise<void>;
  onIdentity(heard: HearIdentity): void;
  /** Keys of everything that was ever committed; some more since rows were taken out. */
  readonly seen: () => SeenKeys;
  /**
   * Reads again which identifiers and links are kept, after some were taken out; of the identifiers only some, where others
   * are about to go. What is committed meanwhile is known, too.
   */
  relearnIdentity(identifiers?: Sql): Promise<void>;
  readonly noteConsents: NoteConsents;
  /** The same, where nobody else must know. */
  readonly keepConsents: NoteConsents;
  onConsent(heard: HearConsent): void;
  /** How all identifiers of a customer are known, for what they allowed under another of them. */
  joinIdentifiersBy(members: MembersOf): void;
  flush(): Promise<void>;
  /** Resolves when the tables hold everything that was answered so far. */
  landed(): Promise<void>;
  /** Remembers keyed hashes of erased identifiers and messages; resolves when nothing taken in before is on its way. */
  remember(workspaceId: string, keys: readonly string[]): Promise<void>;
  /** Forgets the hash of one erased identifier; false where there is none. */
  takeBack(workspaceId: string, key: string): Promise<boolean>;
  start(): Promise<void>;
  stop(): Promise<void>;
}

/** Items of requests that may be on their way at once. */
const mostInside = 60_000;

export function createIntake(platform: Platform, access: Access, redact: Redact): Intake {
  const { warehouse, ledger, log, clock, ids, announcements } = platform;
  const now = () => clock.now().getTime();
  const places = createPlaceBook(ledger, announcements);
  const workspaces = createWorkspaces(access, places, now);
  const second = configuredEngine(
    platform.config,
    platform.egress,
    seldom((trouble) => log.warn({ trouble }, 'texts were read by the own engine alone'), now),
    now,
  );
  const texts = createTextPool(second);
  const counts = new ArrivalCounts(ledger, log);
  const erased = new ErasedKeys(ledger);
  const running = new Set<Promise<unknown>>();
  const beforeWriting: (() => Promise<void>)[] = [];
  const listeners: HearIdentity[] = [];
  const consentListeners: HearConsent[] = [];
  let stopHearing: (() => void)[] = [];
  let membersOf: MembersOf = (_, key) => [key];
  let known = new KnownIdentity(0, 0);
  const tellConsents: HearConsent = (...news) => {
    for (const heard of consentListeners) heard(...news);
  };
  // a log on one machine's disk would be out of reach for the process that takes over on another
  const files =
    warehouse.mode === 'embedded'
      ? new AheadLog(join(platform.config.dataDir, 'ahead'), platform.config.durable)
      : null;

  const lease = new WriterLease(ledger.pool, log, async () => {
    await groupCommit.reset();
    const remembered = await recover(warehouse, files, log);
    parts.seen = remembered.seen;
    known = remembered.known;
    await groupCommit.start();
    for (const work of beforeWriting) await work();
  });
  let relearning: Promise<unknown> = Promise.resolve();
  let forgotten = 0;
  const freshIdentity = async () => {
    const fresh = new KnownIdentity(known.identifiers.size * 1.2, known.links.size * 1.2);
    await learnIdentity(warehouse, fresh);
    return fresh;
  };
  const relearn = async (identifiers?: Sql) => {
    for (;;) {
      const before = forgotten;
      const heir = new KnownIdentity(known.identifiers.size * 1.2, known.links.size * 1.2);
      known.heir = heir;
      // what was noted before it had an heir is in the tables after this
      await groupCommit.flush();
      await learnIdentity(warehouse, heir, identifiers);
      // a commit that failed meanwhile was taken out again, and the heir has heard of it
      if (forgotten !== before) continue;
      known = heir;
      return;
    }
  };
  const groupCommit = new GroupCommit({
    warehouse,
    log,
    clock,
    files,
    mayWrite: () => lease.check(),
    mustHaveRoom: createDiskRoom(platform.config.dataDir).mustHave,
    sealed(sealed) {
      for (const heard of listeners) heard(sealed.workspaceId, sealed.commitNo, sealed.news);
      announceCommit(announcements, sealed);
    },
    async forget() {
      forgotten += 1;
      known = await freshIdentity();
    },
  });
  const sightingOf: ConsentNotesParts['seen'] = ({ key, contentHash }) =>
    parts.seen.sighting(key!.high, key!.low, contentHash!.low);
  const consents = new ConsentNotes({
    ...{ ledger, hear: tellConsents, seen: sightingOf },
    membersOf: (...of) => membersOf(...of),
  });
  const parts = {
    groupCommit,
    seen: new SeenKeys(),
    claims: new Claims<Arrival | PreparedClaim>(),
    kept: new KeptMessages(warehouse, () => groupCommit.landed()),
    known: () => known,
    workspaces,
    texts,
    redact,
    refusals: new RefusalStore(warehouse, ids, redact, sealedOriginals(access).seal, erased),
    erased,
    consents,
    counts,
    timed: stepTimes(),
    ledger,
    membersOf: ((...of) => membersOf(...of)) as MembersOf,
    now,
    newId: ids.next,
  };
  const pipeline = createRecorder(parts);
  const keepConsents: NoteConsents = async (workspaceId, said) => {
    await addConsents(ledger, workspaceId, said);
    const keys = said.map(({ identifierKey }) => identifierKey);
    consents.forget(workspaceId, keys);
    announcements.announce('consents.said', { workspaceId, keys });
  };
  const underWay = <T>(working: Promise<T>): Promise<T> => {
    running.add(working);
    return working.finally(() => running.delete(working));
  };
  const record: Record = async (...batch): Promise<Verdict[]> => {
    lease.check();
    return underWay(pipeline(...batch));
  };
  return {
    record,
    recordPrepared: async (origin, prepared) => {
      lease.check();
      return recordPrepared(parts, origin, prepared);
    },
    recordImported: async (origin, prepared) => {
      lease.check();
      return underWay(recordImported(parts, origin, prepared));
    },
    take: createTake(new Gate(mostInside), record),
    workspaces,
    places,
    texts,
    counts,
    writes: () => lease.held,
    mustWrite: () => lease.check(),
    beforeWriting: (work) => void beforeWriting.push(work),
    onTakeOver: (heard) => lease.onTakeOver(heard),
    recordLink: (workspaceId, link) =>
      recordLink(
        groupCommit,
        () => known,
        workspaceId,
        link,
        Math.max(now(), (link.after ?? Number.NEGATIVE_INFINITY) + 1),
      ),
    onIdentity: (heard) => void listeners.push(heard),
    seen: () => parts.seen,
    relearnIdentity: (identifiers) => {
      const mine = relearning.then(() => relearn(identifiers));
      relearning = mine.catch(() => undefined);
      return mine;
    },
    keepConsents,
    async noteConsents(workspaceId, said) {
      await keepConsents(workspaceId, said);
      tellConsents(
        workspaceId,
        said.map(({ identifierKey }) => identifierKey),
      );
    },
    onConsent: (heard) => void consentListeners.push(heard),
    joinIdentifiersBy(members) {
      membersOf = members;
    },
    async flush() {
      await groupCommit.flush();
      await counts.write();
      workspaces.forget();
    },
    landed: () => groupCommit.landed(),
    async takeBack(workspaceId, key) {
      const known = await erased.takeBack(workspaceId, key);
      if (known) announcements.announce('privacy.erased', { workspaceId });
      return known;
    },
    async remember(workspaceId, keys) {
      await erased.add(workspaceId, keys, clock.now());
      announcements.announce('privacy.erased', { workspaceId });
      await Promise.allSettled([...running]);
      await groupCommit.flush();
    },
    async start() {
      await erased.load();
      stopHearing = [
        announcements.subscribe('consents.said', (news: { workspaceId: string; keys: string[] } | null) =>
          news ? consents.forget(news.workspaceId, news.keys) : consents.forgetAll(),
        ),
        announcements.subscribe('privacy.erased', () => void erased.load().catch(() => undefined)),
        announcements.subscribe('sources.changed', (news: { workspaceId: string } | null) =>
          workspaces.forgetSettings(news?.workspaceId ?? null),
        ),
      ];
      await lease.start();
    },
    async stop() {
      for (const stop of stopHearing) stop();
      // what the tables do not take now stays in the log for the next start
      await groupCommit.flush().catch((error) => log.warn({ err: error }, 'rows stay in the log'));
      await groupCommit.reset();
      await lease.stop();
      await counts.write();
      await texts.stop();
      places.stop();
    },
  };
}
