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

/**
 * Where a reading that is not at its end goes on; `whole` while the list has never been read to its end. Of its pages so many
 * held something new, and so many, one behind the other, nothing since.
 */
interface Sweep {
  readonly resume: string;
  readonly whole: boolean;
  readonly span?: number;
  readonly known?: number;
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
  const rest = sweep ? await askAgain(from, sweep.resume) : null;
  if (sweep && rest !== null && rest !== 'gone') {
    const { whole, span = mostPages, known = 0 } = sweep;
    const depth = { whole, cutShort: true, span, known };
    if (!(yield* readBack(from, rest, { ...depth, ...(marks ? { marks } : {}) }, budget))) return;
  }
  const lost = sweep !== undefined && rest === 'gone';
  const first = await ask(from, from.settings.url, lost ? undefined : marks);
  if (first === null) return;
  const whole = lost ? sweep.whole : swept !== true && sweep === undefined;
  const span = lost ? (sweep.span ?? mostPages) : 0;
  yield* readBack(from, first, { whole, cutShort: lost, span, known: 0, marks: first.marks }, budget);
}

interface Depth {
  readonly whole: boolean;
  /** True where what is known may stand before what is still to be read. */
  readonly cutShort: boolean;
  readonly span: number;
  readonly known: number;
  readonly marks?: State;
}

/**
 * What is new pushes what is old to later pages: where a reading was cut short, all that it has read may stand before what is
 * still to be read. That much is read over, and some more.
 */
const someMore = 5;
/** A page may hold nothing though others follow; one behind the other, so many are its end. */
const mostEmpty = 5;

/** Reads page after page; true when the end, or what is known, was reached. */
async function* readBack(
  from: FetchFrom<Settings>,
  start: Page,
  depth: Depth,
  budget: { pages: number },
): AsyncGenerator<Fetched, boolean, Taken> {
  const { whole, cutShort, marks } = depth;
  let { span, known } = depth;
  let empty = 0;
  let before = '';
  for (let page = start; budget.pages > 0; page = (await ask(from, page.next!))!) {
    budget.pages -= 1;
    const end = page.next === null;
    const sweep = page.next === null ? undefined : { resume: page.next, whole, span: span + 1, known };
    const { fresh } = yield { messages: page.messages, state: stateOf(marks, sweep, !whole || end) };
    if (end) return true;
    empty = page.messages.length === 0 ? empty + 1 : 0;
    if (empty === 0) known = fresh === 0 ? known + 1 : 0;
    if (fresh > 0) span += 1;
    // a server that does not know the page's number answers with the first page for ever
    const same = empty === 0 && said(page) === before;
    before = said(page);
    if (same || (!whole && known > (cutShort ? span + someMore : 0)) || empty > mostEmpty) {
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
  let page = await askAgain(from, at, before.marks);
  if (page === 'gone') {
    at = from.settings.url;
    page = await ask(from, at);
  }
  let held = at;
  let empty = 0;
  for (let pages = 1; page !== null; pages++) {
    const any = page.messages.length > 0;
    empty = any ? 0 : empty + 1;
    if (any) held = at;
    // behind a page that names no other only the page itself can change
    const marks = any && page.next === null ? { marks: page.marks } : {};
    yield { messages: page.messages, state: { onward: held, ...marks } };
    if (page.next === null || pages >= mostPages || empty > mostEmpty) return;
    at = page.next;
    page = await ask(from, at);
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

/** The same for an address that the server gave earlier; it may not know it any more, as it forgets cursors. */
async function askAgain(
  from: FetchFrom<Settings>,
  url: string,
  marks?: State,
): Promise<Page | null | 'gone'> {
  try {
    return await ask(from, url, marks);
  } catch (error) {
    if (url !== from.settings.url && error instanceof FetchProblem && error.isUnknownAddress) return 'gone';
    throw error;
  }
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
    // of pages by number there is always another
    next:
      elements.length === 0 && settings.paging.by === 'page' ? null : nextAddress(settings, url, body, reply),
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
