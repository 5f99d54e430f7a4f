// Mappings for systems whose messages are known, each with an invented example of the shape that the maker documents.
import type { Mapping, webhookPresets } from '@lyhord/contract';
import { chatwoot } from './presets/chatwoot.ts';
import { intercom } from './presets/intercom.ts';
import { shopify } from './presets/shopify.ts';
import { typeform } from './presets/typeform.ts';
import { zendesk } from './presets/zendesk.ts';

export interface WebhookPreset {
  readonly preset: (typeof webhookPresets)[number];
  readonly mapping: Mapping;
  readonly example: unknown;
  /** Headers that the mapping reads. */
  readonly headers: Record<string, string>;
}

export const presets: Readonly<Record<WebhookPreset['preset'], WebhookPreset>> = {
  zendesk,
  chatwoot,
  intercom,
  shopify,
  typeform,
};
