// Each connector against a real server of its protocol on this machine.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sql } from '../../platform/stores/sql.ts';
import { openCollect, type TestCollect } from '../testing/open-collect.ts';
import { sites } from './testing/documented-answers.ts';
import { connectorOf } from './testing/made-connector.ts';
import { openMailServer } from './testing/mail-server.ts';
import { type Answer, json, openSite, type Site } from './testing/open-site.ts';

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

const connector = (settings: object, secret?: string) => connectorOf(test, settings, secret);

const item = (index: number) =>
  `<item><guid>post-${index}</guid><title>Post ${index}</title><link>https://x.example/${index}</link>
   <pubDate>Tue, 31 Mar 2026 08:${String(index).padStart(2, '0')}:00 GMT</pubDate>
   <description><![CDATA[<p>Kön &amp; kassan <b>${index}</b></p>]]></description></item>`;
const rss = (count: number) =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>x</title>${Array.from({ length: count }, (_, index) => item(index)).join('')}</channel></rss>`;

describe('a feed', () => {
  it('is read as it grows, and asked for only when it has changed', async () => {
    let count = 2;
    site.answers['/rss'] = (request, reply) => {
      const etag = `"${count}"`;
      if (request.headers['if-none-match'] === etag) reply.writeHead(304).end();
      else reply.writeHead(200, { etag, 'last-modified': 'Tue, 31 Mar 2026 08:00:00 GMT' }).end(rss(count));
    };
    const made = await connector({ kind: 'feed', url: `${site.origin}/rss` });
    expect(await made.kept()).toMatchObject([
      { kind: 'social', title: 'Post 0', text: 'Kön & kassan 0', happened_at: '2026-03-31 08:00:00.000' },
      { title: 'Post 1' },
    ]);
    expect((await made.run()).runs).toMatchObject([{ accepted: 0, problem: null }, { accepted: 2 }]);
    expect(site.asked.at(-1)!.headers).toMatchObject({
      ...{ 'if-none-match': '"2"', 'if-modified-since': 'Tue, 31 Mar 2026 08:00:00 GMT' },
    });
    count = 3;
    expect((await made.run()).runs).toMatchObject([{ accepted: 1, duplicates: 2 }, {}, {}]);
  });

  it('whose entries bear no date, or no id either, is kept once however often it is read', async () => {
    const entries =
      '<item><guid>p1</guid><title>One</title></item><item><description>Two</description></item>';
    site.answers['/undated'] = (_, reply) =>
      reply.writeHead(200).end(`<rss version="2.0"><channel><title>x</title>${entries}</channel></rss>`);
    const made = await connector({ kind: 'feed', url: `${site.origin}/undated` });
    await made.run();
    expect((await made.run()).runs).toMatchObject([
      { accepted: 0, duplicates: 2, refused: 0 },
      { accepted: 0, duplicates: 2, refused: 0 },
      { accepted: 2 },
    ]);
    const { workspaceId } = made;
    expect(await test.rows(sql`select reason from refusals where workspace_id = ${workspaceId}`)).toEqual([]);
  });
});

const reviews = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, index) => ({
    no: to - index,
    at: at(to - index),
    words: `Review ${to - index}`,
  }));
const at = (number: number) => new Date(Date.UTC(2026, 2, 1) + number * 60_000).toISOString();
const mapping = [
  {
    to: 'signal',
    item: {
      messageId: { $path: '$.no', $as: 'text' },
      ...{ kind: 'review', channel: 'review_site', happenedAt: '$.at', text: '$.words' },
    },
  },
];

/** A list of `count` reviews, newest first, ten a page. */
function pagesOf(count: () => number): Answer {
  return (request, reply, url) => {
    const page = Number(url.searchParams.get('page') ?? 1);
    const to = Math.max(0, count() - (page - 1) * 10);
    json({ list: reviews(Math.max(0, to - 10), to) })(request, reply, url);
  };
}

describe('an API that answers with JSON', () => {
  const settings = { kind: 'json', items: '$.list', mapping, paging: { by: 'page', parameter: 'page' } };

  it('is read to its end once, and later as far as there is something new', async () => {
    let count = 35;
    site.answers['/api'] = pagesOf(() => count);
    const made = await connector(
      { ...settings, url: `${site.origin}/api`, secretHeader: 'x-key', headers: { 'x-app': 'shop' } },
      'the key',
    );
    expect(await made.kept()).toHaveLength(35);
    expect(site.asked.at(-1)!.headers).toMatchObject({ 'x-key': 'the key', 'x-app': 'shop' });
    count = 38;
    const before = site.asked.length;
    expect((await made.run()).runs).toMatchObject([{ accepted: 3, duplicates: 17 }, { accepted: 35 }]);
    expect(site.asked.length - before).toBe(2);
    expect(JSON.stringify(await made.ask('GET', '/api/connectors'))).not.toContain('the key');
  });

  it('cut short anywhere, goes on so that nothing is lost and nothing doubled', async () => {
    let count = 0;
    let left = Number.POSITIVE_INFINITY;
    site.answers['/cut'] = (request, reply, url) => {
      left -= 1;
      if (left < 0) reply.destroy();
      else pagesOf(() => count)(request, reply, url);
    };
    const made = await connector({ ...settings, url: `${site.origin}/cut` });
    for (const [more, pages] of [
      [60, 2],
      [7, 1],
      [25, 2],
      [0, 3],
      [12, 99],
      [0, 99],
    ] as const) {
      count += more;
      left = pages;
      await made.run();
    }
    const kept = await made.kept();
    expect(kept).toHaveLength(count);
    expect(new Set(kept.map(({ text }) => text)).size).toBe(count);
  });

  it('stopped after the commit and before its state moved, reads the same again and keeps it once', async () => {
    site.answers['/again'] = pagesOf(() => 15);
    const made = await connector({ ...settings, url: `${site.origin}/again` });
    const state = () =>
      test.platform.ledger.one<{ state: object }>(sql`select state from connectors where id = ${made.id}`);
    expect((await state())!.state).toMatchObject({ swept: true });
    await test.platform.ledger.query(sql`update connectors set state = '{}' where id = ${made.id}`);
    expect((await made.run()).runs).toMatchObject([{ accepted: 0, duplicates: 15 }, { accepted: 15 }]);
    expect(await made.kept()).toHaveLength(15);
  });

  it('whose newest stand last is read on, also where the last page fills up before there is another', async () => {
    let count = 0;
    site.answers['/onward'] = (request, reply, url) => {
      const first = (Number(url.searchParams.get('page') ?? 1) - 1) * 10;
      const list = reviews(first, Math.max(first, Math.min(count, first + 10))).reverse();
      json({ list })(request, reply, url);
    };
    count = 25;
    const made = await connector({ ...settings, url: `${site.origin}/onward`, newestFirst: false });
    for (const more of [3, 0, 2, 1, 30]) {
      count += more;
      await made.run();
    }
    const kept = await made.kept();
    expect(kept).toHaveLength(count);
    expect(new Set(kept.map(({ text }) => text)).size).toBe(count);
  });

  it('may begin with a byte order mark, name its letters, and hold numbers beyond what a program can', async () => {
    const list =
      '{"list":[{"no":9007199254740993,"at":"2026-03-31T08:15:00Z","words":"Kön"},{"no":9007199254740992,"at":"2026-03-31T08:16:00Z","words":"är lång"}]}';
    const none = { by: 'none' };
    site.answers['/marked'] = (_, reply) => reply.writeHead(200).end(Buffer.from(`\ufeff${list}`));
    site.answers['/latin'] = (_, reply) =>
      reply
        .writeHead(200, { 'content-type': 'application/json; charset=ISO-8859-1' })
        .end(Buffer.from(list, 'latin1'));
    for (const path of ['marked', 'latin']) {
      const made = await connector({ ...settings, paging: none, url: `${site.origin}/${path}` });
      expect(await made.kept(), path).toMatchObject([{ text: 'Kön' }, { text: 'är lång' }]);
    }
  });

  it.each([
    [
      'cursor',
      { by: 'cursor', path: '$.next', parameter: 'after' },
      (n: number) => ({ next: n < 2 ? `c${n + 1}` : null }),
    ],
    [
      'next',
      { by: 'next', path: '$.next' },
      (n: number) => ({ next: n < 2 ? `/next?after=c${n + 1}` : null }),
    ],
    [
      'link',
      { by: 'link' },
      (n: number) => ({ link: n < 2 ? `<${site.origin}/link?after=c${n + 1}>; rel="next"` : '' }),
    ],
  ])('is paged by %s', async (path, paging, more) => {
    site.answers[`/${path}`] = (request, reply, url) => {
      const page = Number((url.searchParams.get('after') ?? 'c0').slice(1));
      const { link = '', ...rest } = more(page) as { link?: string };
      json({ list: reviews(page * 5, page * 5 + 5), ...rest }, link ? { link } : {})(request, reply, url);
    };
    const made = await connector({ ...settings, url: `${site.origin}/${path}`, paging });
    expect(await made.kept()).toHaveLength(15);
  });

  it('never shows its key to another server, follows no redirect, and reaches nothing inside', async () => {
    site.answers['/away'] = json({ list: reviews(0, 1), next: 'http://elsewhere.example/steal' });
    const away = await connector(
      { ...settings, url: `${site.origin}/away`, paging: { by: 'next', path: '$.next' } },
      'the key',
    );
    expect((await away.run()).runs).toMatchObject([
      { problem: expect.stringContaining('another server') },
      {},
    ]);
    site.answers['/moved'] = (_, reply) =>
      reply.writeHead(302, { location: 'http://169.254.169.254/' }).end();
    const moved = await connector({ ...settings, url: `${site.origin}/moved` });
    expect((await moved.run()).runs).toMatchObject([{ problem: expect.stringContaining('moved') }, {}]);
    const inside = await connector({ ...settings, url: 'http://10.0.0.1/' });
    expect((await inside.run()).runs).toMatchObject([
      { problem: expect.stringContaining('public internet') },
      {},
    ]);
  });

  it('that asks to be left alone is left alone; other trouble makes the pauses longer', async () => {
    site.answers['/busy'] = (_, reply) => reply.writeHead(429, { 'retry-after': '7200' }).end();
    const busy = await connector({ ...settings, url: `${site.origin}/busy` });
    const state = (await busy.run()) as { nextRunAt: string; failures: number };
    expect(Date.parse(state.nextRunAt) - Date.now()).toBeGreaterThan(7_100_000);
    site.answers['/broken'] = (_, reply) => reply.writeHead(500).end();
    const broken = await connector({ ...settings, url: `${site.origin}/broken` });
    const second = (await broken.run()) as { nextRunAt: string; failures: number };
    expect(second.failures).toBe(2);
    expect(Date.parse(second.nextRunAt) - Date.now()).toBeGreaterThan(3.9 * 3_600_000);
    const { ask } = broken;
    await ask('PATCH', `/api/connectors/${broken.id}`, { paused: true });
    expect((await ask('GET', '/api/connectors')).body.connectors[0]).toMatchObject({
      paused: true,
      nextRunAt: null,
    });
  });

  it('a bad item is kept as refused and can be read again', async () => {
    site.answers['/odd'] = json({ list: [...reviews(0, 2), { no: 9, words: 'No time' }] });
    const made = await connector({ ...settings, url: `${site.origin}/odd` });
    const { refusals } = (await made.ask('GET', '/api/refusals')).body;
    expect(refusals).toMatchObject([{ endpoint: 'connector', field: 'happenedAt', replayable: true }]);
    await made.run();
    expect((await made.ask('GET', '/api/refusals')).body.total).toBe(1);
    const again = (await made.ask('POST', '/api/refusals/replay', { ids: [refusals[0].id] })).body;
    expect(again.verdicts[0]).toMatchObject({ outcome: 'refused', field: 'happenedAt' });
  });
});

it.each(sites)('%s are read in their documented shape', async (kind, body, expected) => {
  site.answers[`/${kind}`] = (request, reply, url) =>
    json(url.searchParams.get('page') === '2' ? { reviews: [] } : body)(request, reply, url);
  const made = await connector({ kind, url: `${site.origin}/${kind}` });
  expect(await made.kept()).toMatchObject([expected]);
});

it('a post that is read again after others liked it is the same post', async () => {
  const [kind, body] = sites.find(([one]) => one === 'mastodon')!;
  let likes = 0;
  site.answers['/liked'] = (...given) => {
    likes += 1;
    const post = (body as object[])[0] as { account: object };
    const account = { ...post.account, followers_count: 10 + likes };
    json([{ ...post, reblogs_count: likes, favourites_count: likes, account }])(...given);
  };
  const made = await connector({ kind, url: `${site.origin}/liked` });
  expect((await made.run()).runs).toMatchObject([{ duplicates: 1, refused: 0 }, { accepted: 1 }]);
  expect((await made.ask('GET', '/api/refusals')).body.total).toBe(0);
});

describe('a mailbox', () => {
  const mail = (id: string, text: string, more = '') =>
    `Message-ID: <${id}@shop.example>\r\nFrom: Anna <anna@example.org>\r\nSubject: Trasig lampa\r\nDate: Tue, 31 Mar 2026 10:15:00 +0200\r\nContent-Type: text/plain; charset=utf-8\r\n${more}\r\n${text}`;

  it('is read from where it was left, unchanged; quotes and machines’ answers are no words of customers', async () => {
    const server = await openMailServer([
      mail('m1', 'Lampan kom trasig.'),
      mail('m2', 'Jag är på semester.', 'Auto-Submitted: auto-replied\r\n'),
      mail(
        'm3',
        'Fortfarande trasig.\r\n\r\nDen 30 mars 2026 kl. 9 skrev Butiken:\r\n> Hej!',
        'References: <m1@shop.example>\r\n',
      ),
    ]);
    const settings = { kind: 'imap', host: '127.0.0.1', port: server.port, secure: false, user: 'testuser' };
    const made = await connector(settings, 'testpass');
    expect(await made.kept()).toMatchObject([
      {
        kind: 'ticket',
        channel: 'email',
        text: 'Fortfarande trasig.',
        conversation: 'm1@shop.example',
        known: true,
      },
      { title: 'Trasig lampa', text: 'Lampan kom trasig.', happened_at: '2026-03-31 08:15:00.000' },
    ]);
    server.append(mail('m4', 'Tack, nu fungerar den.'));
    expect((await made.run()).runs).toMatchObject([{ accepted: 1, duplicates: 0 }, { accepted: 2 }]);
    expect(server.flags()).toEqual([[], [], [], []]);
    const wrong = await connector(settings, 'wrong');
    expect((await wrong.run()).runs).toMatchObject([{ problem: expect.stringContaining('password') }, {}]);
    server.close();
  });

  it('with a mail that cannot be read names it, and goes on behind it', async () => {
    const nested = Array.from(
      { length: 400 },
      (_, depth) => `--b${depth}\r\nContent-Type: multipart/mixed; boundary="b${depth + 1}"\r\n\r\n`,
    ).join('');
    const server = await openMailServer([
      `From: x@example.org\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="b0"\r\n\r\n${nested}`,
      mail('m1', 'Lampan kom trasig.'),
    ]);
    const settings = { kind: 'imap', host: '127.0.0.1', port: server.port, secure: false, user: 'testuser' };
    const made = await connector(settings, 'testpass');
    expect(await made.kept()).toMatchObject([{ text: 'Lampan kom trasig.' }]);
    expect((await made.run()).runs).toMatchObject([
      { problem: null },
      { accepted: 1, refused: 1, problem: null },
    ]);
    server.close();
  });
});
