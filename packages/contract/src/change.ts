import { z } from 'zod';
import { MetricKey, Score } from './question.ts';

export const changeStates = ['new', 'taken', 'explained', 'noise', 'not_right'] as const;

/** A detected change: what, where, since when, how sure, and what it may cost. */
export const Change = z.object({
  id: z.string(),
  placeId: z.string(),
  placeName: z.string(),
  metric: MetricKey,
  topic: z.string().nullable(),
  direction: z.enum(['up', 'down']),
  since: z.string(),
  detectedAt: z.string(),
  before: Score,
  after: Score,
  size: z.object({ value: z.number(), low: z.number(), high: z.number() }),
  evidence: z
    .number()
    .describe('months in which chance alone would show one as clear, where nothing changes'),
  costPerWeekMinor: z.number().nullable(),
  costCurrency: z.string().nullable(),
  likelyTopics: z.array(z.object({ topic: z.string(), share: z.number() })),
  quotes: z.array(z.object({ signalId: z.string(), text: z.string(), language: z.string() })),
  firstStep: z.string(),
  state: z.enum(changeStates),
  ownerId: z.string().nullable(),
  ownerName: z.string().nullable(),
  note: z.string().nullable(),
});
export type Change = z.infer<typeof Change>;
