// After an import was undone, everything is as if it had never been: base tables, identities, traits, counts and scores.
import type { SignalInput } from '@lyhord/contract';
import { type Random, xoshiro128 } from '@lyhord/stats';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sql } from '../platform/stores/sql.ts';
import { openUnderstand, type TestUnderstand, type TestWorkspace } from './testing/open-understand.ts';

let it: TestUnderstand;
beforeAll(async () => {
  it = await openUnderstand();
});
afterAll(() => it.close());

const places = ['lund', 'malmo', 'arhus'];
interface Said {
  readonly id: string;
  readonly at: string;
  readonly user: string;
  readonly mail: string | null;
  readonly phone: string | null;
  readonly nps: number;
  readonly amount: number;
  readonly place: string;
}

function history(random: Random, prefix: string, items: number): Said[] {
  const any = (n: number) => Math.floor(random() * n);
  return Array.from({ length: items }, (_, n) => ({
    id: `${prefix}${n}`,
    // no two at the same moment: which of them is the last one would be chance
    at: new Date(Date.UTC(2026, 4, 1 + any(28), 10, n, prefix.charCodeAt(0) % 60)).toISOString(),
    user: `u${any(8)}`,
    mail: any(2) === 0 ? `c${any(8)}@x.example` : null,
    phone: any(4) === 0 ? `+4670000010${any(5)}` : null,
    nps: any(11),
    amount: 100 + any(900),
    place: places[any(places.length)]!,
  }));
}

const identifiersOf = ({ user, mail, phone }: Said) => [
  { type: 'user_id' as const, value: user },
  ...(mail === null ? [] : [{ type: 'email' as const, value: mail }]),
  ...(phone === null ? [] : [{ type: 'phone' as const, value: phone }]),
];

async function live(own: TestWorkspace, said: readonly Said[]): Promise<void> {
  const { workspaceId } = own;
  const { id: sourceId } = await it.access.madeSource(workspaceId, 'webhook', 'Live', `live-${workspaceId}`);
  const signals = said.map(
    (one): SignalInput => ({
      ...{ messageId: `s${one.id}`, kind: 'survey', happenedAt: one.at, place: one.place },
      ...{ answers: [{ question: 'nps', value: one.nps }], identifiers: identifiersOf(one) },
    }),
  );
  const orders = said.map((one) => ({
    ...{ type: 'track', event: 'Order Completed', messageId: `e${one.id}`, userId: one.user },
    ...{
      timestamp: one.at,
      context: { traits: { email: one.mail ?? undefined, plan: `p${one.id}` } },
    },
    properties: { order_id: one.id, total: one.amount, currency: 'SEK', store: one.place },
  }));
  await it.collect.recordSignals({ workspaceId, sourceId }, signals);
  await it.collect.recordSegment({ workspaceId, sourceId }, orders);
}

async function load(own: TestWorkspace, said: readonly Said[], target: 'signals' | 'events') {
  const lines = said.map((one) =>
    [one.at, one.user, one.mail ?? '', one.phone ?? '', one.nps, one.amount, one.place, one.id].join(','),
  );
  const columns = { happenedAt: 't', userId: 'u', email: 'm', phone: 'f', place: 'p' };
  const more =
    target === 'signals'
      ? { columns: { ...columns, nps: 'n', text: 'r' }, constants: { kind: 'survey' } }
      : { columns: { ...columns, amount: 'a', reference: 'r' }, constants: { event: 'order_placed' } };
  return it.collect.importFile({
    workspaceId: own.workspaceId,
    fileName: `${target}.csv`,
    mapping: { target, dateFormat: 'iso', ...more } as never,
    bytes: (async function* () {
      yield Buffer.from(`t,u,m,f,n,a,p,r\n${lines.join('\n')}\n`);
    })(),
    startedBy: null,
  });
}

async function undo(own: TestWorkspace, { id }: { id: string }): Promise<void> {
  const call = (name: string, params: object) =>
    it.collect.routes
      .find(({ endpoint }) => endpoint.id === name)!
      .handle({ params, query: {}, body: {} } as never, { viewer: own.viewer() } as never);
  await call('undoImport', { id });
  const state = async () =>
    ((await call('listImports', {})) as { imports: { id: string; state: string }[] }).imports.find(
      (one) => one.id === id,
    )?.state;
  await expect.poll(state).toBe('undone');
}

