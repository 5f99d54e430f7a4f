// Promise: what was fetched is committed before the state moves, so a stop between loses nothing, and as each item is one by
// its id, doubles nothing. A connector runs once at a time; trouble makes the pauses longer.
import type { ConnectorSettings, Mapping, Verdict } from '@lyhord/contract';
import type { Logger } from 'pino';
import { type Egress, EgressRefused } from '../../platform/egress/egress.ts';
import { Problem } from '../../platform/http/problem.ts';
import { hashOf, hexOf } from '../keys/key64.ts';
import { type ItemReaders, itemsOf, type MappedItem, mappedReader } from '../mapping/mapped-items.ts';
import type { Record as RecordItems } from '../recording/recorder.ts';
import type { ConnectorRow, ConnectorStore } from './connector-store.ts';
import { feedWay } from './feed.ts';
import { type Fetched, type FetchFrom, FetchProblem, type State, type Taken } from './fetching.ts';
import { jsonWay } from './json-pages.ts';
import { mailboxWay } from './mailbox.ts';
import { jsonSettingsOf } from './review-sites.ts';

export interface RunParts {
  readonly store: ConnectorStore;
  readonly record: RecordItems;
  readonly readers: ItemReaders;
  readonly egress: Egress;
  readonly openSecret: (row: ConnectorRow) => string | null;
  readonly newId: () => string;
  readonly now: () => Date;
  readonly log: Logger;
}

export const connectorEndpoint = 'connector';
const leaseMs = 10 * 60_000;
const mostMarks = 1_000;
const longestPauseMs = 24 * 3_600_000;

type Pages = AsyncGenerator<Fetched, void, Taken>;

function wayOf(settings: ConnectorSettings): {
  mapping: () => Mapping;
  pages: (from: Omit<FetchFrom<never>, 'settings'>) => Pages;
} {
  if (settings.kind === 'imap') {
    return {
      mapping: () => mailboxWay.mapping(settings),
      pages: (from) => mailboxWay.pages({ ...from, settings }),
    };
  }
  if (settings.kind === 'feed') {
    return {
      mapping: () => feedWay.mapping(settings),
      pages: (from) => feedWay.pages({ ...from, settings }),
    };
  }
  const json = settings.kind === 'json' ? settings : jsonSettingsOf(settings);
  return {
    mapping: () => jsonWay.mapping(json),
    pages: (from) => jsonWay.pages({ ...from, settings: json }),
  };
}

/** How items of a connector are made; also for items that are read again. */
export const mappingOf = (settings: ConnectorSettings): Mapping => wayOf(settings).mapping();

/** Reads all that a connector's source has to give at this time; does nothing where it is not due, or running elsewhere. */
export async function runConnector(parts: RunParts, id: string, when: 'due' | 'now'): Promise<void> {
  const started = parts.now();
  const row = await parts.store.claim(id, started, lease(started), when);
  if (!row) return;
  const runId = parts.newId();
  await parts.store.beginRun(runId, row, started);
  const counts = { accepted: 0, duplicates: 0, refused: 0 };
  const claim = { until: row.runningUntil! };
  let trouble: Trouble | null = null;
  try {
    await readPages(parts, row, runId, counts, claim);
  } catch (error) {
    trouble = troubleOf(parts, row, error);
  }
  const ended = parts.now();
  await parts.store.noteRun(runId, counts, { at: ended, problem: trouble?.sentence ?? null });
  const failures = trouble ? row.failures + 1 : 0;
  await parts.store.release(id, claim.until, nextRun(row, ended, failures, trouble), failures);
}

const lease = (at: Date) => new Date(at.getTime() + leaseMs);

