// Promise: prepared events go the same way as all others from telling copies on, and are sealed by the same commits.
import { identifierTypes } from '@lyhord/contract';
import { Problem } from '../../platform/http/problem.ts';
import { withRows } from '../../platform/stores/blocks/packed-block.ts';
import type { Arrival } from '../arrivals/arrival.ts';
import type { CommitNews } from '../commit/commit-news.ts';
import type { CommitRows } from '../commit/commit-rows.ts';
import type { KnownIdentity } from '../commit/identity-rows.ts';
import { type Key64, keyOfHalves, sameKey } from '../keys/key64.ts';
import type { Origin } from '../pipeline/batch.ts';
import { fateOf } from '../pipeline/deduplicate.ts';
import { PreparedClaim } from '../pipeline/prepared-claim.ts';
import type { PreparedEvents } from '../preparing/prepared-events.ts';
import type { RecorderParts } from './recorder.ts';

const keyAt = (halves: Uint32Array, at: number) => keyOfHalves(halves[2 * at]!, halves[2 * at + 1]!);

/** Commits prepared events; says how many of them are new. */
export async function recordPrepared(
  parts: RecorderParts,
  origin: Origin,
  prepared: PreparedEvents,
): Promise<number> {
  const others: Promise<Key64 | null>[] = [];
  const kept = await claimed(parts, prepared, async (claim, keep) => {
    const held = (key: Key64, standing: Holder) => {
      if (standing !== claim) others.push(fateOf(standing, key));
    };
    await claimNew(parts, prepared, claim, keep, { held, differs: () => {} });
    return commit(parts, origin, prepared, keep);
  });
  parts.counts.add(origin.workspaceId, origin.sourceId, { accepted: kept }, parts.now());
  for (const fate of others)
    if ((await fate) === null) throw new Problem('overloaded', { headers: { 'retry-after': '1' } });
  return kept;
}

/**
 * Commits prepared rows of a file and says how many are new; the others are copies. Null, with nothing kept, where some
 * rows must be judged one by one: another message stands under their id, is on its way, or somebody may not be kept.
 */
export async function recordImported(
  parts: RecorderParts,
  origin: Origin,
  prepared: PreparedEvents,
): Promise<number | null> {
  const { demands } = await parts.workspaces.of(origin.workspaceId);
  if (parts.erased.of(origin.workspaceId) !== null || demands.has(origin.sourceId)) return null;
  const kept = await claimed(parts, prepared, async (claim, keep) => {
    let unclear = 0;
    const note = () => {
      unclear += 1;
    };
    await claimNew(parts, prepared, claim, keep, { held: note, differs: note });
    if (unclear === 0) return commit(parts, origin, prepared, keep);
    keep.fill(0);
    return null;
  });
  if (kept !== null) {
    const outcomes = { accepted: kept, duplicates: prepared.count - kept };
    parts.counts.add(origin.workspaceId, origin.sourceId, outcomes, parts.now());
  }
  return kept;
}

/** Gives all claims back, whatever becomes of the work; a block of which nothing was kept settles as lost. */
async function claimed<End>(
  { claims }: RecorderParts,
  prepared: PreparedEvents,
  work: (claim: PreparedClaim, keep: Uint8Array) => Promise<End>,
): Promise<End> {
  const claim = new PreparedClaim((key) => contentUnder(prepared, key));
  const keep = new Uint8Array(prepared.count);
  try {
    const end = await work(claim, keep);
    claim.settle(keep.includes(1));
    return end;
  } finally {
    const { keys } = prepared;
    for (let item = 0; item < prepared.count; item += 1) claims.release(keyAt(keys, item), claim);
    claim.settle(false);
  }
}

