// Scores of parts by touchpoint, and which of them clearly differ from all other customers there.
import type { SegmentCell } from '@lyhord/contract';
import { benjaminiHochberg, normalUpperTail } from '@lyhord/stats';
import type { MetricDefinition } from '../metrics/metric-definition.ts';
import { addCounts, type Counts, scoreDifference, scoreOf } from '../metrics/score.ts';

export interface CellCounts extends Counts {
  readonly part: string;
  readonly touchpoint: string;
}
interface JudgedPart {
  readonly overall: SegmentCell;
  readonly cells: SegmentCell[];
  readonly counted: Counts;
}
const falseFindings = 0.05;

/**
 * `everybody` names the part that holds all customers, where parts overlap; null where each customer is in one part
 * only, so that all parts together are everybody.
 */
export function judgedCells(
  definition: MetricDefinition,
  counts: readonly CellCounts[],
  keys: readonly string[],
  touchpoints: readonly string[],
  everybody: string | null,
): Map<string, JudgedPart> {
  const at = (part: string | null, touchpoint: string | null): Counts =>
    addCounts(
      counts
        .filter(
          (cell) =>
            (part === null ? everybody === null || cell.part === everybody : cell.part === part) &&
            (touchpoint === null || cell.touchpoint === touchpoint),
        )
        .map(({ part: _, touchpoint: __, ...plain }) => plain),
    );
  const looked = keys.flatMap((key) =>
    [null, ...touchpoints].map((touchpoint) => {
      const own = at(key, touchpoint);
      const difference = scoreDifference(definition, without(at(null, touchpoint), own), own);
      return { key, touchpoint, own, difference };
    }),
  );
  const tested = looked.filter(({ difference }) => difference !== null);
  const adjusted = benjaminiHochberg(tested.map(({ difference }) => pOf(difference!)));
  const clear = new Set(tested.filter((_, index) => adjusted[index]! <= falseFindings));
  const cellOf = (one: (typeof looked)[number]): SegmentCell => ({
    ...scoreOf(definition, one.own),
    touchpoint: one.touchpoint ?? '',
    differs: clear.has(one) ? (one.difference!.value > 0 ? 'above' : 'below') : null,
  });
  return new Map(
    keys.map((key) => {
      const [overall, ...cells] = looked.filter((one) => one.key === key);
      return [key, { overall: cellOf(overall!), cells: cells.map(cellOf), counted: overall!.own }];
    }),
  );
}

/** From the 95 % interval back to the two-sided p-value. */
function pOf({ value, low, high }: { value: number; low: number; high: number }): number {
  const half = (high - low) / 2;
  return half > 0 ? Math.min(1, 2 * normalUpperTail((1.959963984540054 * Math.abs(value)) / half)) : 1;
}

function without(all: Counts, own: Counts): Counts {
  return {
    n: all.n - own.n,
    promoters: all.promoters - own.promoters,
    passives: all.passives - own.passives,
    detractors: all.detractors - own.detractors,
    total: all.total - own.total,
    totalSquares: all.totalSquares - own.totalSquares,
  };
}
