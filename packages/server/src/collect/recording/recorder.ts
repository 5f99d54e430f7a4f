// Promise: every item gets one verdict, and "accepted" is said only of what is on disk and sealed.
import type { Verdict } from '@lyhord/contract';
import { Problem } from '../../platform/http/problem.ts';
import type { Ledger } from '../../platform/stores/ledger.ts';
import { type Arrival, accept, judgeCopy, newArrival, type Trait } from '../arrivals/arrival.ts';
import type { Reader } from '../arrivals/reading.ts';
import type { CommitNews } from '../commit/commit-news.ts';
import type { CommitRows } from '../commit/commit-rows.ts';
import { eventWriter } from '../commit/event-rows.ts';
import type { GroupCommit } from '../commit/group-commit.ts';
import { type KnownIdentity, writeIdentity } from '../commit/identity-rows.ts';
import { type RowContext, zoneOfPlace } from '../commit/row-context.ts';
import { writeSignal } from '../commit/signal-rows.ts';
import { demandPurpose, type MembersOf } from '../consent/demand-purpose.ts';
import { dropErased } from '../consent/drop-erased.ts';
import type { ErasedKeys } from '../consent/erased-keys.ts';
import type { ConsentNotes } from '../consent/note-consents.ts';
import { type ArrivalCounts, outcomesOf } from '../counts/arrival-counts.ts';
import { MessageKeysBySource } from '../keys/key64.ts';
import { analyseText } from '../pipeline/analyse-text.ts';
import { type Batch, type Origin, open } from '../pipeline/batch.ts';
import { dropWithoutConsent } from '../pipeline/consent.ts';
import { type Deduplication, deduplicate, settle } from '../pipeline/deduplicate.ts';
import { noteIdentity } from '../pipeline/note-identity.ts';
import { runPipeline, type Step, type Timed } from '../pipeline/run-pipeline.ts';
import { validate } from '../pipeline/validate.ts';
import type { RefusalStore } from '../refusals/refusal-store.ts';
import type { Redact } from '../segment/personal-fields.ts';
import type { TextPool } from '../text/text-pool.ts';
import type { Workspaces } from './workspaces.ts';

export interface RecorderParts extends Deduplication {
  readonly groupCommit: GroupCommit;
  readonly known: () => KnownIdentity;
  readonly workspaces: Workspaces;
  readonly texts: TextPool;
  readonly redact: Redact;
  readonly refusals: RefusalStore;
  readonly erased: ErasedKeys;
  readonly consents: ConsentNotes;
  readonly ledger: Ledger;
  readonly membersOf: MembersOf;
  readonly counts: ArrivalCounts;
  readonly timed: Timed;
  readonly now: () => number;
  readonly newId: () => string;
}

export type Record = (origin: Origin, items: readonly unknown[], read: Reader) => Promise<Verdict[]>;

/** The one way in for everything that is collected. */
export function createRecorder(parts: RecorderParts): Record {
  const steps: Step[] = [
    { name: 'validate', run: validate },
    {
      name: 'consent',
      async run(batch) {
        dropErased(batch, parts.erased);
        await parts.consents.note(batch);
        dropWithoutConsent(batch);
        await demandPurpose(batch, parts.ledger, parts.membersOf);
      },
    },
    { name: 'deduplicate', run: (batch) => deduplicate(batch, parts) },
    { name: 'note identity links', run: noteIdentity },
    { name: 'redact and analyse text', run: (batch) => analyseText(batch, parts.texts, parts.redact) },
    { name: 'commit', run: (batch) => commit(batch, parts) },
  ];
  const keysOf = new MessageKeysBySource();
  return async (origin, items, read) => {
    const workspace = await parts.workspaces.of(origin.workspaceId);
    const arrivals = items.map(newArrival);
    const { placeOf, timeZone, currency, keyring } = workspace;
    const reading = { receivedAt: parts.now(), placeOf, timeZone, currency, newId: parts.newId };
    const messageKeys = keysOf.of(origin.workspaceId, origin.sourceId);
    const demands = workspace.demands.get(origin.sourceId) ?? null;
    const batch: Batch = { ...origin, arrivals, read, reading, keyring, messageKeys, demands };
    try {
      await runPipeline(steps, batch, parts.timed);
    } finally {
      // of those that were kept the claims are settled already
      for (const arrival of arrivals) settle(parts.claims, arrival, null);
    }
    for (const arrival of arrivals) if (arrival.fate) await followed(arrival);
    await parts.refusals.keep(batch);
    const verdicts = arrivals.map((arrival) => arrival.verdict!);
    parts.counts.add(origin.workspaceId, origin.sourceId, outcomesOf(verdicts), reading.receivedAt);
    return verdicts;
  };
}

