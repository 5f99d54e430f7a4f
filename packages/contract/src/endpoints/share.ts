import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { CommonMetric } from '../question.ts';

export const exportTables = [
  'places',
  'topics',
  'feed',
  'cases',
  'changes',
  'customers',
  'people',
  'trend',
  'audit',
] as const;
export const shareEndpoints = {
  live: endpoint({
    id: 'live',
    method: 'GET',
    path: '/api/live',
    summary: 'Server-sent events: what has just changed',
    auth: 'person',
    raw: true,
  }),
  exportTable: endpoint({
    id: 'exportTable',
    method: 'GET',
    path: '/api/exports/:table',
    summary: 'Any table as CSV; formulas are neutralised',
    auth: 'person',
    params: z.object({ table: z.enum(exportTables) }),
    query: z.object({
      from: z.string().optional(),
      to: z.string().optional(),
      place: z.string().optional(),
      metric: CommonMetric.optional(),
      where: z.string().max(4_000).optional(),
      bom: z
        .enum(['yes', 'no'])
        .default('yes')
        .describe('a byte order mark, without which spreadsheets misread å, ä and ö'),
    }),
    raw: true,
  }),
  search: endpoint({
    id: 'search',
    method: 'GET',
    path: '/api/search',
    summary: 'Places, topics, customers, comments and cases by words',
    auth: 'person',
    query: z.object({ words: z.string().min(1).max(200) }),
    reply: z.object({
      hits: z.array(
        z.object({
          kind: z.enum(['place', 'topic', 'customer', 'comment', 'case']),
          id: z.string(),
          label: z.string(),
          detail: z.string().nullable(),
        }),
      ),
    }),
  }),
};
/** What travels on `/api/live`. */
export const LiveMessage = z.discriminatedUnion('topic', [
  z.object({
    topic: z.literal('signals'),
    commit: z.string(),
    count: z.number().int(),
    placeIds: z.array(z.string()),
  }),
  z.object({ topic: z.literal('cases'), caseId: z.string(), state: z.string() }),
  z.object({ topic: z.literal('changes'), changeId: z.string() }),
]);
export type LiveMessage = z.infer<typeof LiveMessage>;
