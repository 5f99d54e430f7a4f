import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import housing from '../fixtures/housing.json' with { type: 'json' };
import mtcars from '../fixtures/mtcars.json' with { type: 'json' };
import swiss from '../fixtures/swiss.json' with { type: 'json' };
import {
  binaryLogit,
  carShares,
  drawNormal,
  driverAnalysis,
  driverMoments,
  emMoments,
  johnsonWeights,
  kanoCoefficients,
  leastSquares,
  lmgShares,
  normalUpperTail,
  ordinalLogit,
  penaltyReward,
  prattShares,
  xoshiro128,
} from '../index.ts';

// Data sets of R (swiss, mtcars, MASS::housing); values from R 4.2.2, relaimpo 2.2-7 and MASS.
const provinces = swiss.map((row) => row.slice(1));
const fertility = swiss.map((row) => row[0]!);

describe('shares of R² on the Swiss provinces of 1888', () => {
  const moments = driverMoments(provinces, fertility);

  it('LMG', () => {
    const { rSquared, shares } = lmgShares(moments);
    expect(rSquared).toBeCloseTo(0.7067350016, 9);
    [0.05709122077, 0.1711730289, 0.26013467862, 0.10557015037, 0.11276592293].forEach((share, j) => {
      expect(shares[j]).toBeCloseTo(share, 10);
    });
    [0.0807817, 0.2422026, 0.3680795, 0.1493773, 0.159559].forEach((relative, j) => {
      expect(shares[j]! / rSquared).toBeCloseTo(relative, 7);
    });
  });

  it('Johnson’s weights', () => {
    const { rSquared, shares } = johnsonWeights(moments);
    expect(rSquared).toBeCloseTo(0.7067350016, 9);
    [0.04841689581, 0.15470824981, 0.27196410465, 0.11468002995, 0.11696572138].forEach((share, j) => {
      expect(shares[j]).toBeCloseTo(share, 10);
    });
  });

  it('Pratt’s shares, one of them negative, and CAR shares', () => {
    const sum = (shares: number[]) => shares.reduce((total, share) => total + share, 0);
    const pratt = prattShares(moments)!;
    [-0.110485991, 0.1064274043, 0.4450045676, 0.161176815, 0.1046122056].forEach((share, j) => {
      expect(pratt[j]).toBeCloseTo(share, 9);
    });
    const car = carShares(moments)!;
    [0.0005674742, 0.1511339908, 0.323268071, 0.1150731842, 0.1166922814].forEach((share, j) => {
      expect(car[j]).toBeCloseTo(share, 9);
    });
    expect(sum(pratt)).toBeCloseTo(0.7067350016, 9);
    expect(sum(car)).toBeCloseTo(0.7067350016, 9);
    const copies = driverMoments(
      provinces.map((row) => [row[0]!, row[0]!]),
      fertility,
    );
    expect([prattShares(copies), carShares(copies)]).toEqual([null, null]);
  });

  it('coefficients of the regression', () => {
    const fit = leastSquares(
      provinces.map((row) => [1, ...row]),
      fertility,
    )!;
    [
      66.915181678969, -0.172113970941, -0.258008239835, -0.870940062939, 0.104115330744, 1.077048140691,
    ].forEach((value, j) => {
      expect(fit.coefficients[j]! / value).toBeCloseTo(1, 9);
    });
    const error = Math.sqrt((fit.rss / fit.df) * fit.inverse[1]![1]!);
    expect(error).toBeCloseTo(0.0703039231786, 10);
  });
});

