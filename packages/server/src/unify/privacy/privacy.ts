// What customers may ask of the company about their data: to see it and to be erased. The composition of privacy.
import { privacyEndpoints as endpoints, type IdentifierType, type Purpose, purposes } from '@lyhord/contract';
import type { Access, TableDeclaration, Viewer } from '../../access/index.ts';
import type { Collect, IdentityNews } from '../../collect/index.ts';
import { type Route, route } from '../../platform/http/endpoints.ts';
import { quoted } from '../../platform/http/input.ts';
import { Problem } from '../../platform/http/problem.ts';
import type { Platform } from '../../platform/platform.ts';
import type { Identities } from '../identity/identities.ts';
import { createWithheld, refusedPurposes } from './consent/withheld.ts';
import { carryOut } from './erasure/erasure.ts';
import { journalFiles, notedErasures } from './erasure/erasure-journal.ts';
import { sendExport } from './export/send-export.ts';
import { type RequestRow, requestStore, shownRequest } from './requests/request-store.ts';
import { createRetention, type RetentionKeeper } from './retention/retention.ts';

/** What erasure must know of the other steps; said once, when they are joined. */
export interface PrivacyKnowledge {
  /** Every table of both stores, in the order in which a customer is taken out of them. */
  readonly tables: readonly TableDeclaration[];
  /** Makes the counts of days again, after signals on them have gone. */
  readonly recount: (workspaceId: string, days: readonly string[]) => Promise<void>;
}

export interface Privacy {
  readonly routes: Route<Viewer>[];
  start(): Promise<void>;
  know(knowledge: PrivacyKnowledge): void;
  /** Erases a customer by any key and waits until it is done; for commands and tests. */
  erase(viewer: Viewer, customerKey: string, receivedAt?: Date): Promise<RequestRow>;
  /**
   * Does erasures again that are noted outside of the stores and that these do not know, as after a restore; resolves when
   * they are done. Before anybody is served or written to.
   */
  eraseAgain(): Promise<void>;
  /** Removes what is older than the workspace keeps it, now; by itself every night. */
  removeOld: RetentionKeeper['run'];
  /** Notes what a customer allows or refuses, and counts accordingly from then on. */
  say(viewer: Viewer, customerKey: string, decision: Decision): Promise<void>;
  /** True where one of the identifiers is withheld from service. */
  refusesService(workspaceId: string, identifierKeys: readonly string[]): boolean;
  /** The purposes that a customer with these identifiers refuses. */
  refusedBy(workspaceId: string, identifierKeys: readonly string[]): Purpose[];
  heardIdentity(workspaceId: string, news: IdentityNews): void;
  /** A workspace's profiles were worked out anew: other identifiers may belong to who has said no. */
  heardProfiles(workspaceId: string): Promise<void>;
}

export interface Decision {
  readonly purpose: Purpose;
  readonly allowed: boolean;
  readonly wording?: string | undefined;
}

interface Parts {
  /** Names of sources by id. */
  readonly sourceNames: (workspaceId: string) => Promise<ReadonlyMap<string, string>>;
  readonly platform: Platform;
  readonly access: Access;
  readonly collect: Collect;
  readonly identities: Identities;
  /** Whether anything is known of a customer. */
  readonly isKnown: (workspaceId: string, keys: readonly string[]) => Promise<boolean>;
}

const rightForms: Partial<Record<IdentifierType, string>> = {
  email: 'an address such as anna@example.org',
  phone: 'a number with its country code, such as +46701234567, or with the country beside it',
};
const namesNobody = (type: IdentifierType, value: string) =>
  new Problem('invalid_input', {
    detail: `${quoted(value)} names nobody; give ${rightForms[type] ?? "the customer's own value"}.`,
  });
const job = 'unify.erase';
const answerDays = 30;
const backupDays = 90;
const dayMs = 86_400_000;

