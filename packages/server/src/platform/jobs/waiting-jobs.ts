// What a backup keeps of the jobs: those that have not ended, the queues they wait in, and the schedule.

import type pg from 'pg';
import PgBoss from 'pg-boss';
import type { Ledger } from '../stores/ledger.ts';

export interface Queue {
  readonly name: string;
  readonly policy: string;
}

/** Tables of the jobs with the rows that are worth keeping; none when no job was ever sent. */
export async function jobTables(client: pg.ClientBase): Promise<{ name: string; where?: string }[]> {
  const { rows } = await client.query<{ found: string | null }>("select to_regclass('pgboss.job') as found");
  if (rows[0]?.found == null) return [];
  const unfinished = "state < 'completed' and name not like '\\_\\_pgboss%'";
  return [{ name: 'pgboss.job', where: unfinished }, { name: 'pgboss.schedule' }];
}

export async function jobQueues(client: pg.ClientBase): Promise<Queue[]> {
  const { rows } = await client.query<Queue>(
    "select name, policy from pgboss.queue where name not like '\\_\\_pgboss%' order by name",
  );
  return rows;
}

/** Makes the tables of pg-boss and the queues in an empty ledger, without working on anything. */
export async function makeQueues(ledger: Ledger, queues: readonly Queue[]): Promise<void> {
  const db = { executeSql: (text: string, values: unknown[]) => ledger.pool.query(text, values) };
  const boss = new PgBoss({ db, supervise: false, schedule: false });
  await boss.start();
  for (const { name, policy } of queues) {
    await boss.createQueue(name, { name, policy: policy as PgBoss.QueuePolicy });
  }
  await boss.stop({ graceful: false, wait: true, close: false });
}
