// Measures on simulated data whether intervals, league tables, shrinkage and drivers keep what they promise.
import { driverAnalysis } from '../drivers/driver-analysis.ts';
import { lmgShares } from '../drivers/lmg-shares.ts';
import type { DriverMoments } from '../drivers/moments.ts';
import { npsInterval } from '../intervals/nps-interval.ts';
import { groupPlaces } from '../league/group-places.ts';
import { drawMultinomial, drawNormal } from '../random/draws.ts';
import { type Random, xoshiro128 } from '../random/xoshiro128.ts';
import { shrunkenScores } from '../shrinkage/shrunken-scores.ts';
import { logGamma } from '../special/log-gamma.ts';

/** Shares of detractors, passives and promoters. */
export type Mix = readonly [detractors: number, passives: number, promoters: number];

/**
 * Exact coverage of the NPS interval: the probability, over every possible outcome of `n` answers, that it holds the
 * true score.
 *
 * @param n   whole number ≥ 1
 * @param mix shares that sum to 1
 * @returns 0–1
 */
export function npsCoverage(n: number, [d, s, p]: Mix): number {
  const truth = 100 * (p - d);
  let covered = 0;
  for (let detractors = 0; detractors <= n; detractors++) {
    for (let promoters = 0; promoters <= n - detractors; promoters++) {
      const passives = n - detractors - promoters;
      const { low, high } = npsInterval({ promoters, passives, detractors })!;
      if (low > truth + 1e-9 || high < truth - 1e-9) continue;
      const ways =
        logGamma(n + 1) - logGamma(detractors + 1) - logGamma(passives + 1) - logGamma(promoters + 1);
      covered += Math.exp(ways + detractors * Math.log(d) + passives * Math.log(s) + promoters * Math.log(p));
    }
  }
  return covered;
}

const values = [-100, 0, 100];
const usual: Mix = [0.2, 0.3, 0.5];
const between = (random: Random, low: number, high: number) => low + Math.floor(random() * (high - low + 1));

/**
 * Share of simulated league tables of alike places in which any difference is claimed.
 *
 * @param runs   simulations, whole number ≥ 1
 * @param places places in each; each with 5 to 200 answers
 */
export function leagueFalseClaims(runs: number, places: number, seed: number): number {
  const random = xoshiro128(seed);
  let claims = 0;
  for (let run = 0; run < runs; run++) {
    const counts = Array.from({ length: places }, () =>
      drawMultinomial(random, between(random, 5, 200), [...usual]),
    );
    if (groupPlaces(counts, values).some(({ betterThan }) => betterThan.length > 0)) claims += 1;
  }
  return claims / runs;
}

/**
 * Mean squared error of shrunken place scores ÷ that of raw ones, where places have 5 to 30 answers and truly differ
 * by a standard deviation of about 8 points.
 */
export function shrinkageErrorRatio(runs: number, places: number, seed: number): number {
  const random = xoshiro128(seed);
  let [raw, shrunken] = [0, 0];
  for (let run = 0; run < runs; run++) {
    const mixes = Array.from({ length: places }, (): Mix => {
      const shift = Math.max(-0.12, Math.min(0.12, 0.04 * drawNormal(random)));
      return [usual[0] - shift, usual[1], usual[2] + shift];
    });
    const counts = mixes.map((mix) => drawMultinomial(random, between(random, 5, 30), [...mix]));
    const found = shrunkenScores(counts, values, random, 0.95, 100)!;
    for (const [index, mix] of mixes.entries()) {
      const truth = 100 * (mix[2] - mix[0]);
      raw += (found.places[index]!.raw! - truth) ** 2;
      shrunken += (found.places[index]!.shrunken - truth) ** 2;
    }
  }
  return shrunken / raw;
}

/** Weights of what is felt at a checkout, as the twin company has them; with a disposition that colours everything. */
const weights = [0.3, 0.2, 0.17, 0.12, 0.11, 0.1];
const disposition = { drivers: 0.25, whole: 0.42 };
const noise = { drivers: 0.75, whole: 0.45 };
const scale = 1.05;

/** LMG of the population itself, without any sampling. */
function trueShares(): Float64Array {
  const shared = disposition.drivers ** 2;
  const covariance = weights.map((_, j) =>
    Float64Array.from(weights, (_, k) => shared + (j === k ? noise.drivers ** 2 : 0)),
  );
  const withOutcome = Float64Array.from(
    covariance,
    (row) =>
      scale * row.reduce((sum, value, k) => sum + value * weights[k]!, 0) +
      disposition.drivers * disposition.whole,
  );
  const colour =
    disposition.whole + scale * disposition.drivers * weights.reduce((sum, weight) => sum + weight, 0);
  const own = weights.reduce((sum, weight) => sum + (scale * weight * noise.drivers) ** 2, 0);
  const moments: DriverMoments = {
    ...{
      n: Number.POSITIVE_INFINITY,
      covariance,
      withOutcome,
      means: new Float64Array(weights.length),
      outcomeMean: 0,
    },
    outcomeVariance: colour ** 2 + own + noise.whole ** 2,
  };
  return lmgShares(moments).shares;
}

/**
 * Driver analyses of simulated answers beside the population's own LMG shares.
 *
 * @returns mean rank correlation (Spearman) of the shares, and the share of intervals that hold the truth
 */
export function driverRecovery(
  runs: number,
  answers: number,
  seed: number,
): { rankCorrelation: number; coverage: number } {
  const random = xoshiro128(seed);
  const truth = trueShares();
  const names = weights.map((_, index) => String(index));
  let [correlation, covered] = [0, 0];
  for (let run = 0; run < runs; run++) {
    const rows: Float64Array[] = [];
    const outcome = new Float64Array(answers);
    for (let i = 0; i < answers; i++) {
      const colour = drawNormal(random);
      const row = Float64Array.from(
        weights,
        () => disposition.drivers * colour + noise.drivers * drawNormal(random),
      );
      const felt = row.reduce((sum, value, j) => sum + weights[j]! * value, 0);
      outcome[i] = scale * felt + disposition.whole * colour + noise.whole * drawNormal(random);
      rows.push(row);
    }
    const { drivers } = driverAnalysis(names, rows, outcome, random, { draws: 200 })!;
    const found = names.map((name) => drivers.find((driver) => driver.name === name)!);
    covered += found.filter(({ low, high }, j) => low <= truth[j]! && truth[j]! <= high).length;
    correlation += spearman(
      found.map(({ share }) => share),
      [...truth],
    );
  }
  return { rankCorrelation: correlation / runs, coverage: covered / (runs * names.length) };
}

function spearman(a: readonly number[], b: readonly number[]): number {
  const ranks = (list: readonly number[]) =>
    list.map((value) => list.filter((other) => other < value).length);
  const [first, second] = [ranks(a), ranks(b)];
  const n = a.length;
  const squares = first.reduce((sum, rank, index) => sum + (rank - second[index]!) ** 2, 0);
  return 1 - (6 * squares) / (n * (n * n - 1));
}
