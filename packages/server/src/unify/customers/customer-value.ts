import { serviceScope, systemViewer } from '../../access/index.ts';
import type { Identities } from '../identity/identities.ts';
import type { CustomerStore } from './customer-store.ts';
import { isoOf, laterOf } from './moments.ts';

export interface CustomerValue {
  /** Net of what came back or was called off, in minor units; never added across currencies. The largest first. */
  readonly values: readonly { readonly currency: string; readonly amountMinor: number }[];
  readonly orders: number;
  readonly lastSeenAt: string | null;
}

const yearMs = 365 * 86_400_000;

/** What a customer has bought in the year before `now`. */
export async function customerValue(
  store: CustomerStore,
  identities: Identities,
  workspaceId: string,
  profileKey: string,
  now: Date,
): Promise<CustomerValue> {
  const keys = identities.identifierKeysOf(workspaceId, profileKey);
  const since = new Date(now.getTime() - yearMs).toISOString().replace('T', ' ').slice(0, 23);
  const rows = await store.done(serviceScope(systemViewer(workspaceId)), keys, since);
  const money = new Map<string, number>();
  for (const { currency, amount_minor } of rows) {
    if (currency !== '') money.set(currency, (money.get(currency) ?? 0) + Number(amount_minor));
  }
  return {
    values: [...money]
      .map(([currency, amountMinor]) => ({ currency, amountMinor }))
      .sort((a, b) => b.amountMinor - a.amountMinor),
    orders: rows.reduce((sum, row) => sum + Number(row.orders), 0),
    lastSeenAt: isoOf(rows.reduce<string | null>((last, row) => laterOf(last, row.last_at), null)),
  };
}
