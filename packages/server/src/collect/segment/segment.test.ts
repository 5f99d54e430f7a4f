import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sql } from '../../platform/stores/sql.ts';
import { openCollect, type TestCollect } from '../testing/open-collect.ts';

let test: TestCollect;
beforeAll(async () => {
  test = await openCollect();
});
afterAll(() => test.close());

interface Sent {
  readonly status: number;
  readonly body: {
    accepted: number;
    duplicates: number;
    refused: number;
    verdicts: Record<string, string>[];
  } & {
    detail?: string;
    code?: string;
  };
}

async function post(
  path: string,
  body: unknown,
  headers: Record<string, string> = {},
  writeKey?: string,
): Promise<Sent> {
  const payload = typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body);
  const authorization = writeKey
    ? { authorization: `Basic ${Buffer.from(`${writeKey}:`).toString('base64')}` }
    : {};
  const reply = await test.app.inject({
    method: 'POST',
    url: path,
    headers: { 'content-type': 'application/json', ...authorization, ...headers },
    payload,
  });
  return { status: reply.statusCode, body: reply.json() };
}

const event = (workspaceId: string, messageId: string) =>
  test
    .rows<Record<string, unknown>>(
      sql`select e.* from events e where workspace_id = ${workspaceId} and reference = ${messageId}`,
    )
    .then(([row]) => row);

const order = (messageId: string, properties: object = {}, more: object = {}) => ({
  type: 'track',
  event: 'Order Completed',
  messageId,
  userId: 'u1',
  timestamp: '2026-03-31T08:15:00Z',
  properties: { order_id: messageId, total: 129.9, currency: 'SEK', store: 'lund', ...properties },
  ...more,
});

