// Promise: prepared events go the same way as all others from telling copies on, and are sealed by the same commits.
import { identifierTypes } from '@lyhord/contract';
import { withRows } from '../../platform/stores/blocks/packed-block.ts';
import { type Arrival, accept, newArrival } from '../arrivals/arrival.ts';
import type { CommitNews } from '../commit/commit-news.ts';
import type { CommitRows } from '../commit/commit-rows.ts';
import type { KnownIdentity } from '../commit/identity-rows.ts';
import { keyOfHalves } from '../keys/key64.ts';
import { type Batch, type Origin, open } from '../pipeline/batch.ts';
import { deduplicate, settle } from '../pipeline/deduplicate.ts';
import type { PreparedEvents } from '../preparing/prepared-events.ts';
import type { RecorderParts } from './recorder.ts';

const keyAt = (halves: Uint32Array, at: number) => keyOfHalves(halves[2 * at]!, halves[2 * at + 1]!);

/** Commits prepared events; says how many of them are new. */
export async function recordPrepared(
  parts: RecorderParts,
  origin: Origin,
  prepared: PreparedEvents,
): Promise<number> {
  const arrivals = Array.from({ length: prepared.count }, (_, index) => arrivalOf(prepared, index));
  const batch: Pick<Batch, 'arrivals'> = { arrivals };
  try {
    await deduplicate(batch, parts);
    const kept = open(batch);
    if (kept.length === 0) return 0;
    const keep = new Uint8Array(prepared.count);
    for (const { index } of kept) keep[index] = 1;
    await parts.groupCommit.add({
      workspaceId: origin.workspaceId,
      items: kept.length,
      write: (commitNo, into, news) => write(prepared, keep, commitNo, parts.known(), into, news),
    });
    for (const arrival of kept) {
      const { key, contentHash } = arrival;
      parts.seen.add(key!.high, key!.low, contentHash!.low);
      settle(parts.claims, arrival, contentHash);
      accept(arrival);
    }
    parts.counts.add(
      origin.workspaceId,
      origin.sourceId,
      kept.map(({ verdict }) => verdict!),
      parts.now(),
    );
    return kept.length;
  } finally {
    for (const arrival of arrivals) settle(parts.claims, arrival, null);
  }
}

function arrivalOf({ keys }: PreparedEvents, index: number): Arrival {
  const arrival = newArrival(null, index);
  arrival.noun = 'event';
  arrival.key = keyAt(keys, index);
  arrival.contentHash = arrival.key;
  return arrival;
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
    if (!known.identifiers.set(key.high, key.low, 1)) return 0;
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
    if (!known.links.set(key.high, key.low, 1)) return 0;
    news.links.push({ key, a, b, rule: 'same_message', linkedAt });
    return 1;
  });
  into.identity_links.append(withRows(links.block, unlinked), constants);
}
