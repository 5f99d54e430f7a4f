import { symmetricEigen } from '../linear/symmetric-eigen.ts';
import type { DriverShares } from './lmg-shares.ts';
import type { DriverMoments } from './moments.ts';

/**
 * Johnson's relative weights: R² shared among drivers through the closest set of uncorrelated ones. Close to LMG, and
 * fast for any number of drivers.
 *
 * @param moments see `driverMoments`
 * @returns shares that sum to R²; a driver without spread gets 0
 *
 * Source: Johnson (2000), Multivariate Behavioral Research 35, 1–19; Genizi (1993), Statistica Sinica 3, 407–420.
 */
export function johnsonWeights({ covariance, withOutcome, outcomeVariance }: DriverMoments): DriverShares {
  const p = withOutcome.length;
  const shares = new Float64Array(p);
  if (!(outcomeVariance > 0)) return { rSquared: 0, shares };
  const used = [...shares.keys()].filter((j) => covariance[j]![j]! > 0);
  const sd = used.map((j) => Math.sqrt(covariance[j]![j]!));
  const correlation = used.map((j, a) => used.map((k, b) => covariance[j]![k]! / (sd[a]! * sd[b]!)));
  const target = used.map((j, a) => withOutcome[j]! / (sd[a]! * Math.sqrt(outcomeVariance)));
  const { values, vectors } = symmetricEigen(correlation);
  const kept = values.map((value) => (value > 1e-12 ? value : 0));
  const power = (exponent: number) =>
    used.map((_, a) =>
      used.map((__, b) =>
        kept.reduce(
          (sum, v, k) => (v > 0 ? sum + v ** exponent * vectors[k]![a]! * vectors[k]![b]! : sum),
          0,
        ),
      ),
    );
  const root = power(0.5);
  const inverseRoot = power(-0.5);
  const beta = inverseRoot.map((row) => row.reduce((sum, value, k) => sum + value * target[k]!, 0));
  used.forEach((j, a) => {
    shares[j] = root[a]!.reduce((sum, value, k) => sum + value * value * beta[k]! * beta[k]!, 0);
  });
  return { rSquared: beta.reduce((sum, value) => sum + value * value, 0), shares };
}
