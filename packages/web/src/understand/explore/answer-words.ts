import { type Answer, type AnswerRow, endpoints } from '@lyhord/contract';
import { useReply } from '../../client/queries.ts';
import { useTopicNames } from '../../collect/signal/topic-names.ts';
import { useFormats } from '../../ui/format.ts';
import { distinctNames } from '../../unify/place-tree.ts';
import { named, useWords } from '../../words/index.ts';

export interface AnswerWords {
  /** A group by what its keys are called. */
  group: (row: AnswerRow, keys?: readonly string[]) => string;
  /** A value of the answer, with its unit. */
  value: (value: number | null, row: AnswerRow) => string;
  /** A category of any dimension. */
  category: (key: string) => string;
}

/** How the groups and values of an answer are written. */
export function useAnswerWords(answer: Answer): AnswerWords {
  const { explore: words, segments, terms, ui } = useWords();
  const format = useFormats();
  const topics = useTopicNames();
  const { data } = useReply(endpoints.listPlaces);
  const places = distinctNames(data?.places ?? []);
  const names: Record<string, (key: string) => string> = {
    place: (key) => places[key] ?? (key ? key : words.noPlace),
    topic: topics.nameOf,
    day: format.fullDay,
    week: (key) => words.weekOf(format.day(key)),
    month: format.longMonth,
    hour: (key) => `${key.padStart(2, '0')}:00`,
    touchpoint: (key) => named(terms.touchpoints, key),
    channel: (key) => named(terms.channels, key),
    kind: (key) => named(terms.kinds, key),
    language: (key) => named(terms.languages, key),
    stage: (key) => named(words.stages, key),
    segment: (key) => answer.segments?.[key] ?? (key ? key : words.inNone),
    life_cycle: (key) => named(segments.keys, key),
    life_cycle_then: (key) => named(segments.keys, key),
    spend: (key) => named(segments.keys, key),
    trait: (key) => key || words.notKnownThen,
    buying: (key) => named(segments.keys, key),
    product: (key) => answer.products?.[key] ?? (key || words.namesNone.product),
    category: (key) => (key ? named({}, key) : words.namesNone.category),
    employee_group: (key) => key || words.namesNone.employee_group,
  };
  const keyName = (key: string, value: string | number) => {
    const text = String(value);
    return (names[key]?.(text) ?? text) || ui.unknown;
  };
  return {
    group: (row, keys = Object.keys(row.keys)) =>
      keys.map((key) => keyName(key, row.keys[key] ?? '')).join(' · ') || words.everything,
    category: (key) =>
      [places, terms.touchpoints, terms.channels, terms.kinds, terms.languages, words.stages, segments.keys]
        .map((known: Readonly<Record<string, string>>) => known[key])
        .find((name) => name !== undefined) ?? key,
    value: (value, row) => (value === null ? '–' : written(answer, value, row)),
  };

  function written({ metric, unit }: Answer, value: number, { keys }: AnswerRow): string {
    switch (unit) {
      case 'money':
        return format.money(value, String(keys.currency || 'SEK'));
      case 'share':
        return format.share(value);
      case 'count':
        return format.count(value);
      case 'seconds':
      case 'hours':
      case 'days':
        return words.units[unit](format.number(value, 1));
      case 'per_customer':
      case 'per_100':
        return format.number(value, 2);
      default:
        return format.score(value, metric);
    }
  }
}
