import { z } from 'zod';
import { CaseEntry, CaseRow, caseCauses, caseOutcomes, caseStates, severities } from '../case.ts';
import { endpoint } from '../endpoint.ts';
import { CommonMetric } from '../question.ts';
import { SignalCard, TimelineEntry, Today } from '../screens.ts';

const id = z.object({ id: z.string() });
const closers = ['admin', 'lead', 'manager', 'agent'] as const;
export const CasePage = CaseRow.extend({
  signal: SignalCard.nullable(),
  around: z.array(TimelineEntry),
  entries: z.array(CaseEntry),
  cause: z.enum(caseCauses).nullable(),
  outcome: z.enum(caseOutcomes).nullable(),
  replyTo: z.string().nullable().describe('e-mail address the reply goes to, shortened for the eye'),
  canReply: z.boolean(),
  nextId: z.string().nullable(),
  version: z.number().int().describe('grows with every change of the case'),
});
/** The version that the person saw; when the case has changed since, the action is refused with `conflict`. */
const version = z.number().int().optional();
const done = CasePage;

export const actEndpoints = {
  today: endpoint({
    id: 'today',
    method: 'GET',
    path: '/api/today',
    summary: 'What to do today',
    auth: 'person',
    query: z.object({
      place: z.string().optional(),
      metric: CommonMetric.default('nps').describe('of the score of this week'),
    }),
    reply: Today,
  }),
  listCases: endpoint({
    id: 'listCases',
    method: 'GET',
    path: '/api/cases',
    summary: 'Cases',
    auth: 'person',
    query: z.object({
      state: z.enum([...caseStates, 'active']).default('active'),
      place: z.string().optional(),
      owner: z.enum(['me', 'nobody', 'anybody']).default('anybody'),
      before: z.string().optional(),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
    reply: z.object({
      cases: z.array(CaseRow),
      counts: z.object({
        open: z.number().int(),
        mine: z.number().int(),
        overdue: z.number().int(),
        closedThisWeek: z.number().int(),
      }),
      next: z.string().nullable(),
    }),
  }),
  readCase: endpoint({
    id: 'readCase',
    method: 'GET',
    path: '/api/cases/:id',
    summary: 'One case with what happened around it',
    auth: 'person',
    params: id,
    reply: CasePage,
  }),
  openCase: endpoint({
    id: 'openCase',
    method: 'POST',
    path: '/api/cases',
    summary: 'Open a case on a signal',
    auth: 'person',
    roles: closers,
    body: z.object({
      signalId: z.string(),
      severity: z.enum(severities).default('normal'),
      note: z.string().max(5_000).optional(),
    }),
    reply: done,
  }),
  assignCase: endpoint({
    id: 'assignCase',
    method: 'POST',
    path: '/api/cases/:id/assign',
    summary: 'Take a case or give it to somebody',
    auth: 'person',
    roles: closers,
    params: id,
    body: z.object({ ownerId: z.string().nullable(), version }),
    reply: done,
  }),
  handOverCase: endpoint({
    id: 'handOverCase',
    method: 'POST',
    path: '/api/cases/:id/hand-over',
    summary: 'Hand a case to another team',
    auth: 'person',
    roles: closers,
    params: id,
    body: z.object({ team: z.string().min(1).max(60), note: z.string().max(5_000).default(''), version }),
    reply: done,
  }),
  noteCase: endpoint({
    id: 'noteCase',
    method: 'POST',
    path: '/api/cases/:id/notes',
    summary: 'Write a note that only colleagues see',
    auth: 'person',
    roles: closers,
    params: id,
    body: z.object({ text: z.string().min(1).max(5_000) }),
    reply: done,
  }),
  replyCase: endpoint({
    id: 'replyCase',
    method: 'POST',
    path: '/api/cases/:id/replies',
    summary: 'Answer the customer by e-mail',
    auth: 'person',
    roles: closers,
    params: id,
    body: z.object({
      text: z.string().min(1).max(10_000),
      messageKey: z
        .string()
        .min(8)
        .max(64)
        .describe('chosen by the client, so that a repeated request sends one mail'),
    }),
    reply: done,
  }),
  causeCase: endpoint({
    id: 'causeCase',
    method: 'POST',
    path: '/api/cases/:id/cause',
    summary: 'Set the cause',
    auth: 'person',
    roles: closers,
    params: id,
    body: z.object({ cause: z.enum(caseCauses), version }),
    reply: done,
  }),
  closeCase: endpoint({
    id: 'closeCase',
    method: 'POST',
    path: '/api/cases/:id/close',
    summary: 'Close a case with its outcome',
    auth: 'person',
    roles: closers,
    params: id,
    body: z.object({ outcome: z.enum(caseOutcomes), note: z.string().max(5_000).default(''), version }),
    reply: done,
  }),
  reopenCase: endpoint({
    id: 'reopenCase',
    method: 'POST',
    path: '/api/cases/:id/reopen',
    summary: 'Open a closed case again',
    auth: 'person',
    roles: closers,
    params: id,
    body: z.object({ note: z.string().max(5_000).default(''), version }),
    reply: done,
  }),
  testMail: endpoint({
    id: 'testMail',
    method: 'POST',
    path: '/api/mail/test',
    summary: 'Send a test mail to oneself',
    auth: 'person',
    roles: ['admin'],
    body: z.object({}),
    reply: z.object({ sent: z.boolean(), detail: z.string() }),
  }),
};
