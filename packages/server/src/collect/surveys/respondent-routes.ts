// What customers meet: the survey's pages and the way out. No login, no script, no cookie but the answer's own mark.
import { collectEndpoints as endpoints } from '@lyhord/contract';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Viewer } from '../../access/index.ts';
import { type Route, route } from '../../platform/http/endpoints.ts';
import { Problem } from '../../platform/http/problem.ts';
import type { RateLimit } from '../../platform/rate-limit.ts';
import { readableText } from '../arrivals/well-formed.ts';
import {
  type AnswerParts,
  answerMark,
  findResponse,
  findTarget,
  finish,
  noteAllowed,
  placeOfAnswer,
  rate,
  readScore,
  type Target,
} from './answer-survey.ts';
import { acceptedLocale, type SurveyLocale, surveyLocale } from './survey-locales.ts';
import { address, messagePage, type SurveyView, scorePage, thanksPage, whyPage } from './survey-page.ts';
import { surveyWords } from './survey-words.ts';
import { unsubscribe, unsubscribePage } from './unsubscribe.ts';

type Fields = Readonly<Record<string, string>>;
const quietDays = 90;
const plainLook = { company: 'Lyhörd', brand: '#0B6E69' };

/** An answer page's request, with what its link leads to. */
interface Visit {
  readonly token: string;
  readonly target: Target;
  readonly fields: Fields;
  readonly locale: SurveyLocale;
  readonly mark: string;
  readonly kiosk: boolean;
}

export function respondentRoutes(parts: AnswerParts, limit: RateLimit): Route<Viewer>[] {
  return [
    route(endpoints.surveyPage, async ({ params }, { request, reply }) => {
      const visit = await visitOf(parts, params.token, request.query as Fields, request);
      if (!visit) return sayUnknown(request, reply);
      if (!visit.target.survey.active) return sayClosed(visit, reply);
      await html(reply, 200, await currentPage(parts, visit));
    }),
    route(endpoints.surveyAnswer, async ({ params }, { request, reply }) => {
      const visit = await visitOf(parts, params.token, (request.body ?? {}) as Fields, request);
      if (!visit) return sayUnknown(request, reply);
      if (!visit.target.survey.active) return sayClosed(visit, reply);
      await answer(parts, limit, visit, request, reply);
    }),
    route(endpoints.unsubscribePage, async ({ params }, { request, reply }) => {
      const page = await unsubscribePage(parts, params.token);
      if (page === null) return sayUnknown(request, reply);
      await html(reply, 200, page);
    }),
    route(endpoints.unsubscribe, async ({ params }, { request, reply }) => {
      const page = await unsubscribe(parts, params.token);
      if (page === null) return sayUnknown(request, reply);
      await html(reply, 200, page);
    }),
  ];
}

