import { z } from 'zod';

const Told = z.object({ accuracy: z.number(), macroF1: z.number() });

/** What a workspace's own comments, or somebody with labelled ones, have taught the text engine. */
export const TextModel = z.object({
  id: z.string(),
  source: z.enum(['learned', 'uploaded']),
  state: z.enum(['learning', 'ready', 'failed']),
  madeBy: z.string().nullable(),
  madeAt: z.string(),
  /** Texts that it was taught with. */
  texts: z.number().int(),
  size: z.number().int().describe('bytes'),
  /** Topics that it gives, by their names; empty where the words of the topic tree go on giving them. */
  topics: z.array(z.string()),
  /** How well the feeling of comments that it had not seen was told, before and with it; null where it is not known. */
  gain: z.object({ texts: z.number().int(), before: Told, after: Told }).nullable(),
  /** Whether it may be taken into use: a learned one only where it tells more comments right. */
  usable: z.boolean(),
  trouble: z.string().nullable(),
});
export type TextModel = z.infer<typeof TextModel>;
