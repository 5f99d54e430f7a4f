// From a question to one statement of SQL: its keys, its rows, and the counts that a score is made of.
import type { Dimension, Question } from '@lyhord/contract';
import { type Sql, sql } from '../../platform/stores/sql.ts';
import { isOperations } from '../metrics/definitions.ts';
import type { MetricDefinition } from '../metrics/metric-definition.ts';
import { countColumns, type ServingTable } from './count-columns.ts';
import { historyUnits } from './history-units.ts';
import type { QuestionContext } from './question-context.ts';
import { dimensionColumns } from './question-dimensions.ts';
import { source, topicShareSource } from './question-sources.ts';
import { conditionsOn } from './row-conditions.ts';
import { dailyTables, servingTable } from './serving-table.ts';
import { subjectColumns } from './subject-parts.ts';
import { unitRows } from './unit-rows.ts';

export interface CompiledQuestion {
  readonly statement: Sql;
  readonly table: ServingTable;
}

/** The keys of a question's groups: its dimensions, the currency where the metric is in money, the employees of a group. */
export const keysOf = (question: Question, definition: MetricDefinition): readonly string[] => [
  ...question.by,
  ...(definition.unit === 'money' ? ['currency'] : []),
  ...(question.by.includes('employee_group') ? ['employee'] : []),
];

/** Compiles a question whose period and place were checked. The policy of `context.viewer` is part of every table read. */
export function compileQuestion(
  question: Question,
  definition: MetricDefinition,
  context: QuestionContext,
): CompiledQuestion {
  const table = servingTable(question, definition, context.viewer);
  const columns = keysOf(question, definition).map(
    (key) => ({ ...dimensionColumns, employee: subjectColumns.employee })[key as Dimension] ?? sql`currency`,
  );
  const names = columns.map((_, index) => sql.name(`k${index}`));
  const keys = columns.map((column, index) => sql`${column} as ${names[index]!}`);
  const counted = { question, definition, context, keys, names };
  const from =
    table === 'units' && isOperations(definition)
      ? (historyUnits({ ...counted, definition }) ??
        unitRows({
          ...counted,
          ...{ definition, by: question.by },
          within: (period) => conditionsOn('events', question, { ...context, period }),
        }))
      : table === 'topics'
        ? topicShareSource(counted)
        : source(table, question, definition, context);
  const known = table === 'units' || table === 'topics';
  const statement = sql`select ${sql.join([...(known ? names : keys), countColumns(table, definition)])}
    from ${from}
    ${sql.if(
      names.length > 0,
      () => sql`group by ${sql.join(names)} ${sql.if(dailyTables.has(table), sql`having n > 0 or total > 0`)}
      order by ${order(question.by, names)}`,
    )}
    limit ${question.limit} ${sql.if(!dailyTables.has(table), joinedBy(table, question))}`;
  return { statement, table };
}

/**
 * What rows are joined with is small beside them; building it in one piece costs less than parting the rows, too. But texts
 * are nearly as many as answers: in parts all cores build what these are joined with.
 */
const joinedBy = (table: ServingTable, { by }: Question): Sql =>
  table === 'answers' && by.includes('language')
    ? sql`settings join_algorithm = 'parallel_hash'`
    : sql`settings join_algorithm = 'hash'`;

/** Time runs forward; otherwise the largest groups come first. */
function order(by: readonly Dimension[], names: readonly Sql[]): Sql {
  const timed = names.filter((_, index) => ['day', 'week', 'month', 'hour'].includes(by[index]!));
  return sql.join([...timed, sql`n desc`, ...names]);
}
