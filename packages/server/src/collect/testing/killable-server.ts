// A server with collect alone, made to be killed: prints its address and the write key, then serves until it dies.
import { accessLedgerMigrations, createAccess } from '../../access/index.ts';
import { readConfig } from '../../config.ts';
import { buildHttp } from '../../platform/http/build-http.ts';
import { mountRoutes } from '../../platform/http/endpoints.ts';
import { startPlatform } from '../../platform/start-platform.ts';
import { sql } from '../../platform/stores/sql.ts';
import { createCollect } from '../collect.ts';
import { collectLedgerMigrations } from '../ledger-migrations.ts';
import { collectWarehouseMigrations } from '../warehouse-migrations.ts';
import { addSource, placesOnly } from './open-collect.ts';

const config = readConfig({ dataDir: process.argv[2]!, logLevel: 'error', secret: 's'.repeat(40) }, {});
const ledger = [...accessLedgerMigrations, ...collectLedgerMigrations, placesOnly];
const platform = await startPlatform(config, { warehouse: collectWarehouseMigrations, ledger });
const access = createAccess(platform);
const collect = createCollect({ platform, access });
await collect.start();

const app = await buildHttp(platform.config, platform.log);
collect.mount(app);
mountRoutes(app, collect.routes, access.authenticate);
app.get('/counts', () =>
  platform.warehouse.query(sql`select
    (select count() from events) as events, (select uniqExact(message_key) from events) as distinct_events,
    (select count() from signals) as signals, (select count() from answers) as answers,
    (select count() from identifiers) as identifiers, (select count() from identity_links) as links,
    (select count() from events where commit_no not in (select commit_no from commits)) as unsealed`),
);

const [workspace] = await access.workspaces();
const workspaceId =
  workspace?.id ??
  (
    await access.createWorkspace({
      name: 'Killed',
      admin: { email: 'a@example.org', name: 'A', password: 'a long password' },
    })
  ).workspaceId;
const { writeKey } = await addSource(access, workspaceId);
const address = await app.listen({ port: 0, host: '127.0.0.1' });
console.log(JSON.stringify({ address, writeKey, workspaceId }));
