import { shownIdentifier, type Viewer } from '../../access/index.ts';
import type { Warehouse } from '../../platform/stores/warehouse.ts';
import type { Identities } from '../identity/identities.ts';
import { identifiersByKey } from '../identity/identity-store.ts';

export interface CustomerOfKey {
  readonly profileKey: string;
  /** The name; where none is known, an identifier that people know each other by; null where there is neither. */
  readonly name: string | null;
}

interface Parts {
  readonly warehouse: Warehouse;
  readonly identities: Identities;
  readonly namesOf: (workspaceId: string, profileKeys: readonly string[]) => Promise<Map<string, string>>;
}

/** A number that no person reads out (a UUID, a hash) is cut to what tells customers of a page apart. */
const readAloud = (identifier: string): string => identifier.replace(/^([0-9a-f]{8})[0-9a-f-]{16,}$/i, '$1…');

const speakingTypes = ['email', 'phone', 'loyalty_number', 'user_id'];

/** The customer behind each identifier key. */
export async function customersOfKeys(
  { warehouse, identities, namesOf }: Parts,
  viewer: Viewer,
  identifierKeys: readonly string[],
): Promise<ReadonlyMap<string, CustomerOfKey>> {
  const { workspaceId } = viewer;
  const profiles = identifierKeys.flatMap((key) => {
    const profileKey = identities.profileKeyOf(workspaceId, key);
    return profileKey === null ? [] : [[key, profileKey] as const];
  });
  const names = await namesOf(workspaceId, [...new Set(profiles.map(([, profileKey]) => profileKey))]);
  const nameless = new Set(profiles.map(([, profileKey]) => profileKey).filter((key) => !names.has(key)));
  const keysOf = [...nameless].map((key) => [key, identities.identifierKeysOf(workspaceId, key)] as const);
  const known = await identifiersByKey(
    warehouse,
    workspaceId,
    keysOf.flatMap(([, keys]) => keys),
  );
  for (const [profileKey, keys] of keysOf) {
    const own = known.filter((identifier) => keys.includes(identifier.identifier_key));
    const [best] = speakingTypes.flatMap((type) => own.filter((identifier) => identifier.type === type));
    if (best) names.set(profileKey, readAloud(shownIdentifier(viewer, best).value));
  }
  return new Map(
    profiles.map(([key, profileKey]) => [key, { profileKey, name: names.get(profileKey) ?? null }]),
  );
}
