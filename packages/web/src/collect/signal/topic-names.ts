import { endpoints, type Topic } from '@lyhord/contract';
import { useCallback, useMemo } from 'react';
import { useReply } from '../../client/queries.ts';
import { named, useLanguage } from '../../words/index.ts';

/** A topic's name in the reader's language, else in one that it has; empty while it has none. */
export const topicName = ({ names }: Pick<Topic, 'names'>, locale: string): string =>
  names[locale] ?? names.en ?? Object.values(names)[0] ?? '';

export interface TopicNames {
  nameOf: (key: string) => string;
  list: readonly { key: string; name: string }[];
  /** Whether it is a feeling that the workspace wants to give. */
  isFeeling: (key: string) => boolean;
}

/** Topics by the names of the reader's language. */
export function useTopicNames(): TopicNames {
  const { locale } = useLanguage();
  const { data } = useReply(endpoints.topicTree);
  const names = useMemo(() => {
    const topics = data?.topics ?? [];
    return Object.fromEntries(topics.map((topic) => [topic.key, topicName(topic, locale)]));
  }, [data, locale]);
  const nameOf = useCallback((key: string) => named(names, key), [names]);
  const list = useMemo(
    () =>
      Object.keys(names)
        .map((key) => ({ key, name: nameOf(key) }))
        .sort((a, b) => a.name.localeCompare(b.name, locale)),
    [names, nameOf, locale],
  );
  const isFeeling = useCallback(
    (key: string) => data?.topics.some((topic) => topic.key === key && topic.kind === 'feeling') ?? false,
    [data],
  );
  return { nameOf, list, isFeeling };
}
