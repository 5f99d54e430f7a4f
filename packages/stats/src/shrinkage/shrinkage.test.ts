import { describe, expect, it } from 'vitest';
import {
  drawDirichlet,
  drawMultinomial,
  fitBetaBinomial,
  fitDirichletMultinomial,
  shrunkenScores,
  xoshiro128,
} from '../index.ts';

/** Copenhagen housing survey (Madsen 1976), as in R's MASS::housing: 24 cells × (low, medium, high). */
const HOUSING = [
  [21, 21, 28],
  [34, 22, 36],
  [10, 11, 36],
  [61, 23, 17],
  [43, 35, 40],
  [26, 18, 54],
  [13, 9, 10],
  [8, 8, 12],
  [6, 7, 9],
  [18, 6, 7],
  [15, 13, 13],
  [7, 5, 11],
  [14, 19, 37],
  [17, 23, 40],
  [3, 5, 23],
  [78, 46, 43],
  [48, 45, 86],
  [15, 25, 62],
  [20, 23, 20],
  [10, 22, 24],
  [7, 10, 21],
  [57, 23, 13],
  [31, 21, 13],
  [5, 6, 13],
];

/** Berkeley admissions 1973 (R's UCBAdmissions): admitted and applicants by department and sex. */
const BERKELEY = [
  [512, 825],
  [89, 108],
  [353, 560],
  [17, 25],
  [120, 325],
  [202, 593],
  [138, 417],
  [131, 375],
  [53, 191],
  [94, 393],
  [22, 373],
  [24, 341],
] as const;

describe('how much groups truly differ', () => {
  it('Dirichlet–multinomial on the housing survey gives the reference α, likelihood and first cell', () => {
    const fit = fitDirichletMultinomial(HOUSING);
    [6.2154989, 5.4894158, 7.830476].forEach((alpha, k) => {
      expect(fit.alpha[k]).toBeCloseTo(alpha, 4);
    });
    expect(fit.logLikelihood).toBeCloseTo(-1772.867202, 5);
    const first = HOUSING[0]!.map((count, k) => (count + fit.alpha[k]!) / (70 + fit.precision));
    [0.3039636, 0.2958541, 0.4001823].forEach((share, k) => {
      expect(first[k]).toBeCloseTo(share, 6);
    });
  });

  it('beta–binomial on Berkeley admissions gives the reference values', () => {
    const fit = fitBetaBinomial(BERKELEY);
    expect(fit.alpha).toBeCloseTo(1.494251, 4);
    expect(fit.beta).toBeCloseTo(2.297776, 4);
    expect(fit.logLikelihood).toBeCloseTo(-2615.510892, 5);
  });

  it('recovers a known prior from simulated places', () => {
    const random = xoshiro128(21);
    const truth = [6, 9, 15];
    const counts = Array.from({ length: 800 }, () =>
      drawMultinomial(random, 60, drawDirichlet(random, truth)),
    );
    const fit = fitDirichletMultinomial(counts);
    expect(Math.abs(fit.precision / 30 - 1)).toBeLessThan(0.15);
    truth.forEach((alpha, k) => {
      expect(Math.abs(fit.alpha[k]! / alpha - 1)).toBeLessThan(0.15);
    });
  });

  it('meets its limit when places differ only by chance or are exactly alike', () => {
    expect(
      fitDirichletMultinomial([
        [10, 20],
        [10, 20],
        [10, 20],
      ]).atLimit,
    ).toBe(true);
    expect(
      fitDirichletMultinomial([
        [10, 20],
        [10, 20],
      ]).precision,
    ).toBe(1e4);
  });

  it('lives with empty places, an unused class, one place and one answer', () => {
    expect(
      fitDirichletMultinomial([
        [0, 0, 0],
        [3, 0, 4],
        [9, 0, 1],
      ]).alpha.every((a) => a > 0),
    ).toBe(true);
    expect(fitDirichletMultinomial([[1, 0]]).alpha.every((a) => Number.isFinite(a))).toBe(true);
    expect(() => fitDirichletMultinomial([[0, 0]])).toThrow('counts have no answers');
    expect(() => fitDirichletMultinomial([[1, -2]])).toThrow('count -2');
  });
});

describe('shrunken scores of places', () => {
  /** 60 places whose true mixes differ (sd about 9 points of NPS), each with 5 to 30 answers. */
  function simulate(seed: number) {
    const random = xoshiro128(seed);
    const truths: number[] = [];
    const counts = Array.from({ length: 60 }, () => {
      const shares = drawDirichlet(random, [12, 18, 30]);
      truths.push(100 * (shares[2]! - shares[0]!));
      return drawMultinomial(random, 5 + Math.floor(random() * 26), shares);
    });
    return { truths, counts, random };
  }

  it('have at most 0.7 of the squared error of raw scores where places have 5 to 30 answers, and cover the truth', () => {
    let shrunkenError = 0;
    let rawError = 0;
    let covered = 0;
    for (let run = 0; run < 20; run++) {
      const { truths, counts, random } = simulate(100 + run);
      const { places } = shrunkenScores(counts, [-100, 0, 100], random, 0.95, 400)!;
      places.forEach((place, i) => {
        shrunkenError += (place.shrunken - truths[i]!) ** 2;
        rawError += (place.raw! - truths[i]!) ** 2;
        covered += Number(place.low <= truths[i]! && truths[i]! <= place.high);
      });
    }
    expect(shrunkenError / rawError).toBeLessThan(0.7);
    expect(covered / 1200).toBeGreaterThan(0.9);
    expect(covered / 1200).toBeLessThan(0.98);
  });

  it('lie between the own score and the siblings’, closer to the own the more answers there are', () => {
    const { counts, random } = simulate(7);
    const many = [...counts, [400, 100, 500], [0, 0, 0]];
    const { places, prior } = shrunkenScores(many, [-100, 0, 100], random, 0.95, 400)!;
    const common = (100 * (prior.alpha[2]! - prior.alpha[0]!)) / prior.precision;
    for (const place of places) {
      const raw = place.raw ?? common;
      expect(place.shrunken).toBeGreaterThanOrEqual(Math.min(raw, common) - 1e-9);
      expect(place.shrunken).toBeLessThanOrEqual(Math.max(raw, common) + 1e-9);
    }
    expect(places.at(-2)!.ownShare).toBeGreaterThan(0.9);
    expect(places.at(-1)!.raw).toBeNull();
    expect(places.reduce((sum, place) => sum + place.topQuarter, 0)).toBeCloseTo(Math.round(62 / 4), 6);
  });

  it('are not there when nobody has answered', () => {
    expect(shrunkenScores([[0, 0, 0]], [-100, 0, 100], xoshiro128(1))).toBeNull();
    expect(() => shrunkenScores([[1, 2]], [-100, 0, 100], xoshiro128(1))).toThrow('a place has 2 classes');
  });

  it('are the same for the same seed', () => {
    const { counts } = simulate(9);
    const once = shrunkenScores(counts, [-100, 0, 100], xoshiro128(1), 0.95, 200);
    expect(shrunkenScores(counts, [-100, 0, 100], xoshiro128(1), 0.95, 200)).toEqual(once);
  });
});
