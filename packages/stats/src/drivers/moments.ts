import { requireFinite, requireNonNegative } from '../ranges.ts';

/** Means and covariances of drivers and outcome; what every driver method starts from. */
export interface DriverMoments {
  n: number;
  /** p × p covariances of the drivers */
  covariance: Float64Array[];
  /** covariances with the outcome */
  withOutcome: Float64Array;
  outcomeVariance: number;
  means: Float64Array;
  outcomeMean: number;
}

/**
 * Weighted means and covariances of complete rows.
 *
 * @param rows    n rows of p drivers, finite numbers
 * @param outcome n finite numbers
 * @param weights n numbers ≥ 0 (default all 1); whole numbers count rows, as in a bootstrap
 * @throws RangeError when lengths differ or a number is not finite
 */
export function driverMoments(
  rows: readonly ArrayLike<number>[],
  outcome: ArrayLike<number>,
  weights?: ArrayLike<number>,
): DriverMoments {
  const p = rows[0]?.length ?? 0;
  if (outcome.length !== rows.length) {
    throw new RangeError(`there are ${rows.length} rows but ${outcome.length} outcomes`);
  }
  const means = new Float64Array(p);
  const covariance = Array.from({ length: p }, () => new Float64Array(p));
  const withOutcome = new Float64Array(p);
  const gap = new Float64Array(p);
  let outcomeMean = 0;
  let outcomeVariance = 0;
  let total = 0;
  rows.forEach((row, i) => {
    const weight = weights ? weights[i]! : 1;
    requireNonNegative('weight', weight);
    requireFinite('outcome', outcome[i]!);
    if (weight === 0) return;
    total += weight;
    const part = weight / total;
    const keep = weight * (1 - part);
    for (let j = 0; j < p; j++) {
      requireFinite(`driver ${j}`, row[j]!);
      gap[j] = row[j]! - means[j]!;
    }
    const outcomeGap = outcome[i]! - outcomeMean;
    for (let j = 0; j < p; j++) {
      const line = covariance[j]!;
      for (let k = 0; k <= j; k++) line[k]! += keep * gap[j]! * gap[k]!;
      withOutcome[j]! += keep * gap[j]! * outcomeGap;
      means[j]! += part * gap[j]!;
    }
    outcomeVariance += keep * outcomeGap * outcomeGap;
    outcomeMean += part * outcomeGap;
  });
  const scale = total > 1 ? 1 / (total - 1) : 0;
  for (let j = 0; j < p; j++) {
    for (let k = 0; k <= j; k++) {
      const value = covariance[j]![k]! * scale;
      covariance[j]![k] = value;
      covariance[k]![j] = value;
    }
    withOutcome[j]! *= scale;
  }
  return { n: total, covariance, withOutcome, outcomeVariance: outcomeVariance * scale, means, outcomeMean };
}
