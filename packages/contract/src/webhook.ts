import { z } from 'zod';
import { Mapping } from './mapping.ts';

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
