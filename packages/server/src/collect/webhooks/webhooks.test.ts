import { createHmac } from 'node:crypto';
import type { webhookPresets } from '@lyhord/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sql } from '../../platform/stores/sql.ts';
import { type Ask, asAdmin } from '../testing/as-admin.ts';
import { openCollect, type TestCollect } from '../testing/open-collect.ts';
import { presets } from './presets.ts';
import { type Scheme, signatureFault } from './signatures.ts';

let test: TestCollect;
beforeAll(async () => {
  test = await openCollect();
});
afterAll(() => test.close());

const secret = 'a secret of the two';
const seconds = () => String(Math.floor(Date.now() / 1_000));
const hmac = (text: string, algorithm = 'sha256', encoding: 'hex' | 'base64' = 'hex') =>
  createHmac(algorithm, secret).update(text).digest(encoding);

/** Signs as each maker does. */
const signed: Record<string, (body: string) => Record<string, string>> = {
  zendesk: (body) => {
    const at = new Date().toISOString();
    return {
      'x-zendesk-webhook-signature': hmac(at + body, 'sha256', 'base64'),
      'x-zendesk-webhook-signature-timestamp': at,
    };
  },
  chatwoot: (body) => {
    const at = seconds();
    return { 'x-chatwoot-signature': `sha256=${hmac(`${at}.${body}`)}`, 'x-chatwoot-timestamp': at };
  },
  intercom: (body) => ({ 'x-hub-signature': `sha1=${hmac(body, 'sha1')}` }),
  shopify: (body) => ({ 'x-shopify-hmac-sha256': hmac(body, 'sha256', 'base64') }),
  typeform: (body) => ({ 'typeform-signature': `sha256=${hmac(body, 'sha256', 'base64')}` }),
  hmac: (body) => ({ 'x-signature': `sha256=${hmac(body)}` }),
  token: () => ({ 'x-webhook-token': secret }),
};

async function receive(url: string, body: unknown, headers: Record<string, string> = {}) {
  const reply = await test.app.inject({
    method: 'POST',
    url: new URL(url).pathname,
    headers: { 'content-type': 'application/json', ...headers },
    payload: typeof body === 'string' ? body : JSON.stringify(body),
  });
  return { status: reply.statusCode, body: reply.json() };
}

async function hook(more: object): Promise<{ workspaceId: string; url: string; ask: Ask; id: string }> {
  const { workspaceId, admin } = await test.workspace();
  const ask = await asAdmin(test, admin);
  const { body } = await ask('POST', '/api/webhooks', { name: 'Hook', secret, ...more });
  return { workspaceId, url: body.url, ask, id: body.id };
}

describe.each(Object.keys(signed) as Scheme[])('a signature in the manner of %s', (scheme) => {
  const body = '{"a":1}';
  const check = (headers: Record<string, string>, text = body, at = Date.now()) =>
    signatureFault(scheme, secret, headers, Buffer.from(text), at);

  it('fits the bytes and the secret, and nothing else', () => {
    const headers = signed[scheme]!(body);
    expect(check(headers)).toBeNull();
    expect(check({})).toMatch(/missing|should hold/);
    expect(signatureFault(scheme, 'another secret', headers, Buffer.from(body), Date.now())).not.toBeNull();
    if (scheme !== 'token') expect(check(headers, '{"a":2}')).toContain('does not fit');
  });
  it('is taken for five minutes where it names its time', () => {
    const headers = signed[scheme]!(body);
    const timed = scheme === 'zendesk' || scheme === 'chatwoot';
    expect(check(headers, body, Date.now() + 4 * 60_000)).toBeNull();
    expect(check(headers, body, Date.now() + 6 * 60_000) === null).toBe(!timed);
  });
});

