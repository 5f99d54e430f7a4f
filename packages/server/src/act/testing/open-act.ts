// The journey up to act, on real stores and a real mail server, called in process; for act's own tests.
import type { Endpoint, Role, SignalInput } from '@lyhord/contract';
import type { FastifyInstance, FastifyRequest, InjectOptions } from 'fastify';
import { type Access, accessLedgerMigrations, createAccess, type Viewer } from '../../access/index.ts';
import {
  type Collect,
  collectLedgerMigrations,
  collectWarehouseMigrations,
  createCollect,
  type Sender,
} from '../../collect/index.ts';
import { buildHttp } from '../../platform/http/build-http.ts';
import { mountRoutes } from '../../platform/http/endpoints.ts';
import { Problem } from '../../platform/http/problem.ts';
import { sql } from '../../platform/stores/sql.ts';
import { openTestStores, type TestPlatform } from '../../platform/testing/open-test-stores.ts';
import {
  createUnderstand,
  type Understand,
  understandLedgerMigrations,
  understandWarehouseMigrations,
} from '../../understand/index.ts';
import { createUnify, type Unify, unifyLedgerMigrations } from '../../unify/index.ts';
import { type Act, actLedgerMigrations, createAct } from '../index.ts';
import { type MailServer, startMailServer } from './mail-server.ts';

export interface Person {
  readonly id: string;
  readonly email: string;
  readonly workspaceId: string;
}

/** One company: country above two stores, a manager of the first, an agent, an analyst. */
export interface Company {
  readonly workspaceId: string;
  readonly sender: Sender;
  readonly country: string;
  readonly lund: string;
  readonly ystad: string;
  readonly admin: Person;
  readonly manager: Person;
  readonly agent: Person;
  readonly analyst: Person;
}

export interface TestAct {
  readonly platform: TestPlatform;
  readonly access: Access;
  readonly collect: Collect;
  readonly unify: Unify;
  readonly understand: Understand;
  readonly act: Act;
  readonly app: FastifyInstance;
  readonly mails: MailServer;
  company(): Promise<Company>;
  /** Sends signals and waits until their cases, mails and events are there. */
  say(company: Company, ...signals: Partial<SignalInput>[]): Promise<void>;
  viewer(company: Company, person: Person): Promise<Viewer>;
  call(
    person: Person,
    method: InjectOptions['method'],
    url: string,
    payload?: object,
    // biome-ignore lint/suspicious/noExplicitAny: replies are looked into by the tests
  ): Promise<{ status: number; body: any }>;
  close(): Promise<void>;
}

