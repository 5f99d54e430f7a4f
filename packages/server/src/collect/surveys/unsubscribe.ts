// Promise: one click stops the questions for ever; opening the link alone changes nothing (RFC 8058).

import { escapeHtml } from '../../access/index.ts';
import { suppress } from '../suppressions/suppression-store.ts';
import type { AnswerParts } from './answer-survey.ts';
import { type SurveyLocale, surveyLocale } from './survey-locales.ts';
import { messagePage } from './survey-page.ts';
import { said, surveyWords } from './survey-words.ts';

interface Leaver {
  readonly workspaceId: string;
  readonly identifierKey: string;
  readonly locale: SurveyLocale;
  readonly company: string;
  readonly brand: string;
}

async function leaverOf(parts: AnswerParts, token: string): Promise<Leaver | null> {
  const id = parts.links.idOf('unsubscribe', token);
  const invitation = id ? await parts.invitations.find(id) : null;
  const survey = invitation ? await parts.surveys.findById(invitation.surveyId) : null;
  if (!invitation || !survey) return null;
  const { name: company } = await parts.access.settings(invitation.workspaceId);
  const { workspaceId, identifierKey } = invitation;
  return {
    workspaceId,
    identifierKey,
    company,
    locale: surveyLocale(invitation.locale) ?? 'en',
    brand: survey.brandColour,
  };
}

/** The page that asks; null for a link that was not made here. */
export async function unsubscribePage(parts: AnswerParts, token: string): Promise<string | null> {
  const leaver = await leaverOf(parts, token);
  if (!leaver) return null;
  const words = surveyWords[leaver.locale];
  const form = `<form method="post" action="/u/${escapeHtml(token)}"><button class="main wide">${escapeHtml(words.unsubscribeDo)}</button></form>`;
  return messagePage(leaver, said(words.unsubscribeAsk, { company: leaver.company }), form);
}

/** Stops the questions; the page that says so. */
export async function unsubscribe(parts: AnswerParts, token: string): Promise<string | null> {
  const leaver = await leaverOf(parts, token);
  if (!leaver) return null;
  const { workspaceId, identifierKey, locale, company } = leaver;
  await suppress(parts.ledger, workspaceId, identifierKey, 'unsubscribed', parts.clock.now());
  await parts.invitations.cancelAll(workspaceId, identifierKey);
  return messagePage(leaver, said(surveyWords[locale].unsubscribed, { company }));
}
