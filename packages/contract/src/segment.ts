import { z } from 'zod';
import { eventKinds } from './event.ts';
import { ModelRun } from './model-run.ts';
import { CommonMetric, Period, Score } from './question.ts';

/** What is measured of every customer, as a rule may ask for it. Money is in minor units of the workspace's currency. */
export const segmentNumbers = [
  'orders',
  'revenue',
  'margin',
  'orderValue',
  'purchaseGapDays',
  'daysSinceOrder',
  'daysSinceActivity',
  'daysKnown',
  'returns',
  'latePayments',
  'costToServe',
  'contractsActive',
  'daysToRenewal',
  'lastNps',
  'daysSinceNps',
  'lastCsat',
  'daysSinceCsat',
  'comments',
  'openTickets',
  'contacts90Days',
] as const;
export type SegmentNumber = (typeof segmentNumbers)[number];
export const segmentWords = ['lifeCycle', 'lastSentiment', 'lastPlace'] as const;
export type SegmentWord = (typeof segmentWords)[number];
/** Traits that came with identifiers, as sources named them. */
export const segmentTraits = ['country', 'language', 'membership'] as const;

const number = z.enum(segmentNumbers);
const word = z.enum(segmentWords);
const days = z.number().int().min(1).max(3_650);
const times = z.number().int().min(0).max(10_000);
const values = z.array(z.string().max(200)).min(1).max(200);
type Fact = SegmentNumber | SegmentWord;

/**
 * Who belongs to a segment: a closed expression tree; nothing but these shapes is ever compiled to SQL. What is not
 * known of a customer satisfies no comparison, so that `not` is always the exact complement.
 */
export type SegmentRule =
  | { all: SegmentRule[] }
  | { any: SegmentRule[] }
  | { not: SegmentRule }
  | { fact: SegmentNumber; atLeast: number }
  | { fact: SegmentNumber; atMost: number }
  | { fact: SegmentWord; in: string[] }
  | { fact: Fact; known: boolean }
  | { trait: string; in: string[] }
  | { did: (typeof eventKinds)[number]; atLeast: number; withinDays: number }
  | { said: string; feeling: 'positive' | 'negative' | 'any'; withinDays: number };
export const SegmentRule: z.ZodType<SegmentRule> = z.lazy(() =>
  z.union([
    z.strictObject({ all: z.array(SegmentRule).max(30) }),
    z.strictObject({ any: z.array(SegmentRule).max(30) }),
    z.strictObject({ not: SegmentRule }),
    z.strictObject({ fact: number, atLeast: z.number() }),
    z.strictObject({ fact: number, atMost: z.number() }),
    z.strictObject({ fact: word, in: values }),
    z.strictObject({ fact: z.union([number, word]), known: z.boolean() }),
    z.strictObject({ trait: z.string().min(1).max(64), in: values }),
    z.strictObject({ did: z.enum(eventKinds), atLeast: times.min(1), withinDays: days }),
    z.strictObject({
      said: z.string().min(1).max(64),
      feeling: z.enum(['positive', 'negative', 'any']),
      withinDays: days,
    }),
  ]),
);

/** A segment by rule; every change of its rule is a new version. */
export const Segment = z.object({
  id: z.string(),
  name: z.string(),
  rule: SegmentRule,
  version: z.number().int(),
  createdAt: z.string(),
  changedAt: z.string(),
});
export type Segment = z.infer<typeof Segment>;
export const SegmentToSave = z.object({ name: z.string().trim().min(1).max(80), rule: SegmentRule });
export type SegmentToSave = z.infer<typeof SegmentToSave>;

/** How many customers a rule finds, among how many, and what they are worth. */
export const SegmentCount = z.object({
  n: z.number().int(),
  of: z.number().int(),
  revenueMinor: z.number(),
  currency: z.string(),
  orders: z.number().int(),
});
export type SegmentCount = z.infer<typeof SegmentCount>;
export const SegmentMember = z.object({
  key: z.string(),
  name: z.string().nullable(),
  lifeCycle: z.string(),
  orders: z.number().int(),
  revenueMinor: z.number(),
  daysSinceOrder: z.number().nullable(),
  lastNps: z.number().nullable(),
});
export type SegmentMember = z.infer<typeof SegmentMember>;

