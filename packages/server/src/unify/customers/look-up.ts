// Promise: an agent comes from what a caller says to that customer; who looked whom up by their own number or address
// stands in the audit, without the number itself.
import type { AccountRow, ReplyOf, unifyEndpoints } from '@lyhord/contract';
import type { Access, Viewer } from '../../access/index.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Warehouse } from '../../platform/stores/warehouse.ts';
import { customerRows } from './customer-rows.ts';
import { type FindingParts, type FoundCustomer, findCustomers } from './find-customers.ts';

const [most, mostAccounts] = [8, 4];
/** Letters that are typed one after another are one look-up. */
const sameForMs = 600_000;

export interface LookUpParts extends FindingParts {
  readonly warehouse: Warehouse;
  readonly accounts: (words: string, limit: number) => Promise<AccountRow[]>;
  readonly audit: (viewer: Viewer, found: FoundCustomer) => Promise<void>;
}

export async function lookUp(
  parts: LookUpParts,
  viewer: Viewer,
  words: string,
): Promise<ReplyOf<typeof unifyEndpoints.lookUp>> {
  const [found, accounts] = await Promise.all([
    findCustomers(parts, viewer, words, most),
    parts.accounts(words, mostAccounts),
  ]);
  const rows = await customerRows(
    parts.warehouse,
    parts.store,
    parts.identities,
    viewer,
    found.map(({ profileKey }) => profileKey),
  );
  const own = found.filter(({ by }) => by !== 'words');
  for (const one of own) await parts.audit(viewer, one);
  return {
    customers: rows.map(({ key, name, identifiers }, index) => ({
      ...{ key, name, known: identifiers[0]?.value ?? null },
      by: found[index]!.by,
    })),
    accounts: accounts.map(({ key, id, name, people }) => ({ key, id, name, people })),
    exact: own.length === 1,
  };
}

export function createLookUpAudit(access: Pick<Access, 'audit'>, clock: Clock) {
  const noted = new Map<string, number>();
  return {
    async note(viewer: Viewer, { profileKey, by }: FoundCustomer): Promise<void> {
      const key = `${viewer.workspaceId} ${viewer.personId} ${profileKey}`;
      const now = clock.now().getTime();
      if ((noted.get(key) ?? 0) > now) return;
      if (noted.size > 10_000) noted.clear();
      noted.set(key, now + sameForMs);
      await access.audit(viewer, 'customer.looked_up', `customer:${profileKey}`, `by ${by}`);
    },
  };
}