export function createPrivacy({
  platform,
  access,
  collect,
  identities,
  isKnown,
  sourceNames,
}: Parts): Privacy {
  const { clock, ids, jobs, log } = platform;
  const requests = requestStore(platform.ledger);
  const self = ids.next();
  let known: PrivacyKnowledge = { tables: [], recount: async () => {} };
  const parts = {
    ...{ platform, collect, identities, requests },
    tables: () => known.tables,
    recount: (workspaceId: string, days: readonly string[]) => known.recount(workspaceId, days),
    backupDays: async () => backupDays,
  };

  const withheld = createWithheld({
    ...{ warehouse: platform.warehouse, identities, now: () => clock.now() },
    announce: (workspaceId) =>
      platform.announcements.announce('privacy.withheld', { workspaceId, from: self }),
    lastConsentsOf: collect.lastConsentsOf,
    refusing: collect.refusing,
    recount: parts.recount,
  });
  const retention = createRetention(platform, access, parts.tables);
  const inBackground = (work: Promise<unknown>) =>
    void work.catch((error) =>
      log.error({ err: error }, 'privacy: what is withheld could not be brought up to date'),
    );
  collect.onConsent((workspaceId, keys) => inBackground(withheld.refresh(workspaceId, keys)));

  /** Now, or just after what it takes the place of: a no that is said to us counts also after the yes of a device whose clock is ahead. */
  async function momentOf(
    workspaceId: string,
    keys: readonly string[],
    { purpose, allowed }: Decision,
  ): Promise<Date> {
    const said = await collect.consentsOf(workspaceId, keys);
    const times = said
      .filter((one) => one.purpose === purpose && (!allowed || one.source === 'screen'))
      .map((one) => one.at.getTime() + 1);
    return new Date(Math.max(clock.now().getTime(), ...times));
  }

  async function say(viewer: Viewer, customerKey: string, decision: Decision): Promise<void> {
    const keys = await keysOf(viewer.workspaceId, customerKey);
    const { purpose, allowed, wording = '' } = decision;
    const at = await momentOf(viewer.workspaceId, keys, decision);
    const said = { purpose, allowed, wording, at, channel: '', source: 'screen' };
    await collect.addConsents(viewer.workspaceId, [{ ...said, identifierKey: keys[0]! }]);
    await withheld.refresh(viewer.workspaceId, keys);
    await access.audit(
      viewer,
      'customer.consent',
      `customer:${keys[0]}`,
      `${purpose}: ${allowed ? 'yes' : 'no'}`,
    );
  }

  const keysOf = async (workspaceId: string, customerKey: string): Promise<string[]> => {
    const profile = identities.profileKeyOf(workspaceId, customerKey);
    const keys = profile === null ? [] : identities.identifierKeysOf(workspaceId, profile);
    if (keys.length > 0 && (await isKnown(workspaceId, keys))) return keys;
    const detail = `There is no customer "${customerKey.slice(0, 40)}".`;
    throw new Problem('not_found', { detail });
  };

  /** Notes the request; a second one for the same customer finds the first. */
  async function ask(viewer: Viewer, customerKey: string, receivedAt: Date): Promise<RequestRow> {
    const { workspaceId } = viewer;
    const keys = await keysOf(workspaceId, customerKey);
    const open = await requests.openErasure(workspaceId, keys);
    if (open) return open;
    const request = await requests.add({
      ...{ id: ids.next(), workspaceId, keys, receivedAt },
      ...{ kind: 'erasure', state: 'waiting', subject: keys[0]!, askedBy: viewer.name || null },
      dueAt: new Date(receivedAt.getTime() + answerDays * dayMs),
    });
    await access.audit(viewer, 'customer.erasure_started', `customer:${request.subject}`);
    return request;
  }

  /** One erasure at a time: each rewrites whole tables. */
  let turn: Promise<unknown> = Promise.resolve();
  const run = (id: string): Promise<void> => {
    const mine = turn.then(() => carryOutNow(id));
    turn = mine.catch(() => undefined);
    return mine;
  };
  async function carryOutNow(id: string): Promise<void> {
    const request = await requests.byId(id);
    if (!request || request.state === 'done') return;
    try {
      const receipt = await carryOut(parts, request);
      const rows = receipt.erased.reduce((sum, one) => sum + one.rows, 0);
      const by = { workspaceId: request.workspaceId, personId: null, name: 'Lyhörd' } as Viewer;
      await access.audit(by, 'customer.erased', `customer:${request.subject}`, `${rows} rows`);
    } catch (error) {
      log.error({ err: error, request: id }, 'an erasure stopped; it goes on shortly');
      await requests.stumbled(id, error instanceof Error ? error.message : String(error));
      throw error;
    }
  }
  const queue = (id: string) => jobs.send(job, { id }, { singletonKey: id, retryLimit: 100 });

  return {
    routes: [
      route(endpoints.listPrivacyRequests, async (_, { viewer }) => ({
        requests: (await requests.list(viewer.workspaceId)).map(shownRequest),
      })),
      route(endpoints.readPrivacyRequest, async ({ params }, { viewer }) => {
        const found = await requests.find(viewer.workspaceId, params.id);
        if (!found)
          throw new Problem('not_found', { detail: `There is no request "${params.id.slice(0, 40)}".` });
        return shownRequest(found);
      }),
      route(endpoints.eraseCustomer, async ({ params, body }, { viewer }) => {
        const receivedAt = body.receivedOn ? new Date(`${body.receivedOn}T12:00:00Z`) : clock.now();
        const request = await ask(viewer, params.id, receivedAt);
        await queue(request.id);
        return shownRequest(request);
      }),
      route(endpoints.welcomeBack, async ({ body }, { viewer }) => {
        const { type, value, namespace, country } = body;
        const identifier = { type, value, ...(namespace === undefined ? {} : { namespace }) };
        const key = await collect.keyOf(viewer.workspaceId, identifier, country?.toUpperCase() ?? null);
        if (key === null) throw namesNobody(type, value);
        if (!(await collect.takeBack(viewer.workspaceId, key.text)))
          throw new Problem('not_found', { detail: `Nobody with this ${type} was erased.` });
        await access.audit(viewer, 'customer.welcomed_back', `customer:${key.text}`, body.reason);
      }),
      route(endpoints.readConsents, async ({ params }, { viewer }) => {
        const keys = await keysOf(viewer.workspaceId, params.id);
        const [said, last, names] = await Promise.all([
          collect.consentsOf(viewer.workspaceId, keys),
          collect.lastConsentsOf(viewer.workspaceId, keys),
          sourceNames(viewer.workspaceId),
        ]);
        const refused = refusedPurposes(last);
        const newest = new Set(last.map(({ purpose }) => purpose));
        return {
          restricted: refused.has('service'),
          purposes: purposes.map((purpose) => ({
            purpose,
            state: refused.has(purpose)
              ? ('refused' as const)
              : newest.has(purpose)
                ? ('allowed' as const)
                : ('unsaid' as const),
          })),
          said: said.map(({ identifierKey: _, at, source, ...rest }) => ({
            ...{ ...rest, source: names.get(source) ?? source },
            at: at.toISOString(),
          })),
        };
      }),
      route(endpoints.changeConsent, ({ params, body }, { viewer }) => say(viewer, params.id, body)),
      route(endpoints.readRetention, async (_, { viewer }) => ({
        lastRun: await retention.lastRun(viewer.workspaceId),
      })),
      route(endpoints.previewRetention, async ({ body }, { viewer }) => ({
        kinds: await retention.preview(viewer.workspaceId, body),
      })),
      route(endpoints.exportCustomer, async ({ params, query }, { viewer, reply }) => {
        const keys = await keysOf(viewer.workspaceId, params.id);
        const now = clock.now();
        await sendExport({ platform, access, tables: known.tables }, viewer, keys, query.format, reply);
        await requests.add({
          ...{ id: ids.next(), workspaceId: viewer.workspaceId, keys, receivedAt: now, dueAt: now },
          ...{ kind: 'access', state: 'done', subject: keys[0]!, askedBy: viewer.name || null },
        });
        await access.audit(viewer, 'customer.exported', `customer:${keys[0]}`, query.format);
      }),
    ],
    async start() {
      await withheld.start();
      inBackground(withheld.catchUp());
      platform.announcements.subscribe('privacy.withheld', (news: { from?: unknown } | null) => {
        if (news?.from !== self) inBackground(withheld.readAgain());
      });
      await retention.start();
      await jobs.work<{ id: string }>(job, ({ id }) => run(id));
      for (const { id } of await requests.unfinished()) await queue(id);
    },
    async eraseAgain() {
      const { dataDir, erasureJournal } = platform.config;
      const noted = await notedErasures(journalFiles(dataDir, erasureJournal));
      if (noted.length === 0 || (await requests.addNoted(noted, answerDays * dayMs)) === 0) return;
      const known = new Set(noted.map(({ erasure }) => erasure));
      const again = (await requests.unfinished()).filter(({ id }) => known.has(id));
      log.warn({ erasures: again.length }, 'erasures that the stores do not know are done again first');
      for (const { id } of again) await run(id).catch(() => queue(id));
    },
    removeOld: retention.run,
    say,
    refusesService: (workspaceId, keys) => withheld.from(workspaceId, keys, 'service'),
    refusedBy: withheld.refusedBy,
    heardIdentity: (workspaceId, news) => inBackground(withheld.heardIdentity(workspaceId, news)),
    heardProfiles: withheld.catchUp,
    know(knowledge) {
      known = knowledge;
    },
    async erase(viewer, customerKey, receivedAt = clock.now()) {
      const request = await ask(viewer, customerKey, receivedAt);
      await run(request.id);
      return (await requests.byId(request.id))!;
    },
  };
}
