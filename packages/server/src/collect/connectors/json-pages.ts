// Promise: a list that others keep adding to is read to its end once, and from then on only as far as there is something new;
// a reading that was cut short goes on where it ended, and nothing between is left out.
import type { JsonSettings, Mapping } from '@lyhord/contract';
import type { z } from 'zod';
import type { EgressReply } from '../../platform/egress/egress.ts';
import { parseExactly } from '../http/exact-json.ts';
import { textIn } from '../http/source-bodies.ts';
import { elementsAt, valueAt } from '../mapping/value-at.ts';
import { type Fetched, type FetchFrom, FetchProblem, type State, type Taken, type Way } from './fetching.ts';
import { marksOf, politeRequest } from './polite-request.ts';

type Settings = z.output<typeof JsonSettings>;

/** Where a reading that is not at its end goes on; `whole` while the list has never been read to its end. */
interface Sweep {
  readonly resume: string;
  readonly whole: boolean;
}
interface JsonState {
  readonly sweep?: Sweep;
  readonly swept?: boolean;
  readonly marks?: State;
  readonly onward?: string;
}

const mostPages = 20;
const pauseMs = 200;

export const jsonWay: Way<Settings> = {
  mapping: ({ mapping }: Settings): Mapping => mapping,
  pages: (from) => (from.settings.newestFirst ? newestFirst(from) : onward(from)),
};

/** First on where a reading was cut short; then from the newest back to what is known. */
async function* newestFirst(from: FetchFrom<Settings>): AsyncGenerator<Fetched, void, Taken> {
  const { sweep, marks, swept } = from.state as JsonState;
  const budget = { pages: mostPages };
  if (sweep) {
    // pages by number move further back with every new item, so some known ones are read over
    const readOver = from.settings.paging.by === 'page' ? 5 : 0;
    const start = (await ask(from, sweep.resume))!;
    if (
      !(yield* readBack(from, start, { whole: sweep.whole, readOver, ...(marks ? { marks } : {}) }, budget))
    )
      return;
  }
  const first = await ask(from, from.settings.url, marks);
  if (first === null) return;
  const whole = swept !== true && sweep === undefined;
  yield* readBack(from, first, { whole, readOver: 0, marks: first.marks }, budget);
}

interface Depth {
  readonly whole: boolean;
  readonly readOver: number;
  readonly marks?: State;
}

/** Reads page after page; true when the end, or what is known, was reached. */
async function* readBack(
  from: FetchFrom<Settings>,
  start: Page,
  { whole, readOver, marks }: Depth,
  budget: { pages: number },
): AsyncGenerator<Fetched, boolean, Taken> {
  let known = 0;
  let before = '';
  for (let page = start; budget.pages > 0; page = (await ask(from, page.next!))!) {
    budget.pages -= 1;
    const end = page.next === null;
    const sweep = page.next === null ? undefined : { resume: page.next, whole };
    const { fresh } = yield { messages: page.messages, state: stateOf(marks, sweep, !whole || end) };
    if (end) return true;
    known = fresh === 0 ? known + 1 : 0;
    // a server that does not know the page's number answers with the first page for ever
    const same = said(page) === before;
    before = said(page);
    if (same || (!whole && known > readOver)) {
      yield { messages: [], state: stateOf(marks, undefined, true) };
      return true;
    }
    if (budget.pages === 0) return false;
  }
  return false;
}

/**
 * Lists whose newest stand last: each reading goes on at the last page that held anything, since a page that was not full
 * is filled up before there is another.
 */
async function* onward(from: FetchFrom<Settings>): AsyncGenerator<Fetched, void, Taken> {
  const before = from.state as JsonState;
  let at = before.onward ?? from.settings.url;
  let held = at;
  for (let pages = 0; pages < mostPages; pages++) {
    const page = await ask(from, at, pages === 0 ? before.marks : undefined);
    if (page === null) return;
    const any = page.messages.length > 0;
    if (any) held = at;
    // behind a page that names no other only the page itself can change
    const marks = any && page.next === null ? { marks: page.marks } : {};
    yield { messages: page.messages, state: { onward: held, ...marks } };
    if (page.next === null) return;
    at = page.next;
  }
}

const said = ({ messages }: Page) => JSON.stringify(messages);

const stateOf = (marks: State | undefined, sweep: Sweep | undefined, swept: boolean): State => ({
  ...(marks ? { marks } : {}),
  ...(sweep ? { sweep } : {}),
  swept,
});

interface Page {
  readonly messages: Fetched['messages'];
  readonly next: string | null;
  readonly marks: State;
}

async function ask(from: FetchFrom<Settings>, url: string, marks?: State): Promise<Page | null> {
  const { settings, secret, egress } = from;
  if (url !== settings.url) await new Promise((resolve) => setTimeout(resolve, pauseMs));
  const own = settings.secretHeader && secret !== null ? { [settings.secretHeader]: secret } : {};
  const headers = { accept: 'application/json', ...settings.headers, ...own };
  const reply = await politeRequest(egress, { url, headers, ...(marks ? { marks } : {}) });
  if (reply === null) return null;
  const body = parsed(url, reply);
  const elements = elementsAt(settings.items, { root: body });
  return {
    messages: elements.map((element) => ({ body: element })),
    next: elements.length === 0 ? null : nextAddress(settings, url, body, reply),
    marks: marksOf(reply),
  };
}

function parsed(url: string, { body, headers }: EgressReply): unknown {
  try {
    return parseExactly(textIn(body, headers['content-type'] ?? '').text);
  } catch {
    throw new FetchProblem(`${new URL(url).host} did not answer with JSON; check the address.`);
  }
}

/** Where the next page stands; only ever on the same server, so that a key is shown to nobody else. */
function nextAddress(settings: Settings, url: string, body: unknown, reply: EgressReply): string | null {
  const { paging } = settings;
  const next = new URL(url);
  switch (paging.by) {
    case 'none':
      return null;
    case 'link':
      return sameServer(url, /<([^>]+)>\s*;[^,]*rel="?next"?/i.exec(reply.headers.link ?? '')?.[1]);
    case 'next':
      return sameServer(url, valueAt(paging.path, { root: body }));
    case 'cursor': {
      const cursor = valueAt(paging.path, { root: body });
      if (cursor === undefined || cursor === null || cursor === '' || cursor === false) return null;
      next.searchParams.set(paging.parameter, String(cursor));
      return next.href === url ? null : next.href;
    }
    case 'page': {
      const at = Number(next.searchParams.get(paging.parameter) ?? paging.from);
      next.searchParams.set(paging.parameter, String(at + 1));
      return next.href;
    }
  }
}

function sameServer(url: string, next: unknown): string | null {
  if (typeof next !== 'string' || next === '' || !URL.canParse(next, url)) return null;
  const found = new URL(next, url);
  if (found.origin !== new URL(url).origin) {
    throw new FetchProblem(
      `The next page is said to stand on ${found.host}, another server; it is not asked.`,
    );
  }
  return found.href === url ? null : found.href;
}
