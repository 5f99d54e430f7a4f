import type { FeedField } from '../../client/feed-search.ts';
import { useTopicNames } from '../../collect/signal/topic-names.ts';
import { named, useWords } from '../../words/index.ts';

interface Choice {
  value: string;
  label: string;
}

/** What each filter can be set to, in the reader's words. */
export function useFilterChoices(): {
  choices: (field: FeedField) => Choice[];
  nameOf: (field: FeedField, value: string) => string;
} {
  const { terms, understand } = useWords();
  const topics = useTopicNames();
  const dictionaries: Partial<Record<FeedField, Readonly<Record<string, string>>>> = {
    kind: terms.kinds,
    channel: terms.channels,
    touchpoint: terms.touchpoints,
    sentiment: terms.polarity,
    question: {
      nps: terms.metrics.nps,
      csat: terms.metrics.csat,
      stars: terms.metrics.stars,
      ces: terms.metrics.ces,
    },
    flag: terms.flags,
    language: Object.fromEntries(
      Object.entries(terms.languages).filter(([key]) => !['no', 'nn'].includes(key)),
    ),
    band: understand.feed.bands,
  };
  return {
    choices: (field) =>
      field === 'topic'
        ? topics.list.map(({ key, name }) => ({ value: key, label: name }))
        : Object.entries(dictionaries[field] ?? {}).map(([value, label]) => ({ value, label })),
    nameOf: (field, value) =>
      field === 'topic'
        ? topics.nameOf(value)
        : field === 'text'
          ? understand.feed.withText
          : named(dictionaries[field] ?? {}, value),
  };
}
