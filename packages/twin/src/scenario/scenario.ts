// What can be planted: the typed shape of a scenario file. docs/guide/twin.md explains every kind of effect.
import { z } from 'zod';
import { isDay } from '../calendar/days.ts';
import { segmentKeys } from '../customers/segments.ts';
import { topics } from '../experience/topics.ts';

const Day = z
  .string()
  .refine(isDay, { error: (issue) => `"${String(issue.input)}" is not a day; write it as 2026-03-31` });
/** A calendar day, or a number of days before the last day of the run. */
export const Moment = z.union([Day, z.strictObject({ daysBeforeEnd: z.number().int().min(0).max(20_000) })], {
  error: 'a moment is a day such as "2026-03-31" or {"daysBeforeEnd": 35}',
});
export type Moment = z.infer<typeof Moment>;

const share = z.number().min(0).max(1);
const factor = z.number().min(0.01).max(20);
const size = z.number().min(-5).max(5);
const who = { segments: z.array(z.enum(segmentKeys)).min(1).optional() };
const clock = { from: z.number().min(0).max(24), to: z.number().min(0).max(24) };

export const effectKinds = [
  'topic',
  'late_delivery',
  'price',
  'payment_method',
  'support_wait',
  'product_fault',
  'out_of_stock',
  'invoice_error',
  'visits',
  'answers',
  'renewal_drift',
  'campaign',
  'opening_hours',
  'critical_words',
  'nothing',
] as const;
export type EffectKind = (typeof effectKinds)[number];

function noSuchEffect(issue: { code?: string | undefined; input?: unknown }): string | undefined {
  if (issue.code !== 'invalid_union') return undefined;
  const kind = (issue.input as { kind?: unknown } | null)?.kind;
  return `kind ${JSON.stringify(kind)} is not an effect; known are ${effectKinds.join(', ')}`;
}

export const Effect = z.discriminatedUnion(
  'kind',
  [
    /** Moves how a topic is felt; `size` in latent standard deviations, below zero is worse. */
    z.strictObject({
      kind: z.literal('topic'),
      topic: z.enum(topics),
      size,
      ...who,
      hours: z.strictObject(clock).optional(),
      weekdays: z.array(z.number().int().min(0).max(6)).min(1).optional(),
      rampDays: z.number().int().min(0).max(365).optional(),
    }),
    /** Parcels of a carrier come `days` days later than they would have, with this probability. */
    z.strictObject({
      kind: z.literal('late_delivery'),
      carrier: z.string(),
      share,
      days: z.number().int().min(1).max(30),
    }),
    /** Prices rise for all by `percent`; the segments named feel it by `size`, the others do not mind. */
    z.strictObject({
      kind: z.literal('price'),
      percent: z.number().min(-60).max(200),
      goods: z.enum(['food', 'home', 'all']),
      size,
      ...who,
    }),
    /** A payment method comes; a growing part of orders uses it, and those customers feel paying and queueing differently. */
    z.strictObject({
      kind: z.literal('payment_method'),
      method: z.string().min(1).max(40),
      share,
      size,
      rampDays: z.number().int().min(0).max(365).optional(),
    }),
    /** Answers of customer service take `factor` times as long. */
    z.strictObject({ kind: z.literal('support_wait'), factor }),
    /** A share of one product's pieces is faulty. */
    z.strictObject({ kind: z.literal('product_fault'), product: z.string(), share }),
    /** A share of the wished products of these categories is out of stock. */
    z.strictObject({ kind: z.literal('out_of_stock'), categories: z.array(z.string()).min(1), share }),
    /** A share of invoices is wrong. */
    z.strictObject({ kind: z.literal('invoice_error'), share }),
    /** Visits become `factor` times as many, with no change in how they feel. */
    z.strictObject({ kind: z.literal('visits'), factor, ...who }),
    /** Answers become `factor` times as many, with no change in what they say. */
    z.strictObject({ kind: z.literal('answers'), factor }),
    /** Plus members who are unhappy drift away before renewal `factor` times as strongly. */
    z.strictObject({ kind: z.literal('renewal_drift'), factor, ...who }),
    /** A campaign's responses are `factor` times as many. */
    z.strictObject({ kind: z.literal('campaign'), campaign: z.string().min(1), factor, ...who }),
    /** Stores open and close at other times (hours of the day). */
    z.strictObject({
      kind: z.literal('opening_hours'),
      opens: z.number().min(0).max(24),
      closes: z.number().min(0).max(24),
    }),
    /** Texts of this kind are written: a danger, a threat with the law, a valued customer who leaves. */
    z.strictObject({
      kind: z.literal('critical_words'),
      words: z.enum(['safety', 'legal', 'leaving']),
      share,
    }),
    /** Something is done that has no effect at all. */
    z.strictObject({ kind: z.literal('nothing') }),
  ],
  { error: noSuchEffect },
);
export type Effect = z.infer<typeof Effect>;
export const Planted = z.strictObject({
  key: z.string().regex(/^[a-z0-9-]{1,64}$/, 'a key has lower-case letters, digits and - only'),
  title: z.string().min(1).max(200),
  what: z.string().max(1_000).default(''),
  /** Codes of places; a country or region means all below it. Left out: everywhere. */
  places: z.array(z.string()).min(1).optional(),
  from: Moment,
  to: Moment.optional(),
  /** The topic in which it shows, if any. */
  topic: z.enum(topics).optional(),
  direction: z.enum(['up', 'down', 'none']),
  /** Set for something the company did on purpose: its cost and goal are known to the product as an initiative. */
  initiative: z.strictObject({ name: z.string(), goal: z.string() }).optional(),
  effects: z.array(Effect).min(1),
});
export type Planted = z.infer<typeof Planted>;

export const Scenario = z.strictObject({
  name: z.string().min(1).max(120).default('own scenario'),
  /** Whether the demo's own truths are planted, too. */
  keepDefaults: z.boolean().default(false),
  truths: z.array(Planted).max(200),
});
export type Scenario = z.input<typeof Scenario>;
export type ScenarioRead = z.output<typeof Scenario>;

/** A scenario that cannot be planted; `faults` says where and why, one sentence each. */
export class ScenarioError extends Error {
  readonly faults: readonly string[];

  constructor(faults: readonly string[]) {
    super(`The scenario cannot be planted:\n${faults.map((fault) => `- ${fault}`).join('\n')}`);
    this.name = 'ScenarioError';
    this.faults = faults;
  }
}

/** @throws ScenarioError with one sentence a fault. */
export function readScenario(value: unknown): ScenarioRead {
  const read = Scenario.safeParse(value);
  if (read.success) return read.data;
  throw new ScenarioError(
    read.error.issues.map((issue) => `${issue.path.join('.') || 'the file'}: ${issue.message}`),
  );
}
