import { requireNonNegative, requireShare } from '../ranges.ts';

/**
 * What one field's comparison says for or against one person, in bits: log2(m / u). Agreement on a rare value says
 * more: where the value's own frequency is given, it stands for u.
 *
 * @param m         share of this level among records of one person, in (0, 1)
 * @param u         share of this level among records of two persons, in (0, 1)
 * @param frequency share of records with the value that both agree on, in (0, 1]; left out without agreement
 *
 * Source: Newcombe (1959); term frequencies: Winkler (1989).
 * @example fieldWeight(0.9, 0.01) // 6.4919
 * @example fieldWeight(0.9, 0.01, 0.0001) // 13.1357
 */
export function fieldWeight(m: number, u: number, frequency?: number): number {
  return Math.log2(m / (frequency ?? u));
}

/** What was learned of one pair of records. */
export interface PairEvidence {
  /** one person against two strangers: the sum of log2(m / u) over all fields, bits */
  readonly weight: number;
  /** one person against two members of one household: the sum of log2(m / household) over all fields, bits */
  readonly memberWeight: number;
  /** probability that two records drawn at random are of one person, such as 1 / number of records; in (0, 1] */
  readonly prior: number;
  /** pairs of household members for each pair of one person's records; ≥ 0 */
  readonly householdRatio: number;
}

/**
 * Probability that two records are of one person, against two explanations: two strangers, and two members of one
 * household. Members share surname, address, phone and often an e-mail, which are independent only among strangers;
 * against them what is personal counts (given name, date of birth, national number). Without this a family with one
 * address is one person.
 *
 * @returns probability in [0, 1]
 * @throws RangeError naming a prior that is not a share, or a negative ratio
 *
 * @example matchProbability({ weight: 20, memberWeight: 20, prior: 0.001, householdRatio: 0 }) // 0.99905
 */
export function matchProbability({ weight, memberWeight, prior, householdRatio }: PairEvidence): number {
  requireShare('prior', prior);
  requireNonNegative('householdRatio', householdRatio);
  const strangers = ((1 - prior) / prior) * 2 ** -weight;
  const members = householdRatio * 2 ** -memberWeight;
  return 1 / (1 + strangers + members);
}
