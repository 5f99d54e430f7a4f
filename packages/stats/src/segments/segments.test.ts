import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import iris from '../fixtures/iris.json' with { type: 'json' };
import {
  adjustedRandIndex,
  chooseClusters,
  clusterStability,
  drawNormal,
  gaussianMixture,
  kMeans,
  latentClasses,
  matchClusters,
  partitionAroundMedoids,
  rfmScores,
  silhouette,
  standardise,
  symmetricEigen,
  xoshiro128,
} from '../index.ts';

// Anderson's iris (1935); values from R's kmeans, cluster and mclust.
const flowers = iris.map((row) => row.slice(0, 4));
const species = iris.map((row) => row[4]!);

/** Carcinoma of 118 slides by seven pathologists (Agresti 2002, table 13.1), values from R's poLCA. */
const CARCINOMA: [string, number][] = [
  ['0000000', 34],
  ['0000100', 2],
  ['0100000', 6],
  ['0100001', 1],
  ['0100100', 4],
  ['0100101', 5],
  ['1000000', 2],
  ['1010101', 1],
  ['1100000', 2],
  ['1100001', 1],
  ['1100100', 2],
  ['1100101', 7],
  ['1100111', 1],
  ['1101001', 1],
  ['1101101', 2],
  ['1101111', 3],
  ['1110101', 13],
  ['1110111', 5],
  ['1111101', 10],
  ['1111111', 16],
];
const slides = CARCINOMA.flatMap(([pattern, n]) => Array.from({ length: n }, () => [...pattern].map(Number)));

describe('k-means on the irises', () => {
  it.each([
    [2, 152.3479518, 0.6810461692],
    [3, 78.85144143, 0.5528190124],
    [4, 57.22847321, 0.498050505],
  ])('k = %i', (k, squaredError, width) => {
    const clusters = kMeans(flowers, k, xoshiro128(1));
    expect(clusters.squaredError).toBeCloseTo(squaredError, 7);
    expect(silhouette(flowers, clusters.labels)).toBeCloseTo(width, 9);
  });

  it('sizes and agreement with the species for k = 3, and standardised', () => {
    const clusters = kMeans(flowers, 3, xoshiro128(1));
    expect(clusters.sizes).toEqual([62, 50, 38]);
    expect(adjustedRandIndex(clusters.labels, species)).toBeCloseTo(0.7302382723, 9);
    const scaled = standardise(flowers);
    expect(silhouette(scaled, kMeans(scaled, 2, xoshiro128(1)).labels)).toBeCloseTo(0.5817500492, 9);
    const three = kMeans(scaled, 3, xoshiro128(1));
    expect(three.squaredError).toBeCloseTo(138.8883597, 6);
    expect(silhouette(scaled, three.labels)).toBeCloseTo(0.4599482392, 9);
  });

  it('does not mind shift, refuses impossible k, and lives with equal points', () => {
    const moved = flowers.map((row) => row.map((x) => x + 1000));
    expect(kMeans(moved, 3, xoshiro128(2)).squaredError).toBeCloseTo(78.85144143, 4);
    expect(kMeans([[1], [1], [1]], 2, xoshiro128(1)).squaredError).toBe(0);
    expect(() => kMeans([[1]], 2, xoshiro128(1))).toThrow('k 2 is not a whole number from 1 to 1');
    expect(() => kMeans([[Number.NaN]], 1, xoshiro128(1))).toThrow('coordinate NaN');
  });
});