async function answer(
  parts: AnswerParts,
  limit: RateLimit,
  visit: Visit,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<void> {
  const { target, fields, locale, mark } = visit;
  const standing = await findResponse(parts, target, mark);
  if (fields.score !== undefined) {
    const score = readScore(target.survey, fields.score);
    if (score === null) {
      const view = await viewOf(parts, visit);
      await html(reply, 400, scorePage(view, null, true));
      return;
    }
    if (!standing && !target.invitation && !within(limit, `${visit.token}|${request.ip}`)) {
      await html(reply, 429, messagePage({ ...look(target), locale }, surveyWords[locale].busy));
      return;
    }
    const place = await placeOfAnswer(parts, target, fields.place);
    const channel = target.invitation ? 'email' : visit.kiosk ? 'kiosk' : 'web';
    await rate(parts, target, mark, score, { locale, placeCode: place?.code ?? null, channel });
    if (!visit.kiosk) remember(visit, request, reply);
  } else if (standing) {
    if (fields.consent === 'yes') await noteAllowed(parts, target);
    await finish(
      parts,
      standing,
      typeof fields.comment === 'string' && fields.step !== 'skip' ? fields.comment : '',
    );
  }
  await reply.redirect(pageAddress(visit), 303);
}

/** Where the answer goes on: the page shows what comes next. */
function pageAddress({ token, fields, locale, mark, target, kiosk }: Visit): string {
  return address(`/s/${token}`, {
    ...(target.invitation ? {} : { answer: mark }),
    ...(fields.place ? { place: fields.place } : {}),
    ...(kiosk ? { kiosk: '1' } : {}),
    lang: locale,
  });
}

async function currentPage(parts: AnswerParts, visit: Visit): Promise<string> {
  const { target, fields } = visit;
  const view = await viewOf(parts, visit);
  const standing = await findResponse(parts, target, visit.mark);
  if (standing?.state === 'recorded') return thanksPage(view);
  if (standing && fields.change !== '1') return whyPage(view, standing.score);
  return scorePage(view, readScore(target.survey, fields.score));
}

async function visitOf(
  parts: AnswerParts,
  token: string,
  given: Fields,
  request: FastifyRequest,
): Promise<Visit | null> {
  const fields = Object.fromEntries(
    Object.entries(given).flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, readableText(value)]] : [],
    ),
  );
  const target = await findTarget(parts, token);
  if (!target) return null;
  const kiosk = fields.kiosk === '1' && !target.invitation;
  const locale =
    surveyLocale(fields.lang) ??
    surveyLocale(target.invitation?.locale) ??
    acceptedLocale(request.headers['accept-language']) ??
    'en';
  const mark = answerMark(parts, target, fields.answer ?? (kiosk ? undefined : cookieOf(request)));
  return { token, target, fields, locale, mark, kiosk };
}

async function viewOf(
  parts: AnswerParts,
  { token, target, fields, locale, mark, kiosk }: Visit,
): Promise<SurveyView> {
  const { survey, invitation, company } = target;
  const place = await placeOfAnswer(parts, target, fields.place);
  return {
    locale,
    path: `/s/${token}`,
    question: survey.question,
    company,
    place: place?.name ?? null,
    brand: survey.brandColour,
    thanks: survey.thanks,
    asks: invitation === null ? null : (survey.asks?.words ?? null),
    carried: {
      ...(invitation ? {} : { answer: mark }),
      ...(place && !invitation ? { place: place.code } : {}),
      ...(kiosk ? { kiosk: '1' } : {}),
    },
    known: invitation !== null,
    kiosk,
  };
}

const look = ({ company, survey }: Target) => ({ company, brand: survey.brandColour });

const cookieName = 'lyhord_answer';

function cookieOf(request: FastifyRequest): string | undefined {
  return new RegExp(`(?:^|; )${cookieName}=([A-Za-z0-9_-]{40})(?:;|$)`).exec(
    request.headers.cookie ?? '',
  )?.[1];
}

/** Lets the same browser find its answer again for 90 days, so that one customer answers once. */
function remember({ token, mark, target }: Visit, request: FastifyRequest, reply: FastifyReply): void {
  if (target.invitation) return;
  const secure = request.protocol === 'https' ? '; Secure' : '';
  const lasting = `Max-Age=${quietDays * 86_400}; Path=/s/${token}; HttpOnly; SameSite=Lax${secure}`;
  reply.header('set-cookie', `${cookieName}=${mark}; ${lasting}`);
}

function within(limit: RateLimit, key: string): boolean {
  try {
    limit.take(key);
    return true;
  } catch (problem) {
    if (problem instanceof Problem) return false;
    throw problem;
  }
}

async function sayUnknown(request: FastifyRequest, reply: FastifyReply): Promise<void> {
  const locale = acceptedLocale(request.headers['accept-language']) ?? 'en';
  await html(reply, 404, messagePage({ ...plainLook, locale }, surveyWords[locale].unknown));
}

async function sayClosed({ target, locale }: Visit, reply: FastifyReply): Promise<void> {
  await html(reply, 410, messagePage({ ...look(target), locale }, surveyWords[locale].closed));
}

async function html(reply: FastifyReply, status: number, page: string): Promise<void> {
  await reply
    .code(status)
    .header('x-robots-tag', 'noindex')
    .header('referrer-policy', 'no-referrer')
    .type('text/html; charset=utf-8')
    .send(page);
}