describe('a message of', () => {
  it.each(Object.keys(presets) as (typeof webhookPresets)[number][])(
    '%s, in its documented shape and signed, is kept once',
    async (preset) => {
      const { workspaceId, url, ask } = await hook({ preset });
      const { example, headers } = presets[preset];
      const text = JSON.stringify(example);
      const signature = signed[preset]!(text);
      expect((await receive(url, text, { ...headers, ...signature })).body).toMatchObject({
        ...{ accepted: 1, refused: 0 },
      });
      expect((await receive(url, text, { ...headers, ...signature })).body).toMatchObject({ duplicates: 1 });
      expect((await receive(url, text, headers)).status).toBe(401);
      const kept = await test.rows<{ kind: string; known: boolean }>(sql`
        select kind, toBool(identifier_key != 0) as known from signals where workspace_id = ${workspaceId}
        union all select kind, toBool(identifier_key != 0) as known from events where workspace_id = ${workspaceId}`);
      expect(kept).toHaveLength(1);
      expect(kept[0]!.known).toBe(true);
      const { body } = await ask('GET', '/api/webhooks');
      expect(body.webhooks[0]).toMatchObject({ preset, signature: preset, hasSecret: true });
      expect(JSON.stringify(body)).not.toContain(secret);
    },
  );

  it('Typeform brings its scores under their questions, and its words', async () => {
    const { workspaceId, url } = await hook({ preset: 'typeform', signature: 'none' });
    await receive(url, presets.typeform.example);
    const answers = await test.rows(
      sql`select question, value from answers where workspace_id = ${workspaceId} order by question`,
    );
    expect(answers).toEqual([
      { question: 'nps', value: 9 },
      { question: 'staff', value: 4 },
    ]);
  });

  it('Typeform keeps the words beside any number, and every score on its own scale', async () => {
    const { workspaceId, url } = await hook({ preset: 'typeform', signature: 'none' });
    const field = (type: string, ref: string) => ({ id: ref, type, ref });
    const answers = [
      { type: 'number', number: 250, field: field('number', 'employees') },
      { type: 'number', number: 9, field: field('nps', 'recommend') },
      { type: 'number', number: 3, field: field('opinion_scale', 'ease') },
      { type: 'text', text: 'Trevlig personal.', field: field('long_text', 'why') },
    ];
    const { form_response: response, ...rest } = presets.typeform.example as { form_response: object };
    const reply = await receive(url, { ...rest, form_response: { ...response, answers } });
    expect(reply.body).toMatchObject({ accepted: 1, refused: 0 });
    expect(
      await test.rows(
        sql`select question, value from answers where workspace_id = ${workspaceId} order by question`,
      ),
    ).toEqual([
      { question: 'ease', value: 3 },
      { question: 'employees', value: 250 },
      { question: 'nps', value: 9 },
    ]);
    expect(await test.rows(sql`select score from signals where workspace_id = ${workspaceId}`)).toEqual([
      { score: 9 },
    ]);
  });

  it('Shopify tells orders apart whose numbers differ in their last digit, and those that are called off', async () => {
    const { workspaceId, url } = await hook({ preset: 'shopify', signature: 'none' });
    const order = (id: string, more = '') =>
      `{"id":${id},"email":"kim@example.org","created_at":"2026-03-31T10:15:00+02:00","currency":"SEK","total_price":"349.00"${more}}`;
    const topic = (name: string) => ({ 'x-shopify-topic': name });
    for (const id of ['9007199254740992', '9007199254740993'])
      expect((await receive(url, order(id), topic('orders/create'))).body.accepted).toBe(1);
    const cancelled = order(
      '9007199254740993',
      ',"cancelled_at":"2026-03-31T12:00:00+02:00","cancel_reason":"customer"',
    );
    expect((await receive(url, cancelled, topic('orders/cancelled'))).body.accepted).toBe(1);
    expect(
      await test.rows(sql`select kind, reference, toString(happened_at) as at, properties from events
        where workspace_id = ${workspaceId} order by kind, reference`),
    ).toEqual([
      {
        ...{ kind: 'order_cancelled', reference: '9007199254740993', at: '2026-03-31 10:00:00.000' },
        properties: '{"reason":"customer"}',
      },
      ...['9007199254740992', '9007199254740993'].map((reference) => ({
        ...{ kind: 'order_placed', reference, at: '2026-03-31 08:15:00.000', properties: '{}' },
      })),
    ]);
  });

  it('Shopify brings the order with its lines, in the order’s money', async () => {
    const { workspaceId, url } = await hook({ preset: 'shopify', signature: 'none' });
    await receive(url, presets.shopify.example, { 'x-shopify-topic': 'orders/create' });
    const [event] = await test.rows(
      sql`select kind, amount_minor, currency, channel from events where workspace_id = ${workspaceId}`,
    );
    expect(event).toEqual({ kind: 'order_placed', amount_minor: '34900', currency: 'SEK', channel: 'web' });
    const lines = await test.rows(
      sql`select product_id, price_minor from order_lines where workspace_id = ${workspaceId}`,
    );
    expect(lines).toEqual([{ product_id: 'LAMP-1', price_minor: '34900' }]);
    expect((await receive(url, {}, { 'x-shopify-topic': 'shop/update' })).body).toMatchObject({
      accepted: 0,
    });
  });
});

