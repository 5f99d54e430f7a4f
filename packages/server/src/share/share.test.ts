import type { LiveMessage } from '@lyhord/contract';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sql } from '../platform/stores/sql.ts';
import { openShare, type TestShare } from './testing/open-share.ts';

let test: TestShare;
let number = 0;
const signal = (place: string, over: object = {}) => {
  number += 1;
  return {
    ...{ messageId: `m${number}`, kind: 'survey' as const, place, happenedAt: new Date().toISOString() },
    ...{ answers: [{ question: 'nps', value: 3 }], text: 'The queue was long.' },
    ...over,
  };
};

beforeAll(async () => {
  test = await openShare();
  const happenedAt = new Date(Date.now() - 3_600_000).toISOString();
  await test.record([
    ...Array.from({ length: 450 }, (_, index) =>
      signal('lund', { text: `Long queue number ${index}`, happenedAt }),
    ),
    ...Array.from({ length: 20 }, () => signal('malmo', { happenedAt })),
    signal('malmo', { text: '=HYPERLINK("http://example.org")', title: '@title', happenedAt }),
  ]);
});
afterAll(() => test.close());

const table = async (path: string, as?: string) => {
  const answer = await test.ask(path, as);
  expect(answer.status).toBe(200);
  const text = Buffer.from(await answer.arrayBuffer()).toString('utf8');
  return parse(text, { columns: true, bom: true }) as Record<string, string>[];
};

describe('an export', () => {
  it('of the feed holds every signal once, with formulas as plain text', async () => {
    const rows = await table('/api/exports/feed');
    expect(rows).toHaveLength(471);
    expect(new Set(rows.map(({ id }) => id)).size).toBe(471);
    const formula = rows.find(({ text }) => text!.includes('HYPERLINK'))!;
    expect(formula.text).toBe('\'=HYPERLINK("http://example.org")');
    expect(formula.title).toBe("'@title");
    expect(formula.score).toBe('3');
  });

  it('holds for a manager what the manager may see', async () => {
    const rows = await table('/api/exports/feed', 'malmo');
    expect(rows.map(({ place }) => place)).toEqual(Array(21).fill('malmo'));
    const cases = await table('/api/exports/cases', 'arhus');
    expect(cases).toEqual([]);
    expect((await test.ask('/api/exports/audit', 'malmo')).status).toBe(403);
  });

  it.each(['places', 'topics', 'trend', 'cases', 'changes', 'customers', 'people', 'audit'])(
    'of %s has the columns that it says',
    async (name) => {
      const answer = await test.ask(`/api/exports/${name}`);
      expect(answer.headers.get('content-type')).toContain('text/csv');
      expect(answer.headers.get('content-disposition')).toContain(`lyhord-${name}`);
      const bytes = Buffer.from(await answer.arrayBuffer());
      expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
      const lines = parse(bytes, { bom: true }) as string[][];
      for (const line of lines) expect(line).toHaveLength(lines[0]!.length);
    },
  );

  it('can do without the byte order mark, and is noted in the audit', async () => {
    const bytes = Buffer.from(await (await test.ask('/api/exports/people?bom=no')).arrayBuffer());
    expect(bytes.subarray(0, 4).toString()).toBe('name');
    expect(bytes.toString()).toContain("'=Anna");
    const noted = await test.platform.ledger.query<{ subject: string }>(
      sql`select subject from audit_entries where action = 'table exported'`,
    );
    expect(noted.map(({ subject }) => subject)).toContain('export:people');
  });

  it('of customers that were searched for does not write down in the audit by what', async () => {
    const answer = await test.ask('/api/exports/customers?where=anna.audited%40example.org');
    expect(answer.status).toBe(200);
    const details = await test.platform.ledger.query<{ detail: string }>(
      sql`select detail from audit_entries where subject = 'export:customers'`,
    );
    expect(details.map(({ detail }) => detail).join()).toContain('where');
    expect(details.map(({ detail }) => detail).join()).not.toContain('anna.audited');
  });

  it('of a place that is not there is a proper refusal', async () => {
    const answer = await test.ask('/api/exports/places?place=nowhere');
    expect(answer.status).toBe(404);
    expect(await answer.json()).toMatchObject({ code: 'not_found' });
  });
});

