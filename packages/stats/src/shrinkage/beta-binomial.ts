import { fitDirichletMultinomial } from './dirichlet-multinomial.ts';

/** The beta prior that the groups' true shares are drawn from. */
export interface BetaBinomial {
  alpha: number;
  beta: number;
  /** without the binomial coefficients */
  logLikelihood: number;
  /** true when the groups differ no more than chance would make them */
  atLimit: boolean;
}

/**
 * Fits a beta-binomial to groups' successes and trials by maximum likelihood: how much do the groups' true shares
 * differ? Used to shrink shares of small groups.
 *
 * @param groups [successes, trials] of each group, 0 ≤ successes ≤ trials
 * @throws RangeError when a group has more successes than trials, or nobody has a trial
 * Source: Minka (2000), "Estimating a Dirichlet distribution".
 */
export function fitBetaBinomial(
  groups: readonly (readonly [successes: number, trials: number])[],
): BetaBinomial {
  const fit = fitDirichletMultinomial(groups.map(([successes, trials]) => [successes, trials - successes]));
  return {
    alpha: fit.alpha[0]!,
    beta: fit.alpha[1]!,
    logLikelihood: fit.logLikelihood,
    atLimit: fit.atLimit,
  };
}
