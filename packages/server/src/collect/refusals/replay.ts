// Promise: a refused item that is read again is read with the clock of when it came and by what is set up now; a good one is
// in once, and marked.
import type { Verdict } from '@lyhord/contract';
import type { Reader } from '../arrivals/reading.ts';
import type { Record as RecordItems } from '../recording/recorder.ts';
import type { Filter, RefusalSearch } from './refusal-search.ts';
import type { Original, SealedOriginals } from './sealed-originals.ts';

/** Who reads items that came through `endpoint` of a source; null where nobody does any more. */
export type ReaderOf = (
  from: { workspaceId: string; sourceId: string; endpoint: string },
  again: Original['again'],
) => Promise<Reader | null>;

export interface ReplayParts {
  readonly search: RefusalSearch;
  readonly originals: SealedOriginals;
  readonly record: RecordItems;
  readonly readerOf: ReaderOf;
  readonly now: () => Date;
}

export type Replayed = Pick<Verdict, 'outcome' | 'reason' | 'field' | 'detail' | 'wrong'> & {
  readonly id: string;
};

interface Waiting {
  readonly id: string;
  readonly original: Original;
  readonly read: Reader;
}

const mostAtOnce = 1_000;

export async function replayRefusals(
  parts: ReplayParts,
  workspaceId: string,
  what: { ids: readonly string[] } | { filter: Filter },
  by: string | null,
): Promise<Replayed[]> {
  const rows = await parts.search.sealed(workspaceId, what, mostAtOnce);
  const groups = new Map<string, { from: { sourceId: string; endpoint: string }; waiting: Waiting[] }>();
  const verdicts: Replayed[] = [];
  for (const { refusal_id: id, source_id: sourceId, endpoint, sealed } of rows) {
    const original = parts.originals.open(workspaceId, id, sealed);
    const read = original && (await parts.readerOf({ workspaceId, sourceId, endpoint }, original.again));
    if (!original || !read) {
      verdicts.push({ id, outcome: 'refused', ...unreadable(endpoint) });
      continue;
    }
    const key = `${sourceId}\n${endpoint}`;
    const group = groups.get(key) ?? { from: { sourceId, endpoint }, waiting: [] };
    group.waiting.push({ id, original, read });
    groups.set(key, group);
  }
  for (const { from, waiting } of groups.values()) {
    const origin = { workspaceId, ...from, replayed: true } as const;
    const judged = await parts.record(origin, waiting, readAgain);
    for (const { index, outcome, reason, field, detail, wrong } of judged) {
      verdicts.push({
        ...{ id: waiting[index]!.id, outcome },
        ...(reason === undefined ? {} : { reason }),
        ...(field === undefined ? {} : { field }),
        ...(detail === undefined ? {} : { detail }),
        ...(wrong === undefined ? {} : { wrong }),
      });
    }
  }
  await parts.search.noteReplays(workspaceId, verdicts, parts.now(), by);
  return verdicts;
}

const readAgain: Reader = (raw, reading) => {
  const { id, original, read } = raw as Waiting;
  // a message without an id of its own gets the same one however often it is read again
  const newId = () => `refused-${id}`;
  return read(original.item, { ...reading, receivedAt: original.receivedAt, newId });
};

const unreadable = (endpoint: string) => ({
  reason: 'not_replayable',
  detail: `Items that came through "${endpoint}" cannot be read again; send them anew.`,
});
