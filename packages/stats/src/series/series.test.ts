import { describe, expect, it } from 'vitest';
import airPassengers from '../fixtures/air-passengers.json' with { type: 'json' };
import nile from '../fixtures/nile.json' with { type: 'json' };
import { drawNormal, localLevel, seasonalTrend, xoshiro128 } from '../index.ts';

// Annual flow of the Nile at Aswan, 1871–1970 (Cobb 1978); monthly airline passengers, 1949–1960 (Box & Jenkins 1976).
describe('a wandering level seen through noise', () => {
  it('the Nile: both variances, and 1971 foretold with its error, as R has them', () => {
    const fit = localLevel(nile)!;
    // R stops where the likelihood is flat: its variances lie 2e-5 beside the maximum, which is ours.
    expect(fit.levelVariance / 1469.14662).toBeCloseTo(1, 4);
    expect(fit.noiseVariance! / 15098.57715).toBeCloseTo(1, 4);
    expect(fit.forecast).toBeCloseTo(798.368157, 2);
    expect(fit.forecastError).toBeCloseTo(143.52655, 3);
    expect(fit.n).toBe(100);
  });

  it('known noise gives the same levels as the same noise found, and shift and scale carry over', () => {
    const free = localLevel(nile)!;
    const known = localLevel(
      nile,
      nile.map(() => free.noiseVariance!),
    )!;
    expect(known.levelVariance / free.levelVariance).toBeCloseTo(1, 5);
    for (const [t, level] of known.level.entries()) expect(level).toBeCloseTo(free.level[t]!, 3);
    const moved = localLevel(nile.map((flow) => 5 + 2 * flow))!;
    expect(moved.level[40]).toBeCloseTo(5 + 2 * free.level[40]!, 4);
    expect(moved.levelError[40]).toBeCloseTo(2 * free.levelError[40]!, 4);
    expect(moved.level.length).toBe(100);
  });

  it('time told backwards has the same levels, and gaps are bridged with wider errors', () => {
    const back = localLevel([...nile].reverse())!;
    const forth = localLevel(nile)!;
    expect(back.level[99 - 30]).toBeCloseTo(forth.level[30]!, 3);
    const holed = localLevel(nile.map((flow, t) => (t >= 20 && t < 40 ? Number.NaN : flow)))!;
    expect(holed.levelError[30]!).toBeGreaterThan(forth.levelError[30]!);
    expect(holed.n).toBe(80);
    expect(localLevel([Number.NaN, ...nile])!.level[0]).toBeCloseTo(forth.level[0]!, 6);
  });

  it('intervals hold the true level in about 95 of 100 periods, the noise of each known', () => {
    const random = xoshiro128(31);
    let [held, all] = [0, 0];
    for (let run = 0; run < 40; run++) {
      let level = 40;
      const truths = Array.from({ length: 60 }, () => (level += 2 * drawNormal(random)));
      const noise = truths.map(() => 10 + 60 * random());
      const values = truths.map((truth, t) => truth + Math.sqrt(noise[t]!) * drawNormal(random));
      const fit = localLevel(values, noise)!;
      for (const [t, truth] of truths.entries())
        held += Number(Math.abs(truth - fit.level[t]!) <= 1.96 * fit.levelError[t]!);
      all += 60;
    }
    expect(held / all).toBeGreaterThan(0.9);
    expect(held / all).toBeLessThan(0.98);
  });

  it('says nothing of few or equal values, and names what is wrong', () => {
    expect(localLevel([1, 2, 3])).toBeNull();
    expect(localLevel([7, 7, 7, 7, 7])).toBeNull();
    expect(localLevel([])).toBeNull();
    expect(() => localLevel([1, 2, 3, 4], [1])).toThrow(
      'variances given 1 is not a whole number from 4 to 4',
    );
    expect(() => localLevel([1, 2, 3, 4], [1, 1, 1, -1])).toThrow('variance -1');
    expect(() => localLevel([1, 2, 3, Infinity])).toThrow('value Infinity');
  });
});

describe('season, trend and remainder', () => {
  const passengers = airPassengers.map(Math.log);

  it('airline passengers, season the same every year: R’s values to 1e-6', () => {
    const { seasonal, trend, remainder } = seasonalTrend(passengers, 12);
    expect(seasonal[0]).toBeCloseTo(-0.09164042415, 9);
    expect(trend[0]).toBeCloseTo(4.829388654, 8);
    expect(remainder[0]).toBeCloseTo(-0.01924935851, 9);
    expect(seasonal[1]).toBeCloseTo(-0.11402828392, 9);
    expect(trend[1]).toBeCloseTo(4.83036814, 8);
    expect(remainder[1]).toBeCloseTo(0.05434476849, 9);
  });

  it('the three sum to the series, whatever the window; shift goes to the trend, scale to all', () => {
    for (const options of [{}, { seasonalWindow: 7 }, { robust: true }]) {
      const parts = seasonalTrend(passengers, 12, options);
      const moved = seasonalTrend(
        passengers.map((value) => 3 + 2 * value),
        12,
        options,
      );
      for (const [i, value] of passengers.entries()) {
        expect(parts.seasonal[i]! + parts.trend[i]! + parts.remainder[i]!).toBeCloseTo(value, 12);
        expect(moved.seasonal[i]).toBeCloseTo(2 * parts.seasonal[i]!, 8);
        expect(moved.trend[i]).toBeCloseTo(3 + 2 * parts.trend[i]!, 8);
      }
    }
  });

  it('recovers a planted weekly season and line, also beside gross outliers when robust', () => {
    const random = xoshiro128(2);
    const week = [-6, -2, 0, 1, 2, 3, 2];
    const planted = Array.from(
      { length: 140 },
      (_, i) => 40 + 0.05 * i + week[i % 7]! + 0.5 * drawNormal(random),
    );
    const spoiled = planted.map((value, i) => (i % 33 === 5 ? value + 60 : value));
    const clean = seasonalTrend(planted, 7);
    const robust = seasonalTrend(spoiled, 7, { robust: true });
    const plain = seasonalTrend(spoiled, 7);
    for (const [i, truth] of week.entries()) {
      expect(Math.abs(clean.seasonal[i]! - truth)).toBeLessThan(0.4);
      expect(Math.abs(robust.seasonal[i]! - truth)).toBeLessThan(0.4);
    }
    expect(Math.max(...week.map((truth, i) => Math.abs(plain.seasonal[i]! - truth)))).toBeGreaterThan(1);
    expect(Math.abs(robust.trend[70]! - 43.5)).toBeLessThan(0.6);
  });

  it('names a series that is too short and a value that is none', () => {
    expect(() => seasonalTrend([1, 2, 3], 2)).toThrow('values 3 is not a whole number of at least 4');
    expect(() => seasonalTrend([1, Number.NaN, 3, 4], 2)).toThrow('value NaN');
    expect(() => seasonalTrend([1, 2, 3, 4], 2, { seasonalWindow: 3 })).toThrow('seasonalWindow 3');
    expect(seasonalTrend([5, 5, 5, 5, 5, 5], 2).trend[3]).toBeCloseTo(5, 12);
  });
});
