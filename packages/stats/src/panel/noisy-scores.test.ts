import { describe, expect, it } from 'vitest';
import {
  drawNormal,
  elasticity,
  fixedEffects,
  knownNoiseEffect,
  laggedEffects,
  reliableLength,
  wildClusterTest,
  xoshiro128,
} from '../index.ts';

/** 60 places × 26 periods; the latent score moves by 6 points inside places, y by 0.8 of it; `answers` a period. */
function simulate(seed: number, answers: (random: () => number) => number) {
  const random = xoshiro128(seed);
  const rows = { place: [], period: [], x: [], y: [], noise: [], answers: [] } as Record<
    'place' | 'period' | 'x' | 'y' | 'noise' | 'answers',
    number[]
  >;
  const shocks = Array.from({ length: 26 }, () => 2 * drawNormal(random));
  for (let place = 0; place < 60; place++) {
    const own = 10 * drawNormal(random);
    let latent = 6 * drawNormal(random);
    for (let period = 0; period < 26; period++) {
      latent = 0.7 * latent + 6 * Math.sqrt(1 - 0.49) * drawNormal(random);
      const n = answers(random);
      const variance = 78 ** 2 / n;
      rows.place.push(place);
      rows.period.push(period);
      rows.answers.push(n);
      rows.noise.push(variance);
      rows.x.push(own + latent + Math.sqrt(variance) * drawNormal(random));
      rows.y.push(100 + 0.8 * latent + shocks[period]! + own + 5 * drawNormal(random));
    }
  }
  return rows;
}
const unequal = (random: () => number) => 40 + Math.floor(240 * random());

describe('noise of known size', () => {
  it('its correction holds the true slope in about 95 of 100 panels, where the plain slope never does', () => {
    let [held, plain, sum] = [0, 0, 0];
    for (let run = 0; run < 60; run++) {
      const panel = simulate(run, unequal);
      const found = knownNoiseEffect(panel)!;
      held += Number(found.low <= 0.8 && 0.8 <= found.high);
      sum += found.corrected / 60;
      plain += Number(fixedEffects({ ...panel, x: panel.x.map((x) => [x]) })!.high[0]! >= 0.8);
    }
    expect(plain).toBe(0);
    expect(Math.abs(sum - 0.8)).toBeLessThan(0.04);
    expect(held / 60).toBeGreaterThan(0.86);
  });

  it('no noise changes nothing; scale of x divides the slope; all noise says nothing', () => {
    const panel = simulate(3, unequal);
    const none = knownNoiseEffect({ ...panel, noise: panel.noise.map(() => 0) })!;
    expect(none.corrected).toBe(none.uncorrected);
    expect(none.reliability).toBe(1);
    const base = knownNoiseEffect(panel)!;
    const scaled = knownNoiseEffect({
      ...panel,
      x: panel.x.map((x) => 10 * x),
      noise: panel.noise.map((v) => 100 * v),
    })!;
    expect(scaled.corrected).toBeCloseTo(base.corrected / 10, 10);
    expect(scaled.reliability).toBeCloseTo(base.reliability, 10);
    expect(knownNoiseEffect({ ...panel, noise: panel.noise.map((v) => 40 * v) })).toBeNull();
    expect(knownNoiseEffect({ place: [1, 1], x: [1, 2], y: [1, 2], noise: [0, 0] })).toBeNull();
    expect(() => knownNoiseEffect({ place: [1, 1], x: [1, 2], y: [1, 2], noise: [0, -1] })).toThrow(
      'variance -1',
    );
    expect(() => knownNoiseEffect({ place: [1, 1], x: [1], y: [1, 2], noise: [0, 0] })).toThrow('rows 1');
  });

  it('periods are joined until the score is more truth than noise, and reliability is the true one', () => {
    const panel = simulate(8, () => 60);
    const { tried, reached } = reliableLength({ ...panel, score: panel.x }, 78 ** 2);
    expect(tried[0]!.periods).toBe(1);
    // Variance inside places 36 (a little less after means), noise 101: about a quarter is real.
    expect(Math.abs(tried[0]!.reliability - 0.25)).toBeLessThan(0.06);
    expect(reached).toBe(tried.at(-1)!.reliability >= 0.5);
    const many = simulate(8, () => 2000);
    expect(reliableLength({ ...many, score: many.x }, 78 ** 2).tried).toHaveLength(1);
    expect(reliableLength({ ...panel, score: panel.x }, 78 ** 2, [1, 2], 0.99).reached).toBe(false);
    const bad = { place: [1], period: [1], score: [1], answers: [0] };
    expect(() => reliableLength(bad, 1)).toThrow('answers 0');
  });
});

