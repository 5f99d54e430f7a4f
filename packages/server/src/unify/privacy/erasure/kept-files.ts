import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Files below a data directory that may name customers, besides the stores. */
export async function keptFiles(dataDir: string): Promise<{
  outbox: string;
  /** Originals of files that wait to be loaded. */
  uploads: string;
  logs: string[];
}> {
  const pointer = join(dataDir, 'ledger-location');
  const elsewhere = existsSync(pointer) ? (await readFile(pointer, 'utf8')).trim() : '';
  const ledger = elsewhere || join(dataDir, 'ledger');
  return {
    outbox: join(dataDir, 'outbox'),
    uploads: join(dataDir, 'uploads'),
    logs: [join(ledger, 'log'), join(ledger, 'log.old')],
  };
}
