// Promise: prepared events go the same way as all others from telling copies on, and are sealed by the same commits.
import { identifierTypes } from '@lyhord/contract';
import { Problem } from '../../platform/http/problem.ts';
import { withRows } from '../../platform/stores/blocks/packed-block.ts';
import type { CommitNews } from '../commit/commit-news.ts';
import type { CommitRows } from '../commit/commit-rows.ts';
import type { KnownIdentity } from '../commit/identity-rows.ts';
import { type Key64, keyOfHalves } from '../keys/key64.ts';
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
  const claim = new PreparedClaim();
  const keep = new Uint8Array(prepared.count);
  const others: Promise<Key64 | null>[] = [];
  let kept = 0;
  try {
    await claimNew(parts, prepared, claim, keep, others);
    kept = keep.reduce((sum, one) => sum + one, 0);
    if (kept > 0) {
      await parts.groupCommit.add({
        workspaceId: origin.workspaceId,
        items: kept,
        write: (commitNo, into, news) => write(prepared, keep, commitNo, parts.known(), into, news),
      });
      // the key of a prepared event stands for its content, too
      eachKept(prepared, keep, ({ high, low }) => parts.seen.add(high, low, low));
      parts.counts.add(origin.workspaceId, origin.sourceId, { accepted: kept }, parts.now());
      claim.settle(true);
    }
  } finally {
    eachKept(prepared, keep, (key) => parts.claims.release(key, claim));
    claim.settle(false);
  }
  for (const fate of others)
    if ((await fate) === null) throw new Problem('overloaded', { headers: { 'retry-after': '1' } });
  return kept;
}

/** Claims and marks every event that is new; adds the fates of those that somebody else holds to `others`. */
async function claimNew(
  { claims, seen, kept }: RecorderParts,
  { count, keys }: PreparedEvents,
  claim: PreparedClaim,
  keep: Uint8Array,
  others: Promise<Key64 | null>[],
): Promise<void> {
  const doubtful: number[] = [];
  for (let item = 0; item < count; item += 1) {
    const key = keyAt(keys, item);
    const standing = claims.claim(key, claim);
    if (standing) {
      if (standing !== claim) others.push(fateOf(standing, key));
      continue;
    }
    const content = seen.contentOf(key.high, key.low);
    if (content === key.low) claims.release(key, claim);
    else keep[item] = 1;
    if (content >= 0 && content !== key.low) doubtful.push(item);
  }
  if (doubtful.length === 0) return;
  const found = await kept.find(doubtful.map((item) => ({ noun: 'event', key: keyAt(keys, item).text })));
  for (const item of doubtful) {
    const key = keyAt(keys, item);
    if (!found.has(key.text)) continue;
    claims.release(key, claim);
    keep[item] = 0;
  }
}

function eachKept({ keys }: PreparedEvents, keep: Uint8Array, act: (key: Key64) => void): void {
  for (let item = 0; item < keep.length; item += 1) if (keep[item] === 1) act(keyAt(keys, item));
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
  for (const table of ['events', 'order_lines', 'traits'] as const) {
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
    news.identifiers.push({ key, type: identifierTypes[type]! });
    return 1;
  });
  into.identifiers.append(withRows(identifiers.block, unknown), constants);
  const unlinked = Uint8Array.from(links.at, (linkedAt, at) => {
    const [key, a, b] = [
      keyAt(links.keys, 3 * at),
      keyAt(links.keys, 3 * at + 1),
      keyAt(links.keys, 3 * at + 2),
    ];
    if (!known.noteLink(key)) return 0;
    news.links.push({ key, a, b, rule: 'same_message', linkedAt });
    return 1;
  });
  into.identity_links.append(withRows(links.block, unlinked), constants);
}
