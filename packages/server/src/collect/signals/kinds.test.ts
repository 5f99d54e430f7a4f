// Each kind of X-data has its shape, and what the shape says is kept.
import { signalKinds } from '@lyhord/contract';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { sql } from '../../platform/stores/sql.ts';
import { openCollect, type TestCollect } from '../testing/open-collect.ts';

let test: TestCollect;
beforeAll(async () => {
  test = await openCollect();
});
afterAll(() => test.close());

const at = (minute: number) => `2026-03-31T08:${String(minute).padStart(2, '0')}:00Z`;

async function send(signals: object[]) {
  const { workspaceId, writeKey, placeId } = await test.workspace();
  const reply = await test.app.inject({
    method: 'POST',
    url: '/v1/signals',
    headers: { authorization: `Basic ${Buffer.from(`${writeKey}:`).toString('base64')}` },
    payload: { signals },
  });
  expect(reply.json()).toMatchObject({ accepted: signals.length, refused: 0 });
  const rows = await test.rows<Record<string, unknown>>(
    sql`select s.*, t.text from signals s left join signal_texts t using (workspace_id, signal_id)
        where workspace_id = ${workspaceId} order by happened_at`,
  );
  const answers = await test.rows<{ question: string; value: number }>(
    sql`select question, value from answers where workspace_id = ${workspaceId} order by question`,
  );
  return { rows, answers, placeId };
}

it('a survey answer brings its scores, the reason and what it was asked about', async () => {
  const { rows, answers } = await send([
    {
      ...{ messageId: 's1', kind: 'survey', channel: 'sms', touchpoint: 'delivery', happenedAt: at(1) },
      ...{ campaign: 'spring', reference: 'order-7', text: 'Paketet kom i tid.' },
      answers: [
        { question: 'nps', value: 9 },
        { question: 'ces', value: 6 },
        { question: 'speed', value: 4, min: 1, max: 5 },
      ],
    },
  ]);
  expect(rows[0]).toMatchObject({ kind: 'survey', channel: 'sms', campaign: 'spring', reference: 'order-7' });
  expect(answers).toEqual([
    { question: 'ces', value: 6 },
    { question: 'nps', value: 9 },
    { question: 'speed', value: 4 },
  ]);
});

it('a review brings its stars, its sub-scores and its title', async () => {
  const { rows, answers, placeId } = await send([
    {
      ...{ messageId: 'r1', kind: 'review', channel: 'review_site', place: 'lund', happenedAt: at(1) },
      ...{ title: 'Trevligt', text: 'Fin butik men långa köer.', reference: 'review-8812' },
      answers: [
        { question: 'stars', value: 3.5 },
        { question: 'service', value: 5, min: 1, max: 5 },
        { question: 'price', value: 2, min: 1, max: 5 },
      ],
    },
  ]);
  expect(rows[0]).toMatchObject({
    ...{ kind: 'review', question: 'stars', score: 3.5, title: 'Trevligt', place_id: placeId },
  });
  expect(answers.map(({ question, value }) => `${question} ${value}`)).toEqual([
    'price 2',
    'service 5',
    'stars 3.5',
  ]);
});

it.each([
  ['ticket', 'email'],
  ['ticket', 'chat'],
] as const)('a %s by %s is a conversation: who spoke, in which order, when', async (kind, channel) => {
  const turn = (number: number, author: string, text: string, minute: number) => ({
    ...{ messageId: `c1-${number}`, kind, channel, conversation: 'c1', reference: 'T-1', author, text },
    ...{ turn: number, happenedAt: at(minute) },
  });
  const { rows } = await send([
    turn(2, 'customer', 'Det var synd.', 9),
    turn(0, 'customer', 'Lampan är trasig.', 1),
    turn(1, 'staff', 'Vi skickar en ny.', 4),
  ]);
  expect(rows.map(({ author, conversation, properties }) => [author, conversation, properties])).toEqual([
    ['customer', 'c1', '{"turn":0}'],
    ['staff', 'c1', '{"turn":1}'],
    ['customer', 'c1', '{"turn":2}'],
  ]);
});

it('a social post and a web comment bring who wrote, where, and the thread', async () => {
  const { rows } = await send([
    {
      ...{ messageId: 'p1', kind: 'social', channel: 'social', happenedAt: at(1), text: 'Kön i Lund igen…' },
      identifiers: [{ type: 'external_id', namespace: 'mastodon', value: 'anna@social.example' }],
      conversation: 'thread-1',
      properties: { reach: 120, site: 'social.example' },
    },
    {
      ...{ messageId: 'w1', kind: 'comment', channel: 'web', touchpoint: 'website', happenedAt: at(2) },
      ...{ text: 'Hittar inte öppettiderna.', properties: { page: '/stores' } },
    },
  ]);
  expect(rows[0]).toMatchObject({ kind: 'social', conversation: 'thread-1' });
  expect(rows[0]!.identifier_key).not.toBe('0');
  expect(JSON.parse(rows[0]!.properties as string)).toEqual({ reach: 120, site: 'social.example' });
  expect(rows[1]).toMatchObject({ kind: 'comment', stage: 'evaluation', identifier_key: '0' });
});

it('a call brings the note and what the customer answered on the phone', async () => {
  const { rows, answers } = await send([
    {
      ...{ messageId: 'k1', kind: 'call', channel: 'phone', touchpoint: 'support', happenedAt: at(1) },
      ...{ author: 'staff', reference: 'T-1', text: 'Kunden är missnöjd med leveransen.' },
      identifiers: [{ type: 'phone', value: '+46701234567' }],
      answers: [{ question: 'csat', value: 2 }],
      properties: { duration_seconds: 240 },
    },
  ]);
  expect(rows[0]).toMatchObject({ kind: 'call', author: 'staff', question: 'csat', score: 2 });
  expect(answers).toEqual([{ question: 'csat', value: 2 }]);
});

it('a staff report is tied to its place and its case', async () => {
  const { rows, placeId } = await send([
    {
      ...{ messageId: 'f1', kind: 'staff', channel: 'in_person', place: 'lund', happenedAt: at(1) },
      ...{ author: 'staff', case: 'case-17', text: 'Kassa två är trasig sedan i morse.' },
    },
  ]);
  expect(rows[0]).toMatchObject({ kind: 'staff', author: 'staff', place_id: placeId });
  expect(JSON.parse(rows[0]!.properties as string)).toEqual({ case: 'case-17' });
});

it('every kind is taken, with nothing but an id, a time and words', async () => {
  const { rows } = await send(
    signalKinds.map((kind, index) => ({ messageId: kind, kind, happenedAt: at(index), text: 'Hej' })),
  );
  expect(rows.map(({ kind }) => kind)).toEqual([...signalKinds]);
});
