// Fresh stores for one test file, about 0.3 s:
//
//   let platform: TestPlatform;
//   beforeAll(async () => { platform = await openTestStores({ warehouse: collectWarehouseMigrations, ledger: collectLedgerMigrations }); });
//   afterAll(() => platform.close());
//
// The ledger is a new database on a PostgreSQL that all files of a run share; 'remote' opens it by URL. The warehouse
// is an engine of this process on a folder of its own ('embedded'), or a new database on a ClickHouse bridge over HTTP
// ('remote'; all tests run so with LYHORD_TEST_STORES=remote). One at a time per process: close it before the next.
// `clock` stands still when it is set; mail goes to .eml files that `sentMail()` reads; jobs and announcements are
// the real ones.
import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { type Config, readConfig } from '../../config.ts';
import { createAnnouncements } from '../announcements/ledger-announcements.ts';
import { createEgress } from '../egress/guarded-egress.ts';
import { createIds } from '../ids.ts';
import { createJobs } from '../jobs/pg-boss-jobs.ts';
import { createLog } from '../log.ts';
import { createMail } from '../mail/mail-sending.ts';
import type { Platform } from '../platform.ts';
import { type PostgresConnection, startEmbeddedPostgres } from '../postgres/embedded-postgres.ts';
import { openEmbeddedWarehouse } from '../stores/embedded-warehouse.ts';
import { migrate } from '../stores/migrating.ts';
import type { Migrations } from '../stores/migrations.ts';
import { openLedger } from '../stores/postgres-ledger.ts';
import { openServerWarehouse } from '../stores/server-warehouse.ts';
import { noted } from './asked-of-warehouse.ts';
import { sharedServers, startBridge } from './shared-servers.ts';
import { ledgerFromTemplate, warehouseFromTemplate } from './store-templates.ts';

export type StoreMode = 'embedded' | 'remote';

export interface TestClock {
  now(): Date;
  /** Stops the clock at a moment; null lets it run again. */
  set(moment: Date | string | null): void;
}

export interface TestPlatform extends Platform {
  readonly clock: TestClock;
  readonly mode: StoreMode;
  /** The messages that were sent, oldest first, as RFC 5322 text. */
  sentMail(): Promise<string[]>;
  close(): Promise<void>;
}

const queryMemoryBytes = 1024 ** 3;
type Undo = () => Promise<unknown>;

/** Opens fresh stores with the migrations applied; `config` overrides single settings. */
export async function openTestStores(
  migrations: Migrations,
  mode: StoreMode = process.env.LYHORD_TEST_STORES === 'remote' ? 'remote' : 'embedded',
  config: Partial<Config> = {},
): Promise<TestPlatform> {
  const undo: Undo[] = [];
  const close = async () => {
    for (const step of undo.splice(0).reverse()) await step();
  };
  try {
    const dir = await mkdtemp(join(tmpdir(), 'lyhord-test-'));
    undo.push(() => rm(dir, { recursive: true, force: true }));
    const name = `test_${randomBytes(6).toString('hex')}`;
    const ledger = await freshLedger(mode, name, dir, undo, migrations);
    const warehouse = await freshWarehouse(mode, name, dir, undo, migrations);
    await migrate(ledger, warehouse, migrations);
    const noting = noted(warehouse);
    undo.push(async () => noting.writeDown());
    const around = await surroundings(dir, ledger, undo, config);
    return { ...around, ledger, warehouse: noting.warehouse, mode, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function freshLedger(mode: StoreMode, name: string, dir: string, undo: Undo[], migrations: Migrations) {
  const server = await ledgerServer(dir, undo);
  await ledgerFromTemplate(server, name, migrations.ledger);
  undo.push(() => asAdministrator(server, `drop database ${name} with (force)`));
  const ledger = await openLedger(mode === 'remote' ? urlOf(server, name) : { ...server, database: name });
  undo.push(() => ledger.close());
  return ledger;
}

function urlOf({ host, port, user, password }: PostgresConnection, database: string): string {
  const [who, secret, where] = [user, password, host].map(encodeURIComponent);
  return `postgresql://${who}:${secret}@/${database}?host=${where}&port=${port}`;
}

async function ledgerServer(dir: string, undo: Undo[]): Promise<PostgresConnection> {
  const shared = sharedServers();
  if (shared) return shared.ledger();
  await chmod(dir, 0o711);
  const own = await startEmbeddedPostgres(dir, false);
  undo.push(() => own.stop());
  return own.connection;
}

async function asAdministrator(server: PostgresConnection, statement: string): Promise<void> {
  const client = new pg.Client({ ...server, database: 'postgres' });
  await client.connect();
  await client.query(statement).finally(() => client.end());
}

async function freshWarehouse(
  mode: StoreMode,
  name: string,
  dir: string,
  undo: Undo[],
  migrations: Migrations,
) {
  if (mode === 'embedded') {
    const path = join(dir, 'warehouse');
    await warehouseFromTemplate(sharedServers()?.folder ?? dir, path, migrations.warehouse);
    const warehouse = await openEmbeddedWarehouse({
      path,
      maxMemoryBytes: 2 * queryMemoryBytes,
      queryMemoryBytes,
      compiles: false,
    });
    undo.push(() => warehouse.close());
    return warehouse;
  }
  const url = await bridgeUrl(dir, undo);
  const warehouse = await openServerWarehouse({
    url: `${url}/?database=${name}`,
    cluster: null,
    queryMemoryBytes,
  });
  undo.push(() => warehouse.close());
  return warehouse;
}

async function bridgeUrl(dir: string, undo: Undo[]): Promise<string> {
  const shared = sharedServers();
  if (shared) return shared.warehouse();
  const own = await startBridge(join(dir, 'bridge'));
  undo.push(() => own.stop());
  return own.url;
}

async function surroundings(
  dir: string,
  ledger: Platform['ledger'],
  undo: Undo[],
  overrides: Partial<Config>,
) {
  const config = readConfig(
    { dataDir: dir, logLevel: 'silent', port: 0, secret: 's'.repeat(40), ...overrides },
    {},
  );
  const log = createLog(config.logLevel);
  const clock = testClock();
  const ids = createIds(clock);
  const announcements = await createAnnouncements(log, null);
  undo.push(() => announcements.stop());
  const jobs = createJobs({ ledger, log, announcements });
  undo.push(() => jobs.stop());
  const outbox = join(dir, 'outbox');
  const smtp = config.smtpUrl
    ? { url: config.smtpUrl, ...(config.mailFrom ? { from: config.mailFrom } : {}) }
    : null;
  const mail = createMail({ settings: smtp, outbox, clock, ids });
  const egress = createEgress(config.egressAllow);
  return { config, log, clock, ids, announcements, jobs, mail, egress, sentMail: () => lettersIn(outbox) };
}

async function lettersIn(outbox: string): Promise<string[]> {
  const names = await readdir(outbox).catch(() => [] as string[]);
  return Promise.all(names.sort().map((name) => readFile(join(outbox, name), 'utf8')));
}

function testClock(): TestClock {
  let still: Date | null = null;
  return {
    now: () => (still ? new Date(still) : new Date()),
    set: (moment) => {
      still = moment === null ? null : new Date(moment);
    },
  };
}
