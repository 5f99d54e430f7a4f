// Promise: what was found or decided of two customers is known under whatever keys they have today.
import type { Identities } from '../identity/identities.ts';
import type { KnownPair } from './match-store.ts';

/** Looks up what stands of two customers, by any key of each; what was decided counts before what was proposed. */
export function knownPairs(
  identities: Pick<Identities, 'profileKeyOf' | 'identifierKeysOf'>,
  workspaceId: string,
  pairs: readonly KnownPair[],
): (a: string, b: string) => KnownPair | null {
  const beside = new Map<string, { readonly other: string; readonly pair: KnownPair }[]>();
  const note = (key: string, other: string, pair: KnownPair) => {
    const own = beside.get(key) ?? [];
    own.push({ other, pair });
    beside.set(key, own);
  };
  for (const pair of pairs) {
    const [a, b] = pair.keys;
    note(a, b, pair);
    note(b, a, pair);
  }
  return (a, b) => {
    const profile = identities.profileKeyOf(workspaceId, b);
    const standing = identities
      .identifierKeysOf(workspaceId, a)
      .flatMap((key) => beside.get(key) ?? [])
      .filter(({ other }) => identities.profileKeyOf(workspaceId, other) === profile);
    const decided = standing.find(({ pair }) => pair.state !== 'proposed');
    return (decided ?? standing[0])?.pair ?? null;
  };
}
