import { endpoints } from '@lyhord/contract';
import { useReply } from '../../client/queries.ts';
import { useTopicNames } from '../../collect/signal/topic-names.ts';
import { usePlaces } from '../../unify/place-tree.ts';
import { useLanguage } from '../../words/index.ts';
import type { OnlyField } from './explore-search.ts';

interface Choice {
  value: string;
  label: string;
}

/** Groups of which rows can be counted, or against which they can be held, by their names. */
export function useGroupChoices(): Readonly<Record<OnlyField | 'place', readonly Choice[]>> {
  const { locale, words } = useLanguage();
  const { data } = useReply(endpoints.listSegments);
  const { nodes } = usePlaces(locale);
  const topics = useTopicNames();
  const named = (names: Readonly<Record<string, string>>): Choice[] =>
    Object.entries(names).map(([value, label]) => ({ value, label }));
  const segments = (data?.segments ?? []).map(({ id, name }) => ({ value: id, label: name }));
  return {
    segment: segments,
    segment_then: segments,
    place: nodes.map(({ place, depth }) => ({
      value: place.id,
      label: `${' '.repeat(3 * depth)}${place.name}`,
    })),
    touchpoint: named(words.terms.touchpoints),
    channel: named(words.terms.channels),
    topic: topics.list.map(({ key, name }) => ({ value: key, label: name })),
  };
}