const own = [
  {
    to: 'signal',
    when: { '$.type': ['feedback'] },
    each: '$.rows',
    item: {
      messageId: { $join: ['row', { $path: '@.no', $as: 'text' }], $with: '-' },
      ...{ kind: 'review', channel: 'web', happenedAt: '$.at' },
      text: { $path: '@.html', $as: 'plain' },
      answers: [{ question: 'stars', value: { $path: '@.mood', $values: { good: 5, bad: 1 } } }],
    },
  },
];

describe('a mapping of one’s own', () => {
  it('is tried with an example, and nothing is kept', async () => {
    const { workspaceId, ask } = await hook({ mapping: own, signature: 'none' });
    const rows = [
      { no: 1, html: '<p>Kön &amp; kassan</p>', mood: 'good' },
      { no: 2, html: 'x', mood: 'odd' },
    ];
    const example = { type: 'feedback', at: '2026-03-31T08:15:00Z', rows };
    const { body } = await ask('POST', '/api/webhooks/try', { mapping: own, body: example });
    expect(body.items[0]).toMatchObject({
      outcome: 'accepted',
      item: { messageId: 'row-1', text: 'Kön & kassan' },
    });
    expect(body.items[1]).toMatchObject({ outcome: 'refused', field: 'answers[0].value' });
    const other = await ask('POST', '/api/webhooks/try', { mapping: own, body: { type: 'ping' } });
    expect(other.body.items).toEqual([]);
    expect(await test.rows(sql`select 1 from signals where workspace_id = ${workspaceId}`)).toEqual([]);
  });

  it.each([
    ['a path that is none', { text: '$..x' }],
    ['a rule that is none', { text: { $run: 'x' } }],
    ['a path to what nobody wrote', { text: '$.__proto__[constructor' }],
  ])('with %s is not taken', async (_, item) => {
    const { admin } = await test.workspace();
    const ask = await asAdmin(test, admin);
    const reply = await ask('POST', '/api/webhooks', { name: 'x', mapping: [{ to: 'signal', item }] });
    expect(reply.status).toBe(400);
  });

  it('with a message made to break it refuses that message and no more', async () => {
    const { url } = await hook({ mapping: own, signature: 'none' });
    const deep = `${'['.repeat(1_500)}${']'.repeat(1_500)}`;
    const odd = '{"toString":1,"constructor":2,"__proto__":3}';
    for (const body of [
      `{"type":"feedback","at":${deep},"rows":[{"html":${odd},"mood":${odd},"no":${odd}}]}`,
      `{"type":${odd},"rows":${deep}}`,
      `{"type":"feedback","rows":[{"no":1,"html":${deep},"mood":${deep}},${deep},null]}`,
    ])
      expect((await receive(url, body)).status).toBe(200);
  });

  it('finds no member that the sender did not write', async () => {
    const { ask } = await hook({ mapping: own, signature: 'none' });
    const mapping = [
      { to: 'signal', item: { text: '$.constructor.name', title: '$.__proto__', kind: 'review' } },
    ];
    const { body } = await ask('POST', '/api/webhooks/try', { mapping, body: {} });
    expect(body.items[0].item).toEqual({ kind: 'review', messageId: expect.any(String) });
  });

  it('keeps what it could not read, and after a mend it is read again; good ones are marked', async () => {
    const { workspaceId, url, ask, id } = await hook({ mapping: own, signature: 'none' });
    const rows = [
      { no: 1, html: 'Trevligt', mood: 'fine' },
      { no: 2, html: 'Bra', mood: 'good' },
      { no: 3, html: 'Hm', mood: 'odd' },
    ];
    const reply = await receive(url, { type: 'feedback', at: '2026-03-31T08:15:00Z', rows });
    expect(reply.body).toMatchObject({ accepted: 1, refused: 2 });
    const values = { good: 5, bad: 1, fine: 4 };
    const mended = structuredClone(own);
    mended[0]!.item.answers[0]!.value.$values = values;
    expect((await ask('PATCH', `/api/webhooks/${id}`, { mapping: mended })).status).toBe(204);
    const replayed = await ask('POST', '/api/refusals/replay', { filter: {} });
    expect(replayed.body).toMatchObject({ accepted: 1, refused: 1, left: 1 });
    const scores = await test.rows<{ score: number }>(
      sql`select score from signals where workspace_id = ${workspaceId} order by score`,
    );
    expect(scores).toEqual([{ score: 4 }, { score: 5 }]);
    const left = (await ask('GET', '/api/refusals')).body.refusals;
    expect(left).toHaveLength(1);
    expect(left[0].replayed).toMatchObject({ outcome: 'refused' });
    const done = (await ask('GET', '/api/refusals?state=replayed')).body.refusals;
    expect(done[0].replayed).toMatchObject({ outcome: 'accepted' });
  });
});

