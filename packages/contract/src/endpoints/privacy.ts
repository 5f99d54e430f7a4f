import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { identifierTypes } from '../identifier.ts';
import { PrivacyRequest, Purpose, Retention, RetentionCount } from '../privacy.ts';

const admin = ['admin'] as const;
const id = z.object({ id: z.string() });

export const privacyEndpoints = {
  listPrivacyRequests: endpoint({
    id: 'listPrivacyRequests',
    method: 'GET',
    path: '/api/privacy/requests',
    summary: 'Requests of customers about their data, newest first, with receipts',
    auth: 'person',
    roles: admin,
    reply: z.object({ requests: z.array(PrivacyRequest) }),
  }),
  readPrivacyRequest: endpoint({
    id: 'readPrivacyRequest',
    method: 'GET',
    path: '/api/privacy/requests/:id',
    summary: 'One request with its receipt',
    auth: 'person',
    roles: admin,
    params: id,
    reply: PrivacyRequest,
  }),
  eraseCustomer: endpoint({
    id: 'eraseCustomer',
    method: 'POST',
    path: '/api/customers/:id/erasure',
    summary: 'Erase a customer everywhere; cannot be undone',
    auth: 'person',
    roles: admin,
    params: id,
    body: z.object({
      receivedOn: z.iso
        .date()
        .optional()
        .describe('the day on which the customer asked; today when left out'),
    }),
    reply: PrivacyRequest,
  }),
  welcomeBack: endpoint({
    id: 'welcomeBack',
    method: 'POST',
    path: '/api/privacy/returns',
    summary:
      'Take what somebody who was erased says and does from now on again, at their own wish; what was erased stays so',
    auth: 'person',
    roles: admin,
    body: z.object({
      type: z.enum(identifierTypes),
      value: z.string().min(1).max(320),
      namespace: z.string().max(64).optional(),
      /** Country of a phone number that is written without its own, such as SE. */
      country: z.string().length(2).optional(),
      reason: z.string().trim().min(1).max(500).describe('how they asked for it'),
    }),
  }),
  readConsents: endpoint({
    id: 'readConsents',
    method: 'GET',
    path: '/api/customers/:id/consents',
    summary: 'What a customer allows and refuses, and everything that was ever said of it',
    auth: 'person',
    roles: ['admin', 'lead', 'agent'],
    params: id,
    reply: z.object({
      restricted: z.boolean().describe('kept, but used for nothing'),
      purposes: z.array(z.object({ purpose: Purpose, state: z.enum(['allowed', 'refused', 'unsaid']) })),
      said: z.array(
        z.object({
          purpose: Purpose,
          channel: z.string(),
          allowed: z.boolean(),
          source: z.string(),
          wording: z.string(),
          at: z.string(),
        }),
      ),
    }),
  }),
  changeConsent: endpoint({
    id: 'changeConsent',
    method: 'POST',
    path: '/api/customers/:id/consents',
    summary: 'Note that a customer allows or refuses a use; to refuse service restricts all processing',
    auth: 'person',
    roles: ['admin', 'lead', 'agent'],
    params: id,
    body: z.object({
      purpose: Purpose,
      allowed: z.boolean(),
      wording: z.string().max(120).optional().describe('version of the words that were agreed to'),
    }),
  }),
  readRetention: endpoint({
    id: 'readRetention',
    method: 'GET',
    path: '/api/retention',
    summary: 'What went last because it was old',
    auth: 'person',
    roles: admin,
    reply: z.object({
      lastRun: z.object({ at: z.string(), removed: z.array(RetentionCount) }).nullable(),
    }),
  }),
  previewRetention: endpoint({
    id: 'previewRetention',
    method: 'POST',
    path: '/api/retention/preview',
    summary: 'Count what would go if data were kept for these days; removes nothing',
    auth: 'person',
    roles: admin,
    body: Retention,
    reply: z.object({ kinds: z.array(RetentionCount) }),
  }),
  exportCustomer: endpoint({
    id: 'exportCustomer',
    method: 'GET',
    path: '/api/customers/:id/export',
    summary: 'Everything that is held about a customer, as JSON or as a page to read',
    auth: 'person',
    roles: admin,
    params: id,
    query: z.object({ format: z.enum(['json', 'html']).default('json') }),
    raw: true,
  }),
};
