// All SQL of how far the consumer of committed signals has come.
import type { Ledger } from '../../platform/stores/ledger.ts';
import { sql } from '../../platform/stores/sql.ts';

const name = 'signals';

export function caseCheckpoint(ledger: Ledger) {
  return {
    async read(): Promise<string> {
      const row = await ledger.one<{ commit_no: string }>(
        sql`select commit_no from case_checkpoint where name = ${name}`,
      );
      return row?.commit_no ?? '0';
    },
    /** Moves on, never back. */
    async move(commitNo: string): Promise<void> {
      await ledger.query(sql`insert into case_checkpoint as kept (name, commit_no) values (${name}, ${commitNo})
        on conflict (name) do update set commit_no = greatest(kept.commit_no, excluded.commit_no)`);
    },
  };
}
