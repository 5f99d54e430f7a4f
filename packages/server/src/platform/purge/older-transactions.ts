import { setTimeout as pause } from 'node:timers/promises';
import type { Ledger } from '../stores/ledger.ts';
import { sql } from '../stores/sql.ts';

const longestWaitMs = 60_000;

/** Resolves when every transaction that writes now has ended: a row that one may still see would be carried over. */
export async function olderTransactionsEnd(ledger: Ledger): Promise<void> {
  const now = await ledger.one<{ id: string }>(sql`select pg_current_xact_id()::text as id`);
  const until = performance.now() + longestWaitMs;
  for (;;) {
    const oldest = await ledger.one<{ id: string }>(
      sql`select pg_snapshot_xmin(pg_current_snapshot())::text as id`,
    );
    if (BigInt(oldest!.id) > BigInt(now!.id)) return;
    if (performance.now() > until) {
      throw new Error(
        'A transaction has been open in the ledger for a minute; deleted rows cannot go before it.',
      );
    }
    await pause(100);
  }
}