export async function openAct(): Promise<TestAct> {
  const migrations = {
    warehouse: [...collectWarehouseMigrations, ...understandWarehouseMigrations],
    ledger: [
      ...accessLedgerMigrations,
      ...collectLedgerMigrations,
      ...unifyLedgerMigrations,
      ...understandLedgerMigrations,
      ...actLedgerMigrations,
    ],
  };
  const platform = await openTestStores(migrations, undefined, { egressAllow: ['127.0.0.1'] });
  const mails = await startMailServer();
  const access = createAccess(platform);
  const collect = createCollect({ platform, access });
  const unify = createUnify({ platform, access, collect });
  const understand = createUnderstand({ platform, access, collect, unify });
  const act = createAct({ platform, access, collect, unify, understand });
  for (const step of [access, collect, unify, understand]) await step.start();
  const app = await buildHttp(platform.config, platform.log);
  mountRoutes(app, [...access.routes, ...collect.routes, ...act.routes], (request, endpoint) =>
    personNamed(access, request, endpoint),
  );
  let count = 0;

  const made: TestAct = {
    ...{ platform, access, collect, unify, understand, act, app, mails },
    async company() {
      count += 1;
      const of = `company${count}.example`;
      const { workspaceId, personId } = await access.createWorkspace({
        name: `Company ${count}`,
        admin: { email: `admin@${of}`, name: 'Ada Admin', password: 'correct horse battery' },
        settings: { timeZone: 'Europe/Stockholm' },
      });
      const settings = await access.settings(workspaceId);
      const admin = { id: personId, email: `admin@${of}`, workspaceId };
      await made.call(admin, 'PATCH', '/api/workspace', {
        mail: { ...settings.mail, smtpUrl: mails.url, fromAddress: `care@${of}`, quietFrom: 0, quietTo: 0 },
      });
      const place = async (code: string, parentId: string | null) => {
        const id = platform.ids.next();
        await platform.ledger.query(sql`insert into places (id, workspace_id, code, name, kind, parent_id, time_zone)
          values (${id}, ${workspaceId}, ${code}, ${code}, 'store', ${parentId}, 'Europe/Stockholm')`);
        return id;
      };
      const country = await place('Sweden', null);
      const lund = await place('Lund', country);
      const ystad = await place('Ystad', country);
      const person = async (role: string, placeIds: string[] = []): Promise<Person> => {
        const [id, email] = [platform.ids.next(), `${role}@${of}`];
        const team = role === 'agent' ? 'Customer service' : null;
        await platform.ledger.query(sql`insert into people (id, name, email, email_verified)
          values (${id}, ${`Pat ${role}`}, ${email}, true)`);
        await platform.ledger.query(sql`insert into members (workspace_id, person_id, role, place_ids, team, joined_at)
          values (${workspaceId}, ${id}, ${role}, ${placeIds}, ${team}, now())`);
        return { id, email, workspaceId };
      };
      const manager = await person('manager', [lund]);
      const [agent, analyst] = [await person('agent'), await person('analyst')];
      await platform.ledger.query(sql`update places set owner_id = ${manager.id} where id = ${lund}`);
      platform.announcements.announce('places.changed', { workspaceId });
      const source = await made.call(admin, 'POST', '/api/sources', { name: 'Till' });
      const sender = { workspaceId, sourceId: source.body.id };
      return { workspaceId, sender, country, lund, ystad, admin, manager, agent, analyst };
    },
    async say(company, ...signals) {
      const at = platform.clock.now().getTime() - 60_000;
      const items = signals.map((signal, index) => ({
        messageId: platform.ids.next(),
        kind: 'survey',
        channel: 'web',
        place: 'Lund',
        happenedAt: at + index,
        ...signal,
      }));
      const verdicts = await collect.recordSignals(company.sender, items);
      const refused = verdicts.find((verdict) => verdict.outcome !== 'accepted');
      if (refused) throw new Error(JSON.stringify(refused));
      await act.settled();
    },
    viewer: async (company, person) => (await access.viewerOf(company.workspaceId, person.id)) as Viewer,
    async call(person, method, url, payload) {
      const reply = await app.inject({
        method: method ?? 'GET',
        url,
        headers: { 'x-person': `${person.workspaceId}/${person.id}` },
        ...(payload ? { payload } : {}),
      });
      return { status: reply.statusCode, body: reply.body ? reply.json() : null };
    },
    async close() {
      await app.close();
      for (const step of [act, understand, unify, collect, access]) await step.stop();
      await mails.close();
      await platform.close();
    },
  };
  return made;
}

/** Who calls is named in a header: signing in is access's own affair, and slow by intention. */
async function personNamed(access: Access, request: FastifyRequest, endpoint: Endpoint): Promise<Viewer> {
  const [workspaceId = '', personId = ''] = String(request.headers['x-person']).split('/');
  const viewer = await access.viewerOf(workspaceId, personId);
  if (viewer === null) throw new Problem('not_signed_in');
  if (endpoint.roles?.includes(viewer.role as Role) === false) throw new Problem('forbidden');
  return viewer;
}

/** An answer to the NPS question by a customer who can be written to. */
export const nps = (value: number, email: string | null = null, text: string | null = null) => ({
  answers: [{ question: 'nps', value }],
  identifiers: email === null ? [] : [{ type: 'email' as const, value: email }],
  text,
});
