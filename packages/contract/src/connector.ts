import { z } from 'zod';
import { Mapping, pathPattern } from './mapping.ts';

const headerName = z.string().regex(/^[A-Za-z0-9-]{1,60}$/);
const address = z.url({ protocol: /^https?$/ }).max(2_000);

/** A mailbox that customers write to; it is only read, nothing in it is changed. */
export const MailboxSettings = z.strictObject({
  kind: z.literal('imap'),
  host: z.string().min(1).max(255),
  port: z.number().int().min(1).max(65_535).default(993),
  secure: z
    .boolean()
    .default(true)
    .describe('TLS from the beginning; otherwise STARTTLS where it is offered'),
  user: z.string().min(1).max(255),
  mailbox: z.string().min(1).max(255).default('INBOX'),
  since: z.iso.date().optional().describe('older mail is left alone'),
  place: z.string().max(64).optional(),
});
/** News feeds, review feeds: RSS 2.0, RSS 1.0 and Atom. */
export const FeedSettings = z.strictObject({
  kind: z.literal('feed'),
  url: address,
  signalKind: z.enum(['review', 'social', 'comment']).default('social'),
  place: z.string().max(64).optional(),
});
export const pagings = ['none', 'link', 'next', 'cursor', 'page'] as const;
/** Anything that answers with JSON. */
export const JsonSettings = z.strictObject({
  kind: z.literal('json'),
  url: address,
  headers: z.record(headerName, z.string().max(500)).default({}),
  secretHeader: headerName.optional().describe('the header that carries the secret'),
  items: z.string().regex(pathPattern).default('$').describe('where the list of items stands in an answer'),
  mapping: Mapping,
  paging: z
    .discriminatedUnion('by', [
      z.strictObject({ by: z.literal('none') }),
      z.strictObject({ by: z.literal('link') }),
      z.strictObject({ by: z.literal('next'), path: z.string().regex(pathPattern) }),
      z.strictObject({
        by: z.literal('cursor'),
        path: z.string().regex(pathPattern),
        parameter: z.string().min(1).max(60),
      }),
      z.strictObject({
        by: z.literal('page'),
        parameter: z.string().min(1).max(60),
        from: z.number().int().min(0).default(1),
      }),
    ])
    .default({ by: 'none' }),
  newestFirst: z
    .boolean()
    .default(true)
    .describe('reading ends at the first page that brings nothing new; otherwise it goes on where it ended'),
});
export const connectorPresets = [
  'apple_reviews',
  'google_play_reviews',
  'google_business_reviews',
  'trustpilot_reviews',
  'mastodon',
] as const;
/** A site whose answers are known: only its address and what stands in it are asked for. */
export const PresetSettings = z.strictObject({
  kind: z.enum(connectorPresets),
  url: address,
  place: z.string().max(64).optional(),
});
export const ConnectorSettings = z.discriminatedUnion('kind', [
  MailboxSettings,
  FeedSettings,
  JsonSettings,
  PresetSettings,
]);
export type ConnectorSettings = z.output<typeof ConnectorSettings>;

export const ConnectorRun = z.object({
  startedAt: z.string(),
  endedAt: z.string().nullable(),
  accepted: z.number(),
  duplicates: z.number(),
  refused: z.number(),
  problem: z.string().nullable(),
});
export const Connector = z.object({
  id: z.string(),
  sourceId: z.string(),
  name: z.string(),
  settings: ConnectorSettings,
  hasSecret: z.boolean(),
  everyMinutes: z.number(),
  paused: z.boolean(),
  running: z.boolean(),
  nextRunAt: z.string().nullable(),
  failures: z.number(),
  runs: z.array(ConnectorRun).describe('the last ones, newest first'),
});
