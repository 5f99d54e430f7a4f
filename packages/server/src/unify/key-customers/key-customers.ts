// Promise: who is marked as a key customer stays one through merges and splits, and every mark says who set it, when
// and why.
import type { KeyCustomer } from '@lyhord/contract';
import type { Access, Viewer } from '../../access/index.ts';
import type { Platform } from '../../platform/platform.ts';
import type { Identities } from '../identity/identities.ts';
import { keyCustomerStore, type Mark } from './key-customer-store.ts';

export interface KeyCustomers {
  of(workspaceId: string, identifierKeys: readonly string[]): Promise<KeyCustomer>;
  /** The same as `of`, for many at once. */
  together(workspaceId: string, identifierKeys: readonly string[]): Promise<KeyCustomer>;
  /** Those of the profiles that are key customers. */
  among(workspaceId: string, profileKeys: readonly string[]): Promise<ReadonlySet<string>>;
  mark(viewer: Viewer, profileKey: string, wish: { key: boolean; reason: string }): Promise<KeyCustomer>;
}

export function createKeyCustomers(
  { ledger, clock }: Pick<Platform, 'ledger' | 'clock'>,
  access: Pick<Access, 'members' | 'audit'>,
  identities: Pick<Identities, 'identifierKeysOf' | 'profileKeyOf'>,
): KeyCustomers {
  const store = keyCustomerStore(ledger);
  const toldOf = async (workspaceId: string, marks: readonly Mark[]): Promise<KeyCustomer> => {
    const [mark] = marks.toSorted(
      (a, b) => a.markedAt.getTime() - b.markedAt.getTime() || (a.identifierKey < b.identifierKey ? -1 : 1),
    );
    if (!mark) return null;
    const members = await access.members(workspaceId);
    const by = members.find(({ personId }) => personId === mark.markedBy)?.name ?? '';
    return { since: mark.markedAt.toISOString(), by, reason: mark.reason };
  };
  const of: KeyCustomers['of'] = async (workspaceId, keys) =>
    toldOf(workspaceId, await store.among(workspaceId, keys));
  return {
    of,
    together: async (workspaceId, keys) => toldOf(workspaceId, await store.amongTogether(workspaceId, keys)),
    async among(workspaceId, profileKeys) {
      const profiles = new Map(
        profileKeys.flatMap((profile) =>
          identities.identifierKeysOf(workspaceId, profile).map((key) => [key, profile] as const),
        ),
      );
      const marks = await store.among(workspaceId, [...profiles.keys()]);
      return new Set(marks.map(({ identifierKey }) => profiles.get(identifierKey)!));
    },
    async mark(viewer, profileKey, { key, reason }) {
      const { workspaceId, personId } = viewer;
      const keys = identities.identifierKeysOf(workspaceId, profileKey);
      await ledger.transaction(async (tx) => {
        if (key) {
          const mark = { identifierKey: profileKey, reason, markedBy: personId ?? '', markedAt: clock.now() };
          await store.mark(tx, workspaceId, mark);
        } else await store.unmark(tx, workspaceId, keys);
        const action = key ? 'customer.marked_key' : 'customer.unmarked_key';
        await access.audit(viewer, action, `customer:${profileKey}`, null, tx);
      });
      return of(workspaceId, keys);
    },
  };
}
