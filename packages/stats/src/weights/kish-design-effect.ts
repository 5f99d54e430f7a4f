import { requireNonNegative } from '../ranges.ts';

/**
 * How many times larger unequal weights make the variance of a mean: n·Σw²/(Σw)². n divided by it is the effective
 * number of answers.
 *
 * @param weights numbers ≥ 0, at least one above 0
 * @returns number ≥ 1; 1 for equal weights
 * @throws RangeError naming a negative weight, or when all are 0
 * Source: Kish (1965), "Survey Sampling", section 11.2.
 * @example kishDesignEffect([1, 1, 2]) // 1.125
 */
export function kishDesignEffect(weights: ArrayLike<number>): number {
  let sum = 0;
  let squares = 0;
  for (let i = 0; i < weights.length; i++) {
    const weight = weights[i]!;
    requireNonNegative('weight', weight);
    sum += weight;
    squares += weight * weight;
  }
  if (!(sum > 0)) throw new RangeError('all weights are 0; at least one must be above 0');
  return (weights.length * squares) / (sum * sum);
}
