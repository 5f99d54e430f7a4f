// Promise: each content word stands for its stem and for the parts it has in common with other words of these texts,
// so that "laddplats", "laddstolpe" and "ladda" are seen to speak of one thing without any list of words.
import type { TermReader } from './term-reader.ts';

/** A content word: the number of its stem among all stems, and the units in it. */
export interface UnitWord {
  readonly stem: number;
  readonly units: readonly number[];
}
/** A text as its content words, each once. */
export type UnitWords = readonly UnitWord[];

export interface UnitTexts {
  /** Stems, and beginnings and ends that several stems share; sorted. */
  readonly units: readonly string[];
  readonly texts: readonly UnitWords[];
  /** Any further text, such as one that these are parts of; what these texts do not say is left out. */
  read(text: string): UnitWords;
}

interface Word {
  readonly stem: string;
  /** As written, in lower case. */
  readonly form: string;
}
const shortestPart = 4;
const shortestRest = 2;
/** An end that is no word of its own, such as "ation", is grammar more often than meaning unless it is long. */
const shortestForeignEnd = 7;
const mostWords = 40;
const mostParts = 6;
const mostUnits = 3_000;

/** @param fewest a unit counts when so many texts have it */
export function unitTexts(texts: readonly string[], reader: TermReader, fewest: number): UnitTexts {
  const words = texts.map((text) => wordsOf(text, reader));
  const stems = new Map<string, number>();
  const stemOf = new Map<string, string>();
  for (const { stem, form } of words.flat()) {
    if (!stems.has(stem)) stems.set(stem, stems.size);
    stemOf.set(stem, stem);
    if (!stemOf.has(form)) stemOf.set(form, stem);
  }
  const beginnings = sharedParts([...stems.keys()], (stem, length) => stem.slice(0, length), shortestPart);
  const ends = sharedParts([...stems.keys()], (stem, length) => stem.slice(-length), shortestForeignEnd);
  const beginningsOf = (stem: string): string[] => {
    const found: string[] = [];
    for (let length = shortestPart; length <= stem.length - shortestRest; length++)
      if (beginnings.has(stem.slice(0, length))) found.push(stem.slice(0, length));
    return found;
  };
  const known = new Map<string, string[]>();
  const partsOf = ({ stem, form }: Word): string[] => {
    const before = known.get(form);
    if (before !== undefined) return before;
    const parts = new Set([stem]);
    // A compound says what its last word says, with all that this one has in common with others.
    for (const whole of [stem, form]) {
      for (let length = shortestPart; length <= whole.length - shortestRest; length++) {
        const head = stemOf.get(whole.slice(-length));
        if (head === undefined || head.length < shortestPart) continue;
        for (const part of [head, ...beginningsOf(head)]) parts.add(part);
      }
    }
    for (const part of beginningsOf(stem)) parts.add(part);
    for (let length = shortestForeignEnd; length <= stem.length - shortestRest; length++) {
      if (ends.has(stem.slice(-length))) parts.add(stem.slice(-length));
    }
    const kept = [...parts].slice(0, mostParts);
    known.set(form, kept);
    return kept;
  };
  const counts = new Map<string, number>();
  for (const own of words)
    for (const unit of new Set(own.flatMap(partsOf))) counts.set(unit, (counts.get(unit) ?? 0) + 1);
  const units = [...counts]
    .filter(([, count]) => count >= fewest)
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, mostUnits)
    .map(([unit]) => unit)
    .sort();
  const numbers = new Map(units.map((unit, number) => [unit, number]));
  const asUnits = (own: readonly Word[]): UnitWords =>
    own.flatMap((word) => {
      const stem = stems.get(word.stem);
      if (stem === undefined) return [];
      return [{ stem, units: partsOf(word).flatMap((part) => numbers.get(part) ?? []) }];
    });
  return { units, texts: words.map(asUnits), read: (text) => asUnits(wordsOf(text, reader)) };
}

/** Content words, each stem once. */
function wordsOf(text: string, reader: TermReader): Word[] {
  const found = new Map<string, Word>();
  for (const { stem, start, end } of reader.words(text).slice(0, mostWords)) {
    if (!found.has(stem)) found.set(stem, { stem, form: text.slice(start, end).toLowerCase() });
  }
  return [...found.values()];
}

/**
 * Parts that several stems share, at the lengths at which they part: of "ladd", "laddplats" and "laddstolp" the part
 * "ladd", not "lad", which nothing tells apart from it.
 */
function sharedParts(
  stems: readonly string[],
  cut: (stem: string, length: number) => string,
  shortest: number,
): Set<string> {
  const holders = new Map<string, number>();
  for (const stem of stems) {
    for (let length = shortest; length <= stem.length; length++) {
      if (length < stem.length && stem.length - length < shortestRest) continue;
      const part = cut(stem, length);
      holders.set(part, (holders.get(part) ?? 0) + 1);
    }
  }
  const kept = new Set<string>();
  for (const stem of stems) {
    let most = 1;
    for (let length = stem.length; length >= shortest; length--) {
      const part = cut(stem, length);
      const count = holders.get(part) ?? 0;
      if (count > most) kept.add(part);
      most = Math.max(most, count);
    }
  }
  return kept;
}
