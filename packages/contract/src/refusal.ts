import { z } from 'zod';
import { WrongValue } from './expectation.ts';

/** One item that was refused, as it is kept for 90 days. */
export const Refusal = z.object({
  id: z.string(),
  at: z.string(),
  sourceId: z.string(),
  source: z.string(),
  endpoint: z.string(),
  reason: z.string(),
  field: z.string().nullable(),
  detail: z.string(),
  wrong: WrongValue.nullable(),
  item: z.string().describe('as it came, without what names a person'),
  replayable: z.boolean(),
  replayed: z
    .object({
      at: z.string(),
      outcome: z.string(),
      detail: z.string().nullable(),
      wrong: WrongValue.nullable(),
    })
    .nullable()
    .describe('what became of it when it was last read again'),
});
export const RefusalFilter = z.object({
  source: z.string().max(64).optional(),
  reason: z.string().max(64).optional(),
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  text: z.string().max(200).optional(),
  state: z.enum(['open', 'replayed', 'all']).default('open'),
});
