import { z } from 'zod';

/** ISO 4217 code in capitals. */
export const Currency = z
  .string()
  .regex(/^[A-Z]{3}$/, 'a currency is three capitals of ISO 4217, such as SEK');

/** An amount in minor units (öre, cent) of one currency. Amounts of different currencies are never added. */
export const Money = z.object({
  amountMinor: z.number().int(),
  currency: Currency,
});
export type Money = z.infer<typeof Money>;