describe('a message in Segment’s format', () => {
  it('with a name that every object of the language has means nothing of its own', async () => {
    const { workspaceId, writeKey } = await test.workspace();
    const names = ['constructor', 'toString', '__proto__', 'valueOf'];
    const batch = names.map((name) =>
      order(
        name,
        { touchpoint: name },
        { event: name, context: { externalIds: [{ id: name, type: name }] } },
      ),
    );
    expect((await post('/v1/batch', { batch }, {}, writeKey)).body.accepted).toBe(4);
    const kinds = await test.rows<{ kind: string }>(
      sql`select distinct kind from events where workspace_id = ${workspaceId}`,
    );
    expect(kinds).toEqual([{ kind: 'custom' }]);
    const known = await test.rows<{ type: string; namespace: string }>(
      sql`select type, namespace from identifiers where workspace_id = ${workspaceId} and type != 'user_id'
        order by namespace`,
    );
    expect(known).toEqual(
      ['__proto__', 'constructor', 'tostring', 'valueof'].map((namespace) => ({
        ...{ type: 'external_id', namespace },
      })),
    );
  });

  it('that completes an order brings reference, money, lines, place and day', async () => {
    const { workspaceId, writeKey, placeId } = await test.workspace();
    const products = [
      { product_id: 'p1', name: 'Milk', category: 'Dairy', price: 12.95, quantity: 2, cost: 9.1 },
    ];
    const { body } = await post(
      '/v1/batch',
      { batch: [order('o1', { products, email: 'a@b.se', note: 'gift' })] },
      {},
      writeKey,
    );
    expect(body.accepted).toBe(1);
    expect(await event(workspaceId, 'o1')).toMatchObject({
      kind: 'order_placed',
      name: 'Order Completed',
      amount_minor: '12990',
      currency: 'SEK',
      place_id: placeId,
      local_day: '2026-03-31',
      local_minute: 615,
      properties: '{"note":"gift"}',
    });
    const lines = await test.rows(
      sql`select product_name, category, quantity, price_minor, cost_minor from order_lines where workspace_id = ${workspaceId}`,
    );
    expect(lines).toEqual([
      { product_name: 'Milk', category: 'Dairy', quantity: 2, price_minor: '1295', cost_minor: '910' },
    ]);
  });

  it('is sent to its own address, with the write key in the body', async () => {
    const { workspaceId, writeKey } = await test.workspace();
    const replies = await Promise.all([
      post('/v1/identify', {
        writeKey,
        userId: 'u1',
        messageId: 'i',
        traits: { email: 'a@b.se', address: { city: 'Lund' } },
      }),
      post('/v1/track', { writeKey, userId: 'u1', messageId: 't', event: 'visit' }),
      post('/v1/page', { writeKey, anonymousId: 'd1', messageId: 'p', name: 'Home' }),
      post('/v1/screen', { writeKey, anonymousId: 'd1', messageId: 's', name: 'Start' }),
      post('/v1/group', { writeKey, userId: 'u1', messageId: 'g', groupId: 'acme' }),
      post('/v1/alias', { writeKey, userId: 'u1', messageId: 'a', previousId: 'd1' }),
    ]);
    expect(replies.map(({ status, body }) => [status, body.accepted])).toEqual(Array(6).fill([200, 1]));
    const kinds = await test.rows<{ kind: string }>(
      sql`select kind from events where workspace_id = ${workspaceId} order by kind`,
    );
    expect(kinds.map(({ kind }) => kind)).toEqual([
      'alias',
      'group',
      'identify',
      'page_viewed',
      'page_viewed',
      'visit',
    ]);
    const traits = await test.rows(
      sql`select name, value from traits where workspace_id = ${workspaceId} order by name`,
    );
    expect(traits).toEqual([
      { name: 'address.city', value: 'Lund' },
      { name: 'email', value: 'a@b.se' },
    ]);
    const links = await test.rows<{ rule: string }>(
      sql`select rule from identity_links where workspace_id = ${workspaceId} order by rule`,
    );
    expect(links.map(({ rule }) => rule)).toEqual(['alias', 'same_message']);
  });

  it('is moved by how wrong the device’s clock was', async () => {
    const { workspaceId, writeKey } = await test.workspace();
    const now = Date.now();
    const wrong = (ms: number) => new Date(now - 3_600_000 + ms).toISOString();
    await post(
      '/v1/batch',
      { sentAt: wrong(0), batch: [order('late', {}, { timestamp: wrong(-60_000) })] },
      {},
      writeKey,
    );
    const [row] = await test.rows<{ t: string }>(
      sql`select toUnixTimestamp64Milli(happened_at) as t from events where workspace_id = ${workspaceId}`,
    );
    // As much as passes between the two clocks' readings; uncorrected it would be an hour.
    expect(Math.abs(Number(row!.t) - (now - 60_000))).toBeLessThan(60_000);
  });

  it.each([
    ['no event name', { event: undefined }, 'event'],
    ['nobody', { userId: null }, 'userId'],
    ['an amount that is a word', { properties: { total: 'much', currency: 'SEK' } }, 'properties.total'],
    ['a currency that is none', { properties: { total: 1, currency: 'kr' } }, 'properties.currency'],
    ['a due date that cannot be', { properties: { due_at: '2026-02-30' } }, 'properties.due_at'],
    ['an unknown type', { type: 'tracks' }, 'type'],
    ['a time that has not come', { timestamp: '2999-01-01T00:00:00Z' }, 'timestamp'],
  ])('with %s is refused by name', async (_, change, field) => {
    const { writeKey } = await test.workspace();
    const { status, body } = await post(
      '/v1/batch',
      { batch: [order('o1', {}, change), order('o2')] },
      {},
      writeKey,
    );
    expect(status).toBe(200);
    expect(body.verdicts[0]).toMatchObject({ outcome: 'refused', field });
    expect(body.verdicts[1]).toMatchObject({ outcome: 'accepted' });
  });

  it('whose customer has said no to analytics is not kept', async () => {
    const { writeKey } = await test.workspace();
    const context = { consent: { categoryPreferences: { Analytics: false } } };
    const { body } = await post('/v1/batch', { context, batch: [order('o1')] }, {}, writeKey);
    expect(body.verdicts[0]).toMatchObject({ outcome: 'refused', reason: 'no_consent' });
  });

  it('takes from the batch’s context what its own does not say', async () => {
    const { workspaceId, writeKey } = await test.workspace();
    const context = {
      consent: { categoryPreferences: { Analytics: false } },
      externalIds: [{ id: 'z-1', type: 'zendesk' }],
    };
    const own = { consent: { categoryPreferences: { Analytics: true } } };
    const batch = [order('o1', {}, { context: { locale: 'sv' } }), order('o2', {}, { context: own })];
    const { body } = await post('/v1/batch', { context, batch }, {}, writeKey);
    expect(body.verdicts.map(({ outcome, reason }) => reason ?? outcome)).toEqual(['no_consent', 'accepted']);
    const known = await test.rows<object>(
      sql`select type, namespace, value from identifiers where workspace_id = ${workspaceId} and type = 'external_id'`,
    );
    expect(known).toEqual([{ type: 'external_id', namespace: 'zendesk', value: 'z-1' }]);
  });

  it('takes up to 32 kB in a batch of up to 4 MB; a larger one is refused alone', async () => {
    const { writeKey } = await test.workspace();
    const large = (id: string, bytes: number) => order(id, { note: 'x'.repeat(bytes) });
    const batch = [
      ...Array.from({ length: 100 }, (_, index) => large(`o${index}`, 31_000)),
      large('too large', 33_000),
    ];
    const { status, body } = await post('/v1/batch', { batch }, {}, writeKey);
    expect([status, body.accepted, body.refused]).toEqual([200, 100, 1]);
    expect(body.verdicts[100]).toMatchObject({ reason: 'too_large', messageId: 'too large' });
  });

  it('that names nobody real is kept without a customer, and the sender is told', async () => {
    const { workspaceId, writeKey } = await test.workspace();
    const { body } = await post('/v1/batch', { batch: [order('o1', {}, { userId: 'null' })] }, {}, writeKey);
    expect(body.verdicts[0]).toMatchObject({ outcome: 'accepted', reason: 'identifier_left_out' });
    expect(await event(workspaceId, 'o1')).toMatchObject({ identifier_key: '0' });
  });

  it('is the same message when it is sent again later with another sentAt', async () => {
    const { writeKey } = await test.workspace();
    const send = (sentAt: string) =>
      post('/v1/batch', { batch: [order('o1', {}, { sentAt })] }, {}, writeKey);
    await send(new Date().toISOString());
    expect((await send(new Date(Date.now() + 1).toISOString())).body).toMatchObject({
      duplicates: 1,
      refused: 0,
    });
  });
});

