import { requireNonNegative } from '../ranges.ts';

/** Answers to a Kano questionnaire about one feature, by category. */
export interface KanoCounts {
  attractive: number;
  oneDimensional: number;
  mustBe: number;
  indifferent: number;
}

/** What having and lacking a feature does to satisfaction. */
export interface KanoCoefficients {
  /** share whom the feature would please, 0–1 */
  better: number;
  /** minus the share whom its absence would displease, −1–0 */
  worse: number;
  /** by the larger side of both: what the feature mostly is */
  category: 'attractive' | 'one-dimensional' | 'must-be' | 'indifferent';
}

/**
 * Kano's customer satisfaction coefficients: better = (A + O)/(A + O + M + I), worse = −(O + M)/(A + O + M + I).
 *
 * @param counts numbers ≥ 0
 * @returns null without answers
 * @throws RangeError naming a negative count
 * Source: Berger et al. (1993), "Kano's methods for understanding customer-defined quality", Center for Quality of
 * Management Journal 2(4).
 * @example kanoCoefficients({ attractive: 30, oneDimensional: 20, mustBe: 10, indifferent: 40 }) // { better: 0.5, worse: -0.3, category: 'attractive' }
 */
export function kanoCoefficients(counts: KanoCounts): KanoCoefficients | null {
  const { attractive, oneDimensional, mustBe, indifferent } = counts;
  for (const [name, count] of Object.entries(counts)) requireNonNegative(name, count);
  const total = attractive + oneDimensional + mustBe + indifferent;
  if (total === 0) return null;
  const better = (attractive + oneDimensional) / total;
  const worse = -(oneDimensional + mustBe) / total;
  const pleases = better >= 0.5;
  const displeases = -worse >= 0.5;
  const category = pleases
    ? displeases
      ? 'one-dimensional'
      : 'attractive'
    : displeases
      ? 'must-be'
      : 'indifferent';
  return { better, worse, category };
}