/** Classes of how lately, how often and for how much customers buy. */
export const rfmClasses = [
  'best',
  'loyal',
  'growing',
  'new',
  'waiting',
  'slipping',
  'asleep',
  'lost',
] as const;
export type RfmClass = (typeof rfmClasses)[number];

/**
 * What parts customers: their stage, the fifth of their spend, the RFM class, how long they have been customers (since their
 * first contract or order), the category that they buy most often, or the rules that are kept.
 */
export const segmentParts = ['lifeCycle', 'value', 'rfm', 'tenure', 'category', 'saved'] as const;
export const SegmentExperienceQuery = Period.extend({
  place: z.string().optional(),
  metric: CommonMetric.default('nps'),
  part: z.enum(segmentParts).default('lifeCycle'),
});
/** A part's score at a touchpoint, and whether it clearly differs from that of all other customers there. */
export const SegmentCell = Score.extend({
  touchpoint: z.string(),
  /** Above or below all others, clear among all cells together; null where it is not. */
  differs: z.enum(['above', 'below']).nullable(),
});
export type SegmentCell = z.infer<typeof SegmentCell>;
export const SegmentExperience = z.object({
  metric: CommonMetric,
  part: z.enum(segmentParts),
  currency: z.string(),
  touchpoints: z.array(z.string()),
  /** Most value at risk first. */
  rows: z.array(
    z.object({
      key: z.string(),
      /** Name of a kept segment or a category; null where the key says it. */
      name: z.string().nullable(),
      customers: z.number().int(),
      valueMinor: z.number(),
      /** Value times the share of unfavourable answers, with the interval of that share; null with too few answers. */
      atRisk: z.object({ minor: z.number(), low: z.number(), high: z.number() }).nullable(),
      overall: SegmentCell,
      cells: z.array(SegmentCell),
    }),
  ),
  /** What promoters, passives and detractors did; null where nobody can be told. */
  groups: z
    .object({
      sizes: z.tuple([z.number().int(), z.number().int(), z.number().int()]),
      rows: z.array(
        z.object({
          fact: z.enum(segmentNumbers),
          /** Unfavourable, between, favourable. */
          means: z.tuple([z.number().nullable(), z.number().nullable(), z.number().nullable()]),
          difference: z.object({ value: z.number(), low: z.number(), high: z.number() }).nullable(),
          clear: z.boolean(),
        }),
      ),
    })
    .nullable(),
  freshAt: z.string(),
});
export type SegmentExperience = z.infer<typeof SegmentExperience>;

export const RfmReport = z.object({
  currency: z.string(),
  customers: z.number().int(),
  classes: z.array(
    z.object({
      key: z.enum(rfmClasses),
      customers: z.number().int(),
      share: z.number(),
      revenueMinor: z.number(),
      meanDaysSinceOrder: z.number(),
      meanOrders: z.number(),
      nps: Score,
      /** The same customers as a rule, with today's limits written out. */
      rule: SegmentRule,
    }),
  ),
});
export type RfmReport = z.infer<typeof RfmReport>;

/** What a cluster differs in: a fact, and in which direction. */
export const clusterMethods = ['k_means', 'mixture', 'latent_class', 'medoids'] as const;
export const ClusterReport = z.object({
  currency: z.string(),
  /** Customers looked at, of all who ever ordered. */
  customers: z.number().int(),
  of: z.number().int(),
  /** Needed before clusters are looked for; 0 where they were. */
  needed: z.number().int(),
  method: z.enum(clusterMethods).nullable(),
  run: ModelRun.nullable(),
  tried: z.array(
    z.object({
      method: z.enum(clusterMethods),
      k: z.number().int(),
      /** The least stable cluster's mean Jaccard over resamples, 0–1. */
      stability: z.number(),
      silhouette: z.number(),
    }),
  ),
  clusters: z.array(
    z.object({
      customers: z.number().int(),
      share: z.number(),
      stability: z.number(),
      /** Most telling first; the cluster is named by these. */
      marks: z.array(z.object({ fact: z.enum(segmentNumbers), side: z.enum(['high', 'low']) })),
      means: z.array(z.object({ fact: z.enum(segmentNumbers), mean: z.number(), all: z.number() })),
    }),
  ),
});
export type ClusterReport = z.infer<typeof ClusterReport>;