describe('a hundred copies sent at once', () => {
  it('leave one row', async () => {
    const { workspaceId, writeKey } = await test.workspace();
    const replies = await Promise.all(
      Array.from({ length: 100 }, () =>
        post('/v1/batch', { batch: [order('o1'), order('o2')] }, {}, writeKey),
      ),
    );
    expect(replies.every(({ status }) => status === 200)).toBe(true);
    const sum = (field: 'accepted' | 'duplicates') =>
      replies.reduce((total, { body }) => total + body[field], 0);
    expect([sum('accepted'), sum('duplicates')]).toEqual([2, 198]);
    const [count] = await test.rows(sql`select count() as n from events where workspace_id = ${workspaceId}`);
    expect(count).toEqual({ n: '2' });
  });
});

describe('a body', () => {
  it('may be packed', async () => {
    const { writeKey } = await test.workspace();
    const packed = gzipSync(JSON.stringify({ batch: [order('o1')] }));
    const reply = await post('/v1/batch', packed, { 'content-encoding': 'gzip' }, writeKey);
    expect(reply.body.accepted).toBe(1);
  });

  it('may come as plain text, as a leaving page sends it', async () => {
    const { writeKey } = await test.workspace();
    const reply = await post(
      '/v1/batch',
      { writeKey, batch: [order('o1')] },
      { 'content-type': 'text/plain' },
    );
    expect(reply.body.accepted).toBe(1);
  });

  it('that unpacks to more than allowed is refused before it fills the memory', async () => {
    const { writeKey } = await test.workspace();
    const bomb = gzipSync(Buffer.alloc(64 * 1024 * 1024, 32));
    const reply = await post('/v1/batch', bomb, { 'content-encoding': 'gzip' }, writeKey);
    expect(reply).toMatchObject({ status: 413, body: { code: 'too_large' } });
  });

  it.each([
    ['100 MB of garbage', () => Buffer.alloc(100 * 1024 * 1024, 7), 413],
    ['half a document', () => '{"batch":[{', 400],
    ['nothing', () => '', 400],
    ['a list', () => '[1,2,3]', 400],
    ['a broken archive', () => Buffer.from('not gzip at all'), 400],
    ['a million brackets', () => '['.repeat(1_000_000), 400],
  ])('of %s gets a status that fits', async (what, make, status) => {
    const { writeKey } = await test.workspace();
    const encoding = what === 'a broken archive' ? { 'content-encoding': 'gzip' } : {};
    expect((await post('/v1/batch', make(), encoding, writeKey)).status).toBe(status);
  });

  it.each(['constructor', '__proto__', 'gzip, gzip', 'br'])(
    'said to be packed as %s, which is not read here, is told so',
    async (encoding) => {
      const { writeKey } = await test.workspace();
      const reply = await post('/v1/batch', { batch: [] }, { 'content-encoding': encoding }, writeKey);
      expect(reply).toMatchObject({ status: 415, body: { detail: expect.stringContaining('send gzip') } });
    },
  );

  it('that is one list nested without end is refused, not failed', async () => {
    const { writeKey } = await test.workspace();
    const deep = '['.repeat(200_000) + ']'.repeat(200_000);
    expect(await post('/v1/batch', deep, {}, writeKey)).toMatchObject({
      status: 400,
      body: { detail: expect.stringMatching(/^body is \[\[\[/) },
    });
  });

  it('with one item nested a thousand levels deep costs only that item', async () => {
    const { writeKey } = await test.workspace();
    const deep = `{"type":"track","event":"x","userId":"u","messageId":"d","properties":{"a":${'['.repeat(1_000)}${']'.repeat(1_000)}}}`;
    const reply = await post('/v1/batch', `{"batch":[${deep},${JSON.stringify(order('o1'))}]}`, {}, writeKey);
    expect(reply.body.verdicts.map(({ outcome, reason }) => reason ?? outcome)).toEqual([
      'too_deep',
      'accepted',
    ]);
  });

  it('is read with the key as a bearer or in a header of its own', async () => {
    const { writeKey } = await test.workspace();
    const send = (id: string, headers: Record<string, string>) =>
      post('/v1/batch', { batch: [order(id)] }, headers);
    expect((await send('o1', { authorization: `Bearer ${writeKey}` })).body.accepted).toBe(1);
    expect((await send('o2', { 'x-api-key': writeKey })).body.accepted).toBe(1);
  });

  it('without a key, or with a wrong one, is not read', async () => {
    expect((await post('/v1/batch', { batch: [order('o1')] })).status).toBe(401);
    expect((await post('/v1/batch', { batch: [order('o1')] }, {}, 'lyw_wrong')).status).toBe(401);
  });
});
