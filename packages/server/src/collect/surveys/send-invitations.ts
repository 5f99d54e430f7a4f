// Promise: each waiting invitation leaves once, also where it cannot be recorded that it left; who has said no since it was queued is left alone.
import type { OperationalEvent } from '@lyhord/contract';
import type { Logger } from 'pino';
import type { Jobs } from '../../platform/jobs/jobs.ts';
import type { Ledger } from '../../platform/stores/ledger.ts';
import { suppressionsOf } from '../suppressions/suppression-store.ts';
import { type AnswerParts, placeOfAnswer } from './answer-survey.ts';
import { invitationLetter } from './invitation-letter.ts';
import { type Invitation, invitationStore } from './invitation-store.ts';
import { surveyEvent } from './record-response.ts';
import { surveyLocale } from './survey-locales.ts';
import type { SurveyRow } from './survey-store.ts';

export interface SendParts extends AnswerParts {
  readonly log: Logger;
  readonly jobs: Pick<Jobs, 'send'>;
  /** Records that a customer, named by e-mail, was asked. */
  readonly recordSent: (workspaceId: string, events: OperationalEvent[]) => Promise<unknown>;
}

type Outcome = 'sent' | 'left_alone' | 'again' | 'given_up' | 'none_left';
interface Turn {
  readonly outcome: Outcome;
  /** What left and could not be recorded yet. */
  readonly unrecorded?: OperationalEvent;
}

/** Records, as soon as that can be, that invitations left. */
export const recordSentJob = 'collect.record-survey-sent';
export interface SentToRecord {
  readonly workspaceId: string;
  readonly events: OperationalEvent[];
}

/** Sends all waiting invitations of a survey, one after another; throws when some are to be tried again. */
export async function sendInvitations(parts: SendParts, surveyId: string): Promise<void> {
  const survey = await parts.surveys.findById(surveyId);
  if (!survey) return;
  const began = parts.clock.now();
  let again = 0;
  for (;;) {
    const { outcome, unrecorded } = await parts.ledger.transaction((tx) =>
      sendNext(parts, tx, survey, began),
    );
    if (unrecorded) {
      const sent = { workspaceId: survey.workspaceId, events: [unrecorded] };
      await parts.jobs.send<SentToRecord>(recordSentJob, sent, { retryLimit: 50 });
    }
    if (outcome === 'none_left') break;
    if (outcome === 'again') again += 1;
  }
  if (again > 0) throw new Error(`${again} invitations of survey ${surveyId} could not be sent yet.`);
}

async function sendNext(parts: SendParts, tx: Ledger, survey: SurveyRow, began: Date): Promise<Turn> {
  const invitations = invitationStore(tx);
  const invitation = await invitations.takeNext(survey.id, began);
  if (!invitation) return { outcome: 'none_left' };
  const now = parts.clock.now();
  const saidNo = await suppressionsOf(tx, survey.workspaceId, [invitation.identifierKey]);
  const { email } = invitation;
  if (saidNo.length > 0 || !survey.active || email === null) {
    await invitations.end(invitation.id, 'cancelled', now);
    return { outcome: 'left_alone' };
  }
  try {
    await deliver(parts, survey, invitation, email);
  } catch (error) {
    parts.log.warn({ err: error, invitationId: invitation.id }, 'an invitation could not be sent');
    return { outcome: (await invitations.missed(invitation.id, now)) ? 'again' : 'given_up' };
  }
  const event = sentEvent(survey, invitation, email, now);
  const isRecorded = await parts.recordSent(survey.workspaceId, [event]).then(
    () => true,
    (error) => {
      parts.log.warn(
        { err: error, invitationId: invitation.id },
        'that an invitation left is recorded later',
      );
      return false;
    },
  );
  await invitations.end(invitation.id, 'sent', now);
  return { outcome: 'sent', ...(isRecorded ? {} : { unrecorded: event }) };
}

function sentEvent(survey: SurveyRow, invitation: Invitation, email: string, at: Date): OperationalEvent {
  const event = surveyEvent('survey_sent', `${invitation.id}:sent`, survey, {
    placeCode: invitation.placeCode,
    channel: 'email',
    happenedAt: at.getTime(),
    invited: true,
  });
  return { ...event, identifiers: [{ type: 'email', value: email }] };
}

async function deliver(
  parts: SendParts,
  survey: SurveyRow,
  invitation: Invitation,
  email: string,
): Promise<void> {
  const { name: company } = await parts.access.settings(survey.workspaceId);
  const place = await placeOfAnswer(parts, { survey, invitation, company }, undefined);
  const mail = await parts.access.mailFor(survey.workspaceId);
  const base = parts.access.publicUrl();
  await mail.send(
    invitationLetter({
      survey,
      company,
      place: place?.name ?? null,
      locale: surveyLocale(invitation.locale) ?? 'en',
      name: invitation.name,
      email,
      page: `${base}/s/${parts.links.token('invitation', invitation.id)}`,
      unsubscribe: `${base}/u/${parts.links.token('unsubscribe', invitation.id)}`,
      messageId: `<survey-${invitation.id}@${new URL(base).hostname}>`,
    }),
  );
}