async function readPages(
  parts: RunParts,
  row: ConnectorRow,
  runId: string,
  counts: { accepted: number; duplicates: number; refused: number },
  claim: { until: Date },
): Promise<void> {
  const way = wayOf(row.settings);
  const mapping = way.mapping();
  const read = mappedReader(mapping, parts.readers);
  const { workspaceId, sourceId } = row;
  const origin = { workspaceId, sourceId, endpoint: connectorEndpoint };
  const pages = way.pages({
    ...{ secret: parts.openSecret(row), state: row.state, egress: parts.egress, now: parts.now },
  });
  const refused = refusedBefore(row.state);
  let taken: Taken = { fresh: 0 };
  try {
    for (;;) {
      const { done, value } = await pages.next(taken);
      if (done) return;
      const items = value.messages.flatMap((message) => itemsOf(mapping, message)).filter(refused.isNew);
      const verdicts = items.length === 0 ? [] : await parts.record(origin, items, read);
      refused.note(items, verdicts);
      const count = (...outcomes: string[]) =>
        verdicts.filter(({ outcome }) => outcomes.includes(outcome)).length;
      const fresh = count('accepted');
      counts.accepted += fresh;
      counts.duplicates += count('duplicate', 'differs');
      counts.refused += count('refused');
      taken = { fresh };
      const until = lease(parts.now());
      if (!(await parts.store.moveState(row.id, claim.until, { ...value.state, ...refused.state() }, until)))
        return;
      claim.until = until;
      await parts.store.noteRun(runId, counts, null);
    }
  } finally {
    await pages.return(undefined);
  }
}

/** What was refused stands in the list of refused items once, however often it is fetched again. */
function refusedBefore(before: State) {
  const marks = new Set(Array.isArray(before.refused) ? (before.refused as string[]) : []);
  const mark = ({ message, part }: MappedItem) => hexOf(hashOf(`${part}:${JSON.stringify(message.body)}`));
  return {
    isNew: (item: MappedItem) => marks.size === 0 || !marks.has(mark(item)),
    note(items: readonly MappedItem[], verdicts: readonly Verdict[]) {
      for (const { index, outcome } of verdicts)
        if (outcome === 'refused' || outcome === 'differs') marks.add(mark(items[index]!));
    },
    state: (): State => (marks.size === 0 ? {} : { refused: [...marks].slice(-mostMarks) }),
  };
}

interface Trouble {
  readonly sentence: string;
  readonly retryAfterMs: number | null;
}

function troubleOf({ log }: RunParts, row: ConnectorRow, error: unknown): Trouble {
  if (error instanceof FetchProblem) return { sentence: error.message, retryAfterMs: error.retryAfterMs };
  if (error instanceof EgressRefused) return { sentence: error.message, retryAfterMs: null };
  if (error instanceof Problem) {
    return { sentence: 'The server is busy; it is tried again shortly.', retryAfterMs: 60_000 };
  }
  const { code } = error as NodeJS.ErrnoException;
  const known = code ? connectionTroubles[code] : undefined;
  if (known) return { sentence: known, retryAfterMs: null };
  log.error({ err: error, connectorId: row.id }, 'a connector failed');
  return { sentence: 'Something went wrong on our side; it has been logged.', retryAfterMs: null };
}

const connectionTroubles: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'Nothing answers at this address and port.',
  ECONNRESET: 'The other side broke the connection; it is tried again later.',
  EPIPE: 'The other side broke the connection; it is tried again later.',
  ETIMEDOUT: 'The other side did not answer in time; it is tried again later.',
  CERT_HAS_EXPIRED: 'The certificate of the other side has expired.',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'The certificate of the other side is signed by nobody that is trusted.',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'The certificate of the other side cannot be verified.',
  ERR_TLS_CERT_ALTNAME_INVALID: 'The certificate of the other side is made out to another name.',
};

function nextRun(row: ConnectorRow, at: Date, failures: number, trouble: Trouble | null): Date {
  const regular = row.everyMinutes * 60_000;
  const pause = Math.min(longestPauseMs, regular * 2 ** Math.min(10, failures));
  return new Date(at.getTime() + (trouble?.retryAfterMs ?? pause));
}
