import { describe, expect, it } from 'vitest';
import * as stats from '../index.ts';

/** Mean and variance of many draws, to be within 5 standard errors of the truth. */
function expectMoments(draw: () => number, mean: number, variance: number, count = 20_000) {
  let sum = 0;
  let squares = 0;
  for (let i = 0; i < count; i++) {
    const x = draw();
    sum += x;
    squares += (x - mean) ** 2;
  }
  expect(Math.abs(sum / count - mean)).toBeLessThan(5 * Math.sqrt(variance / count));
  expect(squares / count / variance).toBeGreaterThan(0.85);
  expect(squares / count / variance).toBeLessThan(1.15);
}

describe('the seeded generator', () => {
  it('gives the same numbers for the same seed and others for another', () => {
    const take = (seed: number) => Array.from({ length: 5 }, stats.xoshiro128(seed));
    expect(take(3)).toEqual(take(3));
    expect(take(3)).not.toEqual(take(4));
    for (const x of take(1)) expect(x >= 0 && x < 1).toBe(true);
  });

  it('is uniform by a chi-squared test', () => {
    const random = stats.xoshiro128(11);
    const cells = new Array<number>(64).fill(0);
    for (let i = 0; i < 64_000; i++) cells[Math.floor(random() * 64)]!++;
    const statistic = cells.reduce((sum, n) => sum + (n - 1000) ** 2 / 1000, 0);
    expect(stats.chiSquaredUpperTail(statistic, 63)).toBeGreaterThan(0.001);
  });

  it('draws have the moments of their distributions', () => {
    const random = stats.xoshiro128(5);
    expectMoments(() => stats.drawNormal(random), 0, 1);
    expectMoments(() => stats.drawGamma(random, 0.4), 0.4, 0.4);
    expectMoments(() => stats.drawGamma(random, 7), 7, 7);
    expectMoments(() => stats.drawBeta(random, 2, 6), 0.25, 12 / 64 / 9);
    expectMoments(() => stats.drawBinomial(random, 400, 0.3), 120, 84);
    expectMoments(() => stats.drawBinomial(random, 5, 0.9), 4.5, 0.45);
    expectMoments(() => stats.drawPoisson(random, 90), 90, 90);
    expectMoments(() => stats.drawPoisson(random, 0.7), 0.7, 0.7);
    expectMoments(() => stats.drawDirichlet(random, [2, 6, 2])[1]!, 0.6, 0.24 / 11);
    expectMoments(() => stats.drawMultinomial(random, 50, [0.2, 0.3, 0.5])[2]!, 25, 12.5);
  });

  it('a shuffle keeps the items', () => {
    expect(stats.shuffle(stats.xoshiro128(2), [1, 2, 3, 4]).sort()).toEqual([1, 2, 3, 4]);
  });
});
