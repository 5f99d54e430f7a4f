import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { Receipt, SegmentMessage } from '../event.ts';
import { WrongValue } from '../expectation.ts';
import { AskedPurpose } from '../privacy.ts';
import { Locale } from '../role.ts';
import { SignalBatch } from '../signal.ts';
import { importEndpoints } from './imports.ts';

const segment = <const P extends string>(id: string, path: P) =>
  endpoint({
    id,
    method: 'POST',
    path,
    summary: `Segment tracking API: ${path}`,
    auth: 'source',
    body: z.unknown(),
    reply: Receipt,
    bodyLimitBytes: 64 * 1024,
  });
const segmentBatch = <const P extends string>(id: string, path: P) =>
  endpoint({
    id,
    method: 'POST',
    path,
    summary: `Segment tracking API: many messages, ${path}`,
    auth: 'source',
    body: z.looseObject({
      batch: z.array(z.unknown()).min(1).max(10_000),
      context: z.unknown().optional(),
      sentAt: z.unknown().optional(),
    }),
    reply: Receipt,
    bodyLimitBytes: 4 * 1024 * 1024,
  });
const token = z.object({ token: z.string().min(1).max(200) });

export const surveyTouchpoints = [
  'store_visit',
  'checkout',
  'delivery',
  'support',
  'product',
  'website',
] as const;
/** What a survey asks known customers to allow beside its questions. */
export const AskedConsent = z.object({
  purpose: AskedPurpose,
  words: z.string().trim().min(1).max(300).describe('what customers read beside the box that they tick'),
});
export const Survey = z.object({
  id: z.string(),
  name: z.string(),
  question: z.enum(['nps', 'csat']),
  touchpoint: z.string(),
  placeId: z.string().nullable(),
  active: z.boolean(),
  brandColour: z.string().regex(/^#[0-9a-fA-F]{6}$/),
  thanks: z.string().nullable(),
  asks: AskedConsent.nullable(),
  link: z.string(),
  invited: z.number().int(),
  answered: z.number().int(),
});
export const collectEndpoints = {
  batch: segmentBatch('batch', '/v1/batch'),
  identify: segment('identify', '/v1/identify'),
  track: segment('track', '/v1/track'),
  page: segment('page', '/v1/page'),
  screen: segment('screen', '/v1/screen'),
  group: segment('group', '/v1/group'),
  alias: segment('alias', '/v1/alias'),
  // Segment's own clients in browsers and on phones use these shorter addresses of the same calls.
  shortBatch: segmentBatch('shortBatch', '/v1/b'),
  importBatch: segmentBatch('importBatch', '/v1/import'),
  shortIdentify: segment('shortIdentify', '/v1/i'),
  shortTrack: segment('shortTrack', '/v1/t'),
  shortPage: segment('shortPage', '/v1/p'),
  shortScreen: segment('shortScreen', '/v1/s'),
  shortGroup: segment('shortGroup', '/v1/g'),
  shortAlias: segment('shortAlias', '/v1/a'),
  signals: endpoint({
    id: 'signals',
    method: 'POST',
    path: '/v1/signals',
    summary: 'Signals (X-data), many at once',
    auth: 'source',
    body: SignalBatch,
    reply: Receipt,
    bodyLimitBytes: 4 * 1024 * 1024,
  }),
  listSurveys: endpoint({
    id: 'listSurveys',
    method: 'GET',
    path: '/api/surveys',
    summary: 'Surveys',
    auth: 'person',
    reply: z.object({ surveys: z.array(Survey) }),
  }),
  createSurvey: endpoint({
    id: 'createSurvey',
    method: 'POST',
    path: '/api/surveys',
    summary: 'Make a two-question survey',
    auth: 'person',
    roles: ['admin', 'lead'],
    body: z.object({
      name: z.string().min(1).max(120),
      question: z.enum(['nps', 'csat']).default('nps'),
      touchpoint: z.string().max(64).default('store_visit'),
      placeId: z.string().nullable().default(null),
      brandColour: z
        .string()
        .regex(/^#[0-9a-fA-F]{6}$/)
        .default('#0B6E69'),
      thanks: z.string().max(500).nullable().default(null),
      asks: AskedConsent.nullable().default(null),
    }),
    reply: Survey,
  }),
  changeSurvey: endpoint({
    id: 'changeSurvey',
    method: 'PATCH',
    path: '/api/surveys/:id',
    summary: 'Change a survey',
    auth: 'person',
    roles: ['admin', 'lead'],
    params: z.object({ id: z.string() }),
    body: z.object({
      name: z.string().min(1).max(120).optional(),
      active: z.boolean().optional(),
      brandColour: z.string().optional(),
      thanks: z.string().max(500).nullable().optional(),
      asks: AskedConsent.nullable().optional(),
    }),
    reply: Survey,
  }),
  surveyCode: endpoint({
    id: 'surveyCode',
    method: 'GET',
    path: '/api/surveys/:id/code.svg',
    summary: 'QR code of a survey link, for one place',
    auth: 'person',
    params: z.object({ id: z.string() }),
    query: z.object({ place: z.string().max(64).optional() }),
    raw: true,
  }),
  sendSurvey: endpoint({
    id: 'sendSurvey',
    method: 'POST',
    path: '/api/surveys/:id/send',
    summary: 'Invite customers by e-mail; nobody twice in 90 days',
    auth: 'person',
    roles: ['admin', 'lead'],
    params: z.object({ id: z.string() }),
    body: z.object({
      recipients: z
        .array(
          z.object({
            email: z.string().max(320),
            locale: z.enum(['en', 'sv', 'da', 'nb', 'fi', 'de']).optional(),
            name: z.string().max(120).optional(),
            place: z.string().optional(),
            reference: z.string().max(120).optional(),
          }),
        )
        .min(1)
        .max(5_000),
    }),
    reply: z.object({
      queued: z.number().int(),
      skipped: z.array(z.object({ email: z.string(), reason: z.string() })),
    }),
  }),
  surveyPage: endpoint({
    id: 'surveyPage',
    method: 'GET',
    path: '/s/:token',
    summary: 'The survey as a web page',
    auth: 'public',
    params: token,
    query: z.object({
      lang: z.string().max(5).optional(),
      place: z.string().max(64).optional(),
      score: z.string().max(3).optional(),
    }),
    raw: true,
  }),
  surveyAnswer: endpoint({
    id: 'surveyAnswer',
    method: 'POST',
    path: '/s/:token',
    summary: 'An answer from the survey page',
    auth: 'public',
    params: token,
    raw: true,
  }),
  unsubscribePage: endpoint({
    id: 'unsubscribePage',
    method: 'GET',
    path: '/u/:token',
    summary: 'Asks whether to unsubscribe',
    auth: 'public',
    params: token,
    raw: true,
  }),
  unsubscribe: endpoint({
    id: 'unsubscribe',
    method: 'POST',
    path: '/u/:token',
    summary: 'One-click unsubscribe (RFC 8058)',
    auth: 'public',
    params: token,
    raw: true,
  }),
  ...importEndpoints,
  dataQuality: endpoint({
    id: 'dataQuality',
    method: 'GET',
    path: '/api/quality',
    summary: 'What arrived, what was refused, how fresh it is',
    auth: 'person',
    roles: ['admin', 'lead', 'analyst'],
    reply: z.object({
      sources: z.array(
        z.object({
          sourceId: z.string(),
          name: z.string(),
          events: z.number(),
          signals: z.number(),
          refused: z.number(),
          duplicates: z.number(),
          lastArrivalAt: z.string().nullable(),
          lastHappenedAt: z.string().nullable(),
        }),
      ),
      refusals: z.array(
        z.object({
          id: z.string(),
          at: z.string(),
          source: z.string(),
          reason: z.string(),
          field: z.string().nullable(),
          detail: z.string(),
          wrong: WrongValue.nullable(),
          item: z.string(),
        }),
      ),
      unknownPlaces: z.array(z.object({ code: z.string(), items: z.number() })),
      withoutCustomer: z.number(),
      freshAt: z.string().nullable(),
    }),
  }),
};
export const surveyLocales = ['en', 'sv', 'da', 'nb', 'fi', 'de'] as const;
export const AnyLocale = z.union([Locale, z.enum(surveyLocales)]);
export { SegmentMessage };
