// Promise: what is older than a workspace keeps it goes every night, kind by kind, and the audit says how much; a look before
// counts the same rows and removes nothing.
import { type Retention, type RetentionCount, type RetentionKind, retentionKinds } from '@lyhord/contract';
import { type Access, isPersonal, systemViewer, type TableDeclaration } from '../../../access/index.ts';
import type { Platform } from '../../../platform/platform.ts';
import { sql } from '../../../platform/stores/sql.ts';
import { oldData, removeMadeOf } from './old-data.ts';

const dayMs = 86_400_000;
const job = 'unify.remove-old-data';

export interface RetentionKeeper {
  start(): Promise<void>;
  preview(workspaceId: string, retention: Retention): Promise<RetentionCount[]>;
  /** Removes what is too old now; for the nightly job and for tests. */
  run(workspaceId: string): Promise<RetentionCount[]>;
  lastRun(workspaceId: string): Promise<{ at: string; removed: RetentionCount[] } | null>;
}

/** `tables`: all of both stores, of which some hold what is made of old data. */
export function createRetention(
  platform: Platform,
  access: Access,
  tables: () => readonly TableDeclaration[],
): RetentionKeeper {
  const { ledger, jobs, clock, log } = platform;

  const agingWith = (kind: RetentionKind) =>
    tables()
      .filter(isPersonal)
      .filter(({ agesWith }) => agesWith === kind)
      .map(({ table }) => table);

  async function each(workspaceId: string, retention: Retention, deed: 'count' | 'remove') {
    const counts: RetentionCount[] = [];
    for (const kind of retentionKinds) {
      const days = retention[kind];
      const before = days === null ? null : new Date(clock.now().getTime() - days * dayMs);
      const rows = before === null ? 0 : await oldData[kind][deed](platform, workspaceId, before);
      if (before !== null && deed === 'remove')
        await removeMadeOf(platform, agingWith(kind), workspaceId, before);
      counts.push({ kind, before: before?.toISOString() ?? null, rows });
    }
    return counts;
  }

  async function run(workspaceId: string): Promise<RetentionCount[]> {
    const { retention } = await access.settings(workspaceId);
    const removed = await each(workspaceId, retention, 'remove');
    await ledger.query(sql`insert into retention_runs (workspace_id, at, removed)
      values (${workspaceId}, ${clock.now()}, ${JSON.stringify(removed)}::jsonb)
      on conflict (workspace_id) do update set at = excluded.at, removed = excluded.removed`);
    const told = removed.filter(({ rows }) => rows > 0).map(({ kind, rows }) => `${kind}: ${rows}`);
    if (told.length > 0) {
      const viewer = systemViewer(workspaceId);
      await access.audit(viewer, 'retention.removed', `workspace:${workspaceId}`, told.join(', '));
    }
    return removed;
  }

  return {
    async start() {
      await jobs.work(job, async () => {
        for (const { id } of await access.workspaces())
          await run(id).catch((error) => log.error({ err: error }, 'old data could not be removed'));
      });
      await jobs.schedule(job, '30 2 * * *');
    },
    preview: (workspaceId, retention) => each(workspaceId, retention, 'count'),
    run,
    async lastRun(workspaceId) {
      const row = await ledger.one<{ at: Date; removed: RetentionCount[] }>(
        sql`select at, removed from retention_runs where workspace_id = ${workspaceId}`,
      );
      return row && { at: row.at.toISOString(), removed: row.removed };
    },
  };
}
