import { z } from 'zod';

export const caseStates = ['open', 'taken', 'waiting', 'closed'] as const;
export const severities = ['low', 'normal', 'high', 'critical'] as const;
export const caseCauses = [
  'staff',
  'queue',
  'product',
  'delivery',
  'payment',
  'price',
  'cleanliness',
  'information',
  'system',
  'other_party',
  'expectation',
  'unknown',
] as const;
export const caseOutcomes = ['solved', 'compensated', 'explained', 'no_answer', 'not_a_problem'] as const;

/** A case in a list. Times are ISO 8601 in UTC. */
export const CaseRow = z.object({
  id: z.string(),
  number: z.number().int(),
  title: z.string(),
  state: z.enum(caseStates),
  severity: z.enum(severities),
  reason: z.string(),
  placeId: z.string().nullable(),
  placeName: z.string().nullable(),
  ownerId: z.string().nullable(),
  ownerName: z.string().nullable(),
  team: z.string().nullable(),
  signalId: z.string().nullable(),
  customerKey: z.string().nullable(),
  customerName: z.string().nullable(),
  score: z.number().nullable(),
  question: z.string().nullable(),
  topics: z.array(z.string()),
  openedAt: z.string(),
  dueAt: z.string(),
  closedAt: z.string().nullable(),
  overdue: z.boolean(),
  valueMinor: z.number().nullable(),
  valueCurrency: z.string().nullable(),
});
export type CaseRow = z.infer<typeof CaseRow>;

/** One entry of a case's history: a note, an e-mail out or in, a hand-over, a state change. */
export const CaseEntry = z.object({
  id: z.string(),
  kind: z.enum([
    'opened',
    'assigned',
    'handed_over',
    'note',
    'reply',
    'received',
    'cause',
    'closed',
    'reopened',
  ]),
  at: z.string(),
  byName: z.string().nullable(),
  text: z.string(),
  delivered: z.enum(['queued', 'sent', 'failed', 'none']),
  detail: z.string().nullable(),
  otherSender: z
    .string()
    .nullish()
    .describe('shortened address of a mail that answers the case and does not come from its customer'),
});
export type CaseEntry = z.infer<typeof CaseEntry>;
