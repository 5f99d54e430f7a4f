import { requireWhole } from '../ranges.ts';
import type { DriverMoments } from './moments.ts';

/** How a regression's R² is shared among its drivers. */
export interface DriverShares {
  /** share of the outcome's variance that all drivers explain together, 0–1 */
  rSquared: number;
  /** each driver's part of it; they sum to rSquared */
  shares: Float64Array;
}

/**
 * LMG (Shapley) shares of R²: what each driver adds to R², averaged over all orders in which drivers could enter. Exact
 * over all subsets, for up to 15 drivers; beyond that use `johnsonWeights`.
 *
 * Shares have no sign and no unit; they say how much a driver goes with the outcome, not what changing it would do.
 *
 * @param moments see `driverMoments`
 * @throws RangeError with more than 15 drivers
 *
 * Source: Lindeman, Merenda & Gold (1980); Grömping (2006), Journal of Statistical Software 17(1).
 */
export function lmgShares({ covariance, withOutcome, outcomeVariance }: DriverMoments): DriverShares {
  const p = withOutcome.length;
  requireWhole('number of drivers', p, 0, 15);
  const shares = new Float64Array(p);
  if (!(outcomeVariance > 0)) return { rSquared: 0, shares };
  const explained = explainedBySubset(covariance, withOutcome);
  const weight = subsetWeights(p);
  for (let subset = 0; subset < 1 << p; subset++) {
    let size = 0;
    for (let bits = subset; bits; bits &= bits - 1) size += 1;
    for (let j = 0; j < p; j++) {
      if (subset & (1 << j)) continue;
      shares[j]! += weight[size]! * (explained[subset | (1 << j)]! - explained[subset]!);
    }
  }
  for (let j = 0; j < p; j++) shares[j]! /= outcomeVariance;
  return { rSquared: explained[(1 << p) - 1]! / outcomeVariance, shares };
}

/** size!·(p − 1 − size)!/p! */
function subsetWeights(p: number): number[] {
  const weights = [1 / Math.max(1, p)];
  for (let size = 1; size < p; size++) weights.push((weights[size - 1]! * size) / (p - size));
  return weights;
}

/**
 * Variance explained by each subset of drivers. Walks the subsets so that each one only adds a row to the Cholesky
 * factor of the one before; a driver that is a combination of others adds nothing.
 */
function explainedBySubset(covariance: readonly Float64Array[], withOutcome: Float64Array): Float64Array {
  const p = withOutcome.length;
  const explained = new Float64Array(1 << p);
  const factor = Array.from({ length: p }, () => new Float64Array(p));
  const solved = new Float64Array(p);
  const members: number[] = [];
  const walk = (subset: number, next: number, value: number): void => {
    explained[subset] = value;
    for (let j = next; j < p; j++) {
      const depth = members.length;
      const row = factor[depth]!;
      let rest = covariance[j]![j]!;
      let y = withOutcome[j]!;
      for (let a = 0; a < depth; a++) {
        let sum = covariance[j]![members[a]!]!;
        for (let b = 0; b < a; b++) sum -= row[b]! * factor[a]![b]!;
        row[a] = factor[a]![a]! > 0 ? sum / factor[a]![a]! : 0;
        rest -= row[a]! ** 2;
        y -= row[a]! * solved[a]!;
      }
      const root = rest > 1e-12 * covariance[j]![j]! ? Math.sqrt(rest) : 0;
      row[depth] = root;
      solved[depth] = root > 0 ? y / root : 0;
      members.push(j);
      walk(subset | (1 << j), j + 1, value + solved[depth]! ** 2);
      members.pop();
    }
  };
  walk(0, 0, 0);
  return explained;
}
