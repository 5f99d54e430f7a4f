/**
 * What a plain linear SVM reaches on the same split as the engine: tf-idf of words, word pairs and 2 to 5 characters
 * across words, both kinds brought to length 1. For comparison only; nothing that ships is made with it.
 */
import { type Example, exampleOf, rowsOf, vocabularyOf } from '../src/model/feature-rows.ts';
import { type GivingRule, givenBy, givingRule } from '../src/model/giving-rule.ts';
import { hashText } from '../src/model/hashing.ts';
import { type Separator, separate } from '../src/model/nb-svm.ts';

/** A text and the classes that hold, by their names. */
export interface ClassedText {
  readonly text: string;
  readonly classes: readonly string[];
}

interface Row {
  readonly columns: Int32Array;
  readonly values: Float32Array;
}

const cost = 0.3;
const folds = 5;
const settings = { cost, ratioPower: 0, rounds: 30 };

/** The classes that an SVM taught with `train` gives each of the texts of `dev`. */
export function plainSvmAnswers(train: readonly ClassedText[], dev: readonly ClassedText[]): string[][] {
  const names = [...new Set(train.flatMap(({ classes }) => classes))].sort();
  const held = train.map(({ classes }) => classes.map((name) => names.indexOf(name)));
  const rule = held.every(({ length }) => length === 1)
    ? givingRule(held, null, names.length)
    : givingRule(held, unseenScores(train, held, names.length), names.length);
  return scoresOf(train, held, names.length, dev).map((scores) => named(rule, scores, names));
}

const named = (rule: GivingRule, scores: readonly number[], names: readonly string[]): string[] =>
  givenBy(rule, scores).map((k) => names[k] as string);

/** Scores of every text by what the other folds taught. */
function unseenScores(train: readonly ClassedText[], held: readonly number[][], classes: number): number[][] {
  const scores: number[][] = train.map(() => []);
  for (let fold = 0; fold < folds; fold++) {
    const seen = train.map((_, i) => i).filter((i) => i % folds !== fold);
    const rest = train.map((_, i) => i).filter((i) => i % folds === fold);
    const found = scoresOf(
      seen.map((i) => train[i] as ClassedText),
      seen.map((i) => held[i] as number[]),
      classes,
      rest.map((i) => train[i] as ClassedText),
    );
    rest.forEach((i, at) => {
      scores[i] = found[at] as number[];
    });
  }
  return scores;
}

function scoresOf(
  train: readonly ClassedText[],
  held: readonly (readonly number[])[],
  classes: number,
  asked: readonly ClassedText[],
): number[][] {
  const blocks = [wordExample, partExample].map((exampleFrom) => {
    const vocabulary = vocabularyOf(
      train.map(({ text }) => exampleFrom(text)),
      1,
      1,
    );
    const rows = (texts: readonly ClassedText[]) =>
      rowsOf(
        texts.map(({ text }) => exampleFrom(text)),
        vocabulary,
        1,
      );
    return { width: vocabulary.keys.length, train: rows(train), asked: rows(asked) };
  });
  const [words, parts] = blocks as [(typeof blocks)[0], (typeof blocks)[0]];
  const both = beside(words.train, parts.train);
  const importance = new Float32Array(train.length).fill(1);
  const separators = Array.from({ length: classes }, (_, k) => {
    const positive = Uint8Array.from(held, (one) => (one.includes(k) ? 1 : 0));
    return separate(both, positive, importance, 0, settings);
  });
  const questions = beside(words.asked, parts.asked);
  return asked.map((_, i) => separators.map((separator) => scoreOf(rowAt(questions, i), separator)));
}

function wordExample(text: string): Example {
  const words = text.toLowerCase().match(/[\p{L}\p{N}_]{2,}/gu) ?? [];
  const pairs = words.slice(1).map((word, i) => `${words[i]} ${word}`);
  return counted([...words, ...pairs], 1);
}

function partExample(text: string): Example {
  const line = text.toLowerCase().replace(/\s+/g, ' ');
  const parts: string[] = [];
  for (let length = 2; length <= 5; length++)
    for (let at = 0; at + length <= line.length; at++) parts.push(line.slice(at, at + length));
  return counted(parts, 2);
}

function counted(parts: readonly string[], kind: number): Example {
  const counts = new Map<number, number>();
  for (const part of parts) {
    const feature = hashText(part, kind);
    counts.set(feature, (counts.get(feature) ?? 0) + 1);
  }
  return exampleOf(counts, []);
}

type Rows = ReturnType<typeof rowsOf>;

function rowAt(rows: Rows, i: number): Row {
  const [from, to] = [rows.starts[i] as number, rows.starts[i + 1] as number];
  return { columns: rows.columns.subarray(from, to), values: rows.values.subarray(from, to) };
}

/** The rows of two blocks side by side. */
function beside(left: Rows, right: Rows): Rows {
  const size = left.columns.length + right.columns.length;
  const columns = new Int32Array(size);
  const values = new Float32Array(size);
  const starts = new Int32Array(left.count + 1);
  let at = 0;
  for (let i = 0; i < left.count; i++) {
    for (const [block, shift] of [
      [left, 0],
      [right, left.width],
    ] as const) {
      const row = rowAt(block, i);
      columns.set(
        row.columns.map((column) => column + shift),
        at,
      );
      values.set(row.values, at);
      at += row.columns.length;
    }
    starts[i + 1] = at;
  }
  return { count: left.count, width: left.width + right.width, starts, columns, values };
}

function scoreOf({ columns, values }: Row, { weights, bias }: Separator): number {
  let score = bias;
  for (let i = 0; i < columns.length; i++)
    score += (weights[columns[i] as number] as number) * (values[i] as number);
  return score;
}
