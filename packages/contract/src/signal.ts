import { z } from 'zod';
import { Identifier } from './identifier.ts';
import { lookupTable } from './lookup-table.ts';

export const signalKinds = ['survey', 'review', 'ticket', 'social', 'comment', 'staff', 'call'] as const;
export type SignalKind = (typeof signalKinds)[number];

export const channels = [
  'web',
  'app',
  'email',
  'sms',
  'kiosk',
  'phone',
  'social',
  'review_site',
  'in_person',
  'chat',
  'other',
] as const;
export type Channel = (typeof channels)[number];

export const stages = ['consideration', 'evaluation', 'purchase', 'use', 'loyalty', 'leaving'] as const;
export type Stage = (typeof stages)[number];

/** Touchpoints that ship ready, each with its stage; a workspace may send others, which stand under no stage. */
export const touchpointStages: Readonly<Record<string, Stage>> = lookupTable({
  advertising: 'consideration',
  website: 'evaluation',
  app: 'evaluation',
  store_visit: 'purchase',
  checkout: 'purchase',
  payment: 'purchase',
  delivery: 'use',
  product: 'use',
  invoice: 'use',
  returns: 'use',
  support: 'use',
  loyalty_programme: 'loyalty',
  renewal: 'loyalty',
  cancellation: 'leaving',
});

/** Scales of the questions that ship ready: inclusive ends and whether only whole numbers are answers. */
export const questionScales: Readonly<Record<string, { min: number; max: number; whole: boolean }>> =
  lookupTable({
    nps: { min: 0, max: 10, whole: true },
    csat: { min: 1, max: 5, whole: true },
    stars: { min: 1, max: 5, whole: false },
    ces: { min: 1, max: 7, whole: true },
  });

/** One scored answer. A question outside `questionScales` brings its own `min` and `max`. */
export const SignalAnswer = z.object({
  question: z
    .string()
    .regex(/^[a-z0-9_.-]{1,64}$/, 'a question key has lower-case letters, digits, _ . and - only'),
  value: z.number(),
  min: z.number().optional(),
  max: z.number().optional(),
});
export type SignalAnswer = z.infer<typeof SignalAnswer>;

/**
 * One piece of X-data as a source sends it to `POST /v1/signals`.
 * At least one of `answers` and `text` must say something. `place` is a place's code.
 */
export const SignalInput = z.object({
  messageId: z.string().min(1).max(255),
  kind: z.enum(signalKinds),
  channel: z.enum(channels).default('other'),
  touchpoint: z.string().max(64).nullish(),
  place: z.string().max(64).nullish(),
  happenedAt: z.union([z.string(), z.number()]),
  identifiers: z.array(Identifier).max(20).default([]),
  answers: z.array(SignalAnswer).max(100).default([]),
  title: z.string().max(500).nullish(),
  text: z.string().max(20_000).nullish(),
  language: z.string().max(35).nullish(),
  reference: z.string().max(120).nullish(),
  conversation: z.string().max(120).nullish(),
  turn: z
    .number()
    .int()
    .min(0)
    .max(100_000)
    .nullish()
    .describe('its number within the conversation, where times do not tell the order'),
  case: z.string().max(120).nullish().describe('the case that a report is about'),
  author: z.enum(['customer', 'staff']).default('customer'),
  campaign: z.string().max(120).nullish(),
  account: z
    .string()
    .max(120)
    .nullish()
    .describe('the company that the customer speaks for, by its number at the source'),
  properties: z.record(z.string(), z.unknown()).default({}),
});
export type SignalInput = z.input<typeof SignalInput>;
export type SignalReceived = z.output<typeof SignalInput>;

export const SignalBatch = z.object({ signals: z.array(z.unknown()).min(1).max(5_000) });
