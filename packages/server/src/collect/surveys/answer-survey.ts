// Promise: opening a survey page changes nothing; only pressing a button does, and pressing it twice counts once.
import { createHmac } from 'node:crypto';
import { questionScales } from '@lyhord/contract';
import type { Access } from '../../access/index.ts';
import type { Ids } from '../../platform/ids.ts';
import type { Ledger } from '../../platform/stores/ledger.ts';
import { sql } from '../../platform/stores/sql.ts';
import { readableText } from '../arrivals/well-formed.ts';
import type { NoteConsents } from '../consent/note-consents.ts';
import type { Invitation } from './invitation-store.ts';
import { type ResponseParts, recordLaterComment, recordResponse } from './record-response.ts';
import type { ResponseRow } from './response-store.ts';
import type { SignedLinks } from './signed-links.ts';
import type { SurveyLocale } from './survey-locales.ts';
import type { SurveyRow } from './survey-store.ts';

export interface AnswerParts extends ResponseParts {
  readonly ledger: Ledger;
  readonly access: Access;
  readonly links: SignedLinks;
  readonly ids: Ids;
  readonly noteConsents: NoteConsents;
}

/** What a survey link leads to. */
export interface Target {
  readonly survey: SurveyRow;
  readonly invitation: Invitation | null;
  readonly company: string;
}

const longestComment = 4_000;

/** The survey behind a public link or an invitation's; null where there is none. */
export async function findTarget(parts: AnswerParts, token: string): Promise<Target | null> {
  const invitationId = parts.links.idOf('invitation', token);
  const invitation = invitationId ? await parts.invitations.find(invitationId) : null;
  const survey = invitation
    ? await parts.surveys.findById(invitation.surveyId)
    : await parts.surveys.findByToken(token);
  if (!survey) return null;
  const { name } = await parts.access.settings(survey.workspaceId);
  return { survey, invitation, company: name };
}

/** The mark under which an answer is given: the invitation's own, the one that is carried, or a new one. */
export function answerMark(parts: AnswerParts, target: Target, carried: string | undefined): string {
  if (target.invitation) return parts.links.token('answer', target.invitation.id);
  if (carried && parts.links.idOf('answer', carried)) return carried;
  return parts.links.token('answer', parts.ids.next());
}

/** The answer that was given under a mark so far. */
export async function findResponse(
  parts: AnswerParts,
  target: Target,
  mark: string,
): Promise<ResponseRow | null> {
  const id = parts.links.idOf('answer', mark);
  const response = id ? await parts.responses.find(id) : null;
  return response?.surveyId === target.survey.id ? response : null;
}

/** A score of the survey's scale, or null. */
export function readScore(survey: SurveyRow, value: unknown): number | null {
  if (typeof value !== 'string' || !/^\d{1,2}$/.test(value)) return null;
  const { min, max } = questionScales[survey.question]!;
  const score = Number(value);
  return score >= min && score <= max ? score : null;
}

export interface Circumstances {
  readonly locale: SurveyLocale;
  readonly placeCode: string | null;
  readonly channel: string;
}

/** Keeps a score; durable when it resolves. */
export function rate(
  parts: AnswerParts,
  target: Target,
  mark: string,
  score: number,
  { locale, placeCode, channel }: Circumstances,
): Promise<ResponseRow> {
  return parts.responses.rate({
    id: parts.links.idOf('answer', mark)!,
    workspaceId: target.survey.workspaceId,
    surveyId: target.survey.id,
    invitationId: target.invitation?.id ?? null,
    score,
    locale,
    placeCode,
    channel,
    ratedAt: parts.clock.now(),
  });
}

/** Ends an answer with the reason, or without one. */
export async function finish(parts: AnswerParts, response: ResponseRow, comment: string): Promise<void> {
  const reason = readableText(comment).slice(0, longestComment);
  if (reason === '') {
    if (response.state === 'rated') await recordResponse(parts, response);
    return;
  }
  const hash = reasonHash(parts, response.id, reason);
  const commented = await parts.responses.comment(response.id, reason, hash);
  if (commented) await recordResponse(parts, commented);
  else if (!(await parts.responses.hasReason(response.id, hash)))
    await recordLaterComment(parts, response, reason);
}

const reasonHash = ({ access }: AnswerParts, id: string, reason: string): string =>
  createHmac('sha256', access.keyFor('survey-reasons')).update(`${id}|${reason}`).digest('base64url');

/** Keeps that an invited customer ticked what the survey asks them to allow; a box left empty says nothing. */
export async function noteAllowed(parts: AnswerParts, { survey, invitation }: Target): Promise<void> {
  if (survey.asks === null || invitation === null) return;
  const { purpose, words: wording } = survey.asks;
  const said = { purpose, wording, allowed: true, channel: '', source: 'survey', at: parts.clock.now() };
  await parts.noteConsents(survey.workspaceId, [{ ...said, identifierKey: invitation.identifierKey }]);
}

/** Records scores whose reason does not come. */
export async function settleWaiting(parts: AnswerParts, waitMs: number): Promise<number> {
  const before = new Date(parts.clock.now().getTime() - waitMs);
  const waiting = await parts.responses.waiting(before, 500);
  for (const response of waiting) await recordResponse(parts, response);
  return waiting.length;
}

/** The code and name of the place that an answer is about: the link's, the invitation's or the survey's own. */
export async function placeOfAnswer(
  { ledger }: AnswerParts,
  { survey, invitation }: Target,
  code: string | undefined,
): Promise<{ code: string; name: string } | null> {
  const wanted = invitation?.placeCode ?? code ?? null;
  const where =
    wanted !== null
      ? sql`lower(code) = lower(${wanted.slice(0, 64)})`
      : survey.placeId !== null
        ? sql`id = ${survey.placeId}`
        : null;
  if (where === null) return null;
  return ledger.one<{ code: string; name: string }>(
    sql`select code, name from places where workspace_id = ${survey.workspaceId} and ${where} and not archived`,
  );
}
