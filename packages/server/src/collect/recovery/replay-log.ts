// Promise: what was answered out of the log and had not come to the tables before a stop is brought there, once.
import type { Logger } from 'pino';
import type { Warehouse } from '../../platform/stores/warehouse.ts';
import type { AheadLog } from '../commit/ahead-log.ts';
import { isSealed, seal, writeBlocks } from '../commit/commit-store.ts';

/** Call it when rows without a seal have been taken out. */
export async function replayLog(warehouse: Warehouse, files: AheadLog, log: Logger): Promise<void> {
  for (const [commitNo, rows] of await files.kept()) {
    if (await isSealed(warehouse, commitNo)) continue;
    await writeBlocks(warehouse, commitNo, rows);
    await seal(warehouse, commitNo, rows, new Date());
    log.info({ commitNo }, 'rows were brought from the log to the tables');
  }
  await files.empty();
}