async function commit(batch: Batch, parts: RecorderParts): Promise<void> {
  const arrivals = open(batch);
  const { workspaceId, sourceId, reading } = batch;
  const shared = {
    workspaceId,
    sourceId,
    importId: batch.importId ?? '',
    knownAt: reading.receivedAt,
    zoneOf: zoneOfPlace(reading.timeZone),
  };
  const overtaken = overtakenTraits(arrivals);
  await parts.groupCommit.add({
    workspaceId,
    items: arrivals.length,
    early: batch.early === true,
    write: (commitNo, into, news) => {
      const context = { ...shared, commitNo };
      const writeEvent = eventWriter(into, context);
      for (const arrival of arrivals) {
        const traits = arrival.draft!.traits.filter((trait) => !overtaken.has(trait));
        writeArrival(arrival, traits, context, writeEvent, parts, into, news);
      }
    },
  });
  for (const arrival of arrivals) {
    const { key, contentHash } = arrival;
    parts.seen.add(key!.high, key!.low, contentHash!.low);
    settle(parts.claims, arrival, contentHash);
    accept(arrival);
  }
}

/** Of what one batch says twice of one customer and moment, as messages without a time do, all but the last. */
function overtakenTraits(arrivals: readonly Arrival[]): ReadonlySet<Trait> {
  const last = new Map<string, Trait>();
  const overtaken = new Set<Trait>();
  for (const { draft, identifiers } of arrivals) {
    if (draft!.traits.length === 0 || identifiers.length === 0) continue;
    const at = draft!.noun === 'event' ? draft!.event.happenedAt : draft!.happenedAt;
    for (const trait of draft!.traits) {
      const said = `${identifiers[0]!.key.text}|${at}|${trait.name}`;
      const before = last.get(said);
      if (before) overtaken.add(before);
      last.set(said, trait);
    }
  }
  return overtaken;
}

function writeArrival(
  arrival: Arrival,
  traits: readonly Trait[],
  context: RowContext,
  writeEvent: ReturnType<typeof eventWriter>,
  parts: RecorderParts,
  into: CommitRows,
  news: CommitNews,
): void {
  const draft = arrival.draft!;
  if (draft.noun === 'event') {
    const { event, rule } = draft;
    const { key, contentHash, identifiers, place, account } = arrival;
    const customer = identifiers.length > 0 ? identifiers[0]!.key : arrival.customer;
    writeEvent(event, { key: key!, contentHash: contentHash!, customer, place, account });
    news.events += 1;
    writeIdentity(arrival, event.happenedAt, rule, traits, context, parts.known(), into, news);
    return;
  }
  writeSignal(arrival, draft, context, into, news, parts.redact);
  writeIdentity(arrival, draft.happenedAt, 'same_message', traits, context, parts.known(), into, news);
}

/** A copy of a message that was on its way gets the verdict that its fate allows. */
async function followed(arrival: Arrival): Promise<void> {
  const kept = await arrival.fate!;
  if (kept === null) throw new Problem('overloaded', { headers: { 'retry-after': '1' } });
  judgeCopy(arrival, kept);
}
