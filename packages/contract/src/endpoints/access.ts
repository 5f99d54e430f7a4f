import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { AskedPurpose } from '../privacy.ts';
import { CommonMetric } from '../question.ts';
import { Locale, Role } from '../role.ts';

export const Me = z.object({
  personId: z.string(),
  name: z.string(),
  email: z.string(),
  role: Role,
  locale: Locale,
  workspace: z.object({
    id: z.string(),
    name: z.string(),
    currency: z.string(),
    target: z.number().nullable(),
    demo: z.boolean(),
    dataFrom: z.string().nullable(),
    dataTo: z.string().nullable(),
    metrics: z
      .array(CommonMetric)
      .describe('metrics that have answers; the one that screens open with first'),
  }),
  places: z.array(z.string()).describe('ids of the places that this person looks after; empty means all'),
  workspaces: z
    .array(z.object({ id: z.string(), name: z.string() }))
    .describe('every workspace of this person; more than one means that they can switch'),
  mailConfigured: z.boolean(),
  setup: z.object({
    hasSignals: z.boolean(),
    hasEvents: z.boolean(),
    hasPlaces: z.boolean(),
    hasSurvey: z.boolean(),
    hasPeople: z.boolean(),
  }),
});
export const Person = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  role: Role,
  locale: Locale,
  placeIds: z.array(z.string()),
  team: z.string().nullable(),
  active: z.boolean(),
  lastSeenAt: z.string().nullable(),
});
export const Source = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.enum(['key', 'import', 'survey', 'system', 'webhook', 'connector']),
  keyEnding: z.string().nullable(),
  createdAt: z.string(),
  lastArrivalAt: z.string().nullable(),
  accepted: z.number(),
  refused: z.number(),
  revoked: z.boolean(),
  demands: AskedPurpose.nullable().describe('only what customers have allowed for this is kept'),
});
/** Pages of the dashboard that links in mail lead to; sign-in itself lives under /api/auth. */
export const personPaths = {
  invitation: (token: string) => `/invitation/${token}`,
  resetPassword: (token: string) => `/reset-password?token=${token}`,
  case: (caseId: string) => `/cases/${caseId}`,
  change: (changeId: string) => `/changes#${changeId}`,
  today: '/today',
  settings: '/settings',
} as const;

const id = z.object({ id: z.string() });
const admin = ['admin'] as const;

