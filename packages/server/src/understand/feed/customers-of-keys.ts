import type { Viewer } from '../../access/index.ts';
import type { Unify } from '../../unify/index.ts';
import type { CustomerOfKey } from './signal-cards.ts';

/** The customers behind identifier keys, by key; names are asked for once per customer. */
export async function customersOfKeys(
  unify: Pick<Unify, 'profileKeyOf' | 'namesOf'>,
  { workspaceId }: Viewer,
  identifierKeys: readonly string[],
): Promise<Map<string, CustomerOfKey>> {
  const profiles = new Map(
    identifierKeys.flatMap((key) => {
      const profileKey = unify.profileKeyOf(workspaceId, key);
      return profileKey === null ? [] : [[key, profileKey] as const];
    }),
  );
  if (profiles.size === 0) return new Map();
  const names = await unify.namesOf(workspaceId, [...new Set(profiles.values())]);
  return new Map(
    [...profiles].map(([key, profileKey]) => [key, { profileKey, name: names.get(profileKey) ?? null }]),
  );
}
