import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addSource, openCollect, type TestCollect } from '../testing/open-collect.ts';

let it: TestCollect;
beforeAll(async () => {
  it = await openCollect();
});
afterAll(() => it.close());

const minute = (at: number) => new Date(Date.parse('2026-05-01T10:00:00Z') + at * 60_000).toISOString();
let number = 0;
const nextId = () => {
  number += 1;
  return `m${number}`;
};
const said = (allowed: boolean, at: number | null) => ({
  ...{ type: 'track', event: 'visit', messageId: nextId(), userId: 'u1' },
  ...(at === null ? {} : { timestamp: minute(at) }),
  context: { consent: { categoryPreferences: { Marketing: allowed } } },
});

async function customer() {
  const sender = await it.workspace();
  const { workspaceId } = sender;
  const { text: key } = (await it.collect.keyOf(workspaceId, { type: 'user_id', value: 'u1' }))!;
  return {
    workspaceId,
    send: (...messages: object[]) => it.collect.recordSegment(sender, messages),
    sendFrom: (sourceId: string, ...messages: object[]) =>
      it.collect.recordSegment({ workspaceId, sourceId }, messages),
    onScreen: (allowed: boolean, at: string) =>
      it.collect.addConsents(workspaceId, [
        {
          ...{ identifierKey: key, purpose: 'marketing', allowed, at: new Date(at) },
          ...{ channel: '', source: 'screen', wording: '' },
        },
      ]),
    /** What a process that has just started knows. */
    forget: () => it.platform.announcements.announce('consents.said', null),
    last: async () => (await it.collect.lastConsentsOf(workspaceId, [key]))[0]?.allowed,
  };
}

test('of two words in one batch the last counts, whatever was known before', async () => {
  const { send, last } = await customer();
  await send(said(false, 0));
  await send(said(true, 1), said(false, 2));
  expect(await last()).toBe(false);
  await send(said(true, 5), said(false, 4), said(true, 3));
  expect(await last()).toBe(true);
  await send(said(true, null), said(false, null));
  expect(await last()).toBe(false);
  await send(said(true, null));
  expect(await last()).toBe(true);
});

test('messages in any order, in any batches, more than once, end in what the latest of them says', async () => {
  const words = fc.uniqueArray(fc.record({ at: fc.nat(500), allowed: fc.boolean() }), {
    selector: ({ at }) => at,
    minLength: 1,
    maxLength: 12,
  });
  await fc.assert(
    fc.asyncProperty(
      words,
      fc.array(fc.tuple(fc.nat(), fc.integer({ min: 1, max: 4 }))),
      async (one, moves) => {
        const { send, last } = await customer();
        const messages = one.map(({ at, allowed }) => said(allowed, at));
        const arriving = [...messages];
        for (const [move] of moves) arriving.push(...arriving.splice(move % arriving.length, 1));
        for (let at = 0, n = 0; at < arriving.length; n += 1) {
          const size = moves[n]?.[1] ?? 1;
          await send(...arriving.slice(at, at + size));
          at += size;
        }
        await send(...arriving.slice(0, 3));
        expect(await last()).toBe(one.reduce((a, b) => (a.at > b.at ? a : b)).allowed);
      },
    ),
    { numRuns: 25 },
  );
});

test('a yes that a source only repeats does not undo a no said elsewhere, also after a start; a new yes does', async () => {
  const { send, onScreen, forget, last } = await customer();
  await send(said(true, 0));
  await onScreen(false, minute(1));
  for (const at of [2, 3]) {
    await send(said(true, at));
    expect(await last()).toBe(false);
    forget();
  }
  await send(said(false, 4));
  await send(said(true, 5));
  expect(await last()).toBe(true);
});

test('a no counts whenever it is said after a yes, by the source that said no before, too', async () => {
  const { workspaceId, send, sendFrom, onScreen, forget, last } = await customer();
  await send(said(false, 0));
  await onScreen(true, minute(1));
  expect(await last()).toBe(true);
  await send(said(false, 2));
  expect(await last()).toBe(false);
  await onScreen(true, minute(3));
  forget();
  await send(said(false, 4));
  expect(await last()).toBe(false);
  const { sourceId } = await addSource(it.access, workspaceId);
  await sendFrom(sourceId, said(true, 5));
  expect(await last()).toBe(true);
  await send(said(false, 6));
  expect(await last()).toBe(false);
});

test('a copy of a message says nothing again', async () => {
  const { send, onScreen, last } = await customer();
  const [yes, no] = [said(true, null), said(false, null)];
  await send(yes);
  await send(no);
  await send(yes);
  expect(await last()).toBe(false);
  await onScreen(true, new Date().toISOString());
  await send(no);
  expect(await last()).toBe(true);
});

test('a yes and a no at one moment are a no, whichever came first', async () => {
  for (const words of [
    [true, false],
    [false, true],
  ]) {
    const { send, last } = await customer();
    for (const allowed of words) await send(said(allowed, 7));
    expect(await last()).toBe(false);
  }
});
