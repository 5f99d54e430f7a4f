import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { Receipt, Verdict } from '../event.ts';
import { Mapping, pathPattern } from '../mapping.ts';

const id = z.object({ id: z.string().max(64) });
const readers = ['admin', 'lead', 'analyst'] as const;
const keepers = ['admin', 'lead'] as const;

export const Refusal = z.object({
  id: z.string(),
  at: z.string(),
  sourceId: z.string(),
  source: z.string(),
  endpoint: z.string(),
  reason: z.string(),
  field: z.string().nullable(),
  detail: z.string(),
  item: z.string().describe('as it came, without what names a person'),
  replayable: z.boolean(),
  replayed: z
    .object({ at: z.string(), outcome: z.string(), detail: z.string().nullable() })
    .nullable()
    .describe('what became of it when it was last read again'),
});
export const RefusalFilter = z.object({
  source: z.string().max(64).optional(),
  reason: z.string().max(64).optional(),
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  text: z.string().max(200).optional(),
  state: z.enum(['open', 'replayed', 'all']).default('open'),
});

export const signatureSchemes = [
  'none',
  'zendesk',
  'chatwoot',
  'intercom',
  'shopify',
  'typeform',
  'hmac',
  'token',
] as const;
export const webhookPresets = ['zendesk', 'chatwoot', 'intercom', 'shopify', 'typeform'] as const;

export const Webhook = z.object({
  id: z.string(),
  sourceId: z.string(),
  name: z.string(),
  preset: z.enum(webhookPresets).nullable(),
  signature: z.enum(signatureSchemes),
  hasSecret: z.boolean(),
  mapping: Mapping,
  active: z.boolean(),
  createdAt: z.string(),
  lastArrivalAt: z.string().nullable(),
  accepted: z.number(),
  refused: z.number(),
});

const interval = z.number().int().min(5).max(10_080);
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

