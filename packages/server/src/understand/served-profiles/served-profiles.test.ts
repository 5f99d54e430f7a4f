import type { OperationalEvent, Profile, SignalInput } from '@lyhord/contract';
import { xoshiro128 } from '@lyhord/stats';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Viewer } from '../../access/index.ts';
import { sql } from '../../platform/stores/sql.ts';
import { openUnderstand, type TestUnderstand, type TestWorkspace } from '../testing/open-understand.ts';

let test: TestUnderstand;
beforeAll(async () => {
  test = await openUnderstand();
});
afterAll(() => test.close());

const dayMs = 86_400_000;
const random = xoshiro128(135);
const upTo = (most: number) => Math.floor(random() * most);
const pick = <T>(from: readonly T[]): T => from[upTo(from.length)]!;
const users = Array.from({ length: 8 }, (_, n) => `u${n}`);
const mails = users.map((user) => `${user}@example.org`);
let number = 0;

const read = (viewer: Viewer, key: string): Promise<Profile> => {
  const found = test.unify.routes.find(({ endpoint }) => endpoint.id === 'readProfile')!;
  return found.handle({ params: { id: key }, query: {}, body: {} }, { viewer } as never) as Promise<Profile>;
};
const keyOf = async ({ workspaceId }: TestWorkspace, value: string) =>
  (await test.collect.keyOf(workspaceId, { type: value.includes('@') ? 'email' : 'user_id', value }))!.text;

/** What the profiles say without the store; `null` where there is nobody. */
async function readFresh(viewer: Viewer, keys: readonly string[]) {
  test.unify.completeWith({ served: async () => null });
  try {
    return await readAll(viewer, keys);
  } finally {
    test.unify.completeWith({ served: test.understand.served.of });
  }
}
const readAll = (viewer: Viewer, keys: readonly string[]) =>
  Promise.all(keys.map((key) => read(viewer, key).catch(() => null)));
const said = (profiles: readonly (Profile | null)[]) =>
  profiles.map((profile) => profile && { ...profile, freshness: null });

const event = (): OperationalEvent => {
  number += 1;
  const kind = pick([
    ...(['order_placed', 'order_placed', 'order_returned', 'ticket_opened', 'ticket_solved'] as const),
    ...(['contract_started', 'contract_renewed', 'contract_ended', 'payment_made', 'cost_to_serve'] as const),
  ]);
  const happenedAt = Date.now() - upTo(700 * dayMs) - 1;
  const ends = new Date(Date.now() + (upTo(400) - 200.5) * dayMs).toISOString();
  const money = kind.startsWith('order') || kind === 'cost_to_serve';
  return {
    ...{
      messageId: `m${number}`,
      kind,
      name: kind,
      channel: null,
      touchpoint: null,
      waitSeconds: null,
      lines: [],
    },
    placeCode: pick(['lund', 'malmo', null]),
    reference: `r${upTo(12)}`,
    amountMinor: money ? upTo(90_000) : null,
    costMinor: money && random() < 0.6 ? upTo(40_000) : null,
    currency: money ? pick(['EUR', 'EUR', 'NOK']) : null,
    dueAt: kind === 'payment_made' ? happenedAt + (upTo(20) - 10) * dayMs : null,
    properties: kind.startsWith('contract') ? { [pick(['endsAt', 'renewsAt'])]: ends } : {},
    happenedAt,
    identifiers: [{ type: 'user_id', value: pick(users) }],
  };
};
const signal = (): SignalInput => {
  number += 1;
  return {
    ...{
      messageId: `s${number}`,
      kind: 'survey',
      happenedAt: Date.now() - upTo(300 * dayMs),
      place: pick(['lund', 'malmo']),
    },
    identifiers: [{ type: 'email', value: pick(mails) }],
    answers: [{ question: pick(['nps', 'csat']), value: 1 + upTo(5) }],
    ...(random() < 0.4 ? { text: pick(['Lovely staff', 'The queue was awful', 'It came late']) } : {}),
  };
};
const identify = () => {
  number += 1;
  const n = upTo(users.length);
  return {
    ...{ type: 'identify', messageId: `i${number}`, userId: users[n]! },
    timestamp: new Date(Date.now() - upTo(100) * dayMs).toISOString(),
    traits: {
      name: `Name ${upTo(9)}`,
      plan: pick(['gold', 'blue']),
      ...(random() < 0.5 ? { email: mails[n]! } : {}),
    },
  };
};

