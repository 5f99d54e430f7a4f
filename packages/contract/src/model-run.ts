import { z } from 'zod';

/** What a model's result was made from: with the same of it the same numbers come out again, to the last digit. */
export const ModelRun = z.object({
  /** Rows that went in: answers, customers or places. */
  n: z.number().int(),
  /** Such as `lmg`, `k_means`, `dirichlet_multinomial`. */
  method: z.string(),
  /** Grows whenever the same rows would give other numbers. */
  version: z.number().int(),
  /** Of everything that is drawn at random. */
  seed: z.number().int(),
  /** First 16 hexadecimal digits of the SHA-256 of what went in. */
  inputHash: z.string().regex(/^[0-9a-f]{16}$/),
});
export type ModelRun = z.infer<typeof ModelRun>;
