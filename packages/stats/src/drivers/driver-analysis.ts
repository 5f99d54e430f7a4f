import { inverseOfPositive } from '../linear/cholesky.ts';
import { drawPoisson } from '../random/draws.ts';
import type { Random } from '../random/xoshiro128.ts';
import { requireOpenShare, requireWhole } from '../ranges.ts';
import { johnsonWeights } from './johnson-weights.ts';
import { lmgShares } from './lmg-shares.ts';
import { type DriverMoments, driverMoments } from './moments.ts';

/** One driver's importance. */
export interface Driver {
  name: string;
  /** part of R²; all drivers' parts sum to it */
  share: number;
  low: number;
  high: number;
  /** share ÷ R², 0–1 */
  relative: number;
  /** change of the outcome that goes with one unit more of the driver, the others equal; null when not separable */
  coefficient: number | null;
  coefficientLow: number | null;
  coefficientHigh: number | null;
  /** the coefficient in each bootstrap draw; draws are the same for all drivers, so that sums keep their joint spread */
  coefficientDraws: number[];
  correlation: number;
  /** variance inflation: how much of the driver the others already tell; above 5 its share is hard to separate */
  inflation: number | null;
  mean: number;
}

/** A driver analysis. */
export interface DriverAnalysis {
  n: number;
  rSquared: number;
  method: 'lmg' | 'johnson';
  /** most important first */
  drivers: Driver[];
  /** mean correlation among drivers above 0.6: respondents may rate everything alike */
  halo: boolean;
  /** rows left out because a value was missing (NaN) */
  incomplete: number;
}

/**
 * Which drivers go with the outcome most: R² shared among them (LMG up to 15 drivers, Johnson's weights beyond), with
 * bootstrap intervals, coefficients and a warning for halo. Correlation, not cause.
 *
 * @param names   p names
 * @param rows    n rows of p numbers; NaN for a missing answer (the row is then left out, and counted)
 * @param outcome n numbers; NaN for missing
 * @param random  seeded source for the bootstrap
 * @param options confidence (default 0.95), draws (default 200, whole number ≥ 50), weights
 * @returns null when fewer than p + 5 rows are complete, or outcome or all drivers have no spread
 * @throws RangeError when lengths do not fit
 *
 * Source: Grömping (2006), Journal of Statistical Software 17(1); Poisson bootstrap: Hanley & MacGibbon (2006).
 */
export function driverAnalysis(
  names: readonly string[],
  rows: readonly ArrayLike<number>[],
  outcome: ArrayLike<number>,
  random: Random,
  options: { confidence?: number; draws?: number; weights?: ArrayLike<number> } = {},
): DriverAnalysis | null {
  const { confidence = 0.95, draws = 200, weights } = options;
  requireOpenShare('confidence', confidence);
  requireWhole('draws', draws, 50);
  const p = names.length;
  if (rows.some((row) => row.length !== p)) throw new RangeError(`a row does not have ${p} drivers`);
  const complete = [...rows.keys()].filter((i) => isComplete(rows[i]!, outcome[i]!));
  if (p === 0 || complete.length < p + 5) return null;
  const kept = complete.map((i) => rows[i]!);
  const target = Float64Array.from(complete, (i) => outcome[i]!);
  const base = Float64Array.from(complete, (i) => weights?.[i] ?? 1);
  const moments = driverMoments(kept, target, base);
  if (!(moments.outcomeVariance > 0)) return null;
  const share = p <= 15 ? lmgShares : johnsonWeights;
  const { rSquared, shares } = share(moments);
  if (!(rSquared > 0)) return null;
  const coefficients = coefficientsOf(moments);
  const boot = Array.from({ length: draws }, () => {
    const again = driverMoments(
      kept,
      target,
      base.map((weight) => weight * drawPoisson(random, 1)),
    );
    return { shares: share(again).shares, coefficients: coefficientsOf(again) };
  });
  const range = (pick: (each: (typeof boot)[number]) => number | undefined) =>
    quantiles(boot.map(pick), confidence);
  const inverse = inverseOfPositive(moments.covariance);
  const drivers = names.map((name, j): Driver => {
    const [low, high] = range((each) => each.shares[j])!;
    const spread = Math.sqrt(moments.covariance[j]![j]!);
    const ends = coefficients ? range((each) => each.coefficients?.[j]) : null;
    return {
      name,
      share: shares[j]!,
      low,
      high,
      relative: shares[j]! / rSquared,
      coefficient: coefficients?.[j] ?? null,
      coefficientLow: ends?.[0] ?? null,
      coefficientHigh: ends?.[1] ?? null,
      coefficientDraws: boot.map((each) => each.coefficients?.[j]).every((value) => value !== undefined)
        ? boot.map((each) => each.coefficients![j]!)
        : [],
      correlation: spread > 0 ? moments.withOutcome[j]! / (spread * Math.sqrt(moments.outcomeVariance)) : 0,
      inflation: inverse ? inverse[j]![j]! * moments.covariance[j]![j]! : null,
      mean: moments.means[j]!,
    };
  });
  return {
    n: complete.length,
    rSquared,
    method: p <= 15 ? 'lmg' : 'johnson',
    drivers: drivers.sort((a, b) => b.share - a.share),
    halo: meanCorrelation(moments) > 0.6,
    incomplete: rows.length - complete.length,
  };
}

function isComplete(row: ArrayLike<number>, outcome: number): boolean {
  for (let j = 0; j < row.length; j++) if (!Number.isFinite(row[j]!)) return false;
  return Number.isFinite(outcome);
}

function coefficientsOf({ covariance, withOutcome }: DriverMoments): Float64Array | null {
  const inverse = inverseOfPositive(covariance);
  if (!inverse) return null;
  return Float64Array.from(inverse, (row) => row.reduce((sum, value, k) => sum + value * withOutcome[k]!, 0));
}

function quantiles(values: (number | undefined)[], confidence: number): [low: number, high: number] | null {
  const sorted = values.filter((value): value is number => value !== undefined).sort((a, b) => a - b);
  if (sorted.length === 0) return null;
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.max(0, Math.round(share * (sorted.length - 1))))]!;
  return [at((1 - confidence) / 2), at((1 + confidence) / 2)];
}

function meanCorrelation({ covariance }: DriverMoments): number {
  let sum = 0;
  let pairs = 0;
  covariance.forEach((row, j) => {
    for (let k = 0; k < j; k++) {
      const scale = Math.sqrt(covariance[j]![j]! * covariance[k]![k]!);
      if (scale > 0) {
        sum += row[k]! / scale;
        pairs += 1;
      }
    }
  });
  return pairs > 0 ? sum / pairs : 0;
}
