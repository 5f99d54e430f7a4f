import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Viewer } from '../../access/index.ts';
import { buildHttp } from '../../platform/http/build-http.ts';
import { mountRoutes } from '../../platform/http/endpoints.ts';
import { sql } from '../../platform/stores/sql.ts';
import { signCard } from '../../unify/card/card-token.ts';
import { openUnderstand, type TestUnderstand, type TestWorkspace } from '../testing/open-understand.ts';

let test: TestUnderstand;
let own: TestWorkspace;
let app: FastifyInstance;
let viewer: Viewer;
beforeAll(async () => {
  test = await openUnderstand();
  own = await test.workspace();
  app = await buildHttp(test.platform.config, test.platform.log);
  mountRoutes(app, test.unify.routes, async () => viewer);
  await test.collect.recordSegment(own, [
    {
      ...{ type: 'identify', messageId: 'i1', userId: 'A-4711' },
      traits: { name: 'Anna <b>Lind</b>', email: 'anna@example.org', phone: '+46 70 123 45 67' },
    },
    {
      ...{ type: 'track', event: 'Order Completed', messageId: 'm1', userId: 'A-4711' },
      properties: { order_id: 'SO-1001', total: 120.5, currency: 'EUR', store: 'lund' },
    },
  ]);
  await own.record([
    {
      ...{ messageId: 's1', kind: 'survey', happenedAt: Date.now() - 3_600_000, place: 'malmo' },
      identifiers: [{ type: 'email', value: 'anna@example.org' }],
      answers: [{ question: 'nps', value: 3 }],
      text: 'The <i>queue</i> was long.',
    },
  ]);
});
afterAll(async () => {
  await app.close();
  await test.close();
});

const audits = async (action: string) =>
  test.platform.ledger.query<{ subject: string }>(
    sql`select subject from audit_entries where workspace_id = ${own.workspaceId} and action = ${action}`,
  );

describe('a look-up', () => {
  const lookUp = async (words: string, who: Partial<Viewer> = {}) => {
    viewer = own.viewer(who);
    const reply = await app.inject({ url: '/api/look-up', query: { words } });
    return reply.json() as { customers: { key: string; name: string; by: string }[]; exact: boolean };
  };

  it.each([
    '070-123 45 67',
    'anna@example.org',
    'Anna <anna@example.org>',
    'order so-1001',
    '#SO-1001',
    'Kundnr: A-4711',
  ])('finds the customer by %s', async (words) => {
    // the phone number without its country is one of Sweden where the company has places there
    await test.platform.ledger.query(
      sql`update places set country = 'SE' where workspace_id = ${own.workspaceId}`,
    );
    expect(await lookUp(words)).toMatchObject({ exact: true, customers: [{ name: 'Anna <b>Lind</b>' }] });
  });

  it('finds by the customer’s own key, and by a name among others', async () => {
    const { customers } = await lookUp('Lind, Anna');
    expect(customers[0]).toMatchObject({ by: 'words' });
    expect(await lookUp(`https://cx.example/customers/${customers[0]!.key}`)).toMatchObject({
      ...{ exact: true, customers: [{ by: 'customer' }] },
    });
  });

  it('keeps to places and pseudonyms, and stands in the audit without what was typed', async () => {
    const elsewhere = { role: 'manager', placeIds: [own.place('odense')] } as const;
    expect((await lookUp('anna@example.org', elsewhere)).customers).toEqual([]);
    expect((await lookUp('anna@example.org', { role: 'analyst' })).customers).toEqual([]);
    const [key] = (await lookUp('anna@example.org')).customers.map((one) => one.key);
    const noted = await audits('customer.looked_up');
    expect(noted).toEqual([{ subject: `customer:${key}` }]);
  });
});

describe('a customer card', () => {
  it('opens with a signed token, may stand in the pages of its tool only, and says what is known', async () => {
    viewer = own.viewer();
    const origins = ['https://acme.zendesk.com'];
    const made = await app.inject({
      method: 'POST',
      url: '/api/card-tools',
      payload: { name: 'Zendesk', origins },
    });
    const { id, secret } = made.json() as { id: string; secret: string };
    const exp = Math.floor(test.platform.clock.now().getTime() / 1000) + 300;
    const open = (token: string) => app.inject({ url: `/card/${id}`, query: { token } });
    const token = signCard(secret, { type: 'email', value: 'Anna@Example.org', exp });
    const card = await open(token);
    expect(card.statusCode).toBe(200);
    expect(card.headers['x-frame-options']).toBeUndefined();
    expect(card.headers['content-security-policy']).toMatch(
      /^default-src 'none'; .*frame-ancestors https:\/\/acme/,
    );
    expect(card.body).toContain('Anna &#60;b&#62;Lind');
    expect(card.body).toContain('The &#60;i&#62;queue');
    expect(card.body).not.toContain('<script');
    expect(await audits('customer.card_opened')).toHaveLength(1);
    const stranger = await open(signCard(secret, { type: 'email', value: 'bo@example.org', exp }));
    expect(stranger.body).toContain('Nobody is known');
    const unsigned = await open(`${token}x`);
    expect(unsigned.statusCode).toBe(410);
    expect(unsigned.headers['content-security-policy']).toContain("frame-ancestors 'none'");
    expect(unsigned.body).not.toContain('Lind');
    await app.inject({ method: 'DELETE', url: `/api/card-tools/${id}` });
    expect((await open(token)).statusCode).toBe(410);
  });

  it('is refused origins that are more than an origin', async () => {
    viewer = own.viewer();
    for (const origin of [
      '*',
      'https://*',
      'https://a.example/path',
      "https://a.example; script-src 'unsafe-inline'",
    ]) {
      const body = { name: 'Tool', origins: [origin] };
      const reply = await app.inject({ method: 'POST', url: '/api/card-tools', payload: body });
      expect(reply.statusCode, origin).toBe(400);
    }
  });
});