async function keepUp(own: TestWorkspace): Promise<void> {
  await test.understand.settled(own.workspaceId);
  // the tallies go on with the rollups; what only identifies somebody is theirs, too
  await test.understand.served.settled(own.workspaceId);
}

describe('profiles at hand', () => {
  it('say what a fresh computation says, after any history of late data, merges and splits', async () => {
    const own = await test.workspace();
    const { workspaceId } = own;
    const links: [string, string][] = [];
    for (let round = 0; round < 4; round += 1) {
      await test.collect.recordSegment(own, Array.from({ length: 15 }, identify));
      await test.collect.fill(own, { events: Array.from({ length: 40 }, event), signals: [] });
      await own.record(Array.from({ length: 12 }, signal));
      const decision = { by: 'p', reason: 'r' } as const;
      const [a, b] = [await keyOf(own, pick(users)), await keyOf(own, pick(users))];
      if (a !== b && random() < 0.7) {
        await test.collect.recordLink(workspaceId, { a, b, rule: 'manual', ...decision });
        links.push([a, b]);
      } else if (links.length > 0) {
        const [one, other] = links.pop()!;
        await test.collect.recordLink(workspaceId, { a: one, b: other, rule: 'removed', ...decision });
      }
      await keepUp(own);
      const keys = await Promise.all([...users, ...mails].map((value) => keyOf(own, value)));
      const viewers = [own.viewer(), ...(round === 3 ? [own.viewer({ role: 'analyst' })] : [])];
      for (const viewer of viewers) {
        const served = await readAll(viewer, keys);
        expect(said(served)).toEqual(said(await readFresh(viewer, keys)));
        expect(served.filter((profile) => profile && profile.freshness.from !== 'store')).toEqual([]);
      }
    }
  });

  it('are worked out from the tables for who sees some places only, and for new customers until they are at hand', async () => {
    const own = await test.workspace();
    await own.record([{ ...signal(), identifiers: [{ type: 'email', value: mails[0]! }], place: 'lund' }]);
    await keepUp(own);
    const key = await keyOf(own, mails[0]!);
    expect((await read(own.viewer(), key)).freshness.from).toBe('store');
    await test.unify.privacy.say(own.viewer(), key, { purpose: 'marketing', allowed: false });
    for (const from of ['store', 'tables'] as const) {
      if (from === 'tables') test.unify.completeWith({ served: async () => null });
      const { refuses, freshness } = await read(own.viewer(), key);
      expect([refuses, freshness.from]).toEqual([['marketing'], from]);
    }
    test.unify.completeWith({ served: test.understand.served.of });
    const manager = own.viewer({ role: 'manager', placeIds: [own.place('lund')] });
    expect((await read(manager, key)).freshness.from).toBe('tables');
    await expect(
      read(own.viewer({ role: 'manager', placeIds: [own.place('odense')] }), key),
    ).rejects.toThrow();
    await own.record([{ ...signal(), identifiers: [{ type: 'email', value: mails[1]! }] }]);
    const second = await read(own.viewer(), await keyOf(own, mails[1]!));
    expect(second.computed).not.toBeNull();
  });

  it('are made again where their rows or the tallies were lost, and hold nothing of who was taken out', async () => {
    const own = await test.workspace();
    const { workspaceId } = own;
    const { ledger } = test.platform;
    await own.record(Array.from({ length: 30 }, signal));
    await keepUp(own);
    const keys = await Promise.all(mails.map((value) => keyOf(own, value)));
    const before = await readAll(own.viewer(), keys);
    await ledger.query(sql`delete from served_identifiers where workspace_id = ${workspaceId}`);
    expect(said(await readAll(own.viewer(), keys))).toEqual(said(before));
    await test.understand.rebuildRollups(workspaceId);
    await keepUp(own);
    const again = await readAll(own.viewer(), keys);
    expect(said(again)).toEqual(said(before));
    expect(again.every((profile) => !profile || profile.freshness.from === 'store')).toBe(true);
  });
});
