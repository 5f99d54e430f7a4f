import type { Config } from '../config.ts';
import { createAnnouncements } from './announcements/ledger-announcements.ts';
import { systemClock } from './clock.ts';
import { type DataDirectory, openDataDirectory } from './data-directory/data-directory.ts';
import { createEgress } from './egress/guarded-egress.ts';
import { createIds } from './ids.ts';
import { createJobs } from './jobs/pg-boss-jobs.ts';
import { createLog } from './log.ts';
import { createMail } from './mail/mail-sending.ts';
import type { Platform } from './platform.ts';
import { setDurability } from './stores/durability.ts';
import { migrate } from './stores/migrating.ts';
import type { Migrations } from './stores/migrations.ts';
import { openStores, type Stores } from './stores/open-stores.ts';

export interface RunningPlatform extends Platform {
  readonly dataDirectory: DataDirectory;
  /** Signs sessions and links; the configuration's, or the data directory's own. */
  readonly secret: string;
  /** Resolves when the embedded ledger ended without being asked to; never with servers by URL. */
  readonly failed: Promise<Error>;
  /** Jobs, announcements, stores, lock: in this order. */
  stop(): Promise<void>;
}

/** Opens data directory and stores, brings them to the newest schema and starts what stands on them. */
export async function startPlatform(config: Config, migrations: Migrations): Promise<RunningPlatform> {
  const dataDirectory = await openDataDirectory(config.dataDir);
  const log = createLog(config.logLevel);
  try {
    const stores = await openStores(config, dataDirectory);
    try {
      await migrate(stores.ledger, stores.warehouse, migrations, (migration) =>
        log.debug({ migration }, 'migration applied'),
      );
      await setDurability(stores.warehouse, config.durable);
      return await joined(config, dataDirectory, stores, log);
    } catch (error) {
      await stores.close();
      throw error;
    }
  } catch (error) {
    await dataDirectory.close();
    throw error;
  }
}

async function joined(
  config: Config,
  dataDirectory: DataDirectory,
  stores: Stores,
  log: Platform['log'],
): Promise<RunningPlatform> {
  const clock = systemClock;
  const ids = createIds(clock);
  const { ledger, warehouse } = stores;
  const announcements = await createAnnouncements(log, config.databaseUrl ? ledger : null);
  const jobs = createJobs({ ledger, log, announcements });
  const smtp = config.smtpUrl
    ? { url: config.smtpUrl, ...(config.mailFrom ? { from: config.mailFrom } : {}) }
    : null;
  const mail = createMail({ settings: smtp, outbox: dataDirectory.outbox, clock, ids });
  const egress = createEgress(config.egressAllow);
  const secret = config.secret ?? (await dataDirectory.secret());
  let stopped: Promise<void> | null = null;
  const stop = async () => {
    await jobs.stop();
    await announcements.stop();
    await stores.close();
    await dataDirectory.close();
  };
  return {
    config,
    log,
    clock,
    ids,
    warehouse,
    ledger,
    jobs,
    mail,
    egress,
    announcements,
    dataDirectory,
    secret,
    failed: stores.failed,
    stop: () => {
      stopped ??= stop();
      return stopped;
    },
  };
}
