// Promise: new items are refused while there is still room left for what was accepted to be kept in order: the ledger's log,
// merges, and what people do. A disk that is filled up to its last byte by others is told as full all the same.
import { readFile, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { Problem } from '../http/problem.ts';

/** Four segments of the ledger's log. */
const keptBytes = 64 * 1024 ** 2;
const readingLastsMs = 250;

export interface DiskRoom {
  /** Throws `storage_full` where a disk that holds data has less room than is kept free. */
  mustHave(): Promise<void>;
}

/** Looks at the data folder, and at the ledger's where that lies elsewhere. */
export function createDiskRoom(dataDir: string, freeBytes = freeBytesAt): DiskRoom {
  let last: { at: number; enough: Promise<boolean> } | null = null;
  const look = async () => {
    const elsewhere = await readFile(join(dataDir, 'ledger-location'), 'utf8').catch(() => '');
    const folders = [dataDir, ...(elsewhere.trim() ? [elsewhere.trim()] : [])];
    const free = await Promise.all(folders.map(freeBytes));
    return free.every((bytes) => bytes >= keptBytes);
  };
  return {
    async mustHave() {
      if (last === null || performance.now() - last.at > readingLastsMs)
        last = { at: performance.now(), enough: look() };
      if (await last.enough) return;
      throw new Problem('storage_full', { headers: { 'retry-after': '10' } });
    },
  };
}

/** A folder that cannot be looked at is not taken for full. */
const freeBytesAt = (folder: string): Promise<number> =>
  statfs(folder).then(
    ({ bavail, bsize }) => bavail * bsize,
    () => Number.POSITIVE_INFINITY,
  );
