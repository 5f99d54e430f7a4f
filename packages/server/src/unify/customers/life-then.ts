// Promise: beside what a customer said stands where they stood then: the stage of life, and orders and money so far. What
// came later changes none of it.
import { serviceScope, type Viewer } from '../../access/index.ts';
import type { CustomerStore } from './customer-store.ts';

export interface LifeThen {
  readonly stage: string;
  readonly orders: number;
  readonly spent: { currency: string; amountMinor: number }[];
}

/** By signal; only of those whose stage is known. */
export async function lifeThen(
  store: CustomerStore,
  stagesThen: (
    viewer: Viewer,
    keys: readonly string[],
    signalIds: readonly string[],
  ) => Promise<ReadonlyMap<string, string>>,
  viewer: Viewer,
  keys: readonly string[],
  signalIds: readonly string[],
): Promise<ReadonlyMap<string, LifeThen>> {
  if (signalIds.length === 0) return new Map();
  const [stages, done] = await Promise.all([
    stagesThen(viewer, keys, signalIds),
    store.doneThen(serviceScope(viewer), keys, signalIds),
  ]);
  return new Map(
    [...stages].map(([id, stage]) => {
      const rows = done.filter((row) => row.signal_id === id);
      const spent = rows
        .filter(({ currency }) => currency !== '')
        .map(({ currency, amount_minor }) => ({ currency, amountMinor: Number(amount_minor) }));
      return [id, { stage, orders: rows.reduce((sum, row) => sum + Number(row.orders), 0), spent }];
    }),
  );
}
