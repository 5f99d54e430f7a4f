import type { Change } from '@lyhord/contract';
import { useTopicNames } from '../../collect/signal/topic-names.ts';
import { useFormats } from '../../ui/format.ts';
import { named, useWords } from '../../words/index.ts';

/** A detected change in sentences: what, where, by how much, how sure. */
export function useChangeWords() {
  const { terms, understand } = useWords();
  const format = useFormats();
  const { nameOf } = useTopicNames();
  const words = understand.changes;
  const { ui } = useWords();

  const titleOf = ({ topic, metric, placeName, direction }: Change): string => {
    if (topic) {
      const name = nameOf(topic);
      return direction === 'down' ? words.topicFell(name, placeName) : words.topicRose(name, placeName);
    }
    const name = named(terms.metrics, metric);
    return direction === 'down' ? words.fell(name, placeName) : words.rose(name, placeName);
  };

  const sizeOf = ({ before, after, metric, topic }: Change): string | null => {
    if (before.value === null || after.value === null) return null;
    const range =
      after.low !== null && after.high !== null
        ? ui.range(format.score(after.low, metric), format.score(after.high, metric))
        : '';
    return (topic ? words.topicFromTo : words.fromTo)(
      format.score(before.value, metric),
      format.score(after.value, metric),
      range,
      after.n,
    );
  };

  const sureOf = ({ evidence }: Change): string =>
    evidence >= 1000
      ? words.sure.very
      : evidence >= 100
        ? words.sure.strong
        : evidence >= 12
          ? words.sure.some
          : words.sure.weak;

  /** Null where nothing is known beside what changed itself. */
  const causeOf = ({ likelyTopics, topic: changed }: Change): string | null => {
    const others = likelyTopics.filter(({ topic }) => topic !== changed);
    if (others.length === 0) return null;
    return others
      .slice(0, 2)
      .map(({ topic, share }) => words.causeShare(nameOf(topic), format.share(share)))
      .join('; ');
  };

  return { titleOf, sizeOf, sureOf, causeOf };
}
