import { z } from 'zod';

/** How two groups of rows were held against each other; `needs` more rows are missing where nothing can be said. */
const heldAgainst = {
  /** These rows against all others of the period, or, where there are none, against the same of the period before. */
  against: z.enum(['rest', 'before']),
  n: z.number().int(),
  nOther: z.number().int(),
  needs: z.number().int(),
};

/** Topics that these customers speak of more than others do. They go with the number; they need not cause it. */
export const InTheirWords = z.object({
  ...heldAgainst,
  topics: z.array(
    z.object({
      key: z.string(),
      label: z.string(),
      share: z.number(),
      shareOther: z.number(),
      /** Difference of the shares, 0–1, with its 95 % interval. */
      difference: z.number(),
      low: z.number(),
      high: z.number(),
      /** Stands also when all topics looked at are counted (Benjamini–Hochberg, 5 %). */
      clear: z.boolean(),
      quotes: z.array(z.object({ id: z.string(), text: z.string() })),
    }),
  ),
});
export type InTheirWords = z.infer<typeof InTheirWords>;

/** Facts of operations that are looked at around every row. */
export const surroundingFacts = [
  'late_delivery',
  'delivery_days',
  'wait',
  'contact',
  'returned',
  'price',
  'reminded',
  'campaign',
] as const;
export type SurroundingFact = (typeof surroundingFacts)[number];

/** What had happened to these customers in the days before, where it differs from others. Association, not effect. */
export const AroundThem = z.object({
  ...heldAgainst,
  days: z.number().int(),
  facts: z.array(
    z.object({
      fact: z.enum(surroundingFacts),
      /** Means as they are: shares, days, seconds, or the order's price ÷ the usual one. */
      mean: z.number(),
      meanOther: z.number(),
      /** Difference at equal place and week, with its 95 % interval. */
      difference: z.number(),
      low: z.number(),
      high: z.number(),
      clear: z.boolean(),
      n: z.number().int(),
      nOther: z.number().int(),
    }),
  ),
  /** Facts that too few of these customers have. */
  unknown: z.array(z.enum(surroundingFacts)),
});
export type AroundThem = z.infer<typeof AroundThem>;
