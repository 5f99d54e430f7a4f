import { z } from 'zod';
import { AnswerRow, MetricKey, metricUnits, Period, Score } from './question.ts';

/** What a customer said or did first; each parts customers into a high and a low group. */
export const loyaltySigns = [
  'nps',
  'csat',
  'stars',
  'ces',
  'expectation',
  'sentiment',
  'bought_again',
  'spend_rose',
  'returned',
  'contacted',
] as const;
/** What the same customers did in the days after. */
export const loyaltyOutcomes = ['came_back', 'spend', 'returned', 'contacted'] as const;

export const LoyaltyQuery = Period.extend({
  place: z.string().optional(),
  /** Days after the answer that are looked at, and as many before. */
  days: z.coerce
    .number()
    .pipe(z.union([z.literal(90), z.literal(180)]))
    .default(90),
});

/** One sign beside one outcome. */
export const LoyaltyCell = z.object({
  outcome: z.enum(loyaltyOutcomes),
  /**
   * `went_with`: clearly different after adjusting for what they did before; `alike`: no difference that matters;
   * `not_enough`: too few to say either; `nobody`: of nobody who gave this sign is any deed known, before or after.
   */
  verdict: z.enum(['went_with', 'alike', 'not_enough', 'nobody']),
  /** Share, or mean money, of the low and the high group as they are; null where they are too few. */
  lowGroup: z.number().nullable(),
  highGroup: z.number().nullable(),
  /** High minus low, what both did before held equal; with its 95 % interval. */
  difference: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  /** About so many customers more are needed to say; 0 where it is said. */
  needed: z.number().int(),
});
export type LoyaltyCell = z.infer<typeof LoyaltyCell>;

export const LoyaltyReport = z.object({
  days: z.number().int(),
  /**
   * Indicators beside NPS, each held against the period before. `period` where it is not the one that was asked for: what
   * needs days after an order to be known is told of orders whose days after are over.
   */
  figures: z.array(
    AnswerRow.omit({ keys: true }).extend({
      ...{ metric: MetricKey, unit: z.enum(metricUnits) },
      period: Period.optional(),
    }),
  ),
  /** Customers with an answer whose days after are over. */
  followed: z.number().int(),
  /**
   * Answers of these days are followed: of the period, or of the year before, whose days after are over. Null where no
   * order is known.
   */
  since: z.string().nullable(),
  until: z.string().nullable(),
  /** What all followed customers did. */
  outcomes: z.array(Score.extend({ outcome: z.enum(loyaltyOutcomes) })),
  signs: z.array(
    z.object({
      sign: z.enum(loyaltySigns),
      lowN: z.number().int(),
      highN: z.number().int(),
      cells: z.array(LoyaltyCell),
    }),
  ),
  /** Of the money; customers who bought in another one are left out of spend. */
  currency: z.string().nullable(),
  freshAt: z.string(),
});
export type LoyaltyReport = z.infer<typeof LoyaltyReport>;
