// All SQL of the signals that answer a letter about a case.
import { caseConversation } from '../../collect/index.ts';
import { sql } from '../../platform/stores/sql.ts';
import type { Warehouse } from '../../platform/stores/warehouse.ts';
import type { CommitRange } from '../alarms/candidate-signals.ts';

export interface AnswerSignal {
  readonly signalId: string;
  /** Signed; see case-token.ts. */
  readonly token: string;
  readonly happenedAt: Date;
}

/** Those of a range of commits, in the order in which they were written. */
export async function answerSignals(
  warehouse: Warehouse,
  workspaceId: string,
  { after, upTo }: CommitRange,
): Promise<AnswerSignal[]> {
  const rows = await warehouse.query<{ signal_id: string; conversation: string; happened_at: string }>(sql`
    select signal_id, conversation, happened_at from signals
    where workspace_id = ${workspaceId} and commit_no > ${BigInt(after)} and commit_no <= ${BigInt(upTo)}
      and startsWith(conversation, ${caseConversation}) and author = 'customer'
    order by happened_at, signal_id`);
  return rows.map((row) => ({
    signalId: row.signal_id,
    token: row.conversation.slice(caseConversation.length),
    happenedAt: new Date(`${row.happened_at.replace(' ', 'T')}Z`),
  }));
}
