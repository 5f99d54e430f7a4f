// What people taught a topic: the comments that they gave it, and the words in them that it does not know yet.
import type { TopicExamples } from '@lyhord/contract';
import { termReader } from '@lyhord/text/discovery';
import type { Viewer } from '../../access/index.ts';
import { because, Problem } from '../../platform/http/problem.ts';
import { examplesOf } from '../feed/correction-store.ts';
import { type CardSources, cardsById } from '../feed/signal-cards.ts';
import type { Ground } from '../ground.ts';

const most = 50;
const wordsSuggested = 12;

interface Suggested {
  readonly word: string;
  readonly language: string;
  readonly examples: number;
  readonly negative: number;
}

export async function readTopicExamples(
  ground: Ground,
  sources: CardSources,
  viewer: Viewer,
  key: string,
): Promise<TopicExamples> {
  const { workspaceId } = viewer;
  const { tree } = await ground.readings.newestTree(workspaceId);
  const topic = tree.topics.find((one) => one.key === key);
  if (!topic) throw new Problem('not_found', because('topic_unknown', { topic: key }));
  const kept = await examplesOf(ground.platform.ledger, workspaceId, key, most);
  const cards = await cardsById(ground, sources, viewer, [...new Set(kept.map(({ signalId }) => signalId))]);
  const textOf = new Map(cards.map((card) => [card.id, card]));
  const counts = new Map<string, Suggested>();
  const examples = kept.flatMap(({ signalId, start, end, correctLabel, at }) => {
    const card = textOf.get(signalId);
    if (!card?.text) return [];
    const language = card.language ?? 'en';
    const reader = termReader(language);
    const known = new Set(
      [...(topic.words[language] ?? []), ...(topic.opposites?.[language] ?? [])].map((word) =>
        reader.stem(word.replaceAll('*', '')),
      ),
    );
    const seen = new Set<string>();
    for (const { stem, start: from, end: to } of reader.words(card.text.slice(start, end))) {
      if (known.has(stem) || seen.has(stem)) continue;
      seen.add(stem);
      const word = card.text.slice(start + from, start + to).toLowerCase();
      const counted = counts.get(`${language}:${stem}`) ?? { word, language, examples: 0, negative: 0 };
      counts.set(`${language}:${stem}`, {
        ...counted,
        examples: counted.examples + 1,
        negative: counted.negative + (correctLabel === 'negative' ? 1 : 0),
      });
    }
    return [{ signalId, text: card.text, start, end, label: correctLabel, at: at.toISOString() }];
  });
  const words = [...counts.values()]
    .sort((a, b) => b.examples - a.examples)
    .slice(0, wordsSuggested)
    .map(({ negative, ...one }) => ({ ...one, missed: 2 * negative > one.examples }));
  return { examples, words };
}
