// All SQL of what was done and waits to be collected as events.
import type { Ledger } from '../../platform/stores/ledger.ts';
import { sql } from '../../platform/stores/sql.ts';

/** What act did, before the customer's identifiers are looked up. */
export interface ActEvent {
  readonly id: string;
  readonly kind: 'case_opened' | 'case_assigned' | 'case_replied' | 'case_closed' | 'message_sent';
  readonly name: string;
  readonly caseId: string;
  readonly identifierKey: string;
  readonly placeId: string | null;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly properties: Readonly<Record<string, unknown>>;
}

export function actEventStore(ledger: Ledger) {
  return {
    async add(workspaceId: string, events: readonly ActEvent[], at: Date): Promise<void> {
      if (events.length === 0) return;
      await ledger.query(sql`insert into act_events (id, workspace_id, event, made_at)
        select event ->> 'id', ${workspaceId}, event, ${at}
        from jsonb_array_elements(${JSON.stringify(events)}::jsonb) as event`);
    },
    async waiting(limit: number): Promise<{ workspaceId: string; event: ActEvent }[]> {
      const rows = await ledger.query<{ workspace_id: string; event: ActEvent }>(
        sql`select workspace_id, event from act_events order by id limit ${limit}`,
      );
      return rows.map((row) => ({ workspaceId: row.workspace_id, event: row.event }));
    },
    recorded: (ids: readonly string[]) => ledger.query(sql`delete from act_events where id = any(${ids})`),
  };
}
