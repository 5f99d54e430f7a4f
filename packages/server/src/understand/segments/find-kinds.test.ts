import { xoshiro128 } from '@lyhord/stats';
import { describe, expect, it } from 'vitest';
import { findKinds } from './find-kinds.ts';

describe('kinds of customers', () => {
  it('are found where there are some, each stable', () => {
    const random = xoshiro128(4);
    const around = (mean: number) => Math.max(0, Math.round(mean * (0.8 + 0.4 * random())));
    const kind = (orders: number, days: number) =>
      Array.from({ length: 50 }, () => [
        around(orders),
        around(orders * 50_000),
        around(days),
        0,
        around(2),
        1,
      ]);
    const found = findKinds({ customers: [...kind(2, 300), ...kind(30, 10)] });
    expect(found.clusters.map(({ members }) => members.length)).toEqual([50, 50]);
    expect(Math.min(...found.clusters.map(({ stability }) => stability))).toBeGreaterThan(0.9);
    expect(new Set(found.tried.map(({ method }) => method))).toEqual(
      new Set(['k_means', 'mixture', 'latent_class', 'medoids']),
    );
  });

  it('are none where all customers are alike', () => {
    const { method, clusters } = findKinds({
      customers: Array.from({ length: 250 }, () => [1, 500, 3, 0, 0, 0]),
    });
    expect([method, clusters]).toEqual([null, []]);
  });
});
