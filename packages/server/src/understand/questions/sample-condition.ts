import { workspaceScope } from '../../access/index.ts';
import { type Sql, sql } from '../../platform/stores/sql.ts';
import type { QuestionContext } from './question-context.ts';

const sampleSize = (sample: number): Sql => sql.typed('UInt64', sample);
const inSample =
  (sample: number) =>
  (key: Sql): Sql =>
    sql`(intHash64(${key}) % ${sampleSize(sample)} = 0)`;

/** Customers whose rows are in the sample. */
export const sampledCustomers = ({ sample }: Pick<QuestionContext, 'sample'>, key: Sql): Sql =>
  sample === undefined ? sql`true` : inSample(sample)(key);

/**
 * Rows of the customers in the sample: identifiers of one customer are in it together, rows of nobody by themselves
 * unless these never count. Each row is told by its own identifier, and turned round where that of its customer says
 * otherwise; only a fraction of the identifiers stands in that list, so that looking them up costs little.
 */
export function sampled(
  table: 'answers' | 'signals' | 'events',
  { viewer, sample }: QuestionContext,
  customersOnly = false,
): Sql {
  if (sample === undefined) return sql`true`;
  const every = sampleSize(sample);
  const inIt = inSample(sample);
  const self = table === 'answers' ? sql`cityHash64(signal_id)` : sql`message_key`;
  const own = customersOnly
    ? inIt(sql`identifier_key`)
    : sql`(if(identifier_key = 0, ${self}, intHash64(identifier_key)) % ${every} = 0)`;
  return sql`(identifier_key in (select identifier_key from profile_keys final
    where ${workspaceScope(viewer)} and holds = 1
      and ${inIt(sql`profile_key`)} != ${inIt(sql`identifier_key`)})) != ${own}`;
}
