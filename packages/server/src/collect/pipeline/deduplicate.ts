// Promise: of all copies of a message, sent at once, after a crash or a year later, exactly one is kept.
import { type Arrival, judgeCopy } from '../arrivals/arrival.ts';
import type { Claims } from '../keys/claims.ts';
import type { Key64 } from '../keys/key64.ts';
import type { SeenKeys } from '../keys/seen-keys.ts';
import { type Batch, open } from './batch.ts';
import type { KeptMessages } from './kept-messages.ts';
import { PreparedClaim } from './prepared-claim.ts';

/** Who may hold the key of a message that is on its way. */
type MessageClaims = Claims<Arrival | PreparedClaim>;

export interface Deduplication {
  readonly seen: SeenKeys;
  readonly claims: MessageClaims;
  readonly kept: KeptMessages;
}

/** Claims each new key; judges copies of what is kept; lets copies of what is on its way wait for it. */
export async function deduplicate(
  batch: Pick<Batch, 'arrivals'>,
  { seen, claims, kept }: Deduplication,
): Promise<void> {
  const asked: Arrival[] = [];
  for (const arrival of open(batch)) {
    const { key, contentHash } = arrival;
    const standing = claims.claim(key!, arrival);
    if (standing) {
      arrival.fate = fateOf(standing, key!);
      continue;
    }
    arrival.claims = true;
    const sighting = seen.sighting(key!.high, key!.low, contentHash!.low);
    if (sighting === 'same') endAsCopy(claims, arrival, contentHash!);
    else if (sighting === 'other') asked.push(arrival);
  }
  if (asked.length === 0) return;
  const found = await kept.find(asked.map((arrival) => ({ noun: arrival.noun!, key: arrival.key!.text })));
  for (const arrival of asked) {
    const content = found.get(arrival.key!.text);
    if (content !== undefined) endAsCopy(claims, arrival, content);
  }
}

function endAsCopy(claims: MessageClaims, arrival: Arrival, kept: Key64): void {
  judgeCopy(arrival, kept);
  settle(claims, arrival, kept);
}

/** Ends an item's claim and tells its copies what was kept under its key; the second time does nothing. */
export function settle(claims: MessageClaims, arrival: Arrival, kept: Key64 | null): void {
  if (!arrival.claims) return;
  arrival.claims = false;
  claims.release(arrival.key!, arrival);
  for (const hear of arrival.copies?.splice(0) ?? []) hear(kept);
}

/** What was kept of a message that is on its way, once that is known. */
export function fateOf(holder: Arrival | PreparedClaim, key: Key64): Promise<Key64 | null> {
  if (holder instanceof PreparedClaim) return holder.keptUnder(key);
  return new Promise((resolve) => {
    holder.copies ??= [];
    holder.copies.push(resolve);
  });
}
