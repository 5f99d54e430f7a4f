import { requireNonNegative, requirePositive } from '../ranges.ts';
import { digamma, trigamma } from '../special/digamma.ts';
import { logGamma } from '../special/log-gamma.ts';

/** How alike groups are: the prior that their counts by class are drawn from. */
export interface DirichletMultinomial {
  /** one number > 0 per class; α/Σα is the typical group's mix */
  alpha: number[];
  /** Σα: how many answers the experience of the other groups is worth; large when groups are alike */
  precision: number;
  /** without the multinomial coefficients, which do not depend on α */
  logLikelihood: number;
  iterations: number;
  /** true when the groups differ no more than chance would make them, so that the precision met its limit */
  atLimit: boolean;
}

/**
 * Fits a Dirichlet–multinomial to groups of counts by maximum likelihood: how much do groups truly differ in their
 * mix of classes, beyond the chance in their counts? Used to shrink small groups (empirical Bayes).
 *
 * @param counts  groups × classes, numbers ≥ 0; groups without answers are ignored; at least one answer in all
 * @param limit   largest precision allowed (default 10,000), reached when groups do not differ
 * @returns α with the fit's log-likelihood
 * @throws RangeError naming a count that is negative or not finite, or when no group has an answer
 *
 * Source: Minka (2000), "Estimating a Dirichlet distribution": Newton steps on log α, fixed-point steps where Newton
 * does not climb.
 */
export function fitDirichletMultinomial(
  counts: readonly (readonly number[])[],
  limit = 1e4,
): DirichletMultinomial {
  requirePositive('limit', limit);
  const groups = counts.map(checkedGroup).filter((group) => group.n > 0);
  const classes = counts[0]?.length ?? 0;
  if (groups.length === 0) throw new RangeError('counts have no answers; at least one group needs an answer');
  const pooled = pooledShares(groups, classes);
  let alpha = pooled.map((share) => share * Math.min(limit / 2, 20));
  let value = logLikelihood(groups, alpha);
  for (let iteration = 1; iteration <= 2000; iteration++) {
    const next = climb(groups, alpha, value);
    const gain = next.value - value;
    alpha = next.alpha;
    value = next.value;
    const precision = alpha.reduce((sum, a) => sum + a, 0);
    if (precision > limit) return atLimit(groups, pooled, limit, iteration);
    if (gain < 1e-11 * Math.max(1, Math.abs(value)) && next.step < 1e-7) {
      return { alpha, precision, logLikelihood: value, iterations: iteration, atLimit: false };
    }
  }
  const precision = alpha.reduce((sum, a) => sum + a, 0);
  return { alpha, precision, logLikelihood: value, iterations: 2000, atLimit: false };
}

interface Group {
  counts: readonly number[];
  n: number;
}

function checkedGroup(counts: readonly number[]): Group {
  let n = 0;
  for (const count of counts) {
    requireNonNegative('count', count);
    n += count;
  }
  return { counts, n };
}

/** Mix of all answers together; a class that nobody chose keeps a trace, so that its α stays above 0. */
function pooledShares(groups: Group[], classes: number): number[] {
  const sums = Array.from({ length: classes }, (_, k) =>
    groups.reduce((sum, group) => sum + group.counts[k]!, 0),
  );
  const kept = sums.map((sum) => Math.max(sum, 0.01));
  const total = kept.reduce((sum, each) => sum + each, 0);
  return kept.map((sum) => sum / total);
}

function atLimit(groups: Group[], pooled: number[], limit: number, iterations: number): DirichletMultinomial {
  const alpha = pooled.map((share) => share * limit);
  return { alpha, precision: limit, logLikelihood: logLikelihood(groups, alpha), iterations, atLimit: true };
}

/**
 * How plausible each of several precisions is, given the counts and the typical mix: what a fit by maximum likelihood
 * leaves open, and what intervals of shrunken scores must take into account.
 *
 * The prior is uniform in the weight that a group of average size would give to the others, A/(A + n̄).
 *
 * @param counts groups × classes, numbers ≥ 0
 * @param shares the typical mix; shares > 0 that sum to 1
 * @returns precisions from 0.5 to 10,000, evenly spaced in their logarithm, with probabilities that sum to 1
 * Source: Gelman et al. (2013), "Bayesian Data Analysis", section 5.3; Christiansen & Morris (1997) on the prior.
 */