export const accessEndpoints = {
  me: endpoint({
    id: 'me',
    method: 'GET',
    path: '/api/me',
    summary: 'Who is signed in, and what the workspace holds',
    auth: 'person',
    reply: Me,
  }),
  changeMe: endpoint({
    id: 'changeMe',
    method: 'PATCH',
    path: '/api/me',
    summary: 'Change own name and language',
    auth: 'person',
    body: z.object({ name: z.string().min(1).max(120).optional(), locale: Locale.optional() }),
    reply: Me,
  }),
  switchWorkspace: endpoint({
    id: 'switchWorkspace',
    method: 'POST',
    path: '/api/me/workspace',
    summary: 'Go on in another of own workspaces',
    auth: 'person',
    body: z.object({ workspaceId: z.string() }),
  }),
  listPeople: endpoint({
    id: 'listPeople',
    method: 'GET',
    path: '/api/people',
    summary: 'People of the workspace',
    auth: 'person',
    reply: z.object({
      people: z.array(Person),
      invitations: z.array(
        z.object({
          id: z.string(),
          email: z.string(),
          role: Role,
          placeIds: z.array(z.string()),
          expiresAt: z.string(),
        }),
      ),
    }),
  }),
  invitePerson: endpoint({
    id: 'invitePerson',
    method: 'POST',
    path: '/api/people/invitations',
    summary: 'Invite a person by e-mail',
    auth: 'person',
    roles: admin,
    body: z.object({
      email: z.email(),
      role: Role,
      placeIds: z.array(z.string()).default([]),
      team: z.string().max(60).nullish(),
      locale: Locale.default('en'),
    }),
    reply: z.object({ id: z.string(), link: z.string(), mailed: z.boolean() }),
  }),
  revokeInvitation: endpoint({
    id: 'revokeInvitation',
    method: 'DELETE',
    path: '/api/people/invitations/:id',
    summary: 'Take an invitation back',
    auth: 'person',
    roles: admin,
    params: id,
  }),
  readInvitation: endpoint({
    id: 'readInvitation',
    method: 'GET',
    path: '/api/invitations/:token',
    summary: 'What an invitation link invites to',
    auth: 'public',
    params: z.object({ token: z.string() }),
    reply: z.object({ email: z.string(), workspace: z.string(), role: Role }),
  }),
  acceptInvitation: endpoint({
    id: 'acceptInvitation',
    method: 'POST',
    path: '/api/invitations/:token/accept',
    summary: 'Accept an invitation and set a password',
    auth: 'public',
    params: z.object({ token: z.string() }),
    body: z.object({ name: z.string().min(1).max(120), password: z.string().min(10).max(200) }),
    reply: z.object({ email: z.string() }),
  }),
  changePerson: endpoint({
    id: 'changePerson',
    method: 'PATCH',
    path: '/api/people/:id',
    summary: 'Change role, places, team or access of a person',
    auth: 'person',
    roles: admin,
    params: id,
    body: z.object({
      role: Role.optional(),
      placeIds: z.array(z.string()).optional(),
      team: z.string().max(60).nullable().optional(),
      active: z.boolean().optional(),
    }),
    reply: Person,
  }),
  makeResetLink: endpoint({
    id: 'makeResetLink',
    method: 'POST',
    path: '/api/people/:id/reset-link',
    summary: 'Make a link with which a person sets a new password; valid for one hour, shown once',
    auth: 'person',
    roles: admin,
    params: id,
    reply: z.object({ link: z.string(), expiresAt: z.string() }),
  }),
  listSources: endpoint({
    id: 'listSources',
    method: 'GET',
    path: '/api/sources',
    summary: 'Sources that data arrives from',
    auth: 'person',
    roles: ['admin', 'lead', 'analyst'],
    reply: z.object({ sources: z.array(Source) }),
  }),
  createSource: endpoint({
    id: 'createSource',
    method: 'POST',
    path: '/api/sources',
    summary: 'Make a source and its write key; the key is shown once',
    auth: 'person',
    roles: admin,
    body: z.object({
      name: z.string().min(1).max(80),
      demands: AskedPurpose.nullable()
        .default(null)
        .describe('keep only what customers have allowed for this'),
    }),
    reply: z.object({ id: z.string(), writeKey: z.string() }),
  }),
  changeSource: endpoint({
    id: 'changeSource',
    method: 'PATCH',
    path: '/api/sources/:id',
    summary: 'Change what a source demands of customers before anything of them is kept',
    auth: 'person',
    roles: admin,
    params: id,
    body: z.object({ demands: AskedPurpose.nullable() }),
  }),
  revokeSource: endpoint({
    id: 'revokeSource',
    method: 'DELETE',
    path: '/api/sources/:id',
    summary: 'Revoke a write key',
    auth: 'person',
    roles: admin,
    params: id,
  }),
  listTokens: endpoint({
    id: 'listTokens',
    method: 'GET',
    path: '/api/tokens',
    summary: 'Own tokens for reading',
    auth: 'person',
    reply: z.object({
      tokens: z.array(
        z.object({
          id: z.string(),
          name: z.string(),
          ending: z.string(),
          createdAt: z.string(),
          lastUsedAt: z.string().nullable(),
        }),
      ),
    }),
  }),
  createToken: endpoint({
    id: 'createToken',
    method: 'POST',
    path: '/api/tokens',
    summary: 'Make a token for reading; shown once',
    auth: 'person',
    body: z.object({ name: z.string().min(1).max(80) }),
    reply: z.object({ id: z.string(), token: z.string() }),
  }),
  revokeToken: endpoint({
    id: 'revokeToken',
    method: 'DELETE',
    path: '/api/tokens/:id',
    summary: 'Revoke a token',
    auth: 'person',
    params: id,
  }),
  listAudit: endpoint({
    id: 'listAudit',
    method: 'GET',
    path: '/api/audit',
    summary: 'Who did what',
    auth: 'person',
    roles: admin,
    query: z.object({
      before: z.string().optional(),
      limit: z.coerce.number().int().min(1).max(500).default(100),
    }),
    reply: z.object({
      entries: z.array(
        z.object({
          id: z.string(),
          at: z.string(),
          byName: z.string().nullable(),
          action: z.string(),
          subject: z.string(),
          detail: z.string().nullable(),
        }),
      ),
    }),
  }),
};