/** Everything that hangs on what was collected, without keys, ids and freshness, which differ by workspace. */
async function everything(own: TestWorkspace) {
  const { workspaceId } = own;
  await it.understand.settled(workspaceId);
  const { warehouse } = it.platform;
  const value = sql`(select identifier_key, any(value) as value from identifiers
    where workspace_id = ${workspaceId} group by identifier_key)`;
  const rows = (statement: ReturnType<typeof sql>) => warehouse.query<Record<string, unknown>>(statement);
  const users = [...Array.from({ length: 8 }, (_, n) => `u${n}`)];
  const viewer = own.viewer();
  const profiles = await Promise.all(
    users.map(async (user) => {
      const key = await it.collect.keyOf(workspaceId, { type: 'user_id', value: user });
      const profile = it.unify.profileKeyOf(workspaceId, key!.text);
      const path = it.unify.routes.find(({ endpoint }) => endpoint.id === 'readProfile')!;
      const asked = { params: { id: profile }, query: {}, body: {} } as never;
      const asking = path.handle(asked, { viewer } as never) as Promise<Record<string, unknown>>;
      const read = await asking.catch((problem: Error) => {
        if (!problem.message.startsWith('There is no customer')) throw problem;
        return null;
      });
      if (read === null) return [user, null];
      const {
        key: _key,
        freshness: _freshness,
        traits,
        identifiers,
        ...rest
      } = read as {
        key: string;
        freshness: object;
        traits: object[];
        identifiers: object[];
      };
      const sorted = (list: object[]) => list.map((one) => JSON.stringify(one)).sort();
      return [user, { ...rest, traits: sorted(traits), identifiers: sorted(identifiers) }];
    }),
  );
  const question = { metric: 'nps', period: { from: '2026-05-01', to: '2026-05-31' }, by: ['place'] };
  const answer = (await it.understand.ask(viewer, question as never)).rows as { n: number; value: number }[];
  const byCode = (text: string) =>
    places.reduce((changed, code) => changed.replaceAll(own.place(code), code), text);
  return {
    orders: await rows(sql`select kind, happened_at, amount_minor, value from events as e
      left join ${value} as v on v.identifier_key = e.identifier_key where workspace_id = ${workspaceId}
      order by happened_at, amount_minor, value, kind`),
    signals: await rows(sql`select happened_at, score, value from signals as s
      left join ${value} as v on v.identifier_key = s.identifier_key where workspace_id = ${workspaceId}
      order by happened_at, score, value`),
    identifiers: await rows(sql`select type, value, count() as n from identifiers
      where workspace_id = ${workspaceId} group by type, value order by type, value`),
    links:
      await rows(sql`select arraySort([x.value, y.value]) as pair, rule, count() as n from identity_links as l
      left join ${value} as x on x.identifier_key = l.key_a left join ${value} as y on y.identifier_key = l.key_b
      where workspace_id = ${workspaceId} group by pair, rule order by pair, rule`),
    traits:
      await rows(sql`select value_of, name, said, happened_at from (select v.value as value_of, t.name as name,
        t.value as said, t.happened_at as happened_at from traits as t
        left join ${value} as v on v.identifier_key = t.identifier_key where t.workspace_id = ${workspaceId})
      order by value_of, name, said, happened_at`),
    texts: await rows(sql`select count() as n from signal_texts where workspace_id = ${workspaceId}`),
    profiles: JSON.parse(byCode(JSON.stringify(profiles))),
    scores: answer.map(({ n, value: score }) => [n, score]).sort(),
    rollups: (await it.understand.verifyRollups(workspaceId)).differences,
  };
}

test.each([1, 2])(
  'an import that was undone leaves everything as it would be without it, history %i',
  async (seed) => {
    const random = xoshiro128(seed);
    const [before, after] = [history(random, 'a', 25), history(random, 'b', 25)];
    const file = history(random, 'i', 40);
    const [without, tried] = [await it.workspace(), await it.workspace()];
    await live(without, before);
    await live(without, after);
    await live(tried, before);
    const loaded = await load(tried, file, seed % 2 === 0 ? 'signals' : 'events');
    expect(loaded).toMatchObject({ accepted: 40, refused: 0 });
    await live(tried, after);
    await undo(tried, loaded);
    const expected = await everything(without);
    expect(expected.rollups).toEqual([]);
    expect(await everything(tried)).toEqual(expected);
  },
);

test('what arrives while an import is being undone is kept whole', async () => {
  const random = xoshiro128(9);
  const [file, after] = [history(random, 'i', 60), history(random, 'b', 12)];
  const [without, tried] = [await it.workspace(), await it.workspace()];
  await live(without, after);
  const loaded = await load(tried, file, 'events');
  const sending = (async () => {
    for (const one of after) await live(tried, [one]);
  })();
  await Promise.all([undo(tried, loaded), sending]);
  expect(await everything(tried)).toEqual(await everything(without));
});
