import { requirePositive } from '../ranges.ts';
import { logGamma, stirlingRemainder } from './log-gamma.ts';

/**
 * Natural logarithm of the beta function B(a, b) = Γ(a)·Γ(b)/Γ(a + b).
 *
 * @param a number > 0
 * @param b number > 0
 * @throws RangeError naming the value that is not above 0
 * Source: Abramowitz & Stegun 6.2.2; Stirling remainders for large arguments, so that nothing cancels.
 * @example logBeta(2, 3) // -2.48490665
 */
export function logBeta(a: number, b: number): number {
  requirePositive('a', a);
  requirePositive('b', b);
  const small = Math.min(a, b);
  const large = Math.max(a, b);
  if (large < 12) return logGamma(small) + logGamma(large) - logGamma(small + large);
  const ratio = small / large;
  const largePart =
    (large - 0.5) * -Math.log1p(ratio) - small * Math.log(small + large) + small + stirlingRemainder(large);
  return logGamma(small) + largePart - stirlingRemainder(small + large);
}
