// Promise: a write key costs a look into the ledger once in a while, not once per request; a revoked key is refused
// at once in this process, and in others when they hear of it (at the latest after a minute).
import type { Announcements } from '../../platform/announcements/announcements.ts';
import type { Clock } from '../../platform/clock.ts';
import type { SourceRow } from '../access.ts';
import { hashKey, keyPrefixes } from '../secrets/keys.ts';

const keptMs = 60_000;
const unknownKeptMs = 5_000;
const mostKept = 10_000;

export interface SourceKeys {
  find(writeKey: string): Promise<SourceRow | null>;
  stop(): void;
}

export function createSourceKeys(
  look: (keyHash: string) => Promise<SourceRow | null>,
  clock: Clock,
  announcements: Announcements,
): SourceKeys {
  const kept = new Map<string, { source: SourceRow | null; until: number }>();
  const stop = announcements.subscribe('sources.changed', () => kept.clear());
  return {
    stop,
    async find(writeKey) {
      if (!writeKey.startsWith(keyPrefixes.write)) return null;
      const now = clock.now().getTime();
      const standing = kept.get(writeKey);
      if (standing && standing.until > now) return standing.source;
      const source = await look(hashKey(writeKey));
      if (kept.size >= mostKept) kept.clear();
      kept.set(writeKey, { source, until: now + (source ? keptMs : unknownKeptMs) });
      return source;
    },
  };
}
