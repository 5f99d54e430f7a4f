import { afterAll, beforeAll, expect, it } from 'vitest';
import { systemViewer } from '../../access/index.ts';
import { sql } from '../../platform/stores/sql.ts';
import { asAdmin } from '../testing/as-admin.ts';
import { addSource, openCollect, type TestCollect } from '../testing/open-collect.ts';

let test: TestCollect;
beforeAll(async () => {
  test = await openCollect();
});
afterAll(() => test.close());

async function company() {
  const workspace = await test.workspace();
  const ask = await asAdmin(test, workspace.admin);
  const send = (path: string, payload: object) =>
    test.app.inject({
      method: 'POST',
      url: path,
      headers: { authorization: `Bearer ${workspace.writeKey}` },
      payload,
    });
  return { ...workspace, ask, send };
}
const signal = (messageId: string, more: object = {}) => ({
  ...{ messageId, kind: 'survey', happenedAt: '2026-03-31T08:15:00Z', text: 'Kön var lång' },
  identifiers: [{ type: 'email', value: 'anna@example.org' }],
  ...more,
});
const bad = (id: string, more: object = {}) =>
  signal(id, { answers: [{ question: 'nps', value: 11 }], ...more });

it('refused items are found by source, reason, time and text, a page at a time', async () => {
  const { ask, send, sourceId } = await company();
  const many = Array.from({ length: 60 }, (_, index) => bad(`n${index}`));
  await send('/v1/signals', {
    signals: [...many, signal('t', { kind: 'none' }), bad('w', { text: 'Lampan gick sönder' })],
  });
  await send('/v1/track', { userId: 'u1' });
  const all = (await ask('GET', '/api/refusals')).body;
  expect(all).toMatchObject({
    total: 63,
    reasons: [
      { reason: 'invalid', items: 62 },
      { reason: 'missing', items: 1 },
    ],
  });
  expect(all.sources).toEqual([{ id: sourceId, name: 'Till', items: 63 }]);
  expect(all.refusals).toHaveLength(50);
  const rest = (await ask('GET', `/api/refusals?before=${all.next}`)).body;
  expect(rest.refusals).toHaveLength(13);
  expect(rest.next).toBeNull();
  const found = async (query: string) => (await ask('GET', `/api/refusals?${query}`)).body.total;
  expect(await found('text=LAMPAN')).toBe(1);
  expect(await found('reason=missing')).toBe(1);
  expect(await found(`source=${sourceId}`)).toBe(63);
  expect(await found('source=other')).toBe(0);
  const today = new Date().toISOString().slice(0, 10);
  expect(await found(`from=${today}&to=${today}`)).toBe(63);
  expect(await found('to=2020-01-01')).toBe(0);
});

it('what is shown names nobody; what is kept to read again is sealed', async () => {
  const { ask, send, workspaceId } = await company();
  await send('/v1/signals', { signals: [bad('s', { text: 'Ring anna@example.org' })] });
  const [shown] = (await ask('GET', '/api/refusals')).body.refusals;
  expect(shown).toMatchObject({ replayable: true, replayed: null, field: 'answers[0].value' });
  const kept = JSON.stringify(
    await test.rows(sql`select * from refusals where workspace_id = ${workspaceId}`),
  );
  expect(kept + JSON.stringify(shown)).not.toContain('anna@');
});

it('an item that was refused for a place of time that is mended is read again with its customer, once', async () => {
  const { ask, send, workspaceId } = await company();
  const sentAt = new Date(Date.now() - 3_600_000).toISOString();
  const batch = [
    { type: 'track', event: 'visit', messageId: 'm1', userId: 'u1', timestamp: sentAt },
    { type: 'track', event: 'visit', messageId: 'm2', userId: 'u1', timestamp: sentAt },
  ];
  const consent = { categoryPreferences: { Analytics: false } };
  await send('/v1/batch', { batch, sentAt, context: { consent } });
  const { refusals } = (await ask('GET', '/api/refusals')).body;
  const again = (await ask('POST', '/api/refusals/replay', { ids: [refusals[0].id] })).body;
  // nothing has been mended: the batch's context still says no
  expect(again).toMatchObject({ accepted: 0, refused: 1 });
  expect(again.verdicts[0]).toMatchObject({ outcome: 'refused', reason: 'no_consent' });
  await send('/v1/batch', { batch: [batch[0]], sentAt });
  expect(await test.rows(sql`select 1 from events where workspace_id = ${workspaceId}`)).toHaveLength(1);
  expect((await ask('GET', '/api/refusals')).body.total).toBe(2);
});

it('an item whose like came in meanwhile is told to be a copy', async () => {
  const { ask, send } = await company();
  await send('/v1/signals', { signals: [bad('s1')] });
  await send('/v1/signals', { signals: [signal('s1')] });
  const reply = (await ask('POST', '/api/refusals/replay', { filter: { reason: 'invalid' } })).body;
  expect(reply.verdicts[0].outcome).toBe('refused');
});

