import { normalQuantile } from '../distributions/normal.ts';
import { requireOpenShare, requirePositive } from '../ranges.ts';

/**
 * Wilson score interval for a proportion: the range of true shares that could
 * plausibly have produced `successes` out of `trials`.
 *
 * Prefer it to p ± z·√(p(1−p)/n), which has width 0 at 0 % and 100 % and is too
 * narrow for small samples. For weighted answers divide both counts by the design effect first.
 *
 * @param successes  number, 0 … trials
 * @param trials     number > 0; independent answers
 * @param confidence share strictly between 0 and 1 (default 0.95)
 * @returns [low, high], each a share in [0, 1]
 * @throws RangeError naming the value, when an input is outside these ranges
 *
 * Source: Wilson (1927), JASA 22, 209–212.
 * @example wilsonInterval(8, 10) // [0.4902, 0.9433]
 */
export function wilsonInterval(
  successes: number,
  trials: number,
  confidence = 0.95,
): [low: number, high: number] {
  requirePositive('trials', trials);
  requireOpenShare('confidence', confidence);
  if (!(successes >= 0 && successes <= trials)) {
    throw new RangeError(`successes ${successes} is not a number from 0 to trials ${trials}`);
  }
  const z2 = normalQuantile((1 + confidence) / 2) ** 2;
  const share = successes / trials;
  const centre = (share + z2 / (2 * trials)) / (1 + z2 / trials);
  const half = Math.sqrt((z2 / trials) * (share * (1 - share) + z2 / (4 * trials))) / (1 + z2 / trials);
  const low = successes === 0 ? 0 : Math.max(0, centre - half);
  return [low, successes === trials ? 1 : Math.min(1, centre + half)];
}
