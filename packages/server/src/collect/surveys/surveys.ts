// The composition of surveys: pages, invitations and what becomes of answers.
import type { Access, Viewer } from '../../access/index.ts';
import type { Route } from '../../platform/http/endpoints.ts';
import type { Platform } from '../../platform/platform.ts';
import { createRateLimit } from '../../platform/rate-limit.ts';
import type { Reader } from '../arrivals/reading.ts';
import type { NoteConsents } from '../consent/note-consents.ts';
import type { Key64 } from '../keys/key64.ts';
import { operationalReader } from '../operational/read-event.ts';
import type { PlaceCodes } from '../places/place-codes.ts';
import type { Record } from '../recording/recorder.ts';
import type { Redact } from '../segment/personal-fields.ts';
import { readSignal } from '../signals/read-signal.ts';
import { settleWaiting } from './answer-survey.ts';
import { invitationStore } from './invitation-store.ts';
import { sendInvitationsJob } from './invite.ts';
import { forCustomer } from './record-response.ts';
import { respondentRoutes } from './respondent-routes.ts';
import { responseStore } from './response-store.ts';
import { recordSentJob, type SendParts, type SentToRecord, sendInvitations } from './send-invitations.ts';
import { SignedLinks } from './signed-links.ts';
import { surveyRoutes } from './survey-routes.ts';
import { surveyStore } from './survey-store.ts';

export interface SurveyParts {
  readonly platform: Platform;
  readonly access: Access;
  readonly record: Record;
  readonly redact: Redact;
  readonly keyOfEmail: (workspaceId: string, email: string) => Promise<Key64 | null>;
  readonly placesOf: (workspaceId: string) => Promise<PlaceCodes>;
  readonly noteConsents: NoteConsents;
}

export interface Surveys {
  readonly routes: Route<Viewer>[];
  start(): Promise<void>;
  stop(): Promise<void>;
  /** Records scores that have waited longer than `waitMs` for their reason; says how many. */
  settleWaiting(waitMs: number): Promise<number>;
}

/** How long a score waits for its reason before it counts without one. */
const reasonWaitMs = 5 * 60_000;
const lookEveryMs = 30_000;
/** Answers to a public link from one address: a queue before one phone, not a machine. */
const answersAtOnce = 60;
const answersRefillSeconds = 600;

export function createSurveys({
  platform,
  access,
  record,
  redact,
  keyOfEmail,
  placesOf,
  noteConsents,
}: SurveyParts): Surveys {
  const { ledger, clock, ids, jobs, log } = platform;
  const readEvent = operationalReader(redact);
  const recordFor = async (workspaceId: string, items: readonly unknown[], read: Reader) => {
    const { id } = await access.ownSource(workspaceId, 'survey');
    return record({ workspaceId, sourceId: id, endpoint: 'survey' }, items, read);
  };
  const parts: SendParts = {
    ledger,
    access,
    clock,
    ids,
    log,
    jobs,
    links: new SignedLinks(access.keyFor('survey-links')),
    surveys: surveyStore(ledger),
    responses: responseStore(ledger),
    invitations: invitationStore(ledger),
    records: {
      signals: (workspaceId, customer, items) =>
        recordFor(workspaceId, items, forCustomer(readSignal, customer)),
      events: (workspaceId, customer, items) =>
        recordFor(workspaceId, items, forCustomer(readEvent, customer)),
    },
    noteConsents,
    recordSent: (workspaceId, events) => recordFor(workspaceId, events, readEvent),
  };
  const settle = (waitMs: number) => settleWaiting(parts, waitMs);
  let timer: NodeJS.Timeout | null = null;
  const tick = () =>
    void settle(reasonWaitMs).catch((error) => log.warn({ err: error }, 'scores still wait'));
  return {
    routes: [
      ...surveyRoutes({ ...parts, jobs, keyOfEmail, placesOf }),
      ...respondentRoutes(parts, createRateLimit(clock, answersAtOnce, answersRefillSeconds)),
    ],
    async start() {
      await jobs.work<{ surveyId: string }>(sendInvitationsJob, ({ surveyId }) =>
        sendInvitations(parts, surveyId),
      );
      await jobs.work<SentToRecord>(
        recordSentJob,
        async ({ workspaceId, events }) => void (await parts.recordSent(workspaceId, events)),
      );
      timer = setInterval(tick, lookEveryMs).unref();
      tick();
    },
    async stop() {
      if (timer) clearInterval(timer);
    },
    settleWaiting: settle,
  };
}
