import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * Makes a folder with its parents, one after another; true when it was not there. Asked for all at once, Node tries
 * without end where a file system makes no folders (nodejs/node, mkdir of /proc/x), and hides why on a read-only disk.
 */
export async function makeFolder(path: string, mode = 0o777): Promise<boolean> {
  const missing: string[] = [];
  for (let at = path; !existsSync(at) && dirname(at) !== at; at = dirname(at)) missing.unshift(at);
  if (missing.length === 0) missing.push(path);
  let made = false;
  for (const folder of missing) made = await makeOne(folder, mode);
  return made;
}

async function makeOne(folder: string, mode: number): Promise<boolean> {
  try {
    await mkdir(folder, { mode });
    return true;
  } catch (error) {
    const isThere = (error as NodeJS.ErrnoException).code === 'EEXIST' && existsSync(folder);
    if (isThere) return false;
    throw error;
  }
}
