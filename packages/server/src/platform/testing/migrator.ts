// A program for tests: brings the stores that it is told of to the newest schema and tells what it applied.
import type { PostgresConnection } from '../postgres/embedded-postgres.ts';
import { migrate } from '../stores/migrating.ts';
import { openLedger } from '../stores/postgres-ledger.ts';
import { openServerWarehouse } from '../stores/server-warehouse.ts';
import { sql } from '../stores/sql.ts';

export interface MigratorTask {
  readonly ledger: PostgresConnection;
  readonly warehouse: string;
  /** Seconds that each migration of the ledger takes. */
  readonly seconds: number;
}

const task = JSON.parse(process.argv[2] ?? '{}') as MigratorTask;
const tell = (line: string) => process.stdout.write(`${line}\n`);

// Neither statement can run twice: a second process inside the lock would fail.
const migrations = {
  ledger: [1, 2, 3].map((n) => ({
    id: `race-000${n}`,
    statements: [sql.raw(`select pg_sleep(${task.seconds})`), sql.raw(`create table race_${n} (id int)`)],
  })),
  warehouse: [1, 2, 3].map((n) => ({
    id: `race-000${n}`,
    statements: () => [sql.raw(`create table race_${n} (id Int64) engine = MergeTree order by id`)],
  })),
};

const ledger = await openLedger(task.ledger, 2);
const warehouse = await openServerWarehouse({ url: task.warehouse, cluster: null, queryMemoryBytes: 1e9 });
tell('begins');
tell(JSON.stringify(await migrate(ledger, warehouse, migrations)));
await warehouse.close();
await ledger.close();
