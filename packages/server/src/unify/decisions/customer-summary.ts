// What a set of identifiers amounts to as one customer; for comparing before and after.
import type { CustomerSummary } from '@lyhord/contract';
import type { z } from 'zod';
import { eventScope, shownIdentifier, shownName, signalScope, type Viewer } from '../../access/index.ts';
import { byStrength, type PlainIdentifier } from '../../collect/index.ts';
import type { Warehouse } from '../../platform/stores/warehouse.ts';
import type { CustomerStore } from '../customers/customer-store.ts';
import { isoOf, laterOf } from '../customers/moments.ts';
import { nameFrom } from '../customers/names.ts';
import { identifiersByKey } from '../identity/identity-store.ts';

export type Summary = z.infer<typeof CustomerSummary>;

/** One summary for each list of keys, in the same order; asks the stores once for all. */
export async function summariesOf(
  { warehouse, store }: { warehouse: Warehouse; store: CustomerStore },
  viewer: Viewer,
  profiles: readonly (readonly string[])[],
): Promise<Summary[]> {
  const all = [...new Set(profiles.flat())];
  if (all.length === 0) return [];
  const [identifiers, names, done, said, counted] = await Promise.all([
    identifiersByKey(warehouse, viewer.workspaceId, all),
    store.names(viewer.workspaceId, all),
    store.done(eventScope(viewer), all),
    store.said(signalScope(viewer), all),
    store.countsByKey(eventScope(viewer), all),
  ]);
  return profiles.map((keys) => {
    const own = new Set(keys);
    const mine = <R extends { identifier_key: string }>(rows: readonly R[]) =>
      rows.filter((row) => own.has(row.identifier_key));
    const scored = mine(said)
      .filter(({ score }) => score !== null)
      .sort((a, b) => (a.scored_at < b.scored_at ? 1 : -1))[0];
    const money = new Map<string, number>();
    for (const { currency, amount_minor } of mine(done)) {
      if (currency !== '') money.set(currency, (money.get(currency) ?? 0) + Number(amount_minor));
    }
    const seen = [...mine(done), ...mine(said)].reduce<string | null>(
      (at, row) => laterOf(at, row.last_at),
      null,
    );
    return {
      key: smallest(keys),
      name: shownName(viewer, nameFrom(mine(names)), smallest(keys)),
      identifiers: mine(identifiers)
        .sort((a, b) => byStrength(a as unknown as PlainIdentifier, b as unknown as PlainIdentifier))
        .map(({ identifier_key, type, value }) => ({
          key: identifier_key,
          ...shownIdentifier(viewer, { type, value }),
        })),
      orders: sumOf(mine(done), ({ orders }) => Number(orders)),
      values: [...money].sort().map(([currency, amountMinor]) => ({ currency, amountMinor })),
      events: sumOf(mine(counted), ({ events }) => Number(events)),
      signals: sumOf(mine(counted), ({ signals }) => Number(signals)),
      lastScore: scored?.score ?? null,
      lastQuestion: scored?.question ?? null,
      lastSeenAt: isoOf(seen),
    };
  });
}

const sumOf = <Row>(rows: readonly Row[], value: (row: Row) => number): number =>
  rows.reduce((sum, row) => sum + value(row), 0);

/** A profile's key is the smallest of its identifiers' keys. */
function smallest(keys: readonly string[]): string {
  return keys.reduce((least, key) => (BigInt(key) < BigInt(least) ? key : least));
}
