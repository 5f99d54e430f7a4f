/** Which of several classes a text is given, as serves best (micro-F1) on texts that the separators have not seen. */
import type { Choice } from './linear-model.ts';

export interface GivingRule {
  readonly choice: Choice;
  /** Per class, the score above which it is given. */
  readonly thresholds: readonly number[];
}

/**
 * Every class gets the threshold at which it holds with the same probability, so that rare classes, whose scores are
 * lower throughout, are not forgotten.
 * @param held the classes of each text
 * @param unseen scores of each text, class by class; null where there were too few texts to set some aside
 */
export function givingRule(
  held: readonly (readonly number[])[],
  unseen: readonly (readonly number[])[] | null,
  classCount: number,
): GivingRule {
  const zeros = new Array<number>(classCount).fill(0);
  if (held.every((classes) => classes.length === 1)) return { choice: 'one', thresholds: zeros };
  if (unseen === null) return { choice: 'any', thresholds: zeros };
  const curves = zeros.map((_, k) =>
    curveOf(
      unseen.map((row) => row[k] as number),
      held.map((classes) => classes.includes(k)),
    ),
  );
  let best: GivingRule = { choice: 'any', thresholds: zeros };
  let bestF1 = -1;
  for (const choice of ['at_least_one', 'any'] as const) {
    for (let share = 0.14; share <= 0.6; share += 0.02) {
      const odds = Math.log(share / (1 - share));
      const rule = { choice, thresholds: curves.map(({ slope, offset }) => (odds - offset) / slope) };
      const f1 = microF1Of(held, unseen, rule);
      if (f1 > bestF1) [best, bestF1] = [rule, f1];
    }
  }
  return best;
}

/** The classes given by a rule, from the scores of one text. */
export function givenBy({ choice, thresholds }: GivingRule, scores: readonly number[]): number[] {
  const leads = scores.map((score, k) => score - (thresholds[k] ?? 0));
  const top = leads.indexOf(Math.max(...leads));
  if (choice === 'one') return [top];
  const over = leads.flatMap((lead, k) => (lead > 0 ? [k] : []));
  return over.length === 0 && choice === 'at_least_one' ? [top] : over;
}

interface Curve {
  readonly slope: number;
  readonly offset: number;
}

const usualSlope = 3;
/** Holds the slope of classes with few texts near the usual one. */
const holdSlope = 0.002;
const rate = 4;

/** Platt's curve from a score to the probability of the class, by gradient descent on the log loss. */
function curveOf(scores: readonly number[], holds: readonly boolean[]): Curve {
  let slope = usualSlope;
  let offset = -0.5;
  for (let round = 0; round < 300; round++) {
    let bySlope = 0;
    let byOffset = 0;
    scores.forEach((score, i) => {
      const excess = 1 / (1 + Math.exp(-(slope * score + offset))) - (holds[i] ? 1 : 0);
      bySlope += excess * score;
      byOffset += excess;
    });
    slope = Math.max(0.5, slope - rate * (bySlope / scores.length + holdSlope * (slope - usualSlope)));
    offset -= (rate * byOffset) / scores.length;
  }
  return { slope, offset };
}

/** How well a rule gives the classes: the harmonic mean of precision and recall over all of them. */
export function microF1Of(
  held: readonly (readonly number[])[],
  unseen: readonly (readonly number[])[],
  rule: GivingRule,
): number {
  let hits = 0;
  let named = 0;
  held.forEach((classes, i) => {
    const given = givenBy(rule, unseen[i] ?? []);
    hits += given.filter((k) => classes.includes(k)).length;
    named += given.length + classes.length;
  });
  return named === 0 ? 0 : (2 * hits) / named;
}
