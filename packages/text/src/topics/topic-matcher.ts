/** Finds the topics of a tree in tokens, language by language; patterns also match other forms of their stem. */
import type { Topic, TopicTree } from '@lyhord/contract';
import { type Found, PatternIndex } from '../segments/pattern-index.ts';
import type { Token } from '../segments/tokens.ts';

export interface TopicMatch {
  readonly topic: string;
  readonly first: number;
  readonly last: number;
}

type Meaning = { readonly topic: string; readonly excludes: boolean };

export class TopicMatcher {
  private readonly tree: TopicTree;
  private readonly stemOf: (language: string) => ((word: string) => string) | null;
  private readonly indexes = new Map<string, PatternIndex<Meaning>>();
  private readonly ancestors = new Map<string, Set<string>>();

  constructor(tree: TopicTree, stemOf: (language: string) => ((word: string) => string) | null) {
    this.tree = tree;
    this.stemOf = stemOf;
    const parents = new Map(tree.topics.map((topic) => [topic.key, topic.parent]));
    for (const topic of tree.topics) this.ancestors.set(topic.key, ancestorsOf(topic.key, parents));
  }

  /** The topics named, by place in the text; a topic is not repeated where one of its own children is named. */
  find(tokens: readonly Token[], language: string): TopicMatch[] {
    const found = this.indexOf(language).find(tokens);
    if (found.length === 0) return [];
    const excluded = found.filter((match) => match.payload.excludes);
    const named = found.filter((match) => !match.payload.excludes && !isExcluded(match, excluded));
    return this.withoutCovered(longestOfTopic(named));
  }

  private withoutCovered(matches: readonly TopicMatch[]): TopicMatch[] {
    return matches.filter(
      (match) =>
        !matches.some(
          (other) => overlaps(match, other) && (this.ancestors.get(other.topic)?.has(match.topic) ?? false),
        ),
    );
  }

  private indexOf(language: string): PatternIndex<Meaning> {
    const ready = this.indexes.get(language);
    if (ready !== undefined) return ready;
    const index = new PatternIndex<Meaning>(this.stemOf(language));
    for (const topic of this.tree.topics) addTopic(index, topic, language);
    this.indexes.set(language, index);
    return index;
  }
}

/** The words of one language and those marked `*`, which hold in every language. */
function addTopic(index: PatternIndex<Meaning>, topic: Topic, language: string): void {
  for (const code of [language, '*']) {
    for (const word of topic.words[code] ?? []) index.add(word, { topic: topic.key, excludes: false });
    for (const word of topic.exclusions[code] ?? []) index.add(word, { topic: topic.key, excludes: true });
  }
}

function ancestorsOf(key: string, parents: ReadonlyMap<string, string | null>): Set<string> {
  const found = new Set<string>();
  for (let at = parents.get(key) ?? null; at !== null && !found.has(at); at = parents.get(at) ?? null)
    found.add(at);
  return found;
}

function overlaps(a: TopicMatch, b: TopicMatch): boolean {
  return a.first <= b.last && b.first <= a.last;
}

function isExcluded(match: Found<Meaning>, excluded: readonly Found<Meaning>[]): boolean {
  return excluded.some(
    (one) => one.payload.topic === match.payload.topic && one.first <= match.last && match.first <= one.last,
  );
}

function longestOfTopic(found: readonly Found<Meaning>[]): TopicMatch[] {
  const byTopic = new Map<string, TopicMatch[]>();
  for (const { payload, first, last } of found) {
    const matches = byTopic.get(payload.topic) ?? [];
    byTopic.set(payload.topic, matches);
    const at = matches.findIndex((one) => one.first <= last && first <= one.last);
    const known = matches[at];
    if (known === undefined) matches.push({ topic: payload.topic, first, last });
    else matches[at] = { ...known, first: Math.min(known.first, first), last: Math.max(known.last, last) };
  }
  return [...byTopic.values()].flat().sort((a, b) => a.first - b.first || b.last - a.last);
}
