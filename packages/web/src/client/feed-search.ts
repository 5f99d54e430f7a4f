// What the Feed shows, as it stands in the address; every number links to its rows in these words.
import {
  type CommonMetric,
  commonMetrics,
  type Filter,
  sentimentLabels,
  signalKinds,
  textFlags,
} from '@lyhord/contract';

export const bands = ['low', 'middle', 'high'] as const;
export type Band = (typeof bands)[number];

export interface FeedSearch {
  kind?: string;
  channel?: string;
  touchpoint?: string;
  topic?: string;
  question?: string;
  sentiment?: string;
  band?: Band;
  flag?: string;
  language?: string;
  words?: string;
  text?: boolean;
  signal?: string;
}
export type FeedField = Exclude<keyof FeedSearch, 'signal'>;

export const feedFields: readonly FeedField[] = [
  'words',
  'topic',
  'sentiment',
  'question',
  'band',
  'kind',
  'channel',
  'touchpoint',
  'flag',
  'language',
  'text',
];

const plain = (value: unknown) => (typeof value === 'string' && value ? value.slice(0, 200) : undefined);
const oneOf = <T extends string>(values: readonly T[], value: unknown) => values.find((one) => one === value);

export function readFeedSearch(search: Record<string, unknown>): FeedSearch {
  return {
    kind: oneOf(signalKinds, search.kind),
    channel: plain(search.channel),
    touchpoint: plain(search.touchpoint),
    topic: plain(search.topic),
    question: plain(search.question),
    sentiment: oneOf(sentimentLabels, search.sentiment),
    band: oneOf(bands, search.band),
    flag: oneOf(textFlags, search.flag),
    language: plain(search.language),
    words: typeof search.words === 'number' ? String(search.words) : plain(search.words),
    text: search.text === true ? true : undefined,
    signal: plain(search.signal),
  };
}

/** Ends of the bands on the metric's scale: unhappy, in between, happy. */
const inFiveSteps: Record<Band, readonly [number, number]> = { low: [1, 2], middle: [3, 3], high: [4, 5] };
const bandEnds: Record<CommonMetric, Record<Band, readonly [number, number]>> = {
  nps: { low: [0, 6], middle: [7, 8], high: [9, 10] },
  csat: inFiveSteps,
  stars: inFiveSteps,
};

/** The filter that the server compiles; undefined where nothing is chosen. */
export function filterOf(search: FeedSearch, metric: CommonMetric): Filter | undefined {
  const parts: Filter[] = [];
  for (const field of ['kind', 'channel', 'touchpoint', 'topic', 'sentiment', 'flag', 'language'] as const) {
    const value = search[field];
    if (value !== undefined) parts.push({ field, is: value });
  }
  // A score means something only on its own question's scale.
  const question = search.question ?? (search.band ? metric : undefined);
  if (question) parts.push({ field: 'question', is: question });
  if (search.band) {
    const [atLeast, atMost] = bandEnds[commonMetrics.find((one) => one === question) ?? 'stars'][search.band];
    parts.push({ field: 'score', atLeast }, { field: 'score', atMost });
  }
  if (search.text) parts.push({ field: 'has_text', is: true });
  if (search.words) parts.push({ words: search.words });
  return parts.length > 0 ? { all: parts } : undefined;
}
