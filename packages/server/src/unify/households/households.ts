// Promise: who lives with whom is shown with what speaks for it and with what a person said; it never makes two customers
// one, and is shown only to who may see both.
import type { HouseholdMember } from '@lyhord/contract';
import { type Access, isRestricted, serviceScope, type Viewer } from '../../access/index.ts';
import { Problem } from '../../platform/http/problem.ts';
import type { Platform } from '../../platform/platform.ts';
import { sql } from '../../platform/stores/sql.ts';
import { customerRows } from '../customers/customer-rows.ts';
import type { CustomerStore } from '../customers/customer-store.ts';
import type { Hides } from '../customers/read-customer.ts';
import type { Identities } from '../identity/identities.ts';
import { customerRecords } from '../matching/customer-records.ts';
import { findHouseholds, pairOf } from './find-households.ts';
import { type HouseholdPair, householdStore } from './household-store.ts';

interface Parts {
  readonly platform: Pick<Platform, 'warehouse' | 'ledger' | 'clock'>;
  readonly access: Pick<Access, 'members' | 'audit'>;
  readonly identities: Identities;
  readonly store: CustomerStore;
  readonly hides: Hides;
}

interface Decision {
  /** Key of the other customer's profile. */
  readonly with: string;
  readonly together: boolean;
  readonly reason: string;
}

const phoneTraits = ['phone', 'phone_number', 'phoneNumber', 'mobile', 'telephone', 'tel'];

export function createHouseholds({ platform, access, identities, store, hides }: Parts) {
  const { warehouse, ledger, clock } = platform;

  /** Numbers that sources gave, also where a number could not be two customers' own. */
  async function phonesIn(workspaceId: string): Promise<(profileKey: string) => readonly string[]> {
    const rows = await warehouse.query<{ key: string; value: string }>(sql`select identifier_key as key,
        argMax(value, (happened_at, commit_no)) as value from traits
      where workspace_id = ${workspaceId} and name in ${sql.list(phoneTraits)} group by identifier_key, name`);
    const byProfile = new Map<string, string[]>();
    for (const { key, value } of rows) {
      const profile = identities.profileKeyOf(workspaceId, key);
      if (profile !== null) byProfile.set(profile, [...(byProfile.get(profile) ?? []), value]);
    }
    return (profileKey) => byProfile.get(profileKey) ?? [];
  }

  async function othersOf(viewer: Viewer, profileKey: string): Promise<Map<string, HouseholdPair>> {
    const { workspaceId } = viewer;
    const keys = identities.identifierKeysOf(workspaceId, profileKey);
    const own = new Set(keys);
    const others = new Map<string, HouseholdPair>();
    for (const pair of await householdStore.of(ledger, workspaceId, keys)) {
      const other = identities.profileKeyOf(workspaceId, own.has(pair.keyA) ? pair.keyB : pair.keyA);
      // what was said last comes first; who was made one customer since lives with nobody new
      if (other !== null && other !== profileKey && !others.has(other)) others.set(other, pair);
    }
    return others;
  }

  /** Those of the customers that the viewer may see. */
  async function visible(viewer: Viewer, profileKeys: readonly string[]): Promise<string[]> {
    const membersOf = new Map(
      profileKeys.map((key) => [key, identities.identifierKeysOf(viewer.workspaceId, key)]),
    );
    const shown = profileKeys.filter((key) => !hides(viewer, membersOf.get(key)!));
    if (!isRestricted(viewer) || shown.length === 0) return shown;
    const seen = new Set(await store.seenIn(serviceScope(viewer), [...membersOf.values()].flat()));
    return shown.filter((key) => membersOf.get(key)!.some((member) => seen.has(member)));
  }

  return {
    /** Looks for households among all customers of a workspace; says how many pairs there are. */
    async find(workspaceId: string): Promise<number> {
      const records = await customerRecords(warehouse, identities, workspaceId);
      const pairs = findHouseholds(records, await phonesIn(workspaceId));
      await householdStore.replaceProposals(ledger, workspaceId, pairs, clock.now());
      return pairs.length;
    },

    async of(viewer: Viewer, profileKey: string): Promise<HouseholdMember[]> {
      const { workspaceId } = viewer;
      const others = await othersOf(viewer, profileKey);
      for (const [other, { state }] of others) if (state === 'apart') others.delete(other);
      const shown = await visible(viewer, [...others.keys()]);
      const [rows, members] = await Promise.all([
        customerRows(warehouse, store, identities, viewer, shown),
        access.members(workspaceId),
      ]);
      const nameOf = (id: string) => members.find(({ personId }) => personId === id)?.name ?? '';
      return rows
        .filter(({ identifiers }) => identifiers.length > 0)
        .map(({ key, name, identifiers }) => {
          const { state, shares, decidedBy, decidedAt, reason } = others.get(key)!;
          return {
            ...{ key, name, known: identifiers[0]?.value ?? null, shares: [...shares] },
            state: state === 'together' ? ('together' as const) : ('proposed' as const),
            said: decidedAt && { by: nameOf(decidedBy ?? ''), at: decidedAt.toISOString(), reason },
          };
        });
    },

    /** A person's word about two customers whom they may see. */
    async say(viewer: Viewer, profileKey: string, decision: Decision): Promise<void> {
      const { workspaceId } = viewer;
      const other = decision.with;
      if (other === profileKey)
        throw new Problem('invalid_input', { detail: 'with is this customer, but should be another one.' });
      const standing = (await othersOf(viewer, profileKey)).get(other);
      const [keyA, keyB] = standing ? [standing.keyA, standing.keyB] : pairOf(profileKey, other);
      await ledger.transaction(async (tx) => {
        const state = decision.together ? 'together' : 'apart';
        await householdStore.decide(
          tx,
          workspaceId,
          { keyA, keyB, state, reason: decision.reason },
          viewer.personId ?? '',
          clock.now(),
        );
        await access.audit(viewer, 'customer.household', `customer:${profileKey}`, state, tx);
      });
    },
  };
}
