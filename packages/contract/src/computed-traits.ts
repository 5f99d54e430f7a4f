/** Stages of a customer's life with the company. */
export const lifeCycleStages = ['prospect', 'new', 'active', 'at_risk', 'lapsed', 'returned'] as const;
export type LifeCycleStage = (typeof lifeCycleStages)[number];

/**
 * What tells the stages apart. The rhythm is the mean number of days between the days on which a customer ordered, kept
 * within `shortestRhythm` and `longestRhythm`; `usualRhythm` stands in for customers with fewer than `daysForRhythm`
 * such days.
 */
export const lifeCycleLimits = {
  /** Days after the first order or contract for which a customer is new. */
  newFor: 60,
  daysForRhythm: 3,
  usualRhythm: 90,
  shortestRhythm: 14,
  longestRhythm: 365,
  /** Silence, in rhythms, after which a customer is at risk. */
  atRiskAfter: 1.5,
  /** Silence, in rhythms, after which a customer has lapsed; one who orders after such a silence has returned. */
  lapsedAfter: 3,
} as const;

/** `money` is in minor units of the workspace's currency; `moment` ISO 8601; `days` may have decimals. */
export type ComputedTraitType = 'count' | 'money' | 'moment' | 'days' | 'score' | 'word' | 'place';

export interface ComputedTrait {
  readonly key: string;
  readonly type: ComputedTraitType;
  /** Not known for every customer. */
  readonly optional: boolean;
  /** The values that a word may have. */
  readonly words?: readonly string[];
}

const known = <K extends string>(key: K, type: ComputedTraitType) =>
  ({ key, type, optional: false }) as const;
const maybe = <K extends string>(key: K, type: ComputedTraitType) => ({ key, type, optional: true }) as const;

/** What is computed of every customer from all that was said and done. */
export const computedTraits = [
  { ...known('lifeCycle', 'word'), words: lifeCycleStages },
  maybe('firstSeenAt', 'moment'),
  maybe('lastActivityAt', 'moment'),
  maybe('daysSinceActivity', 'count'),
  known('orders', 'count'),
  maybe('firstOrderAt', 'moment'),
  maybe('lastOrderAt', 'moment'),
  maybe('daysSinceOrder', 'count'),
  known('revenue', 'money'),
  maybe('margin', 'money'),
  maybe('orderValue', 'money'),
  maybe('purchaseGapDays', 'days'),
  known('returns', 'count'),
  known('latePayments', 'count'),
  known('costToServe', 'money'),
  known('amountsWithoutRate', 'count'),
  known('contractsActive', 'count'),
  maybe('nextRenewalAt', 'moment'),
  maybe('lastNps', 'score'),
  maybe('lastNpsAt', 'moment'),
  maybe('lastCsat', 'score'),
  maybe('lastCsatAt', 'moment'),
  { ...maybe('lastSentiment', 'word'), words: ['positive', 'neutral', 'negative', 'mixed'] },
  maybe('lastSentimentAt', 'moment'),
  known('comments', 'count'),
  known('openTickets', 'count'),
  known('contacts90Days', 'count'),
  maybe('lastPlace', 'place'),
] as const satisfies readonly ComputedTrait[];
export type ComputedTraitKey = (typeof computedTraits)[number]['key'];
