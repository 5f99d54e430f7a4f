// Five kinds of customer: how often they come, what they buy, and how long a bad experience takes to show.

export const segmentKeys = ['family', 'young', 'senior', 'bargain', 'business'] as const;
export type SegmentKey = (typeof segmentKeys)[number];

export interface Segment {
  readonly key: SegmentKey;
  readonly share: number;
  /** Median days between visits. */
  readonly intervalDays: number;
  /** Lines on an ordinary order. */
  readonly basketLines: number;
  /** Share of visits made to the e-shop. */
  readonly eshopShare: number;
  /** Days until an experience changes how often and how much the customer buys. */
  readonly lagDays: number;
  /** How strongly it changes it: 1 is ordinary. */
  readonly reaction: number;
  /** Share who pay invoices late when all is well. */
  readonly latePayers: number;
  readonly plusShare: number;
}

/** In the order of `segmentKeys`. */
export const segments: readonly Segment[] = [
  {
    key: 'family',
    share: 0.3,
    intervalDays: 96,
    basketLines: 3.1,
    eshopShare: 0.2,
    lagDays: 21,
    reaction: 1,
    latePayers: 0.12,
    plusShare: 0.28,
  },
  {
    key: 'young',
    share: 0.24,
    intervalDays: 140,
    basketLines: 1.8,
    eshopShare: 0.36,
    lagDays: 14,
    reaction: 1.2,
    latePayers: 0.16,
    plusShare: 0.12,
  },
  {
    key: 'senior',
    share: 0.2,
    intervalDays: 110,
    basketLines: 2.1,
    eshopShare: 0.08,
    lagDays: 60,
    reaction: 0.8,
    latePayers: 0.05,
    plusShare: 0.16,
  },
  {
    key: 'bargain',
    share: 0.18,
    intervalDays: 160,
    basketLines: 2.3,
    eshopShare: 0.24,
    lagDays: 7,
    reaction: 1.5,
    latePayers: 0.2,
    plusShare: 0.06,
  },
  {
    key: 'business',
    share: 0.08,
    intervalDays: 125,
    basketLines: 3.6,
    eshopShare: 0.45,
    lagDays: 30,
    reaction: 0.9,
    latePayers: 0.1,
    plusShare: 0.1,
  },
];
