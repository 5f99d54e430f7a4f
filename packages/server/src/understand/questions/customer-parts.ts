// Dimensions that part customers: each row is joined with what its identifier's customer belongs to.
import { type CustomerDimension, customerDimensions, type Dimension } from '@lyhord/contract';
import { type Sql, sql } from '../../platform/stores/sql.ts';
import { lifeThen } from '../computed-traits/life-then.ts';
import type { QuestionContext } from './question-context.ts';

export const isCustomerDimension = (one: Dimension): one is CustomerDimension =>
  (customerDimensions as readonly Dimension[]).includes(one);

const partColumn = (dimension: CustomerDimension): Sql => sql.name(`of_${dimension}`);
/**
 * Of `happened_at, tie, commit_no, value`, newest first: the value as it was known when the row happened. A row's commit is
 * its place in the order of what became known.
 */
const knownThen = sql`arrayFirst(one -> one.1 <= happened_at and one.3 <= commit_no, ${partColumn('trait')}).4`;

/** The column of each dimension behind `joinedParts`. */
export const partColumns = {
  ...(Object.fromEntries(customerDimensions.map((one) => [one, partColumn(one)])) as Readonly<
    Record<CustomerDimension, Sql>
  >),
  trait: knownThen,
  life_cycle_then: lifeThen('of_life_cycle_then'),
};

/** Joins for rows that are called `alias` and have an `identifier_key`; nothing where the question parts no customers. */
export const joinedParts = (by: readonly Dimension[], alias: string, { parts }: QuestionContext): Sql =>
  sql.join(
    by.filter(isCustomerDimension).map((one) => {
      const table = sql.name(`parted_by_${one}`);
      return sql`left join (select identifier_key, part as ${partColumn(one)} from (${parts!.get(one)!})) as ${table}
        on ${table}.identifier_key = ${sql.name(`${alias}.identifier_key`)}`;
    }),
    sql` `,
  );
