// Tables of the platform, declared here since the platform knows nothing of customers.
import { impersonal, type PersonTraces, type TableDeclaration } from '../../access/index.ts';
import { type Sql, sql } from '../../platform/stores/sql.ts';

const payloads = ({ keys, values }: PersonTraces): Sql =>
  sql`exists (select from unnest(${[...keys, ...values]}::text[]) as value
    where position(lower(value) in lower(coalesce(data::text, '') || ' ' || coalesce(output::text, ''))) > 0)`;

export const platformTables: readonly TableDeclaration[] = [
  {
    store: 'ledger',
    table: 'pgboss.job',
    holds: 'work that waits or was done, about the customer',
    rows: payloads,
    exported: false,
  },
  {
    store: 'ledger',
    table: 'pgboss.archive',
    holds: 'work that was done long ago, about the customer',
    rows: payloads,
    exported: false,
  },
  ...impersonal('ledger', 'queues and their times', 'pgboss.queue', 'pgboss.schedule', 'pgboss.subscription'),
  ...impersonal('ledger', 'versions', 'pgboss.version', 'schema_migrations'),
  ...impersonal('warehouse', 'versions', 'schema_migrations'),
];
