import { afterAll, beforeAll, expect, it } from 'vitest';
import { sql } from '../../platform/stores/sql.ts';
import { openCollect, type TestCollect } from '../testing/open-collect.ts';

let test: TestCollect;
beforeAll(async () => {
  test = await openCollect();
});
afterAll(() => test.close());

const signal = (messageId: string, more: object = {}) => ({
  messageId,
  kind: 'survey',
  channel: 'email',
  touchpoint: 'store_visit',
  place: 'lund',
  happenedAt: '2026-03-31T08:15:00Z',
  identifiers: [{ type: 'email', value: 'Anna@Example.org' }],
  answers: [{ question: 'nps', value: 3 }],
  text: 'Kön var för lång men personalen var trevlig. Ring 070-123 45 67!',
  ...more,
});

async function post(writeKey: string, body: unknown) {
  const authorization = `Basic ${Buffer.from(`${writeKey}:`).toString('base64')}`;
  const reply = await test.app.inject({
    method: 'POST',
    url: '/v1/signals',
    headers: { authorization, 'content-type': 'application/json' },
    payload: typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body),
  });
  return { status: reply.statusCode, body: reply.json() };
}

it('a signal is kept with its answers, its redacted text and its mentions', async () => {
  const { workspaceId, writeKey, placeId } = await test.workspace();
  const reply = await post(writeKey, { signals: [signal('s1')] });
  expect(reply).toMatchObject({ status: 200, body: { success: true, accepted: 1, refused: 0 } });
  const where = sql`where workspace_id = ${workspaceId}`;
  const [row] = await test.rows<Record<string, unknown>>(sql`select * from signals ${where}`);
  expect(row).toMatchObject({
    place_id: placeId,
    stage: 'purchase',
    question: 'nps',
    score: 3,
    local_day: '2026-03-31',
    local_minute: 615,
    has_text: true,
    language: 'sv',
  });
  expect(row!.identifier_key).not.toBe('0');
  const [text] = await test.rows<{ text: string }>(sql`select text from signal_texts ${where}`);
  expect(text!.text).not.toContain('070-123');
  const answers = await test.rows<object>(sql`select question, value, signal_id from answers ${where}`);
  expect(answers).toEqual([{ question: 'nps', value: 3, signal_id: row!.signal_id }]);
  const mentions = await test.rows<{ aspect: string }>(sql`select aspect from mentions ${where}`);
  expect(mentions.length).toBeGreaterThan(0);
});

it('words that came encoded for a web page are kept as they were typed', async () => {
  const { workspaceId, writeKey } = await test.workspace();
  const text = 'It isn&#39;t good &amp; K&ouml;n is R&amp;D; call 070&#45;123 45 67';
  await post(writeKey, { signals: [signal('s1', { text })] });
  const [kept] = await test.rows<{ text: string }>(
    sql`select text from signal_texts where workspace_id = ${workspaceId}`,
  );
  expect(kept!.text).toMatch(/^It isn't good & Kön is R&D; call \[phone/);
});

it('a signal that is sent again changes nothing; with other content the sender is told', async () => {
  const { workspaceId, writeKey } = await test.workspace();
  const changed = signal('s1', { answers: [{ question: 'nps', value: 9 }] });
  const replies = [
    await post(writeKey, { signals: [signal('s1'), signal('s1')] }),
    await post(writeKey, { signals: [signal('s1'), changed] }),
  ];
  const outcomes = replies.map(({ body }) => body.verdicts.map((one: { outcome: string }) => one.outcome));
  expect(outcomes).toEqual([
    ['accepted', 'duplicate'],
    ['duplicate', 'differs'],
  ]);
  const rows = await test.rows(sql`select score from signals where workspace_id = ${workspaceId}`);
  expect(rows).toEqual([{ score: 3 }]);
});

it('each bad item is refused by name and its neighbours are kept', async () => {
  const { workspaceId, writeKey } = await test.workspace();
  const bad: [string, object, string][] = [
    ['nps of 11', signal('b1', { answers: [{ question: 'nps', value: 11 }] }), 'answers[0].value'],
    ['score as text', signal('b2', { answers: [{ question: 'nps', value: '9' }] }), 'answers[0].value'],
    ['30 February', signal('b3', { happenedAt: '2026-02-30T10:00:00Z' }), 'happenedAt'],
    ['year 3000', signal('b4', { happenedAt: '3000-01-01T10:00:00Z' }), 'happenedAt'],
    ['year 1900', signal('b5', { happenedAt: '1900-01-01' }), 'happenedAt'],
    ['no kind', signal('b6', { kind: undefined }), 'kind'],
    ['no id', { ...signal('x'), messageId: undefined }, 'messageId'],
    ['nothing said', signal('b8', { answers: [], text: '  ' }), 'text'],
    ['half a surrogate in the id', signal('b9\ud800'), 'messageId'],
  ];
  const { status, body } = await post(writeKey, {
    signals: [signal('good1'), ...bad.map(([, item]) => item), 'not an object', null, signal('good2')],
  });
  expect(status).toBe(200);
  expect(body).toMatchObject({ accepted: 2, refused: bad.length + 2 });
  for (const [index, [, , field]] of bad.entries()) {
    expect(body.verdicts[index + 1]).toMatchObject({ outcome: 'refused', field });
  }
  expect(body.verdicts[1].detail).toBe('answers[0].value is 11, but should be a whole number from 0 to 10.');
  const kept = await test.rows<{ reason: string; item: string }>(
    sql`select reason, item from refusals where workspace_id = ${workspaceId}`,
  );
  expect(kept).toHaveLength(bad.length + 2);
  expect(kept.some(({ item }) => /anna@example|070-123/i.test(item))).toBe(false);
});

it('letters that are not UTF-8 cost only the items that hold them', async () => {
  const { writeKey } = await test.workspace();
  const text = JSON.stringify({ signals: [signal('u1'), signal('u2', { text: 'Bra k@ffe', place: null })] });
  const latin = Buffer.from(text, 'utf8');
  latin[latin.indexOf('k@ffe') + 1] = 0xe5;
  const { body } = await post(writeKey, latin);
  expect(body.verdicts[0]).toMatchObject({ outcome: 'accepted' });
  expect(body.verdicts[1]).toMatchObject({ outcome: 'refused', reason: 'bad_encoding', field: 'text' });
});

it('a byte order mark and UTF-16 are read', async () => {
  const { writeKey } = await test.workspace();
  const text = (id: string) => JSON.stringify({ signals: [signal(id)] });
  const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text('w2'), 'utf16le')]);
  expect((await post(writeKey, `\ufeff${text('w1')}`)).body.accepted).toBe(1);
  expect((await post(writeKey, utf16)).body.accepted).toBe(1);
});

it('a touchpoint or question by a name that every object of the language has is one like any other', async () => {
  const { workspaceId, writeKey } = await test.workspace();
  const answers = [{ question: 'constructor', value: 3, min: 0, max: 5 }];
  const { body } = await post(writeKey, {
    signals: [
      signal('s1', { touchpoint: 'constructor', answers }),
      signal('s2', { touchpoint: '__proto__' }),
    ],
  });
  expect(body).toMatchObject({ accepted: 2, refused: 0 });
  const stages = await test.rows(sql`select distinct stage from signals where workspace_id = ${workspaceId}`);
  expect(stages).toEqual([{ stage: '' }]);
});
