// What is true of a run: everything planted with its place, time, size and sign, and how causes work throughout.
import { isoOf } from '../calendar/days.ts';
import { organisationCode } from '../company/places.ts';
import { stores } from '../company/stores.ts';
import { segments } from '../customers/segments.ts';
import type { Topic } from '../experience/topics.ts';
import type { TwinPlan } from '../options.ts';
import { dayOfMoment } from './effects.ts';
import { leavesUnder, nearestAbove } from './place-tree.ts';
import type { Effect, EffectKind, Planted } from './scenario.ts';

export interface PlantedTruth {
  key: string;
  title: string;
  what: string;
  /** The one place meant, or the nearest named above all of them. */
  placeCode: string;
  /** Every store, e-shop and customer service that it touches. */
  placeCodes: string[];
  topic: Topic | null;
  direction: 'up' | 'down' | 'none';
  /** Both days belong to it; it may begin before the run and end after it. */
  from: string;
  to: string;
  /** Still in force on the last day. */
  current: boolean;
  hours: { from: number; to: number } | null;
  weekdays: number[] | null;
  segments: string[] | null;
  /** Of the first effect on the topic, in latent standard deviations; null where it is not one. */
  size: number | null;
  initiative: { name: string; goal: string } | null;
  /** Where it can be seen: in what customers say, in what happens, in both, or nowhere. */
  shows: ('feedback' | 'operations')[];
  effects: Effect[];
}

export interface Truth {
  company: 'Solvik';
  seed: number;
  customers: number;
  months: number;
  from: string;
  until: string;
  scenario: string;
  truths: PlantedTruth[];
  /** Stores in which something has gone wrong of late and goes on: their managers have something to do today. */
  storesWithTrouble: string[];
  mechanisms: {
    /** Days after which an experience changes how often and how much each segment buys, and how strongly. */
    segments: { key: string; share: number; lagDays: number; reaction: number }[];
    visitInterval: string;
    basket: string;
    churn: string;
    season: string;
  };
}

const recentDays = 60;

function troubled(truths: readonly PlantedTruth[], plan: TwinPlan): string[] {
  const since = isoOf(plan.lastDay - recentDays);
  const codes = truths
    .filter(
      (truth) =>
        truth.current && truth.direction === 'down' && truth.from >= since && truth.placeCodes.length < 10,
    )
    .flatMap((truth) => truth.placeCodes)
    .filter((code) => stores.some((store) => store.code === code));
  return [...new Set(codes)];
}

const seenInFeedback: readonly EffectKind[] = [
  'topic',
  'late_delivery',
  'price',
  'payment_method',
  'support_wait',
  'product_fault',
  'out_of_stock',
  'invoice_error',
  'critical_words',
];
const seenInOperations: readonly EffectKind[] = [
  'late_delivery',
  'price',
  'payment_method',
  'support_wait',
  'product_fault',
  'out_of_stock',
  'invoice_error',
  'visits',
  'renewal_drift',
  'campaign',
  'opening_hours',
];

function showsIn(effects: readonly Effect[]): PlantedTruth['shows'] {
  const any = (kinds: readonly EffectKind[]): boolean =>
    effects.some((effect) => kinds.includes(effect.kind));
  return [
    ...(any(seenInFeedback) ? ['feedback' as const] : []),
    ...(any(seenInOperations) ? ['operations' as const] : []),
  ];
}

export function truthOf(plan: TwinPlan): Truth {
  const truths = plan.scenario.truths.map((truth) => plantedTruth(truth, plan));
  return {
    company: 'Solvik',
    seed: plan.seed,
    customers: plan.customers,
    months: plan.months,
    from: isoOf(plan.firstDay),
    until: isoOf(plan.lastDay),
    scenario: plan.scenario.name,
    truths,
    storesWithTrouble: troubled(truths, plan),
    mechanisms: {
      segments: segments.map(({ key, share, lagDays, reaction }) => ({ key, share, lagDays, reaction })),
      visitInterval: 'multiplied by exp(-0.24 x reaction x satisfaction), once the lag has passed',
      basket: 'lines multiplied by exp(0.1 x reaction x satisfaction), once the lag has passed',
      churn:
        'after a visit, probability 0.03 x min(2, interval/70) x exp(-1.1 x reaction x satisfaction), at most 0.5; not for Plus members, who leave at renewal',
      season:
        'more visits in November and December; longer queues in the last weeks before Christmas everywhere',
    },
  };
}

function plantedTruth(truth: Planted, plan: TwinPlan): PlantedTruth {
  const to = truth.to === undefined ? plan.lastDay : dayOfMoment(truth.to, plan.lastDay);
  const named = truth.places ?? [organisationCode];
  const own = truth.effects.find((e) => e.kind === 'topic' && e.topic === truth.topic) ?? truth.effects[0]!;
  return {
    key: truth.key,
    title: truth.title,
    what: truth.what,
    placeCode: nearestAbove(named),
    placeCodes: leavesUnder(truth.places),
    topic: truth.topic ?? null,
    direction: truth.direction,
    from: isoOf(dayOfMoment(truth.from, plan.lastDay)),
    to: isoOf(to),
    current: to >= plan.lastDay,
    hours: 'hours' in own ? (own.hours ?? null) : null,
    weekdays: 'weekdays' in own ? (own.weekdays ?? null) : null,
    segments: 'segments' in own ? (own.segments ?? null) : null,
    size: 'size' in own ? own.size : null,
    initiative: truth.initiative ?? null,
    shows: showsIn(truth.effects),
    effects: truth.effects,
  };
}
