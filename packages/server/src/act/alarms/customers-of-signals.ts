// Who the customers behind a page of signals are, and which open cases they have.
import type { Ledger } from '../../platform/stores/ledger.ts';
import type { CaseRecord } from '../cases/case-record.ts';
import { caseStore } from '../cases/case-store.ts';
import type { UnifyPart } from '../neighbours.ts';
import type { CandidateSignal } from './candidate-signals.ts';
import { type AlarmingSignal, slotOf } from './plan-cases.ts';

export interface CustomersOfSignals {
  readonly profileByKey: ReadonlyMap<string, string>;
  readonly keysByProfile: ReadonlyMap<string, readonly string[]>;
}

export async function customersOfSignals(
  unify: UnifyPart,
  workspaceId: string,
  signals: readonly CandidateSignal[],
): Promise<CustomersOfSignals> {
  const profileByKey = new Map<string, string>();
  const keysByProfile = new Map<string, readonly string[]>();
  for (const { identifierKey } of signals) {
    if (identifierKey === '0' || profileByKey.has(identifierKey)) continue;
    const profileKey = await unify.profileKeyOf(workspaceId, identifierKey);
    if (profileKey === null) continue;
    profileByKey.set(identifierKey, profileKey);
    if (!keysByProfile.has(profileKey)) {
      keysByProfile.set(profileKey, await unify.identifierKeysOf(workspaceId, profileKey));
    }
  }
  return { profileByKey, keysByProfile };
}

/** The newest case that each customer has open at each place since, by slot; locked. */
export async function standingCases(
  tx: Ledger,
  workspaceId: string,
  alarms: readonly AlarmingSignal[],
  customers: CustomersOfSignals,
  since: Date,
): Promise<Map<string, CaseRecord>> {
  const profileOfKey = new Map<string, string>();
  for (const profile of new Set(alarms.flatMap(({ profileKey }) => profileKey ?? []))) {
    for (const key of customers.keysByProfile.get(profile) ?? []) profileOfKey.set(key, profile);
  }
  const open = await caseStore(tx).openOf(workspaceId, [...profileOfKey.keys()], since);
  const standing = new Map<string, CaseRecord>();
  for (const each of open) {
    const slot = slotOf(profileOfKey.get(each.identifierKey) ?? null, each.placeId);
    if (slot !== null && !standing.has(slot)) standing.set(slot, each);
  }
  return standing;
}
