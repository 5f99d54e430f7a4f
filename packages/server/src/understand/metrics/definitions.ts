// Metrics as data: what is counted, how it is scaled and how sure one can be. A change of a formula is a new version.
import { type experienceMetricKeys, fewestBehind, lookupTable, type MetricKey } from '@lyhord/contract';
import type { MetricDefinition } from './metric-definition.ts';
import { type OperationsDefinition, operationsDefinitions } from './operations.ts';

/** True in SQL for the rows of one question, or of all that begin with it. */
export const isFamily = (question: string): boolean => question.endsWith('.');

const minimumN = fewestBehind;
const answered = { version: 1, base: 'answers', direction: 'higher_is_better' } as const;
const mean = { numerator: 'mean', unit: 'mean', scale: 1, interval: 'student_t', minimumN } as const;
const share = {
  numerator: 'top',
  unit: 'share',
  scale: 1,
  range: [0, 1],
  interval: 'wilson',
  minimumN,
} as const;
const net = {
  numerator: 'net',
  unit: 'points',
  scale: 100,
  range: [-100, 100],
  interval: 'adjusted_wald',
  minimumN,
} as const;
const ofSignals = { version: 1, question: null, direction: 'higher_is_better' } as const;

const experience: Readonly<Record<(typeof experienceMetricKeys)[number], MetricDefinition>> = {
  nps: { ...answered, ...net, key: 'nps', question: 'nps' },
  csat: { ...answered, ...mean, key: 'csat', question: 'csat', range: [1, 5] },
  csat_top2: { ...answered, ...share, key: 'csat_top2', question: 'csat' },
  ces: { ...answered, ...mean, key: 'ces', question: 'ces', range: [1, 7] },
  stars: { ...answered, ...mean, key: 'stars', question: 'stars', range: [1, 5] },
  expectation: { ...answered, ...net, key: 'expectation', question: 'expectation' },
  feelings: { ...answered, ...share, key: 'feelings', question: 'feeling.' },
  wanted_feelings: { ...ofSignals, ...share, key: 'wanted_feelings', base: 'feelings' },
  criteria: { ...answered, ...mean, key: 'criteria', question: 'criterion.', range: [1, 5] },
  sentiment: { ...ofSignals, ...net, key: 'sentiment', base: 'signals' },
  topic_share: { ...ofSignals, ...share, key: 'topic_share', base: 'topics', direction: 'neither' },
  signals: {
    ...{ ...ofSignals, key: 'signals', base: 'signals', direction: 'neither', numerator: 'count' },
    ...{ unit: 'count', scale: 1, range: [0, Number.POSITIVE_INFINITY], interval: 'none', minimumN: 0 },
  },
  response_rate: { ...ofSignals, ...share, key: 'response_rate', base: 'requests' },
};

export const metricDefinitions = {
  ...experience,
  ...Object.fromEntries(operationsDefinitions.map((one) => [one.key, one])),
} as Readonly<Record<MetricKey, MetricDefinition>>;

export const isOperations = (definition: MetricDefinition): definition is OperationsDefinition =>
  definition.base === 'events';

/** Scores of answers and texts can be weighted to known totals; counts, and what is counted per event, cannot. */
export const isWeighable = ({ base, interval }: MetricDefinition): boolean =>
  (base === 'answers' || base === 'signals') && interval !== 'none';

/**
 * From which answer on a customer is favourable, and up to which unfavourable, per question. A key that ends in a
 * point is that of all questions that begin so: wanted feelings (`feeling.safe`) and criteria of value.
 */
export const answerClasses: Readonly<Record<string, { favourableFrom: number; unfavourableTo: number }>> =
  lookupTable({
    nps: { favourableFrom: 9, unfavourableTo: 6 },
    csat: { favourableFrom: 4, unfavourableTo: 2 },
    stars: { favourableFrom: 4, unfavourableTo: 2 },
    ces: { favourableFrom: 5, unfavourableTo: 3 },
    expectation: { favourableFrom: 3, unfavourableTo: 1 },
    'feeling.': { favourableFrom: 4, unfavourableTo: 2 },
    'criterion.': { favourableFrom: 4, unfavourableTo: 2 },
  });
