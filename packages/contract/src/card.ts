import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import type { ExpectationKey } from './expectation.ts';

/** `https://acme.zendesk.com`, or with a star for one level: `https://*.apps.zdusercontent.com`. Nothing else may frame. */
const origin = z
  .string()
  .trim()
  .toLowerCase()
  .max(200)
  .regex(
    /^https:\/\/(\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)+(:\d{1,5})?$|^http:\/\/(localhost|127\.0\.0\.1)(:\d{1,5})?$/,
    'origin' satisfies ExpectationKey,
  );

/** A tool in whose pages the customer card may stand. */
export const CardTool = z.object({
  id: z.string(),
  name: z.string(),
  origins: z.array(z.string()),
  createdAt: z.string(),
  lastUsedAt: z.string().nullable(),
});
export type CardTool = z.infer<typeof CardTool>;

/** Longest life of a card's token, in seconds. */
export const cardTokenSeconds = 600;

const admin = ['admin'] as const;
const id = z.object({ id: z.string() });
const tool = z.object({ name: z.string().trim().min(1).max(80), origins: z.array(origin).min(1).max(20) });

export const cardEndpoints = {
  customerCard: endpoint({
    id: 'customerCard',
    method: 'GET',
    path: '/card/:id',
    summary:
      'A customer’s card for the sidebar of another tool, as HTML, with a short-lived token signed by that tool',
    auth: 'public',
    params: id,
    query: z.object({ token: z.string().max(2_000).default(''), lang: z.string().max(10).optional() }),
    raw: true,
  }),
  listCardTools: endpoint({
    id: 'listCardTools',
    method: 'GET',
    path: '/api/card-tools',
    summary: 'Tools in whose pages the customer card may stand',
    auth: 'person',
    roles: [...admin],
    reply: z.object({ tools: z.array(CardTool) }),
  }),
  addCardTool: endpoint({
    id: 'addCardTool',
    method: 'POST',
    path: '/api/card-tools',
    summary: 'Let a tool show the customer card; its signing secret is told once',
    auth: 'person',
    roles: [...admin],
    body: tool,
    reply: z.object({ id: z.string(), secret: z.string(), address: z.string() }),
  }),
  changeCardTool: endpoint({
    id: 'changeCardTool',
    method: 'PUT',
    path: '/api/card-tools/:id',
    summary: 'Change a tool’s name and the pages that may frame its cards',
    auth: 'person',
    roles: [...admin],
    params: id,
    body: tool,
  }),
  removeCardTool: endpoint({
    id: 'removeCardTool',
    method: 'DELETE',
    path: '/api/card-tools/:id',
    summary: 'No longer let a tool show the card; its tokens are worth nothing from now on',
    auth: 'person',
    roles: [...admin],
    params: id,
  }),
};
