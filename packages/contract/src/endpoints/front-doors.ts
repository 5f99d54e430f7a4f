import { z } from 'zod';
import { Connector, ConnectorSettings } from '../connector.ts';
import { endpoint } from '../endpoint.ts';
import { Receipt, Verdict } from '../event.ts';
import { Mapping } from '../mapping.ts';
import { Refusal, RefusalFilter } from '../refusal.ts';
import { signatureSchemes, Webhook, webhookPresets } from '../webhook.ts';

const id = z.object({ id: z.string().max(64) });
const readers = ['admin', 'lead', 'analyst'] as const;
const keepers = ['admin', 'lead'] as const;

const interval = z.number().int().min(5).max(10_080);

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
        Verdict.pick({ outcome: true, reason: true, field: true, detail: true, wrong: true }).extend({
          id: z.string(),
        }),
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
