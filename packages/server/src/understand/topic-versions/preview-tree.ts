// Promise: what a changed tree would do is read from real comments before anything is saved; nothing is written.
import type { TextAnalysis, TopicPreview, TopicTree } from '@lyhord/contract';
import type { Viewer } from '../../access/index.ts';
import type { Ground } from '../ground.ts';
import { textOf } from '../readings/mention-rows.ts';
import { checkedTree } from '../topics/checked-tree.ts';
import { TopicNames } from '../topics/topic-names.ts';
import { type NewestText, newestTexts } from './preview-store.ts';

const sample = 2_000;
const examples = 6;
const placesShown = 5;

export async function previewTree(ground: Ground, viewer: Viewer, tree: TopicTree): Promise<TopicPreview> {
  const { warehouse } = ground.platform;
  checkedTree(tree);
  const texts = await newestTexts(warehouse, viewer, sample);
  const [before, after, places] = await Promise.all([
    ground.readings.read(viewer.workspaceId, texts.map(textOf)),
    ground.readings.read(viewer.workspaceId, texts.map(textOf), tree),
    ground.placeTree(viewer.workspaceId),
  ]);
  const changes = new Map<string, { added: Change[]; lost: Change[]; before: number; after: number }>();
  const changeOf = (topic: string) => {
    const known = changes.get(topic) ?? { added: [], lost: [], before: 0, after: 0 };
    changes.set(topic, known);
    return known;
  };
  texts.forEach((text, index) => {
    const old = firstSpans(before[index]!);
    const now = firstSpans(after[index]!);
    for (const topic of new Set([...old.keys(), ...now.keys()])) {
      const change = changeOf(topic);
      if (old.has(topic)) change.before += 1;
      if (now.has(topic)) change.after += 1;
      if (!old.has(topic)) change.added.push({ text, span: now.get(topic)! });
      if (!now.has(topic)) change.lost.push({ text, span: old.get(topic)! });
    }
  });
  const names = new TopicNames(tree);
  const placeName = (id: string) => places.nameOf(id);
  return {
    comments: texts.length,
    since: texts.at(-1)?.local_day ?? null,
    topics: [...changes]
      .filter(([, { added, lost }]) => added.length + lost.length > 0)
      .map(([key, change]) => ({
        ...{ key, label: names.label(key, viewer.locale), before: change.before, after: change.after },
        ...{ added: change.added.length, lost: change.lost.length },
        examples: [
          ...change.added.slice(0, examples).map((one) => exampleOf(one, 'added' as const)),
          ...change.lost.slice(0, examples).map((one) => exampleOf(one, 'lost' as const)),
        ],
        places: placesOf(change.added, change.lost, placeName),
      }))
      .sort((a, b) => b.added + b.lost - a.added - a.lost),
  };
}

function firstSpans({ mentions }: TextAnalysis): Map<string, Span> {
  const spans = new Map<string, Span>();
  for (const { aspect, start, end } of mentions) if (!spans.has(aspect)) spans.set(aspect, { start, end });
  return spans;
}

interface Span {
  readonly start: number;
  readonly end: number;
}
interface Change {
  readonly text: NewestText;
  readonly span: Span;
}

const exampleOf = ({ text, span }: Change, kind: 'added' | 'lost') => ({
  ...{ kind, signalId: text.signal_id, text: text.text, start: span.start, end: span.end },
});

function placesOf(added: readonly Change[], lost: readonly Change[], nameOf: (id: string) => string) {
  const counts = new Map<string, { added: number; lost: number }>();
  const count = (changes: readonly Change[], side: 'added' | 'lost') => {
    for (const { text } of changes) {
      if (text.place_id === '') continue;
      const known = counts.get(text.place_id) ?? { added: 0, lost: 0 };
      known[side] += 1;
      counts.set(text.place_id, known);
    }
  };
  count(added, 'added');
  count(lost, 'lost');
  return [...counts]
    .sort((a, b) => b[1].added + b[1].lost - a[1].added - a[1].lost)
    .slice(0, placesShown)
    .map(([placeId, both]) => ({ placeId, name: nameOf(placeId), ...both }));
}