export function precisionPosterior(
  counts: readonly (readonly number[])[],
  shares: readonly number[],
): { precision: number; probability: number }[] {
  const groups = counts.map(checkedGroup).filter((group) => group.n > 0);
  const size = groups.reduce((sum, { n }) => sum + n, 0) / Math.max(1, groups.length);
  const points = Array.from({ length: 40 }, (_, i) => {
    const precision = 0.5 * 20_000 ** (i / 39);
    const alpha = shares.map((share) => share * precision);
    const prior = Math.log(precision) - 2 * Math.log(size + precision);
    return { precision, log: logLikelihood(groups, alpha) + prior };
  });
  const top = Math.max(...points.map(({ log }) => log));
  const total = points.reduce((sum, { log }) => sum + Math.exp(log - top), 0);
  return points.map(({ precision, log }) => ({ precision, probability: Math.exp(log - top) / total }));
}

function logLikelihood(groups: Group[], alpha: readonly number[]): number {
  const precision = alpha.reduce((sum, a) => sum + a, 0);
  const constant = alpha.map(logGamma);
  const whole = logGamma(precision);
  let value = 0;
  for (const { counts, n } of groups) {
    value += whole - logGamma(precision + n);
    for (let k = 0; k < alpha.length; k++) {
      if (counts[k]! > 0) value += logGamma(alpha[k]! + counts[k]!) - constant[k]!;
    }
  }
  return value;
}

/** Numerator and denominator of the fixed point, and their derivatives, summed over groups. */
function slopes(groups: Group[], alpha: readonly number[]) {
  const precision = alpha.reduce((sum, a) => sum + a, 0);
  const up = alpha.map(() => 0);
  const bend = alpha.map(() => 0);
  let down = 0;
  let downBend = 0;
  for (const { counts, n } of groups) {
    down += digamma(n + precision) - digamma(precision);
    downBend += trigamma(precision) - trigamma(n + precision);
    for (let k = 0; k < alpha.length; k++) {
      if (counts[k] === 0) continue;
      up[k]! += digamma(counts[k]! + alpha[k]!) - digamma(alpha[k]!);
      bend[k]! += trigamma(counts[k]! + alpha[k]!) - trigamma(alpha[k]!);
    }
  }
  return { up, down, bend, downBend };
}

/** One step up the likelihood: Newton on log α, halved if need be, or the fixed point, which always climbs. */
function climb(groups: Group[], alpha: readonly number[], value: number) {
  const { up, down, bend, downBend } = slopes(groups, alpha);
  const gradient = alpha.map((a, k) => a * (up[k]! - down));
  const diagonal = alpha.map((a, k) => a * a * bend[k]! + gradient[k]!);
  if (diagonal.every((d) => d < 0)) {
    const sumG = alpha.reduce((sum, a, k) => sum + (a * gradient[k]!) / diagonal[k]!, 0);
    const sumA = alpha.reduce((sum, a, k) => sum + (a * a) / diagonal[k]!, 0);
    const shared = (downBend * sumG) / (1 + downBend * sumA);
    const move = alpha.map((a, k) => -(gradient[k]! - a * shared) / diagonal[k]!);
    for (let scale = 1; scale > 0.05; scale /= 2) {
      const candidate = alpha.map((a, k) => a * Math.exp(Math.max(-3, Math.min(3, scale * move[k]!))));
      const reached = logLikelihood(groups, candidate);
      if (reached >= value) return { alpha: candidate, value: reached, step: largest(move) };
    }
  }
  const candidate = alpha.map((a, k) => Math.max(1e-8, (a * up[k]!) / down));
  const step = largest(candidate.map((a, k) => Math.log(a / alpha[k]!)));
  return { alpha: candidate, value: logLikelihood(groups, candidate), step };
}

function largest(moves: number[]): number {
  return Math.max(...moves.map(Math.abs));
}
