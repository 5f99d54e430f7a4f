// From what is known of each answer to columns of numbers that can be weighed against each other.
import type { AnswerFacts } from './driver-rows.ts';

export interface Candidate {
  readonly key: string;
  readonly kind: 'rating' | 'topic' | 'operation';
  /** One per answer; NaN where it is not known. */
  readonly values: Float64Array;
  /** Answers that know it; for a topic, those that name it. */
  readonly n: number;
  /** Ends of its scale as far as answers reach. */
  readonly scale: readonly [number, number];
  /** 1 where more is better, −1 where less is. */
  readonly good: 1 | -1;
}
export interface Candidates {
  readonly answers: readonly AnswerFacts[];
  readonly kept: readonly Candidate[];
  readonly leftOut: readonly { key: string; kind: Candidate['kind']; n: number }[];
}

/** A rating or fact that fewer of the answers know is left out. */
const knownShare = 0.6;
const fewestNamed = 20;
const namedShare = 0.02;
const mostDrivers = 24;
/** Where fewer of the answers have a comment, topics cannot stand for all of them. */
const commentedShare = 0.3;
const facts = ['delay', 'wait', 'solving', 'price'] as const;

/** `rootOf` gives the topic at the top of the tree: parts of one topic would only split its importance. */
export function candidatesIn(all: readonly AnswerFacts[], rootOf: (aspect: string) => string): Candidates {
  const commented = all.filter((answer) => answer.commented);
  const withTopics = commented.length >= commentedShare * all.length;
  const answers = withTopics ? commented : all;
  const found = [
    ...ratings(answers),
    ...facts.map((key) =>
      column(
        `fact.${key}`,
        'operation',
        answers.map((answer) => answer[key] ?? Number.NaN),
        key === 'price' ? 1 : -1,
      ),
    ),
    ...(withTopics ? topics(answers, rootOf) : []),
  ].filter(({ n }) => n > 0);
  const needed = (one: Candidate) =>
    one.kind === 'topic' ? Math.max(fewestNamed, namedShare * answers.length) : knownShare * answers.length;
  const enough = found
    .filter((one) => one.n >= needed(one) && one.scale[1] > one.scale[0])
    .sort((a, b) => b.n - a.n)
    .slice(0, mostDrivers);
  const leftOut = found.filter((one) => !enough.includes(one));
  return { answers, kept: enough, leftOut: leftOut.map(({ key, kind, n }) => ({ key, kind, n })) };
}

function column(key: string, kind: Candidate['kind'], list: readonly number[], good: 1 | -1): Candidate {
  const known = list.filter(Number.isFinite).sort((a, b) => a - b);
  const at = (share: number) => known[Math.round(share * (known.length - 1))] ?? 0;
  // Facts have long tails, which no importance should hang on.
  const scale = kind === 'operation' ? ([at(0.02), at(0.98)] as const) : ([at(0), at(1)] as const);
  const values = Float64Array.from(list, (value) =>
    Number.isFinite(value) ? Math.min(scale[1], Math.max(scale[0], value)) : Number.NaN,
  );
  return { key, kind, values, n: known.length, scale, good };
}

function ratings(answers: readonly AnswerFacts[]): Candidate[] {
  const keys = new Set(answers.flatMap((answer) => answer.ratings.map(([question]) => question)));
  return [...keys].map((key) =>
    column(
      key,
      'rating',
      answers.map((answer) => answer.ratings.find(([question]) => question === key)?.[1] ?? Number.NaN),
      1,
    ),
  );
}

function topics(answers: readonly AnswerFacts[], rootOf: (aspect: string) => string): Candidate[] {
  const felt = new Map<string, Float64Array>();
  const named = new Map<string, Set<number>>();
  for (const [index, answer] of answers.entries()) {
    for (const [aspect, feeling] of answer.topics) {
      const root = rootOf(aspect);
      const values = felt.get(root) ?? new Float64Array(answers.length);
      values[index]! += feeling;
      felt.set(root, values);
      const own = named.get(root) ?? new Set();
      named.set(root, own.add(index));
    }
  }
  return [...felt].map(([key, sums]) => ({
    ...{ key, kind: 'topic' as const, scale: [-1, 1] as const, good: 1 as const },
    values: sums.map(Math.sign),
    n: named.get(key)!.size,
  }));
}
