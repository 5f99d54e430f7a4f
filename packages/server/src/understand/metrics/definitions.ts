// Metrics as data: what is counted, how it is scaled and how sure one can be. A change of a formula is a new version.
import type { Answer, MetricKey } from '@lyhord/contract';

/** Where the rows of a metric come from. */
export type MetricBase = 'answers' | 'signals' | 'requests';
/** How the interval is made; the sentence for the reader stands in `methods`. */
export type IntervalMethod = 'adjusted_wald' | 'student_t' | 'wilson' | 'none';

export interface MetricDefinition {
  readonly key: MetricKey;
  readonly version: number;
  readonly base: MetricBase;
  /** The question whose answers count; null where the metric does not rest on answers. */
  readonly question: string | null;
  /** What the number is made of, per row: net = favourable − unfavourable, top = favourable. */
  readonly numerator: 'net' | 'mean' | 'top' | 'count';
  readonly unit: Answer['unit'];
  /** The value is multiplied by this: 100 makes points of a share. */
  readonly scale: number;
  /** The ends that a value can reach; an interval never goes beyond. */
  readonly range: readonly [number, number];
  readonly direction: 'higher_is_better' | 'lower_is_better' | 'neither';
  readonly interval: IntervalMethod;
  /** With fewer rows the value is withheld. */
  readonly minimumN: number;
}

const minimumN = 10;
const answered = { version: 1, base: 'answers', direction: 'higher_is_better', minimumN } as const;
const mean = { ...answered, numerator: 'mean', unit: 'mean', scale: 1, interval: 'student_t' } as const;

export const metricDefinitions: Readonly<Record<MetricKey, MetricDefinition>> = {
  nps: {
    ...answered,
    key: 'nps',
    question: 'nps',
    numerator: 'net',
    unit: 'points',
    scale: 100,
    range: [-100, 100],
    interval: 'adjusted_wald',
  },
  csat: { ...mean, key: 'csat', question: 'csat', range: [1, 5] },
  csat_top2: {
    ...answered,
    key: 'csat_top2',
    question: 'csat',
    numerator: 'top',
    unit: 'share',
    scale: 1,
    range: [0, 1],
    interval: 'wilson',
  },
  ces: { ...mean, key: 'ces', question: 'ces', range: [1, 7] },
  stars: { ...mean, key: 'stars', question: 'stars', range: [1, 5] },
  sentiment: {
    key: 'sentiment',
    version: 1,
    base: 'signals',
    question: null,
    numerator: 'net',
    unit: 'points',
    scale: 100,
    range: [-100, 100],
    direction: 'higher_is_better',
    interval: 'adjusted_wald',
    minimumN,
  },
  signals: {
    key: 'signals',
    version: 1,
    base: 'signals',
    question: null,
    numerator: 'count',
    unit: 'count',
    scale: 1,
    range: [0, Number.POSITIVE_INFINITY],
    direction: 'neither',
    interval: 'none',
    minimumN: 0,
  },
  response_rate: {
    key: 'response_rate',
    version: 1,
    base: 'requests',
    question: null,
    numerator: 'top',
    unit: 'share',
    scale: 1,
    range: [0, 1],
    direction: 'higher_is_better',
    interval: 'wilson',
    minimumN,
  },
};

/** What is said of the interval beside the number. */
export const methods: Readonly<Record<IntervalMethod, string>> = {
  adjusted_wald: '95 % interval, adjusted Wald with 3 pseudo-answers (Rocks 2016)',
  student_t: '95 % interval of the mean, Student t',
  wilson: '95 % interval, Wilson score',
  none: 'count, no interval',
};

/** From which answer on a customer is favourable, and up to which unfavourable, per question. */
export const answerClasses: Readonly<Record<string, { favourableFrom: number; unfavourableTo: number }>> = {
  nps: { favourableFrom: 9, unfavourableTo: 6 },
  csat: { favourableFrom: 4, unfavourableTo: 2 },
  stars: { favourableFrom: 4, unfavourableTo: 2 },
  ces: { favourableFrom: 5, unfavourableTo: 3 },
};
