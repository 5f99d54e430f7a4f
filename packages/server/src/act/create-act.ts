// Joins the parts of act: what opens cases, what people do with them, and what is mailed.
import type { Access, Viewer } from '../access/index.ts';
import type { Route } from '../platform/http/endpoints.ts';
import type { Platform } from '../platform/platform.ts';
import { createCustomerValues } from './alarms/customer-values.ts';
import { createCaseOpener } from './alarms/open-cases.ts';
import type { CaseRecord } from './cases/case-record.ts';
import { casesOfSignals, openCasesByPlace } from './cases/cases-of-signals.ts';
import { casesOfCustomer, findCases, openCasesOfKeys } from './cases/find-cases.ts';
import { type CaseList, type CaseQuery, listCases } from './cases/list-cases.ts';
import { releaseCases } from './cases/release-cases.ts';
import { createMailDispatcher } from './mails/dispatcher.ts';
import { sendDigests } from './mails/send-digests.ts';
import { tellChanges } from './mails/tell-changes.ts';
import type { CollectPart, UnderstandPart, UnifyPart } from './neighbours.ts';
import { createPlaceTrees } from './places/place-line.ts';
import { createActRecorder } from './recorded/record-acts.ts';
import { type ActParts, actRoutes } from './routes.ts';

/** Screens ask again after any one of them; a flood of cases is not announced one by one. */
const mostAnnounced = 50;

export interface ActDeps {
  readonly platform: Platform;
  readonly access: Access;
  readonly collect: CollectPart;
  readonly unify: UnifyPart;
  readonly understand: UnderstandPart;
}

export interface Act {
  readonly routes: Route<Viewer>[];
  /** Catches up with what was committed while nobody looked, then follows. */
  start(): Promise<void>;
  stop(): Promise<void>;
  /** Resolves when every signal that is committed now has its case, and all that is due is mailed and recorded. */
  settled(): Promise<void>;
  /** Tells of detected changes and sends the digests that are due; runs by itself every quarter of an hour. */
  tellPeople(): Promise<void>;

  listCases(viewer: Viewer, query: CaseQuery): Promise<CaseList>;
  /** Open and closed cases of a customer, newest first. */
  casesOfCustomer(viewer: Viewer, identifierKeys: readonly string[]): Promise<CaseList['cases']>;
  /** Cases whose number, title or place has these words, for search. */
  findCases(viewer: Viewer, words: string): Promise<CaseList['cases']>;
  openCasesByPlace(viewer: Viewer): Promise<Map<string, number>>;
}

export function createAct(deps: ActDeps): Act {
  const { platform, access, collect, unify, understand } = deps;
  const { announcements, ledger, log, clock } = platform;
  const trees = createPlaceTrees(ledger, announcements);
  const announce = ({ workspaceId, id, state, placeId }: CaseRecord) =>
    announcements.announce('cases.changed', { workspaceId, caseId: id, state, placeId });

  const dispatcher = createMailDispatcher(platform, access, async ({ workspaceId, caseId }) => {
    if (caseId !== null)
      announcements.announce('cases.changed', { workspaceId, caseId, state: '', placeId: null });
  });
  const recorder = createActRecorder(platform, collect, trees);
  const values = createCustomerValues(platform.warehouse, clock);
  const opener = createCaseOpener({
    platform,
    access,
    unify,
    trees,
    values,
    opened(_, cases, mailed) {
      for (const each of cases.slice(0, mostAnnounced)) announce(each);
      inBackground('recording what was done', recorder.run());
      if (mailed > 0) inBackground('mail', dispatcher.run());
    },
  });

  const parts: ActParts = {
    ...{ platform, access, unify, understand, trees, values, clock },
    changed(record) {
      announce(record);
      inBackground('recording what was done', recorder.run());
    },
    mailQueued: () => inBackground('mail', dispatcher.run()),
  };
  const rows = { ...parts, ledger };

  const working = new Set<Promise<void>>();
  function inBackground(what: string, work: Promise<void>): void {
    const watched: Promise<void> = work
      .catch((error) => log.error({ err: error }, `act: ${what} failed; it is tried again within a minute`))
      .finally(() => working.delete(watched));
    working.add(watched);
  }
  const catchUp = async () => {
    await opener.run();
    await recorder.run();
    await dispatcher.run();
  };
  const release = async (workspaceId: string) => {
    for (const released of await releaseCases({ platform, access, trees }, workspaceId)) announce(released);
  };
  const tellPeople = async () => {
    for (const { id } of await access.workspaces()) {
      await release(id);
      await tellChanges({ platform, access, understand, trees }, id);
      await sendDigests({ platform, access, trees }, id);
    }
    await dispatcher.run();
  };
  const tellOfChange = async (workspaceId: string) => {
    const mailed = await tellChanges({ platform, access, understand, trees }, workspaceId);
    if (mailed > 0) await dispatcher.run();
  };

  unify.completeWith({
    casesOf: (viewer, _, keys) => casesOfCustomer(rows, viewer, keys),
    openCases: (workspaceId, keys) => openCasesOfKeys(ledger, workspaceId, keys),
  });
  understand.provideCases({
    openByPlace: (viewer) => openCasesByPlace(ledger, viewer),
    bySignal: (viewer, signalIds) => casesOfSignals(ledger, viewer, signalIds),
  });

  let unsubscribe: (() => void)[] = [];
  return {
    routes: actRoutes(parts),
    async start() {
      unsubscribe = [
        announcements.subscribe('signals.committed', () => inBackground('opening cases', opener.run())),
        announcements.subscribe('access.changed', (news: { workspaceId?: string } | null) => {
          if (news?.workspaceId) inBackground('giving cases back', release(news.workspaceId));
        }),
        announcements.subscribe('changes.changed', (news: { workspaceId?: string } | null) => {
          if (news?.workspaceId) inBackground('telling of a change', tellOfChange(news.workspaceId));
        }),
      ];
      await platform.jobs.work('act.catch-up', catchUp);
      await platform.jobs.work('act.tell-people', tellPeople);
      await platform.jobs.schedule('act.catch-up', '* * * * *');
      await platform.jobs.schedule('act.tell-people', '*/15 * * * *');
      inBackground('catching up', catchUp());
    },
    async stop() {
      for (const stop of unsubscribe) stop();
      trees.stop();
      while (working.size > 0) await Promise.all(working);
    },
    settled: catchUp,
    tellPeople,
    listCases: (viewer, query) => listCases(rows, viewer, query),
    casesOfCustomer: (viewer, keys) => casesOfCustomer(rows, viewer, keys),
    findCases: (viewer, words) => findCases(rows, viewer, words),
    openCasesByPlace: (viewer) => openCasesByPlace(ledger, viewer),
  };
}
