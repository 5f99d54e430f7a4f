// Promise: a refused item can be read again as it came, by this installation only; at rest it is a secret.
import { type Access, seal, unseal } from '../../access/index.ts';

/** A refused item with what its reader needs beside it. */
export interface Original {
  readonly item: unknown;
  readonly receivedAt: number;
  readonly again?: Readonly<Record<string, unknown>>;
}

/** The sealed text; empty where the item is too large to be kept as it came. */
export type SealOriginal = (workspaceId: string, refusalId: string, original: Original) => string;

export interface SealedOriginals {
  readonly seal: SealOriginal;
  open(workspaceId: string, refusalId: string, sealed: string): Original | null;
}

const longest = 256 * 1024;

export function sealedOriginals(access: Pick<Access, 'keyFor'>): SealedOriginals {
  const key = access.keyFor('refused-items');
  const boundTo = (workspaceId: string, refusalId: string) => `${workspaceId}/${refusalId}`;
  return {
    seal(workspaceId, refusalId, original) {
      const text = written(original);
      return text === null ? '' : seal(key, text, boundTo(workspaceId, refusalId));
    },
    open(workspaceId, refusalId, sealed) {
      const text = sealed === '' ? null : unseal(key, sealed, boundTo(workspaceId, refusalId));
      return text === null ? null : (JSON.parse(text) as Original);
    },
  };
}

function written(original: Original): string | null {
  try {
    const text = JSON.stringify(original);
    return text.length <= longest ? text : null;
  } catch {
    return null;
  }
}
