// Promise: a profile that is at hand is answered without the warehouse; where anything about it is not sure to be so, it
// is left to be worked out from the tables.
import type { ComputedTraits, Profile } from '@lyhord/contract';
import { isRestricted, shownIdentifier, shownName, type Viewer } from '../../access/index.ts';
import { byStrength, type PlainIdentifier } from '../../collect/index.ts';
import type { TraitRow } from '../customers/customer-store.ts';
import { nameFrom } from '../customers/names.ts';
import { newestTraits } from '../customers/newest-traits.ts';
import { consentFrom } from '../customers/read-customer.ts';
import type { ProfileParts } from './read-profile.ts';

/** What is at hand of a customer's identifiers. */
export interface ServedIdentifiers {
  readonly identifiers: readonly (PlainIdentifier & { readonly identifier_key: string })[];
  readonly traits: readonly {
    readonly identifier_key: string;
    readonly name: string;
    readonly value: string;
    readonly source_id: string;
    /** Milliseconds since 1970. */
    readonly at: number;
  }[];
  readonly computed: ComputedTraits | null;
  /** All that was committed up to this moment is in it. */
  readonly freshAt: Date;
}

const mostIdentifiers = 12;

/** Null where the profile is not at hand, or not as this viewer may see it. */
export async function servedProfile(
  parts: ProfileParts,
  viewer: Viewer,
  profileKey: string,
  keys: readonly string[],
): Promise<Profile | null> {
  const { workspaceId } = viewer;
  if (isRestricted(viewer)) return null;
  if (viewer.role !== 'admin' && parts.refusesService(workspaceId, keys)) return null;
  // all at once: so many requests share each question, and none waits for two of them
  const [served, sources, suppressed, keyCustomer, openCases] = await Promise.all([
    parts.later.served(workspaceId, keys),
    parts.sourceNames(workspaceId),
    parts.atHand.suppressions(workspaceId, keys),
    parts.atHand.keyCustomer(workspaceId, keys),
    parts.later.openCases(workspaceId, keys),
  ]);
  if (!served) return null;
  const traits = traitRows(served.traits);
  return {
    key: profileKey,
    name: shownName(viewer, nameFrom(traits), profileKey),
    identifiers: [...served.identifiers]
      .sort((a, b) => byStrength(a, b) || (a.value < b.value ? -1 : 1))
      .slice(0, mostIdentifiers)
      .map(({ type, value }) => shownIdentifier(viewer, { type, value })),
    traits: newestTraits(viewer, traits, sources),
    consent: consentFrom(served.identifiers, suppressed),
    refuses: parts.refusedBy(workspaceId, keys),
    computed: served.computed,
    keyCustomer,
    openCases,
    freshness: { at: served.freshAt.toISOString(), from: 'store' },
  };
}

/** As the warehouse writes them. Most traits of a customer came together, so a moment is written once for its neighbours. */
function traitRows(traits: ServedIdentifiers['traits']): TraitRow[] {
  let last = Number.NaN;
  let happened_at = '';
  return traits.map(({ identifier_key, name, value, source_id, at }) => {
    if (at !== last) happened_at = new Date(at).toISOString().replace('T', ' ').slice(0, -1);
    last = at;
    return { identifier_key, name, value, source_id, happened_at };
  });
}
