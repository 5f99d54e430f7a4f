// Lists of pages that move, end early, forget where a reader was, or are set up anew while they are read.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openCollect, type TestCollect } from '../testing/open-collect.ts';
import { connectorOf } from './testing/made-connector.ts';
import { json, openSite, type Site } from './testing/open-site.ts';

let test: TestCollect;
let site: Site;
beforeAll(async () => {
  site = await openSite();
  test = await openCollect(undefined, { egressAllow: ['127.0.0.1'] });
});
afterAll(async () => {
  await test.close();
  site.close();
});

const review = (number: number) => ({
  no: number,
  at: new Date(Date.UTC(2026, 2, 1) + number * 60_000).toISOString(),
  words: `Review ${number}`,
});
/** From the newest, `to`, down to and without `from`. */
const reviews = (from: number, to: number) =>
  Array.from({ length: Math.max(0, to - from) }, (_, index) => review(to - index));
const mapping = [
  {
    to: 'signal',
    item: {
      messageId: { $path: '$.no', $as: 'text' },
      ...{ kind: 'review', channel: 'review_site', happenedAt: '$.at', text: '$.words' },
    },
  },
];
const settings = { kind: 'json', items: '$.list', mapping };
const numbered = { by: 'page', parameter: 'page' };
const linked = { by: 'next', path: '$.next' };
const connector = (more: object) => connectorOf(test, { ...settings, ...more });

describe('a list that is read back from its newest', () => {
  it.each([
    ['numbers', 'p', numbered, 8],
    ['numbers', 'q', numbered, 14],
    ['links that count', 'l', linked, 1],
    ['links that count', 'm', linked, 14],
  ])('by %s (%s) loses nothing where much arrives between two readings', async (_, name, paging, more) => {
    const [perPage, pagesRead] = [2, 10];
    let count = 3;
    let cut = false;
    const path = `/moving-${name}`;
    site.answers[path] = (request, reply, url) => {
      const page = Number(url.searchParams.get('page') ?? 1);
      if (cut && page > pagesRead) {
        reply.destroy();
        return;
      }
      const to = Math.max(0, count - (page - 1) * perPage);
      const next = to > perPage ? `${path}?page=${page + 1}` : null;
      json({ list: reviews(Math.max(0, to - perPage), to), next })(request, reply, url);
    };
    const made = await connector({ url: site.origin + path, paging });
    count += 15 * perPage;
    cut = true;
    await made.run();
    count += more * perPage;
    cut = false;
    await made.run();
    await made.run();
    await made.run();
    expect(await made.kept()).toHaveLength(count);
  });

  it('goes on behind a page that holds nothing but names another', async () => {
    const lists = [reviews(4, 6), [], [], reviews(0, 4)];
    site.answers['/gaps'] = (request, reply, url) => {
      const page = Number(url.searchParams.get('after') ?? 0);
      const next = page + 1 < lists.length ? String(page + 1) : null;
      json({ list: lists[page], next })(request, reply, url);
    };
    const paging = { by: 'cursor', path: '$.next', parameter: 'after' };
    const made = await connector({ url: `${site.origin}/gaps`, paging });
    expect(await made.kept()).toHaveLength(6);
    lists.unshift([]);
    lists[1] = reviews(4, 8);
    await made.run();
    expect(await made.kept()).toHaveLength(8);
  });

  it('whose pages are empty without end is left after a few', async () => {
    site.answers['/hollow'] = (request, reply, url) => {
      const next = String(Number(url.searchParams.get('after') ?? 0) + 1);
      json({ list: [], next })(request, reply, url);
    };
    const paging = { by: 'cursor', path: '$.next', parameter: 'after' };
    const made = await connector({ url: `${site.origin}/hollow`, paging });
    const before = site.asked.length;
    expect((await made.run()).runs).toMatchObject([{ problem: null }, { problem: null }]);
    expect(site.asked.length - before).toBeLessThan(8);
  });

  it.each([true, false])(
    'is begun anew where the server forgot the cursor (newest first: %s)',
    async (newestFirst) => {
      let count = 6;
      let age = 0;
      let cut = true;
      site.answers['/forgets'] = (request, reply, url) => {
        const [at, given] = (url.searchParams.get('after') ?? `0.${age}`).split('.').map(Number);
        if (given !== age) reply.writeHead(410).end();
        else if (cut && at! > 2) reply.destroy();
        else {
          const oldest = Array.from({ length: 2 }, (_, index) => review(at! + index + 1)).slice(
            0,
            count - at!,
          );
          const newest = reviews(Math.max(0, count - at! - 2), count - at!);
          const next = at! + 2 < count ? `${at! + 2}.${age}` : null;
          json({ list: newestFirst ? newest : oldest, next })(request, reply, url);
        }
      };
      const paging = { by: 'cursor', path: '$.next', parameter: 'after' };
      const made = await connector({ url: `${site.origin}/forgets`, paging, newestFirst });
      expect((await made.kept()).length).toBeLessThan(6);
      age += 1;
      cut = false;
      count += 2;
      expect((await made.run()).runs).toMatchObject([{ problem: null }, {}]);
      expect(await made.kept()).toHaveLength(count);
    },
  );
});

it('a connector that gets another address while it is read goes on there, from its beginning', async () => {
  let change = async () => {};
  site.answers['/old'] = async (request, reply, url) => {
    const page = Number(url.searchParams.get('page') ?? 1);
    if (page === 9) await change();
    json({ list: reviews((page - 1) * 10, (page - 1) * 10 + (page < 9 ? 2 : 0)) })(request, reply, url);
  };
  site.answers['/new'] = json({ list: reviews(100, 103) });
  const made = await connector({ url: `${site.origin}/old`, paging: numbered, newestFirst: false });
  const later = { ...settings, paging: { by: 'none' }, newestFirst: false, url: `${site.origin}/new` };
  let changed = 0;
  change = async () => {
    changed = (await made.ask('PATCH', `/api/connectors/${made.id}`, { settings: later })).status;
  };
  await made.run();
  expect(changed).toBe(204);
  await made.run();
  const texts = (await made.kept()).map(({ text }) => text);
  expect(texts).toEqual(expect.arrayContaining(['Review 101', 'Review 102', 'Review 103']));
  const { body } = await made.ask('GET', '/api/connectors');
  expect(body.connectors[0]).toMatchObject({ failures: 0, running: false });
});