async function commit(
  parts: RecorderParts,
  { workspaceId }: Origin,
  prepared: PreparedEvents,
  keep: Uint8Array,
): Promise<number> {
  const kept = keep.reduce((sum, one) => sum + one, 0);
  if (kept === 0) return 0;
  await parts.groupCommit.add({
    workspaceId,
    items: kept,
    write: (commitNo, into, news) => write(prepared, keep, commitNo, parts.known(), into, news),
  });
  const { keys, contents } = prepared;
  for (let item = 0; item < keep.length; item += 1)
    if (keep[item] === 1)
      parts.seen.add(keys[2 * item]!, keys[2 * item + 1]!, (contents ?? keys)[2 * item + 1]!);
  return kept;
}

type Holder = Arrival | PreparedClaim;
interface Unclear {
  /** Somebody holds the key already, perhaps this very block. */
  readonly held: (key: Key64, standing: Holder) => void;
  /** Another content is kept under the key. */
  readonly differs: () => void;
}

/** Claims and marks every event that is new; tells what is not as simple as that. */
async function claimNew(
  { claims, seen, kept }: RecorderParts,
  { count, keys, contents }: PreparedEvents,
  claim: PreparedClaim,
  keep: Uint8Array,
  unclear: Unclear,
): Promise<void> {
  const doubtful: number[] = [];
  const printOf = (item: number) => (contents ?? keys)[2 * item + 1]!;
  for (let item = 0; item < count; item += 1) {
    const key = keyAt(keys, item);
    const standing = claims.claim(key, claim);
    if (standing) {
      unclear.held(key, standing);
      continue;
    }
    const sighting = seen.sighting(key.high, key.low, printOf(item));
    if (sighting === 'same') claims.release(key, claim);
    else keep[item] = 1;
    if (sighting === 'other') doubtful.push(item);
  }
  if (doubtful.length === 0) return;
  const found = await kept.find(doubtful.map((item) => ({ noun: 'event', key: keyAt(keys, item).text })));
  for (const item of doubtful) {
    const key = keyAt(keys, item);
    const content = found.get(key.text);
    if (content === undefined) continue;
    claims.release(key, claim);
    keep[item] = 0;
    if (!sameKey(content, keyAt(contents ?? keys, item))) unclear.differs();
  }
}

/** The content that a block keeps under a key of its own. */
function contentUnder({ count, keys, contents }: PreparedEvents, key: Key64): Key64 {
  if (contents === null) return key;
  for (let item = 0; item < count; item += 1)
    if (keys[2 * item] === key.high && keys[2 * item + 1] === key.low) return keyAt(contents, item);
  return key;
}

function write(
  { rows, identifiers, links }: PreparedEvents,
  keep: Uint8Array,
  commitNo: number,
  known: KnownIdentity,
  into: CommitRows,
  news: CommitNews,
): void {
  const constants = { commit_no: commitNo };
  for (const table of ['events', 'order_lines', 'account_facts', 'traits'] as const) {
    const { block, items } = rows[table];
    into[table].append(
      withRows(
        block,
        Uint8Array.from(items, (item) => keep[item]!),
      ),
      constants,
    );
  }
  news.events += keep.reduce((sum, one) => sum + one, 0);
  const unknown = Uint8Array.from(identifiers.types, (type, at) => {
    const key = keyAt(identifiers.keys, at);
    if (!known.noteIdentifier(key)) return 0;
    const value = identifiers.values?.[at];
    news.identifiers.push({ key, type: identifierTypes[type]!, ...(value === undefined ? {} : { value }) });
    return 1;
  });
  into.identifiers.append(withRows(identifiers.block, unknown), constants);
  const unlinked = Uint8Array.from(links.at, (linkedAt, at) => {
    const [key, a, b] = [
      keyAt(links.keys, 3 * at),
      keyAt(links.keys, 3 * at + 1),
      keyAt(links.keys, 3 * at + 2),
    ];
    if (!known.noteLink(key, linkedAt)) return 0;
    news.links.push({ key, a, b, rule: 'same_message', linkedAt });
    return 1;
  });
  into.identity_links.append(withRows(links.block, unlinked), constants);
}
