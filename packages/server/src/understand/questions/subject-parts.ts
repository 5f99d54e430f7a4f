// Dimensions of what a row is about: products and categories from the lines of orders, groups of employees from what the
// source said. A row about several products is there once for each.
import { type Dimension, type SubjectDimension, subjectDimensions } from '@lyhord/contract';
import { eventScope, signalScope } from '../../access/index.ts';
import { type Sql, sql } from '../../platform/stores/sql.ts';
import { profilesByKey } from '../rollups/profile-keys.ts';
import { previousPeriod } from './calendar.ts';
import type { QuestionContext } from './question-context.ts';

type LineDimension = Exclude<SubjectDimension, 'employee_group'>;
export const isSubject = (one: Dimension): one is SubjectDimension =>
  (subjectDimensions as readonly Dimension[]).includes(one);
export const isLineDimension = (one: Dimension): one is LineDimension =>
  isSubject(one) && one !== 'employee_group';

/** The column of each dimension behind `signalSubjects` and `eventsAbout`; of a group, its employees stand beside it. */
export const subjectColumns: Readonly<Record<SubjectDimension | 'employee', Sql>> = {
  product: sql`of_product`,
  category: sql`of_category`,
  employee_group: sql`of_employee_group`,
  employee: sql`of_employee`,
};
const lineColumns: Readonly<Record<LineDimension, Sql>> = {
  product: sql`product_id`,
  category: sql`category`,
};

/** A name for each employee: what the source calls them, or who told it, where staff tell. */
const employee = (staff: Sql): Sql => sql`multiIf(JSONExtractString(properties, 'employee') != '',
  JSONExtractString(properties, 'employee'), ${staff}, '')`;

/** Joins for rows that are called `alias` and have a `signal_id`; nothing where the question asks for no subject. */
export const signalSubjects = (by: readonly Dimension[], alias: string, context: QuestionContext): Sql =>
  sql.join(
    by.filter(isSubject).map((one) => {
      const table = sql.name(`about_${one}`);
      const parts = one === 'employee_group' ? groupsOfSignals(context) : linesOfSignals(one, context);
      return sql`left join (${parts}) as ${table} on ${table}.signal_id = ${sql.name(`${alias}.signal_id`)}`;
    }),
    sql` `,
  );

const signalsWithin = ({ viewer, period: { from, to } }: QuestionContext): Sql =>
  sql`signals where ${signalScope(viewer)} and local_day between ${from} and ${to}`;

function groupsOfSignals(context: QuestionContext): Sql {
  const self = sql`kind = 'staff' and told.identifier_key != 0,
    toString(if(held.profile_key = 0, told.identifier_key, held.profile_key))`;
  return sql`select signal_id, JSONExtractString(properties, 'employeeGroup') as of_employee_group,
      ${employee(self)} as of_employee
    from (select signal_id, kind, identifier_key, properties from ${signalsWithin(context)}) as told
    left any join (${profilesByKey(context.viewer)}) as held on held.identifier_key = told.identifier_key`;
}

/** Of each signal: what it names itself, else what was on the order it refers to. */
function linesOfSignals(one: LineDimension, context: QuestionContext): Sql {
  const told = sql`select signal_id, reference, JSONExtractString(properties, 'product') as product,
    JSONExtractString(properties, ${one}) as said from ${signalsWithin(context)}`;
  const named = one === 'product' ? sql`said` : sql`if(said != '', said, listed.category_of)`;
  return sql`select signal_id, arrayJoin(multiIf(${named} != '', [${named}], empty(bought), [''], bought)) as ${subjectColumns[one]}
    from (${told}) as told
    ${sql.if(one === 'category', () => categoriesOfProducts(context))}
    left any join (select reference, groupUniqArray(line.part) as bought
      from (select reference, event_id from events where ${eventScope(context.viewer)} and kind = 'order_placed'
        and reference in (select reference from ${signalsWithin(context)} and reference != '')) as placed
      inner join (select event_id, toString(${lineColumns[one]}) as part from order_lines
        where ${eventScope(context.viewer)} and kind = 'order_placed') as line on line.event_id = placed.event_id
      group by reference) as ordered on ordered.reference = told.reference`;
}

const categoriesOfProducts = ({ viewer }: QuestionContext): Sql => sql`
  left any join (select product_id, toString(argMax(category, happened_at)) as category_of from order_lines
    where ${eventScope(viewer)} and product_id != '' group by product_id) as listed on listed.product_id = told.product`;

/**
 * Events that `where` selects, once for each subject that the question asks for. Of an order split by product or category
 * the amount and the cost are those of its lines; `worth` is a condition on them.
 */
export function eventsAbout(
  by: readonly Dimension[],
  where: Sql,
  worth: Sql,
  context: QuestionContext,
  events = sql`events`,
): Sql {
  const lines = by.filter(isLineDimension);
  const grouped = by.includes('employee_group')
    ? sql`, JSONExtractString(properties, 'employeeGroup') as of_employee_group, ${employee(sql`false, ''`)} as of_employee`
    : sql.empty;
  if (lines.length === 0) return sql`(select * ${grouped} from ${events} where ${where} and ${worth})`;
  const keys = lines.map((one) => subjectColumns[one]);
  const found = lines.map((one) => sql`toString(${lineColumns[one]}) as ${subjectColumns[one]}`);
  return sql`(select * from (select placed.* except (amount_minor, cost_minor), ${sql.join(keys)},
      if(line.event_id = '', placed.amount_minor, line.amount) as amount_minor,
      if(line.event_id = '', placed.cost_minor, line.cost) as cost_minor
    from (select * ${grouped} from ${events} where ${where}) as placed
    left join (select ${sql.join([sql`event_id`, ...found])},
        toNullable(toInt64(round(sum(quantity * price_minor)))) as amount,
        if(countIf(cost_minor is null) > 0, null, toInt64(round(sum(quantity * cost_minor)))) as cost
      from order_lines where ${eventScope(context.viewer)} and local_day >= ${previousPeriod(context.period).from}
      group by ${sql.join([sql`event_id`, ...keys])}) as line on line.event_id = placed.event_id)
    where ${worth})`;
}

/** True of an order's product or category that was sent back, or was on an order of which all was. */
export function sentBack(by: readonly Dimension[], kind: string, { viewer, period }: QuestionContext): Sql {
  const lines = by.filter(isLineDimension);
  const later = sql`events where ${eventScope(viewer)} and kind = ${kind} and reference != ''
    and happened_at >= toDateTime64(${period.from}, 3, 'UTC') - interval 1 day`;
  const told = sql`order_lines where ${eventScope(viewer)} and kind = ${kind}`;
  const parts = lines.map((one) => sql`toString(${lineColumns[one]}) as ${subjectColumns[one]}`);
  return sql`(reference in (select reference from ${later} and event_id not in (select event_id from ${told}))
    or (${sql.join([sql`reference`, ...lines.map((one) => subjectColumns[one])])}) in (
      select ${sql.join([sql`reference`, ...lines.map((one) => subjectColumns[one])])}
      from (select reference, event_id from ${later}) as back
      inner join (select ${sql.join([sql`event_id`, ...parts])} from ${told}) as line using (event_id)))`;
}

/** Names of products, where a line says one. */
export const productNames = ({ viewer }: Pick<QuestionContext, 'viewer'>, ids: readonly string[]): Sql => sql`
  select product_id as id, argMax(product_name, happened_at) as name from order_lines
  where ${eventScope(viewer)} and product_id in ${sql.list(ids, 'String')} and product_name != '' group by product_id`;
