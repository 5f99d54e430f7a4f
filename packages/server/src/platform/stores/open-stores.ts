import { setTimeout as pause } from 'node:timers/promises';
import type { Config } from '../../config.ts';
import type { DataDirectory } from '../data-directory/data-directory.ts';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../postgres/embedded-postgres.ts';
import type { StartupError } from '../startup-error.ts';
import { openEmbeddedWarehouse } from './embedded-warehouse.ts';
import type { Ledger } from './ledger.ts';
import { openLedger } from './postgres-ledger.ts';
import { openServerWarehouse } from './server-warehouse.ts';
import type { Warehouse } from './warehouse.ts';

export interface Stores {
  readonly ledger: Ledger;
  readonly warehouse: Warehouse;
  /** Resolves when an embedded store ended by itself. */
  readonly failed: Promise<Error>;
  close(): Promise<void>;
}

interface OpenLedger {
  readonly ledger: Ledger;
  readonly failed: Promise<Error>;
  close(): Promise<void>;
}

type Where = Pick<DataDirectory, 'path' | 'warehouse'>;

/** Opens both stores: servers where the configuration names them, embedded ones otherwise; both at once. */
export async function openStores(config: Config, where: Where): Promise<Stores> {
  const [ledger, warehouse] = await Promise.allSettled([ledgerOf(config, where), warehouseOf(config, where)]);
  if (ledger.status === 'rejected' || warehouse.status === 'rejected') {
    if (ledger.status === 'fulfilled') await ledger.value.close();
    if (warehouse.status === 'fulfilled') await warehouse.value.close();
    throw ledger.status === 'rejected' ? ledger.reason : (warehouse as PromiseRejectedResult).reason;
  }
  return {
    ledger: ledger.value.ledger,
    warehouse: warehouse.value,
    failed: ledger.value.failed,
    close: async () => {
      await warehouse.value.close();
      await ledger.value.close();
    },
  };
}

async function ledgerOf(config: Config, where: Where): Promise<OpenLedger> {
  if (config.databaseUrl) {
    const ledger = await openLedger(config.databaseUrl);
    return { ledger, failed: new Promise(() => undefined), close: () => ledger.close() };
  }
  let server = await startEmbeddedPostgres(where.path, config.durable);
  const ledger = await openLedger(server.connection).catch(async (error) => {
    await server.stop();
    throw error;
  });
  const state = { closing: false };
  let reviving: Promise<EmbeddedPostgres | null> = Promise.resolve(null);
  const failed = new Promise<Error>((resolve) => {
    const watch = (): void => {
      void server.ended.then(async () => {
        if (state.closing) return;
        reviving = startedAgain(where.path, config.durable, () => state.closing);
        const again = await reviving;
        if (again) {
          server = again;
          watch();
        } else if (!state.closing)
          resolve(new Error('The embedded PostgreSQL ended by itself; its log is in the ledger folder.'));
      });
    };
    watch();
  });
  const close = async () => {
    state.closing = true;
    await ledger.close();
    const revived = await reviving;
    await (revived ?? server).stop();
  };
  return { ledger, failed, close };
}

const revivalPauseMs = 1_000;
const mostRevivals = 5;

/**
 * The ledger's server ends by itself when the disk has no room for its log. It is started anew as soon as it can be: as often
 * as needed while the disk is full, some times for other reasons. Null when it was given up.
 */
async function startedAgain(
  folder: string,
  durable: boolean,
  isClosing: () => boolean,
): Promise<EmbeddedPostgres | null> {
  for (let tries = 0; tries < mostRevivals; ) {
    await pause(revivalPauseMs);
    if (isClosing()) return null;
    try {
      return await startEmbeddedPostgres(folder, durable);
    } catch (error) {
      if ((error as Partial<StartupError>).fault !== 'disk-full') tries += 1;
    }
  }
  return null;
}

function warehouseOf(config: Config, where: Where): Promise<Warehouse> {
  const { clickHouseUrl: url, clickHouseCluster: cluster, queryMemoryBytes } = config;
  if (url) return openServerWarehouse({ url, cluster, queryMemoryBytes });
  return openEmbeddedWarehouse({
    path: where.warehouse,
    maxMemoryBytes: config.warehouseMemoryBytes,
    queryMemoryBytes,
    readers: config.warehouseReaders,
  });
}