export const frontDoorEndpoints = {
  cloudEvents: endpoint({
    id: 'cloudEvents',
    method: 'POST',
    path: '/v1/cloudevents',
    summary: 'CloudEvents 1.0: binary, structured or batched',
    auth: 'source',
    reply: Receipt,
    bodyLimitBytes: 4 * 1024 * 1024,
  }),
  receiveWebhook: endpoint({
    id: 'receiveWebhook',
    method: 'POST',
    path: '/v1/hooks/:token',
    summary: 'A message of another system, read by the mapping of its webhook',
    auth: 'public',
    params: z.object({ token: z.string().min(1).max(200) }),
    reply: Receipt,
    bodyLimitBytes: 1024 * 1024,
  }),
  trackerScript: endpoint({
    id: 'trackerScript',
    method: 'GET',
    path: '/lyhord.js',
    summary: 'The tracker for web pages',
    auth: 'public',
    raw: true,
  }),
  listRefusals: endpoint({
    id: 'listRefusals',
    method: 'GET',
    path: '/api/refusals',
    summary: 'What was refused in the last 90 days, newest first',
    auth: 'person',
    roles: readers,
    query: RefusalFilter.extend({ before: z.string().max(64).optional() }),
    reply: z.object({
      refusals: z.array(Refusal),
      total: z.number(),
      next: z.string().nullable(),
      reasons: z.array(z.object({ reason: z.string(), items: z.number() })),
      sources: z.array(z.object({ id: z.string(), name: z.string(), items: z.number() })),
    }),
  }),
  replayRefusals: endpoint({
    id: 'replayRefusals',
    method: 'POST',
    path: '/api/refusals/replay',
    summary: 'Read refused items again, some or all that a filter finds (at most 1,000 at a time)',
    auth: 'person',
    roles: keepers,
    body: z.union([
      z.strictObject({ ids: z.array(z.string().max(64)).min(1).max(1_000) }),
      z.strictObject({ filter: RefusalFilter }),
    ]),
    reply: z.object({
      accepted: z.number(),
      duplicates: z.number(),
      refused: z.number(),
      left: z.number().describe('how many that the filter finds have not been read again'),
      verdicts: z.array(
        Verdict.pick({ outcome: true, reason: true, field: true, detail: true }).extend({ id: z.string() }),
      ),
    }),
  }),
  listWebhooks: endpoint({
    id: 'listWebhooks',
    method: 'GET',
    path: '/api/webhooks',
    summary: 'Webhooks that other systems send to',
    auth: 'person',
    roles: readers,
    reply: z.object({
      webhooks: z.array(Webhook),
      presets: z.array(
        z.object({
          preset: z.enum(webhookPresets),
          mapping: Mapping,
          example: z.unknown(),
          headers: z.record(z.string(), z.string()),
        }),
      ),
    }),
  }),
  createWebhook: endpoint({
    id: 'createWebhook',
    method: 'POST',
    path: '/api/webhooks',
    summary: 'Make an address for another system to send to; it is shown once',
    auth: 'person',
    roles: ['admin'],
    body: z.object({
      name: z.string().trim().min(1).max(80),
      preset: z.enum(webhookPresets).nullable().default(null),
      signature: z.enum(signatureSchemes).optional().describe("left out: the preset's own"),
      secret: z.string().min(8).max(500).optional(),
      mapping: Mapping.optional().describe("left out: the preset's own"),
    }),
    reply: z.object({ id: z.string(), url: z.string() }),
  }),
  changeWebhook: endpoint({
    id: 'changeWebhook',
    method: 'PATCH',
    path: '/api/webhooks/:id',
    summary: 'Change a webhook',
    auth: 'person',
    roles: ['admin'],
    params: id,
    body: z.object({
      name: z.string().trim().min(1).max(80).optional(),
      mapping: Mapping.optional(),
      signature: z.enum(signatureSchemes).optional(),
      secret: z.string().min(8).max(500).optional(),
      active: z.boolean().optional(),
    }),
  }),
  tryWebhook: endpoint({
    id: 'tryWebhook',
    method: 'POST',
    path: '/api/webhooks/try',
    summary: 'What a mapping makes of an example; nothing is kept',
    auth: 'person',
    roles: readers,
    body: z.object({
      mapping: Mapping,
      body: z.unknown(),
      headers: z.record(z.string(), z.string()).default({}),
    }),
    reply: z.object({
      items: z.array(
        z.object({
          to: z.enum(['signal', 'event']),
          item: z.unknown(),
          outcome: z.enum(['accepted', 'refused']),
          field: z.string().nullable(),
          detail: z.string().nullable(),
        }),
      ),
    }),
  }),
  listConnectors: endpoint({
    id: 'listConnectors',
    method: 'GET',
    path: '/api/connectors',
    summary: 'What is fetched on schedule, and how it went',
    auth: 'person',
    roles: readers,
    reply: z.object({ connectors: z.array(Connector) }),
  }),
  createConnector: endpoint({
    id: 'createConnector',
    method: 'POST',
    path: '/api/connectors',
    summary: 'Fetch from a mailbox, a feed or an API on schedule',
    auth: 'person',
    roles: ['admin'],
    body: z.object({
      name: z.string().trim().min(1).max(80),
      settings: ConnectorSettings,
      secret: z.string().min(1).max(4_000).optional().describe('password or API key'),
      everyMinutes: interval.default(15),
    }),
    reply: z.object({ id: z.string() }),
  }),
  changeConnector: endpoint({
    id: 'changeConnector',
    method: 'PATCH',
    path: '/api/connectors/:id',
    summary: 'Change or pause a connector',
    auth: 'person',
    roles: ['admin'],
    params: id,
    body: z.object({
      name: z.string().trim().min(1).max(80).optional(),
      settings: ConnectorSettings.optional(),
      secret: z.string().min(1).max(4_000).optional(),
      everyMinutes: interval.optional(),
      paused: z.boolean().optional(),
    }),
  }),
  runConnector: endpoint({
    id: 'runConnector',
    method: 'POST',
    path: '/api/connectors/:id/run',
    summary: 'Fetch now',
    auth: 'person',
    roles: keepers,
    params: id,
  }),
};
