// Promise: the files of the data directory that no store can make again come back exactly as they were.
import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { StartupError } from '../startup-error.ts';
import type { Manifest } from './manifest.ts';

/** The key of all sessions, links and sealed passwords; whom a restored backup must not bring back. */
export const keptFiles = ['secret', 'erasures.jsonl'] as const;

export type KeptFile = NonNullable<Manifest['files']>[number];

/** Copies those that are there; says what they held when they were copied. */
export async function keepFiles(dataDir: string, folder: string): Promise<KeptFile[]> {
  const kept: KeptFile[] = [];
  for (const name of keptFiles) {
    const bytes = await bytesOf(join(dataDir, name));
    if (bytes === null) continue;
    await writeFile(join(folder, name), bytes, { mode: 0o600 });
    kept.push({ name, sha256: sha256(bytes) });
  }
  return kept;
}

/** Throws one sentence where a file is missing, is one more, or is not what it was. */
export async function checkFiles(folder: string, { files }: Manifest): Promise<void> {
  for (const name of keptFiles) {
    const path = join(folder, name);
    const bytes = await bytesOf(path);
    const noted = files?.find((one) => one.name === name);
    if (files === undefined || (bytes === null && noted === undefined)) continue;
    if (bytes === null) throw damaged(`${path} is missing`);
    if (noted === undefined) throw damaged(`${path} does not belong to the backup`);
    if (noted.sha256 !== sha256(bytes)) throw damaged(`${path} is damaged (it is not what was backed up)`);
  }
}

/** Puts them into a data directory. */
export async function restoreFiles(folder: string, dataDir: string): Promise<void> {
  for (const name of keptFiles) {
    const bytes = await bytesOf(join(folder, name));
    if (bytes !== null) await writeFile(join(dataDir, name), bytes, { mode: 0o600 });
  }
}

const damaged = (what: string) => new StartupError('config-wrong', `${what}; restore another backup.`);

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

const bytesOf = (path: string): Promise<Buffer | null> =>
  readFile(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
