// Answers a question of the metrics: each number with its n and interval, held against what was asked for.
import type { Answer, AnswerRow, Question } from '@lyhord/contract';
import type { Viewer } from '../../access/index.ts';
import type { Warehouse } from '../../platform/stores/warehouse.ts';
import { methods, metricDefinitions } from '../metrics/definitions.ts';
import type { MetricDefinition } from '../metrics/metric-definition.ts';
import { type Counts, noCounts, scoreDifference, scoreOf } from '../metrics/score.ts';
import { checkedPeriod } from './calendar.ts';
import { compileQuestion, keysOf } from './compile-question.ts';
import { type CountedGroup, type CountRow, countsOf } from './count-rows.ts';
import type { QuestionContext } from './question-context.ts';
import { shrunkenRows } from './shrink-groups.ts';
import { weightedGroups } from './weigh-groups.ts';

/** Counts per group; the ground on which scores, differences and shrinkage stand. */
export async function countGroups(
  warehouse: Warehouse,
  question: Question,
  context: QuestionContext,
): Promise<CountedGroup[]> {
  checkedPeriod(question.period);
  const definition = metricDefinitions[question.metric];
  const { statement } = compileQuestion(question, definition, context);
  const rows = await warehouse.query<CountRow & Record<string, string | number>>(statement);
  const keys = keysOf(question, definition);
  return rows.map((row) => ({
    keys: Object.fromEntries(keys.map((key, index) => [key, row[`k${index}`] ?? ''])),
    counts: countsOf(row),
  }));
}

export interface AskParts {
  readonly warehouse: Warehouse;
  /** The context of the same reader for another period. */
  readonly contextOf: (period: Question['period']) => Promise<QuestionContext>;
  /** The goal at a place, or the workspace's; null where there is none. */
  readonly targetOf: (placeId: string | undefined) => Promise<number | null>;
  readonly freshAt: string;
}

/** Answers a question of the metrics, each number with its n and interval. */
export async function answerQuestion(parts: AskParts, question: Question): Promise<Answer> {
  const definition: MetricDefinition = metricDefinitions[question.metric];
  const context = await parts.contextOf(question.period);
  const counted = await countGroups(parts.warehouse, weighable(question), context);
  const weighted = question.weights ? weightedGroups(definition, question, counted) : null;
  const groups = weighted?.groups ?? counted;
  const plain = groups.map(
    ({ keys, counts, designEffect }): AnswerRow => ({ keys, ...scoreOf(definition, counts, designEffect) }),
  );
  const compared = await comparedRows(parts, question, definition, groups, plain);
  return {
    metric: question.metric,
    unit: definition.unit,
    method: methodOf(definition, question),
    definitionVersion: definition.version,
    minimumN: definition.minimumN,
    freshAt: parts.freshAt,
    rowsAt: `/api/questions/rows?question=${encodeURIComponent(JSON.stringify(question))}`,
    ...(weighted ? { weighting: weighted.weighting } : {}),
    rows: question.few === 'shrink' ? shrunkenRows(definition, groups, compared) : compared,
  };
}

/** With weights the margins are keys, too; they are folded away once the weights are known. */
function weighable(question: Question): Question {
  const margins = (question.weights ?? []).map((one) => one.dimension);
  const by = [...new Set([...question.by, ...margins])];
  return margins.length > 0 ? { ...question, by, limit: 10_000 } : question;
}

function methodOf(definition: MetricDefinition, { weights, few }: Question): string {
  const parts = [methods[definition.interval]];
  if (weights?.length) parts.push('weighted to known totals (raking), interval widened by the design effect');
  if (few === 'shrink') parts.push('small groups shrunk towards their siblings (Dirichlet–multinomial)');
  return parts.join('; ');
}

/** Each row beside the same group of the other question; groups are matched by every key but the one compared. */
async function comparedRows(
  parts: AskParts,
  question: Question,
  definition: MetricDefinition,
  groups: readonly CountedGroup[],
  rows: readonly AnswerRow[],
): Promise<AnswerRow[]> {
  const { compare, weights: _, ...asked } = question;
  if (!compare) return [...rows];
  if ('target' in compare) {
    const target = await parts.targetOf(question.place);
    return rows.map((row) => ({ ...row, ...againstTarget(row, definition.key === 'nps' ? target : null) }));
  }
  const other: Question = {
    ...asked,
    ...('period' in compare ? { period: compare.period } : {}),
    ...('place' in compare ? { place: compare.place } : {}),
    ...('where' in compare ? { where: compare.where } : {}),
  };
  const context = await parts.contextOf(other.period);
  const found = await countGroups(parts.warehouse, other, context);
  const keyOf = ({ keys }: Pick<CountedGroup, 'keys'>) => JSON.stringify(keys);
  const others = new Map(found.map((group) => [keyOf(group), group.counts]));
  return rows.map((row, index) => {
    const before = others.get(keyOf(row)) ?? noCounts;
    return {
      ...row,
      compared: scoreOf(definition, before),
      difference: differenceOf(definition, before, groups[index]!.counts),
    };
  });
}

function differenceOf(definition: MetricDefinition, before: Counts, after: Counts): AnswerRow['difference'] {
  const found = scoreDifference(definition, before, after);
  if (found || definition.interval !== 'none') return found;
  const value = (scoreOf(definition, after).value ?? 0) - (scoreOf(definition, before).value ?? 0);
  return { value, low: null, high: null, clear: value !== 0 };
}

function againstTarget(row: AnswerRow, target: number | null): Partial<AnswerRow> {
  if (target === null || row.value === null) return { difference: null };
  const [low, high] = [(row.low ?? row.value) - target, (row.high ?? row.value) - target];
  return { difference: { value: row.value - target, low, high, clear: low > 0 || high < 0 } };
}

export type Asker = (viewer: Viewer, question: Question) => Promise<Answer>;
