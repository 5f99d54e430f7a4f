// A topic tree as questions need it: what lies below what, and what a topic is called in the reader's language.
import type { TopicTree } from '@lyhord/contract';

export class TopicNames {
  readonly tree: TopicTree;
  /** Keys of the feelings that the workspace wants to give; they stand in the tree beside the topics. */
  readonly feelings: readonly string[];
  readonly #parents: Map<string, string | null>;
  readonly #names: Map<string, Readonly<Record<string, string>>>;

  constructor(tree: TopicTree) {
    this.tree = tree;
    this.feelings = tree.topics.filter(({ kind }) => kind === 'feeling').map(({ key }) => key);
    this.#parents = new Map(tree.topics.map((topic) => [topic.key, topic.parent]));
    this.#names = new Map(tree.topics.map((topic) => [topic.key, topic.names]));
  }

  parentOf(key: string): string | null {
    return this.#parents.get(key) ?? null;
  }

  kindOf(key: string): 'topic' | 'feeling' {
    return this.feelings.includes(key) ? 'feeling' : 'topic';
  }

  /** Topics above this one, nearest first. */
  above(key: string): string[] {
    const found = new Set<string>();
    let at = this.parentOf(key);
    while (at !== null && at !== key && !found.has(at)) {
      found.add(at);
      at = this.parentOf(at);
    }
    return [...found];
  }

  /** The topic and everything below it. */
  below(key: string): string[] {
    const found = new Set([key]);
    for (const parent of found) {
      for (const [child, above] of this.#parents) if (above === parent) found.add(child);
    }
    return [...found];
  }

  /** For each topic that has any, the topics above it. */
  allAbove(): Record<string, string[]> {
    const entries = [...this.#parents.keys()].map((key) => [key, this.above(key)] as const);
    return Object.fromEntries(entries.filter(([, above]) => above.length > 0));
  }

  label(key: string, locale: string): string {
    const names = this.#names.get(key);
    const spoken = names?.[locale] ?? names?.en ?? Object.values(names ?? {})[0];
    return spoken ?? key.replaceAll(/[._]/g, ' ');
  }

  /** Topics whose name in any language, or key, holds the words. */
  find(words: string, locale: string): { key: string; label: string }[] {
    const wanted = words.trim().toLowerCase();
    return this.tree.topics
      .filter(({ key, names }) =>
        [key, ...Object.values(names)].some((name) => name.toLowerCase().includes(wanted)),
      )
      .map(({ key }) => ({ key, label: this.label(key, locale) }));
  }
}
