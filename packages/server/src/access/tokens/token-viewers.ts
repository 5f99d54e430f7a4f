// Promise: who a reading token stands for costs a look into the ledger once in a while, not once per request; a revoked
// token, a changed role and moved places count at once in this process, and in others when they hear of it (at the
// latest after some seconds).
import type { Platform } from '../../platform/platform.ts';
import { hashKey } from '../secrets/keys.ts';
import type { Viewer } from '../viewer.ts';

const keptMs = 5_000;
const mostKept = 10_000;

export interface TokenViewers {
  of(token: string): Promise<Viewer | null>;
  stop(): void;
}

export function createTokenViewers(
  { announcements, clock }: Pick<Platform, 'announcements' | 'clock'>,
  look: (token: string) => Promise<Viewer | null>,
): TokenViewers {
  const kept = new Map<string, { readonly viewer: Viewer; readonly until: number }>();
  /** What was looked up before something changed is not kept. */
  let changes = 0;
  const forget = () => {
    changes += 1;
    kept.clear();
  };
  const stops = ['access.changed', 'places.changed'].map((topic) => announcements.subscribe(topic, forget));
  return {
    stop() {
      for (const stop of stops) stop();
    },
    async of(token) {
      const hash = hashKey(token);
      const now = clock.now().getTime();
      const standing = kept.get(hash);
      if (standing && standing.until > now) return standing.viewer;
      const before = changes;
      const viewer = await look(token);
      if (kept.size >= mostKept) kept.clear();
      if (viewer && before === changes) kept.set(hash, { viewer, until: now + keptMs });
      else kept.delete(hash);
      return viewer;
    },
  };
}
