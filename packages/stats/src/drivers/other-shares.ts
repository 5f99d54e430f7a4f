import { inverseOfPositive } from '../linear/cholesky.ts';
import { symmetricEigen } from '../linear/symmetric-eigen.ts';
import type { DriverMoments } from './moments.ts';

/**
 * Pratt's shares of R²: standardised coefficient × correlation. Kept to show why it is not used: it goes negative.
 *
 * @returns null when the drivers cannot be separated
 * Source: Pratt (1987); beside others in Grömping (2006), Journal of Statistical Software 17(1).
 */
export function prattShares({ covariance, withOutcome, outcomeVariance }: DriverMoments): number[] | null {
  const inverse = inverseOfPositive(covariance);
  if (!inverse) return null;
  return inverse.map((row, j) => {
    const coefficient = row.reduce((sum, value, k) => sum + value * withOutcome[k]!, 0);
    return (coefficient * withOutcome[j]!) / outcomeVariance;
  });
}

/**
 * CAR shares of R²: squared correlations with the drivers made uncorrelated as little changed as possible. Never
 * negative, yet nearly 0 for a driver that goes with another one that does the same.
 *
 * @returns null when a driver has no spread or they cannot be separated
 * Source: Zuber & Strimmer (2011), Statistical Applications in Genetics and Molecular Biology 10.
 */
export function carShares({ covariance, withOutcome, outcomeVariance }: DriverMoments): number[] | null {
  const spread = covariance.map((row, j) => Math.sqrt(row[j]!));
  if (spread.some((each) => !(each > 0))) return null;
  const correlation = covariance.map((row, a) => row.map((value, b) => value / (spread[a]! * spread[b]!)));
  const marginal = spread.map((each, j) => withOutcome[j]! / (each * Math.sqrt(outcomeVariance)));
  const { values, vectors } = symmetricEigen(correlation);
  if (values.some((value) => !(value > 1e-12))) return null;
  return marginal.map((_, j) => {
    const whitened = values.reduce((sum, value, k) => {
      const along = marginal.reduce((total, each, i) => total + vectors[k]![i]! * each, 0);
      return sum + (vectors[k]![j]! * along) / Math.sqrt(value);
    }, 0);
    return whitened * whitened;
  });
}
