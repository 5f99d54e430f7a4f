import type { CustomerRow } from '@lyhord/contract';
import type { z } from 'zod';
import { serviceScope, shownIdentifier, shownName, type Viewer } from '../../access/index.ts';
import { byStrength, type PlainIdentifier } from '../../collect/index.ts';
import type { Warehouse } from '../../platform/stores/warehouse.ts';
import type { Identities } from '../identity/identities.ts';
import { identifiersByKey } from '../identity/identity-store.ts';
import type { CustomerStore } from './customer-store.ts';
import { isoOf, laterOf } from './moments.ts';
import { nameFrom } from './names.ts';

export type Row = z.infer<typeof CustomerRow>;
const mostIdentifiers = 12;

/** Rows of customers by profile key, in the order given, as far as the viewer may see them. */
export async function customerRows(
  warehouse: Warehouse,
  store: CustomerStore,
  identities: Identities,
  viewer: Viewer,
  profileKeys: readonly string[],
): Promise<Row[]> {
  if (profileKeys.length === 0) return [];
  const { workspaceId } = viewer;
  const keysOf = new Map(profileKeys.map((key) => [key, identities.identifierKeysOf(workspaceId, key)]));
  const all = [...keysOf.values()].flat();
  const [identifiers, names, done, said] = await Promise.all([
    identifiersByKey(warehouse, workspaceId, all),
    store.names(workspaceId, all),
    store.done(serviceScope(viewer), all),
    store.said(serviceScope(viewer), all),
  ]);
  return profileKeys.map((key) => {
    const own = new Set(keysOf.get(key));
    const mine = <R extends { identifier_key: string }>(rows: readonly R[]) =>
      rows.filter((row) => own.has(row.identifier_key));
    return rowOf(viewer, key, mine(identifiers) as never, mine(names), mine(done), mine(said));
  });
}

function rowOf(
  viewer: Viewer,
  key: string,
  identifiers: readonly PlainIdentifier[],
  names: Parameters<typeof nameFrom>[0],
  done: Awaited<ReturnType<CustomerStore['done']>>,
  said: Awaited<ReturnType<CustomerStore['said']>>,
): Row {
  const scored = said
    .filter((row) => row.score !== null)
    .sort((a, b) => (a.scored_at < b.scored_at ? 1 : -1))[0];
  const money = new Map<string, number>();
  for (const { currency, amount_minor } of done) {
    if (currency !== '') money.set(currency, (money.get(currency) ?? 0) + Number(amount_minor));
  }
  const lastSeen = [...done, ...said].reduce<string | null>((last, row) => laterOf(last, row.last_at), null);
  return {
    key,
    name: shownName(viewer, nameFrom(names), key),
    identifiers: [...identifiers]
      .sort((a, b) => byStrength(a, b) || (a.value < b.value ? -1 : 1))
      .slice(0, mostIdentifiers)
      .map(({ type, value }) => shownIdentifier(viewer, { type, value })),
    lastSeenAt: isoOf(lastSeen),
    lastScore: scored?.score ?? null,
    lastQuestion: scored?.question ?? null,
    orders: done.reduce((sum, row) => sum + Number(row.orders), 0),
    values: [...money].map(([currency, amountMinor]) => ({ currency, amountMinor })),
    openCases: 0,
  };
}
