// Weights answers to known totals: every answer of a cell gets the same weight, found by raking.
import type { Answer, KnownTotals, Question } from '@lyhord/contract';
import { rake } from '@lyhord/stats';
import { because, Problem } from '../../platform/http/problem.ts';
import { isWeighable } from '../metrics/definitions.ts';
import type { MetricDefinition } from '../metrics/metric-definition.ts';
import { addCounts, type Counts } from '../metrics/score.ts';
import type { CountedGroup } from './count-rows.ts';

export interface WeightedGroups {
  readonly groups: CountedGroup[];
  readonly weighting: NonNullable<Answer['weighting']>;
}

const mostCells = 10_000;

/** With weights the margins are keys, too, which are folded away once the weights are known; a trait is asked for by name. */
export function weighable(question: Question): Question {
  const margins = question.weights ?? [];
  if (margins.length === 0) return question;
  const by = [...new Set([...question.by, ...margins.map(({ dimension }) => dimension)])];
  if (new Set(margins.map(({ dimension }) => dimension)).size < margins.length) {
    throw new Problem('invalid_input', { detail: 'Two lists of known totals are of the same dimension.' });
  }
  const trait = margins.find(({ dimension }) => dimension === 'trait')?.trait;
  if (trait !== undefined && question.trait !== undefined && question.trait !== trait) {
    throw new Problem('invalid_input', {
      detail: `A question knows one trait; this one is split by "${question.trait}" and weighted by "${trait}".`,
    });
  }
  return { ...question, by, limit: mostCells, ...(trait === undefined ? {} : { trait }) };
}

/**
 * `cells` are counted by the question's dimensions and by every margin. Answers of a category without a known total
 * cannot be weighted and are left out; a category with a total but no answer is named. A place belongs to the nearest
 * place at or above it (`placesAbove`, nearest first) that has a total.
 */
export function weightedGroups(
  definition: MetricDefinition,
  question: Question,
  cells: readonly CountedGroup[],
  placesAbove: (place: string) => readonly string[] = (place) => [place],
): WeightedGroups {
  const margins = question.weights ?? [];
  if (cells.length >= mostCells) {
    throw new Problem('invalid_input', because('weights_too_many', { most: mostCells }));
  }
  const categoryIn = ({ dimension, totals }: KnownTotals, keys: CountedGroup['keys']) => {
    const key = String(keys[dimension]);
    return dimension === 'place' ? placesAbove(key).find((place) => place in totals) : key;
  };
  if (!isWeighable(definition)) {
    throw new Problem('invalid_input', {
      detail: `${definition.key} is a full count and cannot be weighted.`,
    });
  }
  const names = margins.map(({ totals }) => Object.keys(totals));
  const whole = sumOf(Object.values(margins[0]!.totals));
  const targets = margins.map(({ totals }) => {
    const factor = whole / sumOf(Object.values(totals));
    return Object.values(totals).map((total) => total * factor);
  });
  const known = cells.filter(
    ({ keys, counts }) =>
      counts.n > 0 && margins.every((margin) => (categoryIn(margin, keys) ?? '') in margin.totals),
  );
  if (known.length === 0)
    return { groups: [], weighting: { designEffect: 1, effectiveN: 0, notRepresented: [] } };
  const rows = known.map(({ keys }) =>
    margins.map((margin, index) => names[index]!.indexOf(categoryIn(margin, keys)!)),
  );
  const sizes = known.map(({ counts }) => counts.n);
  const { weights, empty } = rake(rows, targets, Number.POSITIVE_INFINITY, sizes);
  const each = known.map((_, index) => weights[index]! / sizes[index]!);
  const folded = fold(question, known, each);
  const n = sumOf(sizes);
  const designEffect = kish(sizes, each);
  return {
    groups: folded,
    weighting: {
      designEffect,
      effectiveN: n / designEffect,
      notRepresented: empty.map(([margin, category]) => names[margin]![category]!),
    },
  };
}

const sumOf = (all: readonly number[]): number => all.reduce((sum, one) => sum + one, 0);

/** Kish's design effect of cells whose answers all weigh the same: n · Σ n w² ÷ (Σ n w)². */
function kish(sizes: readonly number[], each: readonly number[]): number {
  const total = sumOf(sizes.map((n, i) => n * each[i]!));
  return (sumOf(sizes) * sumOf(sizes.map((n, i) => n * each[i]! ** 2))) / total ** 2;
}

/** Cells of one group become one: counts weighted, and scaled so that they still sum to its answers. */
function fold(question: Question, cells: readonly CountedGroup[], each: readonly number[]): CountedGroup[] {
  const groups = new Map<string, number[]>();
  for (const [index, { keys }] of cells.entries()) {
    const key = JSON.stringify(question.by.map((dimension) => keys[dimension]));
    groups.set(key, [...(groups.get(key) ?? []), index]);
  }
  return [...groups.values()].map((indexes) => {
    const sizes = indexes.map((index) => cells[index]!.counts.n);
    const weights = indexes.map((index) => each[index]!);
    const scale = sumOf(sizes) / sumOf(sizes.map((n, i) => n * weights[i]!));
    const counts = addCounts(indexes.map((index, i) => times(cells[index]!.counts, weights[i]! * scale)));
    const keys = Object.fromEntries(question.by.map((one) => [one, cells[indexes[0]!]!.keys[one]!]));
    return { keys, counts: { ...counts, n: sumOf(sizes) }, designEffect: kish(sizes, weights) };
  });
}

/** Counts worth what they are after weighting: as many as unweighted answers would say as much. */
export const worth = ({ counts, designEffect = 1 }: CountedGroup): Counts =>
  designEffect === 1 ? counts : times(counts, 1 / designEffect);

const times = (counts: Counts, weight: number): Counts => ({
  n: counts.n * weight,
  promoters: counts.promoters * weight,
  passives: counts.passives * weight,
  detractors: counts.detractors * weight,
  total: counts.total * weight,
  totalSquares: counts.totalSquares * weight,
});