describe('laws of driver shares', () => {
  const random = xoshiro128(3);
  const rows = Array.from({ length: 60 }, () => Array.from({ length: 5 }, () => drawNormal(random)));
  const outcome = rows.map((row) => row[0]! + 0.5 * row[1]! + drawNormal(random));

  it('they are at least 0, sum to R², and do not mind shift, scale and order', () => {
    const base = lmgShares(driverMoments(rows, outcome));
    expect(base.shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(base.rSquared, 12);
    fc.assert(
      fc.property(
        fc.double({ min: -50, max: 50, noNaN: true }),
        fc.double({ min: 0.1, max: 9, noNaN: true }),
        (shift, scale) => {
          const moved = rows.map((row) =>
            row.map((x, j) => shift + (j === 1 ? -scale : scale) * x).reverse(),
          );
          const again = lmgShares(driverMoments(moved, outcome)).shares.reverse();
          base.shares.forEach((share, j) => {
            expect(share).toBeGreaterThanOrEqual(-1e-12);
            expect(again[j]).toBeCloseTo(share, 8);
          });
        },
      ),
      { numRuns: 20 },
    );
  });

  it('copies share equally, weights of 2 are the same as rows twice', () => {
    const doubled = rows.map((row) => [...row, row[0]!]);
    const { shares } = lmgShares(driverMoments(doubled, outcome));
    expect(shares[5]).toBeCloseTo(shares[0]!, 10);
    const twice = driverMoments([...rows, ...rows], [...outcome, ...outcome]);
    const weighted = driverMoments(
      rows,
      outcome,
      rows.map(() => 2),
    );
    expect(weighted.outcomeVariance).toBeCloseTo(twice.outcomeVariance, 12);
    expect(weighted.covariance[2]![1]).toBeCloseTo(twice.covariance[2]![1]!, 12);
  });

  it('the analysis puts intervals around them, warns of halo and counts missing answers', () => {
    const names = ['a', 'b', 'c', 'd', 'e'];
    const holes = rows.map((row, i) => (i < 3 ? [Number.NaN, ...row.slice(1)] : row));
    const analysis = driverAnalysis(names, holes, outcome, xoshiro128(1))!;
    expect(analysis.drivers[0]!.name).toBe('a');
    expect(analysis.incomplete).toBe(3);
    expect(analysis.halo).toBe(false);
    for (const driver of analysis.drivers) {
      expect(driver.low).toBeLessThanOrEqual(driver.share + 0.05);
      expect(driver.high).toBeGreaterThanOrEqual(driver.share - 0.05);
    }
    const alike = rows.map((row) => row.map((x) => 0.3 * x + row[0]!));
    expect(driverAnalysis(names, alike, outcome, xoshiro128(1))!.halo).toBe(true);
    expect(driverAnalysis(names, rows.slice(0, 6), outcome.slice(0, 6), xoshiro128(1))).toBeNull();
    const flat = rows.map(() => 3);
    expect(driverAnalysis(names, rows, flat, xoshiro128(1))).toBeNull();
  });
});

describe('moments where answers are missing', () => {
  it('nothing missing: the plain moments, with n − 1', () => {
    const plain = driverMoments(provinces, fertility);
    const found = emMoments(provinces, fertility)!;
    expect(lmgShares(found).rSquared).toBeCloseTo(0.7067350016, 9);
    expect(found.outcomeMean).toBeCloseTo(plain.outcomeMean, 9);
    for (const [j, row] of plain.covariance.entries())
      for (const [k, value] of row.entries()) expect(found.covariance[j]![k]! / value).toBeCloseTo(1, 9);
  });

  it('one column missing at the end of others (monotone): what two regressions give exactly', () => {
    // Anderson (1957): with y complete and x seen of some, E x = x̄ + b(ȳ − ȳ seen), b from the complete rows.
    const seen = fertility.map((_, i) => i % 3 !== 0);
    const x = provinces.map((row, i) => [seen[i] ? row[2]! : Number.NaN]);
    const complete = fertility.map((_, i) => i).filter((i) => seen[i]);
    const fit = leastSquares(
      complete.map((i) => [1, fertility[i]!]),
      complete.map((i) => x[i]![0]!),
    )!;
    const mean = fertility.reduce((sum, value) => sum + value / fertility.length, 0);
    const found = emMoments(x, fertility)!;
    expect(found.outcomeMean).toBeCloseTo(mean, 9);
    expect(found.means[0]).toBeCloseTo(fit.coefficients[0]! + fit.coefficients[1]! * mean, 6);
  });

  it('recovers the truth where unhappy people skip a question, which complete rows do not', () => {
    const random = xoshiro128(41);
    const rows: number[][] = [];
    const outcome: number[] = [];
    for (let i = 0; i < 4000; i++) {
      const both = drawNormal(random);
      const x = [both + drawNormal(random), both + drawNormal(random)];
      outcome.push(x[0]! + 0.5 * x[1]! + drawNormal(random));
      rows.push([x[0]!, x[0]! + 0.5 * drawNormal(random) < 0 ? Number.NaN : x[1]!]);
    }
    const found = emMoments(rows, outcome)!;
    const complete = rows.map((_, i) => i).filter((i) => Number.isFinite(rows[i]![1]!));
    const partial = driverMoments(
      complete.map((i) => rows[i]!),
      complete.map((i) => outcome[i]!),
    );
    expect(Math.abs(found.means[1]!)).toBeLessThan(0.1);
    expect(partial.means[1]!).toBeGreaterThan(0.3);
    expect(Math.abs(found.covariance[0]![1]! - 1)).toBeLessThan(0.12);
    expect(partial.covariance[0]![1]!).toBeLessThan(0.8);
  });

  it('says nothing of a column that nobody answered or two that are one', () => {
    expect(emMoments([[Number.NaN], [Number.NaN], [Number.NaN]], [1, 2, 3])).toBeNull();
    expect(
      emMoments(
        fertility.map((value) => [value, value]),
        fertility.map((_, i) => i),
      ),
    ).toBeNull();
    expect(() => emMoments([[1]], [])).toThrow('outcomes 0');
  });
});

describe('models of classes', () => {
  it('binary logit on mtcars', () => {
    const fit = binaryLogit(
      mtcars.map((row) => row.slice(1)),
      mtcars.map((row) => row[0]!),
    )!;
    [18.8662987, -8.0834752, 0.0362556].forEach((value, j) => {
      expect(fit.coefficients[j]).toBeCloseTo(value, 6);
    });
    [7.4435581, 3.0686751, 0.0177342].forEach((value, j) => {
      expect(fit.standardErrors[j]).toBeCloseTo(value, 5);
    });
    expect(fit.logLikelihood).toBeCloseTo(-5.02955524, 7);
    expect(binaryLogit([[1], [2], [3], [4]], [0, 0, 1, 1])!.converged).toBe(false);
    expect(binaryLogit([[1], [2]], [1, 1])).toBeNull();
  });

  it('ordinal logit on the housing survey', () => {
    const rows = housing.map(([, influence, type, contact]) => [
      Number(influence === 2),
      Number(influence === 3),
      Number(type === 2),
      Number(type === 3),
      Number(type === 4),
      Number(contact === 2),
    ]);
    const fit = ordinalLogit(
      rows,
      housing.map((row) => row[0]! - 1),
      3,
      housing.map((row) => row[4]!),
    )!;
    [0.5663937, 1.2888191, -0.5723501, -0.3661866, -1.0910149, 0.3602841].forEach((value, j) => {
      expect(fit.coefficients[j]).toBeCloseTo(value, 5);
    });
    [0.1046528, 0.1271561, 0.119238, 0.1551733, 0.151486, 0.0955358].forEach((value, j) => {
      expect(fit.standardErrors[j]).toBeCloseTo(value, 5);
    });
    expect(fit.thresholds[0]).toBeCloseTo(-0.4961353, 5);
    expect(fit.thresholds[1]).toBeCloseTo(0.6907083, 5);
    expect(fit.logLikelihood).toBeCloseTo(-1739.57465, 4);
    expect(-2 * fit.logLikelihood).toBeCloseTo(3479.149299, 5);
    expect(ordinalLogit([[1], [2]], [0, 2], 3)).toBeNull();
  });
});

describe('hygiene and delight', () => {
  it('Kano’s coefficients', () => {
    expect(
      kanoCoefficients({ attractive: 5, oneDimensional: 10, mustBe: 70, indifferent: 15 })!.category,
    ).toBe('must-be');
    const mixed = kanoCoefficients({ attractive: 5, oneDimensional: 10, mustBe: 70, indifferent: 15 })!;
    expect([mixed.better, mixed.worse]).toEqual([0.15, -0.8]);
    expect(kanoCoefficients({ attractive: 0, oneDimensional: 0, mustBe: 0, indifferent: 0 })).toBeNull();
  });

  it('penalties and rewards are the regression on two dummies each', () => {
    const random = xoshiro128(23);
    const marks = Array.from({ length: 300 }, () => [random(), random()]);
    const low = marks.map((row) => row.map((mark) => Number(mark < 0.3)));
    const high = marks.map((row) => row.map((mark) => Number(mark > 0.6)));
    const outcome = marks.map((row) => 9 * row[0]! + 4 * row[1]! + drawNormal(random));
    const fit = leastSquares(
      marks.map((_, i) => [1, low[i]![0]!, low[i]![1]!, high[i]![0]!, high[i]![1]!]),
      outcome,
    )!;
    const found = penaltyReward(['a', 'b'], low, high, outcome)!;
    const [a, b] = [fit.coefficients[2]!, fit.coefficients[4]!];
    expect(found[1]!.penalty).toBeCloseTo(a, 10);
    expect(found[1]!.reward).toBeCloseTo(b, 10);
    const spread = fit.inverse[2]![2]! + fit.inverse[4]![4]! + 2 * fit.inverse[2]![4]!;
    const wald = (a + b) / Math.sqrt((fit.rss / fit.df) * spread);
    expect(found[1]!.p).toBeCloseTo(2 * normalUpperTail(Math.abs(wald)), 10);
  });

  it('penalties and rewards are recovered from generated ratings', () => {
    const random = xoshiro128(19);
    const low: number[][] = [];
    const high: number[][] = [];
    const outcome: number[] = [];
    for (let i = 0; i < 2000; i++) {
      const marks = Array.from({ length: 3 }, () => random());
      low.push(marks.map((mark) => Number(mark < 0.25)));
      high.push(marks.map((mark) => Number(mark > 0.7)));
      const parts = [
        [-20, 2],
        [-8, 8],
        [-1, 15],
      ];
      outcome.push(
        parts.reduce((sum, [p, r], j) => sum + p! * low[i]![j]! + r! * high[i]![j]!, 10 * drawNormal(random)),
      );
    }
    const found = penaltyReward(['clean', 'speed', 'gift'], low, high, outcome)!;
    expect(found.map(({ kind }) => kind)).toEqual(['basic', 'performance', 'excitement']);
    expect(Math.abs(found[0]!.penalty + 20)).toBeLessThan(2);
    expect(Math.abs(found[2]!.reward - 15)).toBeLessThan(2);
  });
});
