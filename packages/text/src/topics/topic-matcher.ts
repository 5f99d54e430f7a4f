/** Finds the topics of a tree in tokens, language by language; patterns also match other forms of their stem. */
import type { Topic, TopicTree } from '@lyhord/contract';
import { type Found, PatternIndex } from '../segments/pattern-index.ts';
import type { Stem } from '../segments/stems.ts';
import type { Token } from '../segments/tokens.ts';

export interface TopicMatch {
  readonly topic: string;
  readonly first: number;
  readonly last: number;
  /** Of a feeling: these words say that it was missed. */
  readonly opposite?: boolean;
}

type Meaning = { readonly topic: string; readonly excludes: boolean; readonly opposite?: boolean };

export class TopicMatcher {
  private readonly tree: TopicTree;
  private readonly stemOf: (language: string) => Stem | null;
  private readonly indexes = new Map<string, PatternIndex<Meaning>>();
  private readonly ancestors = new Map<string, Set<string>>();

  constructor(tree: TopicTree, stemOf: (language: string) => Stem | null) {
    this.tree = tree;
    this.stemOf = stemOf;
    const parents = new Map(tree.topics.map((topic) => [topic.key, topic.parent]));
    for (const topic of tree.topics) this.ancestors.set(topic.key, ancestorsOf(topic.key, parents));
  }

  /** The topics named, by place in the text; a topic is not repeated where one of its own children is named. */
  find(tokens: readonly Token[], language: string): TopicMatch[] {
    const found = this.indexOf(language).find(tokens);
    if (found.length === 0) return [];
    return this.withoutCovered(longestOfTopic(withoutExcluded(found)));
  }

  private withoutCovered(matches: TopicMatch[]): TopicMatch[] {
    return matches.length < 2 ? matches : matches.filter((match) => !this.isCovered(match, matches));
  }

  private isCovered(match: TopicMatch, matches: readonly TopicMatch[]): boolean {
    for (const other of matches) {
      if (overlaps(match, other) && this.ancestors.get(other.topic)?.has(match.topic) === true) return true;
    }
    return false;
  }

  private indexOf(language: string): PatternIndex<Meaning> {
    const ready = this.indexes.get(language);
    if (ready !== undefined) return ready;
    const stem = this.stemOf(language);
    const index = new PatternIndex<Meaning>(stem);
    for (const topic of this.tree.topics) addTopic(index, topic, language, stem);
    this.indexes.set(language, index);
    return index;
  }
}

/**
 * The words of one language and those marked `*`, which hold in every language. An exclusion holds for all forms of its
 * stem, too, yet never takes a topic's own word away: where both have one stem it holds for itself alone.
 */
function addTopic(index: PatternIndex<Meaning>, topic: Topic, language: string, stem: Stem | null): void {
  for (const code of [language, '*']) {
    const words = topic.words[code] ?? [];
    const opposites = topic.opposites?.[code] ?? [];
    for (const word of words) index.add(word, { topic: topic.key, excludes: false });
    for (const word of opposites) index.add(word, { topic: topic.key, excludes: false, opposite: true });
    const stems = new Set([...words, ...opposites].map((word) => stemOfWord(word, stem)));
    for (const word of topic.exclusions[code] ?? []) {
      const forms = stems.has(stemOfWord(word, stem)) ? 'itself' : 'all';
      index.add(word, { topic: topic.key, excludes: true }, forms);
    }
  }
}

/** The stem of a single word; phrases and patterns with `*` stand for themselves. */
const stemOfWord = (pattern: string, stem: Stem | null): string =>
  stem === null || /[\s*]/.test(pattern) ? pattern : stem(pattern.toLowerCase());

function ancestorsOf(key: string, parents: ReadonlyMap<string, string | null>): Set<string> {
  const found = new Set<string>();
  for (let at = parents.get(key) ?? null; at !== null && !found.has(at); at = parents.get(at) ?? null)
    found.add(at);
  return found;
}

function overlaps(a: TopicMatch, b: TopicMatch): boolean {
  return a.first <= b.last && b.first <= a.last;
}

function withoutExcluded(found: readonly Found<Meaning>[]): readonly Found<Meaning>[] {
  if (found.every((match) => !match.payload.excludes)) return found;
  const excluded = found.filter((match) => match.payload.excludes);
  return found.filter((match) => !match.payload.excludes && !isExcluded(match, excluded));
}

/** What is said more exactly than the exclusion stays. */
function isExcluded(match: Found<Meaning>, excluded: readonly Found<Meaning>[]): boolean {
  return excluded.some(
    (one) =>
      one.payload.topic === match.payload.topic &&
      one.first <= match.last &&
      match.first <= one.last &&
      one.last - one.first >= match.last - match.first,
  );
}

/** Overlapping matches of one topic as one, by place in the text; at one place the longer before the shorter. */
function longestOfTopic(found: readonly Found<Meaning>[]): TopicMatch[] {
  const joined: TopicMatch[] = [];
  const order: string[] = [];
  for (const { payload, first, last } of found) {
    const { topic, opposite } = payload;
    if (!order.includes(topic)) order.push(topic);
    const at = standing(joined, topic, first, last);
    const known = joined[at];
    const match = {
      topic,
      first: Math.min(known?.first ?? first, first),
      last: Math.max(known?.last ?? last, last),
    };
    const marked = opposite === true || known?.opposite === true ? { ...match, opposite: true } : match;
    if (known === undefined) joined.push(marked);
    else joined[at] = marked;
  }
  if (joined.length < 2) return joined;
  const rank = (match: TopicMatch) => order.indexOf(match.topic);
  return joined.sort((a, b) => a.first - b.first || b.last - a.last || rank(a) - rank(b));
}

/** Where the first match of a topic stands that overlaps; −1 where none does. */
function standing(matches: readonly TopicMatch[], topic: string, first: number, last: number): number {
  for (let i = 0; i < matches.length; i++) {
    const one = matches[i] as TopicMatch;
    if (one.topic === topic && one.first <= last && first <= one.last) return i;
  }
  return -1;
}
