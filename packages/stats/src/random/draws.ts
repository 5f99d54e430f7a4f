// Draws from the usual distributions, exact (no normal approximations), from a seeded uniform source.
import { requireNonNegative, requirePositive, requireShare, requireWhole } from '../ranges.ts';
import type { Random } from './xoshiro128.ts';

/**
 * A standard normal draw.
 *
 * @param random uniform source
 * Source: Marsaglia's polar method (1964).
 */
export function drawNormal(random: Random): number {
  for (;;) {
    const x = 2 * random() - 1;
    const y = 2 * random() - 1;
    const s = x * x + y * y;
    if (s > 0 && s < 1) return x * Math.sqrt((-2 * Math.log(s)) / s);
  }
}

/**
 * A gamma draw with scale 1.
 *
 * @param random uniform source
 * @param shape  number > 0
 * Source: Marsaglia & Tsang (2000), ACM TOMS 26, 363–372.
 */
export function drawGamma(random: Random, shape: number): number {
  requirePositive('shape', shape);
  if (shape < 1) return drawGamma(random, shape + 1) * (1 - random()) ** (1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = drawNormal(random);
    const root = 1 + c * x;
    if (root <= 0) continue;
    const v = root * root * root;
    const u = 1 - random();
    if (u < 1 - 0.0331 * x * x * x * x) return d * v;
    if (Math.log(u) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
  }
}

/**
 * A beta draw.
 *
 * @param random uniform source
 * @param a first shape, number > 0
 * @param b second shape, number > 0
 */
export function drawBeta(random: Random, a: number, b: number): number {
  const x = drawGamma(random, a);
  const y = drawGamma(random, b);
  return x + y > 0 ? x / (x + y) : Number(random() < a / (a + b));
}

/**
 * A Dirichlet draw: shares that sum to 1.
 *
 * @param random uniform source
 * @param alpha  one number > 0 per class
 */
export function drawDirichlet(random: Random, alpha: readonly number[]): number[] {
  const parts = alpha.map((shape) => drawGamma(random, shape));
  const total = parts.reduce((sum, part) => sum + part, 0);
  return parts.map((part) => part / total);
}

/**
 * Number of successes in n trials.
 *
 * @param random uniform source
 * @param n      whole number ≥ 0
 * @param share  probability of success, 0 to 1
 * Source: Ahrens & Dieter (1974), "Computer methods for sampling from gamma, beta, Poisson and binomial
 * distributions": halving by beta order statistics.
 */
export function drawBinomial(random: Random, n: number, share: number): number {
  requireWhole('n', n);
  requireShare('share', share);
  let trials = n;
  let p = share;
  let successes = 0;
  while (trials > 24) {
    const middle = Math.floor(trials / 2) + 1;
    const cut = drawBeta(random, middle, trials + 1 - middle);
    if (cut >= p) {
      trials = middle - 1;
      p /= cut;
    } else {
      successes += middle;
      trials -= middle;
      p = (p - cut) / (1 - cut);
    }
  }
  for (let i = 0; i < trials; i++) if (random() < p) successes++;
  return successes;
}

/**
 * Number of events when `mean` are expected.
 *
 * @param random uniform source
 * @param mean   finite number ≥ 0
 * Source: Ahrens & Dieter (1974), reduction by gamma draws.
 */
export function drawPoisson(random: Random, mean: number): number {
  requireNonNegative('mean', mean);
  let rest = mean;
  let events = 0;
  while (rest > 16) {
    const jump = Math.floor(rest * 0.875);
    const time = drawGamma(random, jump);
    if (time > rest) return events + drawBinomial(random, jump - 1, rest / time);
    events += jump;
    rest -= time;
  }
  const limit = Math.exp(-rest);
  for (let product = random(); product > limit; product *= random()) events++;
  return events;
}

/**
 * How many of n draws fall in each class.
 *
 * @param random uniform source
 * @param n      whole number ≥ 0
 * @param shares probability of each class; they need not sum to exactly 1
 * @returns one whole number per class, with sum n
 */
export function drawMultinomial(random: Random, n: number, shares: readonly number[]): number[] {
  requireWhole('n', n);
  let left = n;
  let mass = shares.reduce((sum, share) => sum + share, 0);
  return shares.map((share, index) => {
    const last = index === shares.length - 1;
    const count = last ? left : drawBinomial(random, left, mass > 0 ? Math.min(1, share / mass) : 0);
    left -= count;
    mass -= share;
    return count;
  });
}

/**
 * A shuffled copy.
 *
 * @param random uniform source
 * @param items  any list; it is left as it is
 * Source: Fisher–Yates.
 */
export function shuffle<Item>(random: Random, items: readonly Item[]): Item[] {
  const copy = [...items];
  for (let i = copy.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    const held = copy[i]!;
    copy[i] = copy[j]!;
    copy[j] = held;
  }
  return copy;
}