describe('mixtures and latent classes', () => {
  it('three normal clouds of irises, likelihood, BIC and agreement with the species', () => {
    const fit = gaussianMixture(flowers, 3, xoshiro128(3), 5)!;
    expect(fit.logLikelihood).toBeCloseTo(-180.1858387, 3);
    expect(-fit.bic).toBeCloseTo(-580.8396304, 2);
    expect(adjustedRandIndex(fit.labels, species)).toBeCloseTo(0.9038742318, 6);
    expect(gaussianMixture([[1], [1], [2]], 2, xoshiro128(1))).toBeNull();
  });

  it('forms of clouds: mclust’s best of all, VEV with two clouds, and those along the axes', () => {
    const fit = gaussianMixture(flowers, 2, xoshiro128(3), 3, 'VEV')!;
    expect(-fit.bic).toBeCloseTo(-561.7284621, 3);
    const [one, other] = [fit.covariances[0]!, fit.covariances[1]!].map((each) =>
      symmetricEigen(each).values.map((value, _, all) => value / all[0]!),
    );
    for (const [j, ratio] of one!.entries()) expect(ratio).toBeCloseTo(other![j]!, 9);
    const axial = gaussianMixture(flowers, 3, xoshiro128(3), 3, 'VVI')!;
    expect(axial.covariances[0]![0]![1]).toBe(0);
    expect(axial.logLikelihood).toBeLessThan(-180.18);
    const random = xoshiro128(5);
    const drawn = Array.from({ length: 600 }, (_, i) => [
      (i % 3 ? 0 : 6) + drawNormal(random),
      (i % 3 ? 0 : 6) + 3 * drawNormal(random),
    ]);
    const found = gaussianMixture(drawn, 2, random, 3, 'VVI')!;
    expect(found.shares[0]).toBeCloseTo(2 / 3, 1);
    expect(Math.sqrt(found.covariances[0]![1]![1]!)).toBeCloseTo(3, 0);
  });

  it('two and three classes of carcinoma', () => {
    expect(slides).toHaveLength(118);
    const two = latentClasses(slides, 2, xoshiro128(4));
    expect(two.logLikelihood).toBeCloseTo(-317.25684, 4);
    expect(two.bic).toBeCloseTo(706.07394, 4);
    expect(two.gSquared).toBeCloseTo(62.3654, 3);
    const three = latentClasses(slides, 3, xoshiro128(4));
    expect(three.logLikelihood).toBeCloseTo(-293.70498, 4);
    expect(three.bic).toBeCloseTo(697.1357, 3);
    expect(three.gSquared).toBeCloseTo(15.2617, 3);
    [0.4447, 0.3736, 0.1817].forEach((share, c) => {
      expect(three.shares[c]).toBeCloseTo(share, 4);
    });
  });

  it('lives with missing answers and one row', () => {
    const holed = slides.map((row, i) => (i % 9 === 0 ? [-1, ...row.slice(1)] : row));
    expect(latentClasses(holed, 2, xoshiro128(4), 5).logLikelihood).toBeGreaterThan(-330);
    expect(latentClasses([[0, 1]], 1, xoshiro128(1)).logLikelihood).toBeCloseTo(0, 12);
    expect(() => latentClasses([], 2, xoshiro128(1))).toThrow('rows 0');
  });
});

describe('medoids of the irises', () => {
  it('are R’s: 8, 79 and 113, with their mean distance', () => {
    const found = partitionAroundMedoids(flowers, 3);
    expect(found.medoids.map((index) => index + 1).sort((a, b) => a - b)).toEqual([8, 79, 113]);
    expect(found.sizes).toEqual([62, 50, 38]);
    expect(found.meanDistance).toBeCloseTo(0.654207699215, 9);
  });

  it('live with equal points and with one cluster', () => {
    expect(partitionAroundMedoids([[1], [1], [1]], 2).meanDistance).toBe(0);
    expect(partitionAroundMedoids([[1], [2], [9]], 1).medoids).toEqual([1]);
    expect(() => partitionAroundMedoids([[1]], 2)).toThrow('k 2');
  });
});

