// Promise: one secret per installation, given or made once and kept in the data directory; keys for every purpose
// are derived from it, so that no purpose's key tells another's.
import { hkdfSync, randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../../config.ts';

const fileName = 'installation-secret';
const shortest = 32;

/** The configured secret, or the data directory's own (made on the first start, readable by its owner only). */
export function installationSecret(config: Pick<Config, 'secret' | 'dataDir'>): string {
  return config.secret ?? keptSecret(config.dataDir);
}

function keptSecret(dataDir: string): string {
  const path = join(dataDir, fileName);
  const kept = read(path);
  if (kept !== null) return kept;
  mkdirSync(dataDir, { recursive: true });
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, randomBytes(48).toString('base64url'), { mode: 0o600 });
  try {
    linkSync(draft, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(draft, { force: true });
  }
  return read(path) as string;
}

function read(path: string): string | null {
  try {
    const text = readFileSync(path, 'utf8').trim();
    if (text.length >= shortest) return text;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
  throw new Error(
    `${path} holds no secret of at least ${shortest} characters; put the file back from a backup, or set LYHORD_SECRET.`,
  );
}

/** 32 bytes for one purpose (HKDF-SHA256). */
export function keyFor(secret: string, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, 'lyhord', purpose, 32));
}