describe('search', () => {
  it('finds places, topics, cases and comments by words, as far as the reader may see them', async () => {
    const hits = async (words: string, as?: string) =>
      (
        (await (await test.ask(`/api/search?words=${words}`, as)).json()) as {
          hits: { kind: string; label: string }[];
        }
      ).hits;
    expect((await hits('lun')).map(({ kind, label }) => [kind, label])).toContainEqual(['place', 'lund']);
    const kinds = new Set((await hits('queue')).map(({ kind }) => kind));
    expect([...kinds]).toEqual(expect.arrayContaining(['topic', 'comment']));
    expect((await hits('hyperlink')).filter(({ kind }) => kind === 'comment')).toHaveLength(1);
    expect((await hits('hyperlink', 'lund')).filter(({ kind }) => kind === 'comment')).toEqual([]);
  });
});

/** Listens from the moment on that it resolves. */
async function listen(as: string, until: (messages: LiveMessage[]) => boolean) {
  const stop = new AbortController();
  const answer = await fetch(`${test.url}/api/live`, { headers: { 'x-as': as }, signal: stop.signal });
  return { heard: messagesOf(answer, stop, until) };
}

async function messagesOf(
  answer: Response,
  stop: AbortController,
  until: (messages: LiveMessage[]) => boolean,
): Promise<LiveMessage[]> {
  const messages: LiveMessage[] = [];
  let text = '';
  const timer = setTimeout(() => stop.abort(), 60_000);
  try {
    for await (const chunk of answer.body!) {
      text += Buffer.from(chunk).toString();
      const lines = text.split('\n');
      text = lines.pop()!;
      for (const line of lines) if (line.startsWith('data: ')) messages.push(JSON.parse(line.slice(6)));
      if (until(messages)) break;
    }
  } catch (error) {
    if (!stop.signal.aborted) throw error;
  } finally {
    clearTimeout(timer);
    stop.abort();
  }
  return messages;
}

describe('the live screen', () => {
  it('hears of a commit and of its case, when the data is there to be asked for', async () => {
    const { heard } = await listen('admin', (messages) => messages.some(({ topic }) => topic === 'signals'));
    await test.record([signal('lund'), signal('malmo')]);
    const [news] = (await heard).filter(({ topic }) => topic === 'signals');
    expect(news).toMatchObject({ topic: 'signals', count: 2 });
  });

  it('hears nothing of other people’s places', async () => {
    const { heard } = await listen('malmo', (messages) => messages.some(({ topic }) => topic === 'signals'));
    await test.record([signal('lund'), signal('arhus')]);
    await test.record([signal('malmo'), signal('lund')]);
    const news = (await heard).filter(({ topic }) => topic === 'signals');
    expect(news).toEqual([expect.objectContaining({ count: 1, placeIds: [test.place('malmo')] })]);
  });

  it('is told to ask again for everything where news may not have reached the server', async () => {
    const topics = ['signals', 'cases', 'changes'];
    const told = (messages: LiveMessage[]) => new Set(messages.map(({ topic }) => topic));
    const { heard } = await listen('malmo', (messages) => told(messages).size === topics.length);
    for (const topic of ['rollups.rolled', 'cases.changed', 'changes.changed'])
      test.platform.announcements.announce(topic, null);
    expect(told(await heard)).toEqual(new Set(topics));
  });

  it('is open a hundred times for one person, and not once more until one of them is closed', async () => {
    const stops: AbortController[] = [];
    const open = async () => {
      const stop = new AbortController();
      stops.push(stop);
      return (await fetch(`${test.url}/api/live`, { headers: { 'x-as': 'lund' }, signal: stop.signal }))
        .status;
    };
    for (let count = 0; count < 100; count++) expect(await open()).toBe(200);
    expect(await open()).toBe(429);
    stops[0]!.abort();
    await expect.poll(open).toBe(200);
    for (const stop of stops) stop.abort();
  });
});
