// What each source has sent, by day; gathered in memory and written every few seconds. A crash may lose some seconds
// of these counts, never an item.
import type { Verdict } from '@lyhord/contract';
import type { Logger } from 'pino';
import type { Ledger } from '../../platform/stores/ledger.ts';
import { sql } from '../../platform/stores/sql.ts';

interface Outcomes {
  accepted: number;
  duplicates: number;
  refused: number;
}
interface Count extends Outcomes {
  readonly workspaceId: string;
  readonly sourceId: string;
  readonly day: string;
  last: number;
}
const none: Readonly<Outcomes> = { accepted: 0, duplicates: 0, refused: 0 };

/** How many items met which end. */
export function outcomesOf(verdicts: readonly Verdict[]): Outcomes {
  const outcomes = { ...none };
  for (const { outcome } of verdicts) {
    if (outcome === 'accepted') outcomes.accepted += 1;
    else if (outcome === 'duplicate') outcomes.duplicates += 1;
    else outcomes.refused += 1;
  }
  return outcomes;
}

const writeEveryMs = 2_000;

export class ArrivalCounts {
  private readonly ledger: Ledger;
  private readonly log: Logger;
  private counts = new Map<string, Count>();
  private timer: NodeJS.Timeout | null = null;

  constructor(ledger: Ledger, log: Logger) {
    this.ledger = ledger;
    this.log = log;
  }

  add(workspaceId: string, sourceId: string, outcomes: Partial<Outcomes>, at: number): void {
    const day = new Date(at).toISOString().slice(0, 10);
    const key = `${workspaceId}|${sourceId}|${day}`;
    const count = this.counts.get(key) ?? { workspaceId, sourceId, day, ...none, last: at };
    count.accepted += outcomes.accepted ?? 0;
    count.duplicates += outcomes.duplicates ?? 0;
    count.refused += outcomes.refused ?? 0;
    count.last = Math.max(count.last, at);
    this.counts.set(key, count);
    this.timer ??= setTimeout(() => void this.write(), writeEveryMs).unref();
  }

  async write(): Promise<void> {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
    const counts = [...this.counts.values()];
    this.counts = new Map();
    if (counts.length === 0) return;
    const rows = counts.map(
      (one) => sql`(${one.workspaceId}, ${one.sourceId}, ${one.day}::date, ${one.accepted}::bigint,
        ${one.duplicates}::bigint, ${one.refused}::bigint, ${new Date(one.last)}::timestamptz)`,
    );
    await this.ledger
      .query(
        sql`insert into arrival_counts as c (workspace_id, source_id, day, accepted, duplicates, refused, last_at)
          values ${sql.join(rows)}
          on conflict (workspace_id, source_id, day) do update set
            accepted = c.accepted + excluded.accepted, duplicates = c.duplicates + excluded.duplicates,
            refused = c.refused + excluded.refused, last_at = greatest(c.last_at, excluded.last_at)`,
      )
      .catch((error) => this.log.warn({ err: error }, 'arrival counts were not written'));
  }
}
