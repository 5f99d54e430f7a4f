// The door for requests of sources: room is taken, unreadable letters are told, then the items are recorded.
import type { Verdict } from '@lyhord/contract';
import { Problem } from '../../platform/http/problem.ts';
import type { Reader } from '../arrivals/reading.ts';
import { idOf } from '../arrivals/wrong-field.ts';
import { bytesOf, isBadlyEncoded } from '../http/source-bodies.ts';
import type { Origin } from '../pipeline/batch.ts';
import type { Gate } from './gate.ts';
import type { Record } from './recorder.ts';

/** Records items that came in a request's `body`. */
export type Take = (
  origin: Origin,
  items: readonly unknown[],
  read: Reader,
  body: unknown,
) => Promise<Verdict[]>;

/** An item of so many bytes takes the room of one, a larger one of several. */
const bytesOfOne = 2_048;

export function createTake(gate: Gate, record: Record): Take {
  return (origin, items, read, body) =>
    gate.with(origin.sourceId, Math.max(items.length, Math.ceil(bytesOf(body) / bytesOfOne)), () =>
      record({ ...origin, early: true }, items, isBadlyEncoded(body) ? withoutUnreadable(read) : read),
    );
}

export function originOf(viewer: { workspaceId: string; sourceId: string | null }, endpoint: string): Origin {
  if (viewer.sourceId === null) throw new Problem('bad_key');
  return { workspaceId: viewer.workspaceId, sourceId: viewer.sourceId, endpoint };
}

function withoutUnreadable(read: Reader): Reader {
  return (raw, reading) => {
    const field = unreadableField(raw, '');
    if (field === null) return read(raw, reading);
    const detail = `${field} has letters that are not UTF-8; send the request in UTF-8.`;
    return { messageId: idOf(raw), refused: { reason: 'bad_encoding', field, detail } };
  };
}

/** The path of the first text with a letter that could not be read. */
function unreadableField(value: unknown, path: string, depth = 0): string | null {
  if (typeof value === 'string') return value.includes('\ufffd') ? path || 'item' : null;
  if (value === null || typeof value !== 'object' || depth > 24) return null;
  for (const [name, one] of Object.entries(value)) {
    if (name.includes('\ufffd')) return path || 'item';
    const below = Array.isArray(value) ? `${path}[${name}]` : path ? `${path}.${name}` : name;
    const found = unreadableField(one, below, depth + 1);
    if (found !== null) return found;
  }
  return null;
}