describe('lags and elasticities', () => {
  it('finds effects that come at once and two periods later, and their sum', () => {
    const random = xoshiro128(4);
    const rows = { place: [] as number[], period: [] as number[], x: [] as number[], y: [] as number[] };
    for (let place = 0; place < 40; place++) {
      const x = Array.from({ length: 30 }, () => drawNormal(random));
      for (let t = 0; t < 30; t++) {
        rows.place.push(place);
        rows.period.push(t);
        rows.x.push(x[t]!);
        rows.y.push(place + x[t]! + 2 * (x[t - 2] ?? 0) + drawNormal(random));
      }
    }
    const { lags, total, n } = laggedEffects(rows)!;
    expect(n).toBe(40 * 27);
    for (const [lag, truth] of [1, 0, 2, 0].entries()) {
      expect(Math.abs(lags[lag]!.coefficient - truth)).toBeLessThan(0.15);
    }
    expect(total.low).toBeLessThan(3);
    expect(total.high).toBeGreaterThan(3);
    expect(total.coefficient).toBeCloseTo(
      lags.reduce((sum, lag) => sum + lag.coefficient, 0),
      8,
    );
    expect(laggedEffects({ place: [1, 1], period: [1, 2], x: [1, 2], y: [1, 2] }, 3)).toBeNull();
    expect(() => laggedEffects(rows, 99)).toThrow('lags 99');
  });

  it('elasticity is found, does not mind units of money, and leaves zeros out', () => {
    const random = xoshiro128(6);
    const place = Array.from({ length: 400 }, (_, i) => i % 20);
    const x = place.map(() => Math.exp(drawNormal(random)));
    const y = place.map((p, i) =>
      i % 50 === 0 ? 0 : (p + 1) * x[i]! ** 0.4 * Math.exp(0.1 * drawNormal(random)),
    );
    const found = elasticity({ place, x, y })!;
    expect(found.low).toBeLessThan(0.4);
    expect(found.high).toBeGreaterThan(0.4);
    expect(found.leftOut).toBe(8);
    expect(elasticity({ place, x, y: y.map((v) => 100 * v) })!.elasticity).toBeCloseTo(found.elasticity, 10);
    expect(elasticity({ place, x, y: y.map(() => 0) })).toBeNull();
  });
});

describe('wild cluster bootstrap', () => {
  it('claims an effect that is not there in about 5 of 100 panels of 8 places, and finds one that is', () => {
    let [false_, found, plain] = [0, 0, 0];
    const runs = 120;
    for (let run = 0; run < runs; run++) {
      const random = xoshiro128(900 + run);
      const place = Array.from({ length: 8 * 6 }, (_, i) => Math.floor(i / 6));
      const [a, b] = [0, 1].map(() => Array.from({ length: 8 }, () => drawNormal(random)));
      // Both x and errors drift by place, so that rows of one place go together.
      const x = place.map((p, i) => [(i % 6) * a![p]! + drawNormal(random)]);
      const error = place.map((p, i) => (i % 6) * b![p]! + drawNormal(random));
      const none = wildClusterTest({ place, x, y: error }, 0, random, 199)!;
      false_ += Number(none.p <= 0.05);
      plain += Number(Math.abs(none.t) > 1.96);
      const y = error.map((value, i) => value + 4 * x[i]![0]!);
      found += Number(wildClusterTest({ place, x, y }, 0, random, 199)!.p <= 0.05);
    }
    expect(false_ / runs).toBeLessThan(0.1);
    expect(plain).toBeGreaterThan(false_);
    expect(found / runs).toBeGreaterThan(0.6);
    expect(
      wildClusterTest({ place: [1, 1, 2, 2], x: [[1], [2], [1], [3]], y: [1, 2, 3, 5] }, 0, xoshiro128(1)),
    ).toBeNull();
  });
});
