// Promise: a score becomes exactly one signal, with its reason when that came in time; a reason that comes later is
// kept as a comment in the same conversation.
import type { OperationalEvent, SignalInput, Verdict } from '@lyhord/contract';
import type { Clock } from '../../platform/clock.ts';
import type { Reader } from '../arrivals/reading.ts';
import { type Key64, keyOfText } from '../keys/key64.ts';
import type { InvitationStore } from './invitation-store.ts';
import type { ResponseRow, ResponseStore } from './response-store.ts';
import type { SurveyRow, SurveyStore } from './survey-store.ts';

/** Records signals and events of the workspace's surveys for a customer known by key, or for nobody. */
export interface SurveyRecords {
  signals(workspaceId: string, customer: Key64 | null, items: SignalInput[]): Promise<Verdict[]>;
  events(workspaceId: string, customer: Key64 | null, items: OperationalEvent[]): Promise<Verdict[]>;
}

export interface ResponseParts {
  readonly surveys: SurveyStore;
  readonly responses: ResponseStore;
  readonly invitations: InvitationStore;
  readonly records: SurveyRecords;
  readonly clock: Clock;
}

/** Records a response as it stands; calling it again changes nothing. */
export async function recordResponse(parts: ResponseParts, response: ResponseRow): Promise<void> {
  const survey = await parts.surveys.findById(response.surveyId);
  if (!survey) return;
  const invitation = response.invitationId ? await parts.invitations.find(response.invitationId) : null;
  const customer = invitation ? keyOfText(invitation.identifierKey) : null;
  const signal = signalOf(survey, response, invitation?.reference ?? null);
  const [verdict] = await parts.records.signals(survey.workspaceId, customer, [signal]);
  if (verdict?.outcome === 'differs' && response.comment) {
    await parts.records.signals(survey.workspaceId, customer, [
      laterComment(survey, response, response.comment),
    ]);
  }
  await parts.records.events(survey.workspaceId, customer, [answeredEvent(survey, response)]);
  const now = parts.clock.now();
  await parts.responses.recorded(response.id, now);
  if (invitation) await parts.invitations.answered(invitation.id, now);
}

/** Records a reason that came after its score was recorded. */
export async function recordLaterComment(
  parts: ResponseParts,
  response: ResponseRow,
  comment: string,
): Promise<void> {
  const survey = await parts.surveys.findById(response.surveyId);
  if (!survey) return;
  const invitation = response.invitationId ? await parts.invitations.find(response.invitationId) : null;
  const customer = invitation ? keyOfText(invitation.identifierKey) : null;
  await parts.records.signals(survey.workspaceId, customer, [laterComment(survey, response, comment)]);
}

function signalOf(survey: SurveyRow, response: ResponseRow, reference: string | null): SignalInput {
  return {
    messageId: response.id,
    kind: 'survey',
    channel: response.channel as NonNullable<SignalInput['channel']>,
    touchpoint: survey.touchpoint,
    place: response.placeCode,
    happenedAt: response.ratedAt.getTime(),
    answers: [{ question: survey.question, value: response.score }],
    text: response.comment,
    language: response.locale,
    reference,
    conversation: response.id,
    campaign: survey.name,
    properties: { surveyId: survey.id },
  };
}

function laterComment(survey: SurveyRow, response: ResponseRow, comment: string): SignalInput {
  return {
    ...signalOf(survey, response, null),
    messageId: `${response.id}:comment`,
    answers: [],
    text: comment,
  };
}

function answeredEvent(survey: SurveyRow, response: ResponseRow): OperationalEvent {
  return surveyEvent('survey_answered', `${response.id}:answered`, survey, {
    placeCode: response.placeCode,
    channel: response.channel,
    happenedAt: response.ratedAt.getTime(),
    invited: response.invitationId !== null,
  });
}

/** An event of a survey: sent, or answered. */
export function surveyEvent(
  kind: 'survey_sent' | 'survey_answered',
  messageId: string,
  survey: SurveyRow,
  what: { placeCode: string | null; channel: string; happenedAt: number; invited: boolean },
): OperationalEvent {
  const { invited, ...rest } = what;
  return {
    messageId,
    kind,
    name: survey.name,
    identifiers: [],
    touchpoint: survey.touchpoint,
    reference: survey.id,
    amountMinor: null,
    costMinor: null,
    currency: null,
    dueAt: null,
    waitSeconds: null,
    lines: [],
    properties: { question: survey.question, invited },
    ...rest,
  };
}

/** A reader that gives each item a customer who is known by key only. */
export function forCustomer(read: Reader, customer: Key64 | null): Reader {
  if (customer === null) return read;
  return (raw, reading) => {
    const item = read(raw, reading);
    return 'refused' in item ? item : { ...item, customer };
  };
}