it('what was wrong with a value is kept in keys, and again after it was read once more', async () => {
  const { ask, send } = await company();
  await send('/v1/signals', { signals: [bad('s1')] });
  const wrong = { received: '11', expected: [{ key: 'whole_between', values: { min: 0, max: 10 } }] };
  const [refusal] = (await ask('GET', '/api/refusals')).body.refusals;
  expect(refusal.wrong).toEqual(wrong);
  await ask('POST', '/api/refusals/replay', { ids: [refusal.id] });
  const [again] = (await ask('GET', '/api/refusals')).body.refusals;
  expect(again.replayed).toMatchObject({ outcome: 'refused', wrong });
});

it('nobody of another workspace sees or replays them', async () => {
  const one = await company();
  const other = await company();
  await one.send('/v1/signals', { signals: [bad('s1')] });
  const [refusal] = (await one.ask('GET', '/api/refusals')).body.refusals;
  expect((await other.ask('GET', '/api/refusals')).body.total).toBe(0);
  expect((await other.ask('POST', '/api/refusals/replay', { ids: [refusal.id] })).body.verdicts).toEqual([]);
});

it('all that holds a person’s values can be taken out, sealed or not', async () => {
  const { ask, send, workspaceId } = await company();
  const others = bad('s2', { identifiers: [{ type: 'email', value: 'bo@example.org' }] });
  await send('/v1/signals', { signals: [bad('s1'), others] });
  expect(await test.collect.forgetRefusals(workspaceId, ['Anna@Example.org'])).toBe(1);
  expect((await ask('GET', '/api/refusals')).body.total).toBe(1);
});

it('a value that is cut within a letter is refused as any other, and its neighbours with it', async () => {
  const { send } = await company();
  const cutAt = (letters: number) => ({ event: 'x', userId: { name: `${'a'.repeat(letters)}😀😀😀😀` } });
  const answers = await Promise.all(
    Array.from({ length: 12 }, (_, index) => send('/v1/track', cutAt(62 + index))),
  );
  expect(answers.map(({ statusCode }) => statusCode)).toEqual(answers.map(() => 200));
  for (const answer of answers) expect(answer.json().refused).toBe(1);
});

it('a refused text without end costs no more than any other', async () => {
  const { send } = await company();
  // a mailbox in it is sought for hours where each of its letters is tried with each other
  const properties = { note: `a@${'.'.repeat(400_000)} ` };
  const answer = await send('/v1/batch', {
    batch: [{ type: 'track', event: 'x', userId: 'u1', properties }],
  });
  expect(answer.json()).toMatchObject({ refused: 1 });
});

it('of somebody who was erased nothing is kept, also where the item could not be read', async () => {
  const { send, workspaceId } = await company();
  const key = await test.collect.keyOf(workspaceId, { type: 'email', value: 'anna@example.org' });
  await test.collect.refuseErased(workspaceId, [key!.text], []);
  await send('/v1/signals', { signals: [bad('s1', { title: 'From Anna Berg' })] });
  const rows = await test.rows(sql`select reason, field, detail, wrong, item, sealed, identifier_keys
    from refusals where workspace_id = ${workspaceId}`);
  expect(rows).toEqual([
    {
      ...{ reason: 'erased', field: '', wrong: '', item: '', sealed: '', identifier_keys: [] },
      detail: expect.stringContaining('erased on request'),
    },
  ]);
});

it('a message without an id of its own is taken in once, however often it is read again', async () => {
  const { workspaceId } = await test.workspace();
  const { sourceId } = await addSource(test.access, workspaceId, 'marketing');
  const visit = { type: 'track', event: 'visit', userId: 'u1' };
  await test.collect.recordSegment({ workspaceId, sourceId }, [visit]);
  const key = await test.collect.keyOf(workspaceId, { type: 'user_id', value: 'u1' });
  const said = { purpose: 'marketing', allowed: true, channel: '', source: 'screen', wording: '' } as const;
  await test.collect.addConsents(workspaceId, [{ ...said, identifierKey: key!.text, at: new Date() }]);
  const [row] = await test.rows<{ id: string }>(
    sql`select refusal_id as id from refusals where workspace_id = ${workspaceId}`,
  );
  const { handle } = test.collect.routes.find(({ endpoint }) => endpoint.id === 'replayRefusals')!;
  const viewer = { ...systemViewer(workspaceId), role: 'admin' };
  const again = () => handle({ params: {}, query: {}, body: { ids: [row!.id] } }, { viewer } as never);
  expect([await again(), await again()]).toMatchObject([{ accepted: 1 }, { accepted: 0, duplicates: 1 }]);
});
