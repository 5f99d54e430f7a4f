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

it('without a time, or with attributes that are null, is the same event when it is sent again', async () => {
  const { workspaceId, writeKey } = await test.workspace();
  const headers = { 'content-type': 'application/cloudevents-batch+json' };
  const of = (type: string, data: object) => ({
    ...{ specversion: '1.0', source: '/door', id: type, type, time: null, subject: null, dataschema: null },
    data,
  });
  const batch = [
    of('com.example.footfall.counted', { count: 4 }),
    of('com.example.track', { event: 'visit', userId: 'u1' }),
    of('com.example.signal', { kind: 'comment', text: 'Kön var lång.' }),
  ];
  expect((await send(writeKey, { headers, body: batch })).body).toMatchObject({ accepted: 3 });
  await new Promise((resolve) => setTimeout(resolve, 5));
  expect((await send(writeKey, { headers, body: batch })).body).toMatchObject({ duplicates: 3, refused: 0 });
  expect(await rowsOf(workspaceId)).toHaveLength(2);
  const refused = [
    { ...batch[1], id: 't', time: '2026-03-31' },
    { ...batch[2], id: 's', time: '1 January 1980' },
  ];
  const { verdicts } = (await send(writeKey, { headers, body: refused })).body;
  expect(verdicts).toMatchObject([
    { outcome: 'accepted' },
    { field: 'time', detail: expect.stringMatching(/^time is "1 January 1980"/) },
  ]);
});

it('data may stand in base64, attributes in quotes, and text in the letters that its type names', async () => {
  const { workspaceId, writeKey } = await test.workspace();
  const packed = (text: string) => Buffer.from(text).toString('base64');
  const event = {
    specversion: '1.0',
    source: '/a',
    type: 'com.example.order.completed',
    id: 'p1',
    userid: 'u1',
  };
  const structured = { headers: { 'content-type': 'application/cloudevents+json' } };
  const data = packed('{"order_id":"A1","total":12.5,"currency":"SEK"}');
  const one = { ...event, datacontenttype: 'application/json', data_base64: data };
  expect((await send(writeKey, { ...structured, body: one })).body.accepted).toBe(1);
  const broken = { ...event, id: 'p2', data_base64: packed('{"order') };
  expect((await send(writeKey, { ...structured, body: broken })).body.verdicts).toMatchObject([
    { outcome: 'refused', field: 'data_base64' },
  ]);
  const latin = await fetch(`${origin}/v1/cloudevents`, {
    method: 'POST',
    headers: {
      ...{
        'ce-specversion': '1.0',
        'ce-id': '"q\\"1"',
        'ce-source': '"/kiosk"',
        'ce-type': 'com.example.signal',
      },
      ...{ 'content-type': 'text/plain; charset=iso-8859-1', authorization: `Bearer ${writeKey}` },
    },
    body: Buffer.from('Kön är för lång', 'latin1'),
  });
  // a bare text is no signal, which has a kind; what is told is what was understood
  expect(((await latin.json()) as { verdicts: object[] }).verdicts).toMatchObject([
    { messageId: '/kiosk|q"1', field: 'kind' },
  ]);
  const note = { ...event, id: 'n1', type: 'com.example.note' };
  const headers = {
    ...Object.fromEntries(Object.entries(note).map(([name, value]) => [`ce-${name}`, value])),
    ...{ 'content-type': 'text/plain; charset=iso-8859-1', authorization: `Bearer ${writeKey}` },
  };
  await fetch(`${origin}/v1/cloudevents`, { method: 'POST', headers, body: Buffer.from('Kön', 'latin1') });
  const rows = await rowsOf(workspaceId);
  expect(rows).toMatchObject([
    { name: 'com.example.note', properties: '{"data":"Kön"}' },
    { reference: 'A1', amount_minor: '1250' },
  ]);
});

it.each([
  'application/cloudevents-batch+json',
  'application/cloudevents+json',
  'application/json',
  'text/plain',
])('letters that are not UTF-8 in %s are told, not kept as something else', async (type) => {
  const { workspaceId, writeKey } = await test.workspace();
  const event =
    '{"specversion":"1.0","id":"l1","source":"/a","type":"com.example.note","data":{"said":"Kön"}}';
  const body = type.includes('batch')
    ? `[${event}]`
    : type.includes('cloudevents')
      ? event
      : '{"said":"Kön"}';
  const headers = {
    ...{ 'ce-specversion': '1.0', 'ce-id': 'l1', 'ce-source': '/a', 'ce-type': 'com.example.note' },
    ...{ 'content-type': type, authorization: `Bearer ${writeKey}` },
  };
  const reply = await fetch(`${origin}/v1/cloudevents`, {
    method: 'POST',
    headers,
    body: Buffer.from(body, 'latin1'),
  });
  expect(await reply.json()).toMatchObject({ accepted: 0, verdicts: [{ reason: 'bad_encoding' }] });
  expect(await rowsOf(workspaceId)).toEqual([]);
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
