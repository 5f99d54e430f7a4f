import type { AnswerRow, ModelRun } from '@lyhord/contract';
import { shrunkenScores, xoshiro128 } from '@lyhord/stats';
import type { MetricDefinition } from '../metrics/metric-definition.ts';
import { modelRun } from '../model-run.ts';
import type { CountedGroup } from './count-rows.ts';

const seed = 20_260_101;
const draws = 600;
const version = 1;

export interface ShrunkenRows {
  readonly rows: AnswerRow[];
  readonly run?: ModelRun;
}

/** Rows with what each score is likely to be, given its siblings; only shares and net scores have classes to shrink. */
export function shrunkenRows(
  definition: MetricDefinition,
  groups: readonly CountedGroup[],
  rows: readonly AnswerRow[],
): ShrunkenRows {
  const { numerator, scale } = definition;
  if ((numerator !== 'net' && numerator !== 'top') || groups.length < 2) return { rows: [...rows] };
  const values = numerator === 'net' ? [-scale, 0, scale] : [0, scale];
  const classes = groups.map(({ counts: { n, promoters, passives, detractors } }) =>
    numerator === 'net'
      ? [detractors, passives, promoters]
      : [Math.max(0, n - promoters), Math.min(n, promoters)],
  );
  const found = shrunkenScores(classes, values, xoshiro128(seed), 0.95, draws);
  if (!found) return { rows: [...rows] };
  const made = { n: groups.length, method: 'dirichlet_multinomial', version, seed };
  const shrunken = rows.map((row, index) => {
    const { shrunken, low, high, n } = found.places[index]!;
    return { ...row, shrunken: { value: shrunken, low, high, n, tooFew: false } };
  });
  return { rows: shrunken, run: modelRun(made, classes) };
}
