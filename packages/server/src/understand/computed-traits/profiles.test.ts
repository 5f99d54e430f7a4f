import type { KeyCustomer, Profile } from '@lyhord/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Viewer } from '../../access/index.ts';
import { openUnderstand, type TestUnderstand, type TestWorkspace } from '../testing/open-understand.ts';

let test: TestUnderstand;
let own: TestWorkspace;
beforeAll(async () => {
  test = await openUnderstand();
  own = await test.workspace();
  await test.collect.recordSegment(own, [
    { type: 'identify', messageId: 'i1', userId: 'u1', traits: { email: 'anna@example.org', plan: 'gold' } },
    {
      ...{ type: 'track', event: 'Order Completed', messageId: 'm1', userId: 'u1' },
      ...{ timestamp: new Date(Date.now() - 86_400_000).toISOString() },
      properties: { order_id: 'o1', total: 120.5, currency: 'EUR', store: 'lund' },
    },
  ]);
  await own.record([
    {
      ...{ messageId: 's1', kind: 'survey', happenedAt: Date.now() - 3_600_000, place: 'malmo' },
      ...{
        identifiers: [{ type: 'email', value: 'anna@example.org' }],
        answers: [{ question: 'nps', value: 9 }],
      },
    },
  ]);
});
afterAll(() => test.close());

const ask = <R>(id: string, viewer: Viewer, input: object) => {
  const found = test.unify.routes.find(({ endpoint }) => endpoint.id === id)!;
  return found.handle({ params: {}, query: {}, body: {}, ...input }, { viewer } as never) as Promise<R>;
};
const byMail = (viewer: Viewer) =>
  ask<Profile>('findProfile', viewer, { query: { type: 'email', value: 'Anna@Example.org ' } });

describe('a profile', () => {
  it('is found by an identifier and by its key, with traits and their source, and what is computed', async () => {
    const profile = await byMail(own.viewer());
    expect(profile).toMatchObject({
      identifiers: expect.arrayContaining([{ type: 'email', value: 'anna@example.org' }]),
      traits: expect.arrayContaining([
        expect.objectContaining({ name: 'plan', value: 'gold', source: 'Files' }),
      ]),
      computed: { currency: 'EUR', orders: 1, revenue: 12_050, lastNps: 9, lifeCycle: 'new' },
      ...{ keyCustomer: null, openCases: 0 },
    });
    const again = await ask<Profile>('readProfile', own.viewer(), { params: { id: profile.key } });
    expect({ ...again, freshness: null }).toEqual({ ...profile, freshness: null });
  });

  it('shows a manager what happened at own places, and is nobody where nothing did', async () => {
    const manager = (code: string) => own.viewer({ role: 'manager', placeIds: [own.place(code)] });
    expect((await byMail(manager('malmo'))).computed).toMatchObject({ orders: 0, lastNps: 9 });
    await expect(byMail(manager('odense'))).rejects.toThrow('you may not see them');
  });

  it('is not found by who sees pseudonyms only, nor from another workspace', async () => {
    await expect(byMail(own.viewer({ role: 'analyst' }))).rejects.toThrow('you may not see them');
    const byUser = { query: { type: 'user_id', value: 'u1' } };
    await expect(ask('findProfile', own.viewer({ role: 'analyst' }), byUser)).rejects.toThrow('may not see');
    const found = await ask<Profile>('findProfile', own.viewer(), byUser);
    expect({ ...found, freshness: null }).toEqual({ ...(await byMail(own.viewer())), freshness: null });
    const other = await test.workspace();
    await expect(byMail(other.viewer())).rejects.toThrow();
  });

  it('is marked as a key customer and no longer, with who said so in the audit', async () => {
    const viewer = own.viewer();
    const { key } = await byMail(viewer);
    const mark = (wish: object) =>
      ask<{ keyCustomer: KeyCustomer }>('markKeyCustomer', viewer, { params: { id: key }, body: wish });
    expect((await mark({ key: true, reason: 'Big' })).keyCustomer).toMatchObject({ reason: 'Big' });
    expect((await byMail(viewer)).keyCustomer).toMatchObject({ reason: 'Big' });
    expect(await test.unify.keyCustomersAmong(own.workspaceId, [key, '5'])).toEqual(new Set([key]));
    expect((await mark({ key: false, reason: '' })).keyCustomer).toBeNull();
    expect(await test.unify.keyCustomersAmong(own.workspaceId, [key])).toEqual(new Set());
  });
});
