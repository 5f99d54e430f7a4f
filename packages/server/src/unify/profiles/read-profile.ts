// Promise: one answer with all that other programs may know of a customer, as far as the viewer may see it.
import type { Profile, Purpose } from '@lyhord/contract';
import type { Viewer } from '../../access/index.ts';
import { maySeeContacts } from '../../access/index.ts';
import type { Collect } from '../../collect/index.ts';
import { Problem } from '../../platform/http/problem.ts';
import { customerRows } from '../customers/customer-rows.ts';
import { consentOf, type PageParts, traitsOf, visibleCustomer } from '../customers/read-customer.ts';
import type { KeyCustomers } from '../key-customers/key-customers.ts';
import type { AtHand } from './at-hand.ts';
import { servedProfile } from './served-profile.ts';

export interface ProfileParts extends PageParts {
  readonly keyCustomers: KeyCustomers;
  readonly keyOf: Collect['keyOf'];
  readonly atHand: AtHand;
  /** True where one of the identifiers is withheld from service. */
  readonly refusesService: (workspaceId: string, keys: readonly string[]) => boolean;
  readonly refusedBy: (workspaceId: string, keys: readonly string[]) => Purpose[];
}
interface IdentifierAsked {
  readonly type: Parameters<Collect['keyOf']>[1]['type'];
  readonly value: string;
  readonly namespace?: string | undefined;
  readonly country?: string | undefined;
}

export async function readProfile(parts: ProfileParts, viewer: Viewer, id: string): Promise<Profile> {
  const known = parts.identities.profileKeyOf(viewer.workspaceId, id);
  if (known !== null) {
    const members = parts.identities.identifierKeysOf(viewer.workspaceId, known);
    const served = await servedProfile(parts, viewer, known, members);
    if (served) return served;
  }
  const { profileKey, keys, identifiers } = await visibleCustomer(parts, viewer, id);
  const [row, traits, consent, computed, cases, keyCustomer, freshAt] = await Promise.all([
    customerRows(parts.warehouse, parts.store, parts.identities, viewer, [profileKey]),
    traitsOf(parts, viewer, keys),
    consentOf(parts, viewer, keys, identifiers),
    parts.later.computedTraits(viewer, keys),
    parts.later.casesOf(viewer, profileKey, keys),
    parts.keyCustomers.of(viewer.workspaceId, keys),
    parts.later.freshAt(viewer.workspaceId),
  ]);
  const { key, name, identifiers: shown } = row[0]!;
  const openCases = cases.filter((one) => one.state !== 'closed').length;
  return {
    ...{ key, name, identifiers: shown, traits, consent, computed, keyCustomer, openCases },
    refuses: parts.refusedBy(viewer.workspaceId, keys),
    freshness: { at: freshAt, from: 'tables' },
  };
}

/** The profile behind an identifier; who sees pseudonyms only finds nobody by what the customer is known by elsewhere. */
export async function findProfile(
  parts: ProfileParts,
  viewer: Viewer,
  { type, value, namespace, country }: IdentifierAsked,
): Promise<Profile> {
  const key = maySeeContacts(viewer)
    ? await parts.keyOf(
        viewer.workspaceId,
        { type, value, ...(namespace === undefined ? {} : { namespace }) },
        country?.toUpperCase() ?? null,
      )
    : null;
  if (key === null) {
    throw new Problem('not_found', {
      detail: `No customer has the ${type} that was asked for, or you may not see them.`,
    });
  }
  return readProfile(parts, viewer, key.text);
}