describe('the stability of clusters', () => {
  it('is high for planted clusters and low for a cut through one cloud', () => {
    const random = xoshiro128(12);
    const cloud = (x: number) =>
      Array.from({ length: 50 }, () => [x + drawNormal(random), drawNormal(random)]);
    const stabilityOf = (points: number[][], k: number) =>
      clusterStability(
        kMeans(points, k, random).labels,
        (indexes) =>
          kMeans(
            indexes.map((i) => points[i]!),
            k,
            random,
            3,
          ).labels,
        random,
      );
    expect(Math.min(...stabilityOf([...cloud(0), ...cloud(9)], 2))).toBeGreaterThan(0.95);
    expect(Math.min(...stabilityOf([...cloud(0), ...cloud(0)], 4))).toBeLessThan(0.75);
  });
});

function orders(items: readonly number[]): number[][] {
  if (items.length === 0) return [[]];
  return items.flatMap((item) =>
    orders(items.filter((other) => other !== item)).map((rest) => [item, ...rest]),
  );
}

describe('choosing and scoring', () => {
  it('planted clusters are found with their number, a single cloud is not split', () => {
    const random = xoshiro128(8);
    const cloud = (x: number, y: number) =>
      Array.from({ length: 60 }, () => [x + drawNormal(random), y + drawNormal(random)]);
    const planted = [...cloud(0, 0), ...cloud(8, 0), ...cloud(0, 8)];
    expect(chooseClusters(planted, 5, random).clusters!.sizes).toEqual([60, 60, 60]);
    const single = chooseClusters(
      Array.from({ length: 200 }, () => [drawNormal(random), drawNormal(random)]),
      4,
      random,
    );
    expect(Math.max(...single.choices.map((choice) => choice.silhouette))).toBeLessThan(0.5);
  });

  it('the Rand index is 1 for renamed groups and near 0 for unrelated ones', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 2, maxLength: 40 }), (labels) => {
        expect(
          adjustedRandIndex(
            labels,
            labels.map((label) => 7 - label),
          ),
        ).toBeCloseTo(1, 12);
      }),
    );
    const random = xoshiro128(1);
    const a = Array.from({ length: 3000 }, () => Math.floor(random() * 3));
    expect(
      Math.abs(
        adjustedRandIndex(
          a,
          a.map(() => Math.floor(random() * 3)),
        ),
      ),
    ).toBeLessThan(0.01);
  });

  it('clusters keep their names from last time to this, by the pairing that keeps most members', () => {
    const random = xoshiro128(6);
    for (let run = 0; run < 60; run++) {
      const [before, now] = [0, 1].map(() => Array.from({ length: 30 }, () => Math.floor(4 * random())));
      const found = matchClusters(before!, now!);
      const kept = (pairing: readonly (number | null)[]) =>
        now!.filter((label, i) => pairing[label] === before![i]).length;
      const best = orders([0, 1, 2, 3]).map(kept);
      expect(kept(found)).toBe(Math.max(...best));
    }
    const labels = kMeans(flowers, 3, random).labels;
    expect(
      matchClusters(
        labels,
        labels.map((label) => 2 - label),
      ),
    ).toEqual([2, 1, 0]);
    expect(matchClusters([0, 0, 0, 1], [0, 0, 1, 2])).toEqual([0, null, 1]);
    expect(matchClusters([], [])).toEqual([]);
    expect(() => matchClusters([0], [])).toThrow('labels now 0');
    expect(() => matchClusters([0], [-1])).toThrow('label -1');
  });

  it('RFM fifths are even and equal values get equal scores', () => {
    const customers = Array.from({ length: 100 }, (_, i) => ({
      recencyDays: i,
      frequency: i % 2,
      monetary: i,
    }));
    const scores = rfmScores(customers);
    expect(scores.filter(({ monetary }) => monetary === 5)).toHaveLength(20);
    expect(new Set(scores.map(({ frequency }) => frequency)).size).toBe(2);
    const once = Array.from({ length: 10 }, (_, i) => ({
      recencyDays: i,
      frequency: i < 5 ? 1 : i,
      monetary: 1,
    }));
    expect(rfmScores(once).map(({ frequency }) => frequency)).toEqual([1, 1, 1, 1, 1, 3, 4, 4, 5, 5]);
    expect(rfmScores([])).toEqual([]);
  });
});
