// Promise: keys, tokens and links are stored as hashes only. They are random, so one round of SHA-256 is enough.
import { hash } from 'node:crypto';
import type { Ids } from '../../platform/ids.ts';

export const keyPrefixes = { write: 'lyw_', read: 'lyr_', invitation: '' } as const;

export interface NewKey {
  /** Shown once. */
  readonly key: string;
  readonly hash: string;
  /** Last four characters, to tell keys apart in a list. */
  readonly ending: string;
}

export function newKey(ids: Ids, kind: keyof typeof keyPrefixes): NewKey {
  const key = `${keyPrefixes[kind]}${ids.token(24)}`;
  return { key, hash: hashKey(key), ending: key.slice(-4) };
}

export const hashKey = (key: string): string => hash('sha256', key, 'base64url');
