import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { Retention } from '../privacy.ts';
import { KnownTotals } from '../question.ts';

export const WorkspaceSettings = z.object({
  name: z.string().min(1).max(120),
  currency: z.string().length(3),
  timeZone: z.string(),
  target: z.number().min(-100).max(100).nullable(),
  touchpointTargets: z
    .record(z.string().max(64), z.number().min(-100).max(100))
    .describe('goals of touchpoints in points of NPS'),
  knownTotals: z
    .array(KnownTotals)
    .max(4)
    .describe('totals of all customers by region, age, channel …, to which answers can be weighted'),
  falseCardsPerMonth: z.number().min(0.05).max(10),
  mail: z.object({
    fromName: z.string().max(120),
    fromAddress: z.string().max(254),
    smtpUrl: z.string().max(500).describe('smtp://user:password@host:port; the password is never sent back'),
    digestHour: z.number().int().min(0).max(23),
    quietFrom: z.number().int().min(0).max(23),
    quietTo: z.number().int().min(0).max(23),
    maxMailsPerDay: z.number().int().min(0).max(100),
    criticalWords: z.array(z.string().max(80)).max(200),
  }),
  deadlines: z
    .object({ low: z.number(), normal: z.number(), high: z.number(), critical: z.number() })
    .describe('hours to answer, by severity'),
  retention: Retention,
  topics: z.unknown().optional(),
});

export const workspaceEndpoints = {
  readWorkspace: endpoint({
    id: 'readWorkspace',
    method: 'GET',
    path: '/api/workspace',
    summary: 'Settings of the workspace',
    auth: 'person',
    reply: WorkspaceSettings,
  }),
  changeWorkspace: endpoint({
    id: 'changeWorkspace',
    method: 'PATCH',
    path: '/api/workspace',
    summary: 'Change settings of the workspace',
    auth: 'person',
    roles: ['admin'],
    body: WorkspaceSettings.partial(),
    reply: WorkspaceSettings,
  }),
};
