// Promise: of all copies of a message, sent at once, after a crash or a year later, exactly one is kept.
import { type Arrival, judgeCopy } from '../arrivals/arrival.ts';
import type { SeenKeys } from '../keys/seen-keys.ts';
import { type Batch, open } from './batch.ts';
import type { InFlight } from './in-flight.ts';
import type { KeptMessages } from './kept-messages.ts';

export interface Deduplication {
  readonly seen: SeenKeys;
  readonly inFlight: InFlight;
  readonly kept: KeptMessages;
}

/** Claims each new key; judges copies of what is kept; lets copies of what is on its way wait for it. */
export async function deduplicate(batch: Batch, { seen, inFlight, kept }: Deduplication): Promise<void> {
  const asked: Arrival[] = [];
  for (const arrival of open(batch)) {
    const key = arrival.key!;
    const standing = inFlight.standing(key.text);
    if (standing) {
      arrival.follows = standing;
      continue;
    }
    arrival.claim = inFlight.claim(key.text);
    if (seen.has(key.high, key.low)) asked.push(arrival);
  }
  if (asked.length === 0) return;
  const found = await kept.find(
    asked.map((arrival) => ({ noun: arrival.draft!.noun, key: arrival.key!.text })),
  );
  for (const arrival of asked) {
    const keptHash = found.get(arrival.key!.text);
    if (keptHash === undefined) continue;
    judgeCopy(arrival, keptHash);
    arrival.claim!.settle({ kept: keptHash });
  }
}
