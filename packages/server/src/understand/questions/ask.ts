import type { Answer, Question } from '@lyhord/contract';
import type { Viewer } from '../../access/index.ts';
import type { Warehouse } from '../../platform/stores/warehouse.ts';
import { type MetricDefinition, methods, metricDefinitions } from '../metrics/definitions.ts';
import { type Counts, scoreOf } from '../metrics/score.ts';
import { checkedPeriod } from './calendar.ts';
import { compileQuestion } from './compile-question.ts';
import { type CountRow, countsOf } from './count-rows.ts';
import type { QuestionContext } from './question-context.ts';

export interface CountedGroup {
  readonly keys: Record<string, string | number>;
  readonly counts: Counts;
}

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
  return rows.map((row) => ({
    keys: Object.fromEntries(question.by.map((dimension, index) => [dimension, row[`k${index}`] ?? ''])),
    counts: countsOf(row),
  }));
}

/** Answers a question of the metrics, each number with its n and interval. */
export async function answerQuestion(
  warehouse: Warehouse,
  question: Question,
  context: QuestionContext,
  freshAt: string,
): Promise<Answer> {
  const definition: MetricDefinition = metricDefinitions[question.metric];
  const groups = await countGroups(warehouse, question, context);
  return {
    metric: question.metric,
    unit: definition.unit,
    method: methods[definition.interval],
    definitionVersion: definition.version,
    minimumN: definition.minimumN,
    freshAt,
    rows: groups.map(({ keys, counts }) => ({ keys, ...scoreOf(definition, counts) })),
  };
}

export type Asker = (viewer: Viewer, question: Question) => Promise<Answer>;
