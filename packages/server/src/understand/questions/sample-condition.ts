import { workspaceScope } from '../../access/index.ts';
import { type Sql, sql } from '../../platform/stores/sql.ts';
import type { QuestionContext } from './question-context.ts';

/** Rows of the customers in the sample. Identifiers of one customer are in it together; rows of nobody by themselves. */
export function sampled(table: 'answers' | 'signals' | 'events', { viewer, sample }: QuestionContext): Sql {
  if (sample === undefined) return sql`true`;
  const every = sql.typed('UInt64', sample);
  const self = table === 'answers' ? sql`cityHash64(signal_id)` : sql`message_key`;
  const linked = (more: Sql) => sql`identifier_key in (select identifier_key from profile_keys final
    where ${workspaceScope(viewer)} and holds = 1 ${more})`;
  return sql`if(${linked(sql.empty)}, ${linked(sql`and intHash64(profile_key) % ${every} = 0`)},
    if(identifier_key = 0, ${self}, intHash64(identifier_key)) % ${every} = 0)`;
}
