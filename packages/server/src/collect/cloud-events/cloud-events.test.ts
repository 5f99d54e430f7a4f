// CloudEvents as the project's own SDK sends them, in each mode of the HTTP binding.
import { CloudEvent, HTTP } from 'cloudevents';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { sql } from '../../platform/stores/sql.ts';
import { openCollect, type TestCollect } from '../testing/open-collect.ts';

let test: TestCollect;
let origin: string;
beforeAll(async () => {
  test = await openCollect();
  origin = await test.app.listen({ port: 0, host: '127.0.0.1' });
});
afterAll(() => test.close());

interface Sent {
  headers: Record<string, unknown>;
  body: unknown;
}
async function send(writeKey: string, { headers, body }: Sent) {
  const reply = await fetch(`${origin}/v1/cloudevents`, {
    method: 'POST',
    headers: { ...(headers as Record<string, string>), authorization: `Bearer ${writeKey}` },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  // biome-ignore lint/suspicious/noExplicitAny: tests look at what they expect
  return { status: reply.status, body: (await reply.json()) as any };
}
const rowsOf = (workspaceId: string) =>
  test.rows<
    Record<string, unknown>
  >(sql`select kind, name, reference, amount_minor, toBool(place_id != '') as placed,
    toBool(identifier_key != 0) as known, happened_at, properties from events where workspace_id = ${workspaceId} order by name`);

const order = (id: string) =>
  new CloudEvent({
    ...{ id, source: '/shop/1', type: 'com.example.order.completed.v1', time: '2026-03-31T08:15:00.000Z' },
    ...{ subject: 'order-7', userid: 'u1', place: 'lund' },
    data: { total: 129.9, currency: 'SEK', gift: true },
  });

it('the SDK’s binary and structured messages mean the same, and are one by source and id', async () => {
  const { workspaceId, writeKey } = await test.workspace();
  expect((await send(writeKey, HTTP.binary(order('e1')))).body).toMatchObject({ accepted: 1, refused: 0 });
  expect((await send(writeKey, HTTP.structured(order('e2')))).body).toMatchObject({ accepted: 1 });
  expect((await send(writeKey, HTTP.structured(order('e1')))).body.accepted).toBe(0);
  const rows = await rowsOf(workspaceId);
  expect(rows).toHaveLength(2);
  expect(rows[0]).toEqual(rows[1]);
  expect(rows[0]).toMatchObject({
    ...{ kind: 'order_placed', name: 'order completed', reference: 'order-7', amount_minor: '12990' },
    ...{ placed: true, known: true, happened_at: '2026-03-31 08:15:00.000' },
  });
});

it('a batch gets a verdict per event; a bad one costs only itself', async () => {
  const { workspaceId, writeKey } = await test.workspace();
  const whole = (id: string) => JSON.parse(HTTP.structured(order(id)).body as string);
  const batch = [
    whole('b1'),
    { ...whole('b2'), specversion: '0.3' },
    { ...whole('b3'), time: 'yesterday' },
    { ...whole('b4'), data: { total: 'much', currency: 'SEK' } },
    'none',
    { ...whole('b5'), type: 'v1' },
    {
      ...{
        specversion: '1.0',
        id: 's1',
        source: '/forms',
        type: 'com.example.signal',
        time: '2026-03-31T08:15:00Z',
      },
      data: {
        kind: 'review',
        channel: 'review_site',
        text: 'Bra',
        answers: [{ question: 'stars', value: 5 }],
      },
    },
    {
      ...{ specversion: '1.0', id: 'd1', source: '/door', type: 'com.example.footfall.counted' },
      data: { count: 4 },
    },
  ];
  const headers = { 'content-type': 'application/cloudevents-batch+json; charset=utf-8' };
  const { status, body } = await send(writeKey, { headers, body: batch });
  expect(status).toBe(200);
  expect(body.verdicts.map((one: { outcome: string; field?: string }) => one.field ?? one.outcome)).toEqual([
    ...['accepted', 'specversion', 'time', 'data.total', 'item', 'accepted', 'accepted', 'accepted'],
  ]);
  const [signal] = await test.rows(sql`select kind, score from signals where workspace_id = ${workspaceId}`);
  expect(signal).toEqual({ kind: 'review', score: 5 });
  const footfall = (await rowsOf(workspaceId)).find(({ kind }) => kind === 'custom');
  expect(footfall).toMatchObject({
    name: 'com.example.footfall.counted',
    known: false,
    properties: '{"count":4}',
  });
});

it('binary data need not be JSON, and attributes may hold letters of any language', async () => {
  const { workspaceId, writeKey } = await test.workspace();
  const headers = {
    ...{ 'ce-specversion': '1.0', 'ce-id': 't1', 'ce-source': '/kiosk', 'ce-type': 'com.example.signal' },
    ...{ 'ce-time': '2026-03-31T08:15:00Z', 'content-type': 'application/json', 'ce-note': 'k%C3%B6' },
  };
  const data = { kind: 'comment', text: 'Kön var lång.' };
  expect((await send(writeKey, { headers, body: data })).body.accepted).toBe(1);
  const plain = { ...headers, 'ce-id': 't2', 'ce-type': 'com.example.note', 'content-type': 'text/plain' };
  expect((await send(writeKey, { headers: plain, body: 'hello' })).body.accepted).toBe(1);
  expect((await rowsOf(workspaceId))[0]).toMatchObject({ properties: '{"data":"hello"}' });
});

it('what is no CloudEvent gets a status that fits, and without a key nothing is read', async () => {
  const { writeKey } = await test.workspace();
  const json = { 'content-type': 'application/json' };
  expect((await send(writeKey, { headers: json, body: {} })).status).toBe(400);
  const avro = { 'content-type': 'application/cloudevents+avro' };
  expect((await send(writeKey, { headers: avro, body: 'x' })).status).toBe(415);
  const batch = { 'content-type': 'application/cloudevents-batch+json' };
  expect((await send(writeKey, { headers: batch, body: {} })).status).toBe(400);
  expect((await send(writeKey, { headers: batch, body: '[{' })).status).toBe(400);
  expect((await send('lyw_wrong', HTTP.structured(order('x')) as Sent)).status).toBe(401);
});