it('items that stay refused, however many, do not keep those behind them from being read again', async () => {
  const { workspaceId, url, ask, id } = await hook({ mapping: own, signature: 'none' });
  const at = '2026-03-31T08:15:00Z';
  const odd = Array.from({ length: 1_000 }, (_, no) => ({ no, html: 'Hm', mood: 'odd' }));
  await receive(url, { type: 'feedback', at, rows: odd });
  await receive(url, { type: 'feedback', at, rows: [{ no: 'last', html: 'Bra', mood: 'fine' }] });
  const mended = (values: object) => {
    const mapping = structuredClone(own);
    mapping[0]!.item.answers[0]!.value.$values = values as never;
    return ask('PATCH', `/api/webhooks/${id}`, { mapping });
  };
  const again = async () => (await ask('POST', '/api/refusals/replay', { filter: {} })).body;
  expect(await again()).toMatchObject({ accepted: 0, refused: 1_000, left: 1_001 });
  expect(await again()).toMatchObject({ accepted: 0, refused: 1_000, left: 1_001 });
  await mended({ fine: 4 });
  const turns = [await again(), await again()];
  expect(turns.map(({ accepted }) => accepted).sort()).toEqual([0, 1]);
  expect(turns.at(-1).left).toBe(1_000);
  expect(await test.rows(sql`select score from signals where workspace_id = ${workspaceId}`)).toEqual([
    { score: 4 },
  ]);
});

it('an address that nobody made, a webhook that was put to rest and a body that is no JSON are told apart', async () => {
  const { url, ask, id } = await hook({ mapping: own, signature: 'none' });
  expect((await receive('http://x/v1/hooks/nobody', {})).status).toBe(404);
  expect((await receive(url, 'not json')).status).toBe(400);
  await ask('PATCH', `/api/webhooks/${id}`, { active: false });
  expect((await receive(url, {})).status).toBe(404);
});
