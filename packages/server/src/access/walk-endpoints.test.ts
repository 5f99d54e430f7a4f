// Every endpoint, as every kind of caller, against the composed product.
import type { Role } from '@lyhord/contract';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { composeSteps, migrations, type Steps } from '../compose.ts';
import { buildHttp } from '../platform/http/build-http.ts';
import { mountRoutes } from '../platform/http/endpoints.ts';
import { sql } from '../platform/stores/sql.ts';
import { openTestStores, type TestPlatform } from '../platform/testing/open-test-stores.ts';
import { cookiesOf } from './testing/access-app.ts';
import type { WalkedThings } from './testing/sample-calls.ts';
import { type Walk, walkEndpoints } from './testing/walk-endpoints.ts';

const password = 'correct horse battery';
const secretWord = 'xyzzy';

let platform: TestPlatform;
let steps: Steps;
let app: FastifyInstance;
let walk: Walk;

const call = async (cookie: string, method: 'GET' | 'POST', url: string, payload?: object) => {
  const reply = await app.inject({ method, url, headers: { cookie }, ...(payload ? { payload } : {}) });
  if (reply.statusCode >= 400) throw new Error(`${method} ${url}: ${reply.body}`);
  return reply.json();
};
const signIn = async (email: string) => {
  const reply = await app.inject({
    method: 'POST',
    url: '/api/auth/sign-in/email',
    payload: { email, password },
  });
  return cookiesOf(reply.headers['set-cookie']);
};
async function company(name: string, email: string) {
  const { workspaceId } = await steps.access.createWorkspace({ name, admin: { email, name, password } });
  return { workspaceId, cookie: await signIn(email) };
}
async function person(admin: string, role: Role, placeIds: string[]) {
  const email = `${role}@${secretWord}.example`;
  const { link } = await call(admin, 'POST', '/api/people/invitations', { email, role, placeIds });
  await call('', 'POST', `/api/invitations/${link.split('/').at(-1)}/accept`, {
    name: `${secretWord} ${role}`,
    password,
  });
  return signIn(email);
}

beforeAll(async () => {
  platform = await openTestStores(migrations);
  steps = composeSteps(platform);
  app = await buildHttp(platform.config, platform.log);
  steps.access.mount(app);
  steps.collect.mount(app);
  mountRoutes(app, steps.routes, steps.access.authenticate);
  await steps.start();
  const origin = await app.listen({ port: 0, host: '127.0.0.1' });
  walk = { origin, secretWord, ...(await lay()) };
});
afterAll(async () => {
  await app.close();
  await steps.stop();
  await platform.close();
});

async function lay() {
  const own = await company(`${secretWord} stores`, `boss@${secretWord}.example`);
  const other = await company('Another company', 'boss@elsewhere.example');
  const admin = own.cookie;
  const place = await call(admin, 'POST', '/api/places', {
    code: secretWord,
    name: secretWord,
    kind: 'store',
    parentId: null,
  });
  const cookies = { admin } as Record<Role, string>;
  for (const role of ['lead', 'manager', 'agent', 'analyst'] as const) {
    cookies[role] = await person(admin, role, role === 'manager' ? [place.id] : []);
  }
  const source = await call(admin, 'POST', '/api/sources', { name: secretWord });
  const spare = await call(admin, 'POST', '/api/sources', { name: `${secretWord} spare` });
  const signalId = await saySomething(own.workspaceId, source.id);
  const { cases } = await call(admin, 'GET', '/api/cases');
  const { people } = await call(admin, 'GET', '/api/people');
  const survey = await call(admin, 'POST', '/api/surveys', { name: secretWord });
  const token = await call(admin, 'POST', '/api/tokens', { name: secretWord });
  const invited = { email: `late@${secretWord}.example`, role: 'agent' };
  const things: WalkedThings = {
    workspaceId: own.workspaceId,
    placeId: place.id,
    personId: people.find((one: { role: Role }) => one.role === 'analyst').id,
    sourceId: spare.id,
    tokenId: (await call(admin, 'POST', '/api/tokens', { name: 'spare' })).id,
    invitationId: (await call(admin, 'POST', '/api/people/invitations', invited)).id,
    surveyId: survey.id,
    importId: await broughtFile(admin),
    signalId,
    caseId: cases[0].id,
    changeId: await detected(own.workspaceId, place.id),
    themeId: await spokenOf(own.workspaceId),
    segmentId: (
      await call(admin, 'POST', '/api/segments', { name: secretWord, rule: { fact: 'orders', atLeast: 1 } })
    ).id,
    customerKey: cases[0].customerKey,
    accountKey: (await call(admin, 'GET', '/api/accounts')).accounts[0].key,
    cardToolId: (
      await call(admin, 'POST', '/api/card-tools', { name: secretWord, origins: ['https://tool.example'] })
    ).id,
    webhookId: (
      await call(admin, 'POST', '/api/webhooks', { name: secretWord, preset: 'typeform', signature: 'none' })
    ).id,
    connectorId: (await call(admin, 'POST', '/api/connectors', { name: secretWord, settings: feed })).id,
    privacyRequestId: await copied(admin, cases[0].customerKey),
  };
  return { cookies, stranger: other.cookie, writeKey: source.writeKey, readingToken: token.token, things };
}

