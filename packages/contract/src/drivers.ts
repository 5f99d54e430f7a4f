import { z } from 'zod';
import { ModelRun } from './model-run.ts';
import { CommonMetric, Period } from './question.ts';

export const DriversQuery = Period.extend({
  place: z.string().optional(),
  metric: CommonMetric.default('nps'),
  touchpoint: z.string().max(64).optional(),
});
/** One thing that may drive the metric: a rating, a topic's feeling, or a fact of operations. */
export const DriverRow = z.object({
  key: z.string(),
  label: z.string(),
  kind: z.enum(['rating', 'topic', 'operation']),
  /** Part of what is explained, 0–1; all drivers' parts sum to R². */
  share: z.number(),
  low: z.number(),
  high: z.number(),
  /** Drivers of one group cannot be told apart in importance; group 1 is the most important. */
  group: z.number().int(),
  /** Change of the metric that goes with one unit more, the others equal; null where it cannot be separated. */
  coefficient: z.number().nullable(),
  coefficientLow: z.number().nullable(),
  coefficientHigh: z.number().nullable(),
  /** Coefficients of the same bootstrap draws for all drivers: sums over drivers keep their joint uncertainty. */
  draws: z.array(z.number()),
  correlation: z.number(),
  inflation: z.number().nullable(),
  mean: z.number(),
  /** The middle 90 % of what was observed. */
  observed: z.tuple([z.number(), z.number()]),
  /** From the mean to the better end of what was observed; what-if stays inside. */
  reach: z.number(),
  /** How well it is done, 0–100. */
  performance: z.number(),
  field: z.enum(['invest', 'keep', 'save', 'watch']),
  /** What it mostly is: missing it hurts, both alike, or having it delights; null where marks are too few. */
  nature: z.enum(['basic', 'performance', 'excitement']).nullable(),
  /** Ordinal logit of the score classes: log-odds of a higher class with one unit more, and its z. */
  ordinal: z.object({ logOdds: z.number(), z: z.number() }).nullable(),
  /** Rows that know it; the others were given its mean. */
  n: z.number().int(),
});
export type DriverRow = z.infer<typeof DriverRow>;
export const DriversReport = z.object({
  metric: CommonMetric,
  touchpoint: z.string().nullable(),
  touchpoints: z.array(z.object({ key: z.string(), n: z.number().int() })),
  n: z.number().int(),
  /** Answers still needed before anything can be said; 0 where drivers are shown. */
  needed: z.number().int(),
  rSquared: z.number().nullable(),
  method: z.enum(['lmg', 'johnson']).nullable(),
  run: ModelRun.nullable(),
  /** Customers may rate everything alike: importance then says little. */
  halo: z.boolean(),
  mean: z.number().nullable(),
  borders: z.object({ importance: z.number(), performance: z.number() }),
  drivers: z.array(DriverRow),
  /** What was known of too few answers to be weighed. */
  leftOut: z.array(z.object({ key: z.string(), label: z.string(), n: z.number().int() })),
  freshAt: z.string(),
});
export type DriversReport = z.infer<typeof DriversReport>;
