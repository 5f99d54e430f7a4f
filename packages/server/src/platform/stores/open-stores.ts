import type { Config } from '../../config.ts';
import type { DataDirectory } from '../data-directory/data-directory.ts';
import { startEmbeddedPostgres } from '../postgres/embedded-postgres.ts';
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
  const server = await startEmbeddedPostgres(where.path, config.durable);
  const ledger = await openLedger(server.connection).catch(async (error) => {
    await server.stop();
    throw error;
  });
  const state = { closing: false };
  const failed = new Promise<Error>((resolve) => {
    void server.ended.then(() => {
      if (!state.closing)
        resolve(new Error('The embedded PostgreSQL ended by itself; its log is in the ledger folder.'));
    });
  });
  const close = async () => {
    state.closing = true;
    await ledger.close();
    await server.stop();
  };
  return { ledger, failed, close };
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
