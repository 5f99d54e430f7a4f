// Loads a file again and again under one data folder until it is loaded whole, made to be killed: prints `{"rows"}`
// while it loads and `{"counts"}` at the end.
import { createReadStream } from 'node:fs';
import { ImportMapping } from '@lyhord/contract';
import { accessLedgerMigrations, createAccess } from '../../access/index.ts';
import { readConfig } from '../../config.ts';
import { startPlatform } from '../../platform/start-platform.ts';
import { sql } from '../../platform/stores/sql.ts';
import { createCollect } from '../collect.ts';
import { collectLedgerMigrations } from '../ledger-migrations.ts';
import { collectWarehouseMigrations } from '../warehouse-migrations.ts';
import { placesOnly } from './open-collect.ts';

const [, , dataDir, path] = process.argv;
const config = readConfig({ dataDir: dataDir!, logLevel: 'error', secret: 's'.repeat(40) }, {});
const ledger = [...accessLedgerMigrations, ...collectLedgerMigrations, placesOnly];
const platform = await startPlatform(config, { warehouse: collectWarehouseMigrations, ledger });
const access = createAccess(platform);
const collect = createCollect({ platform, access });
await collect.start();
await collect.resume();
const [standing] = await access.workspaces();
const admin = { email: 'a@example.org', name: 'A', password: 'a long password' };
const workspaceId = standing?.id ?? (await access.createWorkspace({ name: 'Killed', admin })).workspaceId;
console.log(JSON.stringify({ ready: true }));
const state = await collect.importFile({
  workspaceId,
  fileName: 'killed.csv',
  mapping: ImportMapping.parse({
    target: 'events',
    columns: { happenedAt: 'at', userId: 'user', event: 'event' },
  }),
  bytes: createReadStream(path!),
  startedBy: null,
});
const [counts] = await platform.warehouse.query(sql`select count() as events, uniqExact(message_key) as keys,
  (select count() from identifiers) as identifiers from events`);
console.log(JSON.stringify({ state, counts }));
await collect.stop();
await platform.stop();