async function broughtFile(cookie: string): Promise<string> {
  const reply = await app.inject({
    method: 'POST',
    url: `/api/imports?fileName=${secretWord}.csv`,
    headers: { cookie, 'content-type': 'text/csv' },
    payload: 'Comment\nhello\n',
  });
  return reply.json().id;
}
const feed = { kind: 'feed', url: 'http://127.0.0.1:1/feed.xml' };

/** A copy that was made for a customer stands among the requests. */
async function copied(admin: string, customerKey: string): Promise<string> {
  await call(admin, 'GET', `/api/customers/${customerKey}/export`);
  return (await call(admin, 'GET', '/api/privacy/requests')).requests[0].id;
}

async function saySomething(workspaceId: string, sourceId: string): Promise<string> {
  const email = `customer@${secretWord}.example`;
  await steps.collect.recordSignals({ workspaceId, sourceId }, [
    {
      ...{
        messageId: 'm1',
        kind: 'survey',
        channel: 'web',
        place: secretWord,
        happenedAt: Date.now() - 60_000,
      },
      answers: [{ question: 'nps', value: 1 }],
      identifiers: [{ type: 'email', value: email }],
      account: `${secretWord} limited`,
      text: `The ${secretWord} service was bad.`,
    },
  ]);
  await steps.act.settled();
  const [row] = await platform.warehouse.query<{ id: string }>(
    sql`select signal_id as id from signals where workspace_id = ${workspaceId}`,
  );
  return row?.id ?? '';
}

async function detected(workspaceId: string, placeId: string): Promise<string> {
  const score = { value: 20, low: 10, high: 30, n: 50, tooFew: false };
  const finding = { before: score, after: score, size: { value: -9, low: -20, high: -2 }, evidence: 20 };
  await platform.ledger.query(sql`insert into changes (id, workspace_id, place_id, metric, direction, since,
      detected_on, detected_at, finding)
    values ('walked', ${workspaceId}, ${placeId}, 'nps', 'down', current_date, current_date, now(),
      ${JSON.stringify({ ...finding, likelyTopics: [], quoteIds: [] })}::jsonb)`);
  return 'walked';
}

async function spokenOf(workspaceId: string): Promise<string> {
  await platform.ledger.query(sql`insert into themes (id, workspace_id, language, phrases, terms, members, stability,
      origin, state, first_seen_at, seen_at)
    values ('walked-theme', ${workspaceId}, 'en', '["a walk"]', '[]', '[]', 1, '{"kind":"born","names":[]}', 'found',
      now(), now())`);
  return 'walked-theme';
}

test('every endpoint answers every kind of caller as it is declared, and tells nobody of another workspace', async () => {
  // who may call is decided before a store is asked: over the network those walk who may read all and do all
  const only = platform.mode === 'remote' ? ['a reading token', 'admin'] : undefined;
  expect(await walkEndpoints(walk, only)).toEqual([]);
});
