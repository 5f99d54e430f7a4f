import { type Association, associationsOf } from './associations.ts';
import { seededRandom } from './seeded-random.ts';
import { type TermReader, termReader } from './term-reader.ts';
import { namesOf } from './theme-name.ts';
import { type Circle, circlesOf } from './unit-circles.ts';
import { type UnitWords, unitTexts } from './word-units.ts';

/** A text, or the part of one, in which themes are looked for. */
export interface ThemeText {
  readonly id: string;
  readonly text: string;
  /** All that was written, where `text` is a part of it: what is mostly said elsewhere makes no theme. */
  readonly whole?: string;
  /** ISO 639-1; themes are found language by language. */
  readonly language: string;
}

/** Something that several texts speak of. */
export interface Theme {
  readonly language: string;
  /** In the words of the texts. */
  readonly name: string;
  /** Other phrases of the theme, most typical first; the name is the first of them. */
  readonly phrases: readonly string[];
  /** Stems and parts of compounds with their weight 0–1, heaviest first. */
  readonly terms: readonly { readonly term: string; readonly weight: number }[];
  /** Texts that belong to it, the most typical first. */
  readonly members: readonly string[];
  /** 0–1: how surely the same texts come together when a fifth of all texts is left out. */
  readonly stability: number;
}

export interface ThemeOptions {
  /** Whole number: which texts are left out to see what comes back. Default 1. */
  readonly seed?: number;
  /** Smallest theme, in texts. Default 8. */
  readonly fewestTexts?: number;
  /** Most themes in all. Default 30. */
  readonly mostThemes?: number;
}

const leavings = 5;
const stableFrom = 0.5;
const termsKept = 24;
const lightest = 0.05;
const phrasesKept = 6;
const ownShare = 0.7;

/**
 * Finds what texts speak of without being told what to look for. Words are read as stems and as the parts of
 * compounds that they share; parts that come together more often than chance would bring them make a circle of words,
 * and the texts that move in one circle are a theme. Only themes are given that come back when a fifth of the texts is
 * left out (the mean of the largest Jaccard overlaps).
 *
 * Source: docs/methods/themes.md; stability after Hennig (2007), Computational Statistics & Data Analysis 52, 258–271.
 */
export function findThemes(texts: readonly ThemeText[], options: ThemeOptions = {}): Theme[] {
  const { seed = 1, fewestTexts = 8, mostThemes = 30 } = options;
  const byLanguage = new Map<string, ThemeText[]>();
  for (const text of [...texts].sort(byContent))
    byLanguage.set(text.language, [...(byLanguage.get(text.language) ?? []), text]);
  return [...byLanguage]
    .flatMap(([language, own]) => themesOf(language, own, seed, fewestTexts))
    .sort((a, b) => b.members.length - a.members.length || (a.name < b.name ? -1 : 1))
    .slice(0, mostThemes);
}

/** Themes hang on what is said, not on the order in which it came or on ids that chance made. */
function byContent(a: ThemeText, b: ThemeText): number {
  if (a.text !== b.text) return a.text < b.text ? -1 : 1;
  const [one, other] = [a.whole ?? '', b.whole ?? ''];
  if (one !== other) return one < other ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}

function themesOf(language: string, texts: readonly ThemeText[], seed: number, fewest: number): Theme[] {
  if (texts.length < fewest) return [];
  const reader = termReader(language);
  const {
    units,
    texts: words,
    read,
  } = unitTexts(
    texts.map(({ text }) => text),
    reader,
    3,
  );
  const counts = countsOf(words, units.length);
  const associations = associationsOf(words, units, counts);
  const circles = circlesOf(words, counts, associations, fewest);
  const chosen = onlyAssociated(words, units, associations);
  const stabilities = stabilitiesOf(circles, chosen, fewest, seed);
  const isOwn = ownUnits(texts, words, read, units.length);
  return circles.flatMap((circle, number) => {
    const stability = stabilities[number]!;
    if (stability < stableFrom || !isOwn(circle.weights[0]![0])) return [];
    const terms = circle.weights
      .slice(0, termsKept)
      .flatMap(([unit, weight]) => (weight >= lightest ? [{ term: units[unit]!, weight }] : []));
    const members = circle.members.map((index) => texts[index]!);
    const phrases = namesOf(
      members.map(({ text }) => text),
      reader,
      stemWeights(members, reader, read, circle),
      phrasesKept,
    );
    const [name] = phrases;
    if (name === undefined) return [];
    return [{ language, name, phrases, terms, members: members.map(({ id }) => id), stability }];
  });
}

/** Words reduced to the units that have any association, of how many pairs they were chosen. */
interface Chosen {
  readonly words: readonly UnitWords[];
  readonly units: readonly string[];
  readonly pairs: number;
}

function onlyAssociated(
  words: readonly UnitWords[],
  units: readonly string[],
  associations: readonly Association[],
): Chosen {
  const kept = [...new Set(associations.flatMap(({ a, b }) => [a, b]))].sort((a, b) => a - b);
  const numbers = new Map(kept.map((unit, number) => [unit, number]));
  return {
    words: words.map((text) =>
      text.flatMap(({ stem, units: own }) => {
        const left = own.flatMap((unit) => numbers.get(unit) ?? []);
        return left.length === 0 ? [] : [{ stem, units: left }];
      }),
    ),
    units: kept.map((unit) => units[unit]!),
    pairs: (units.length * (units.length - 1)) / 2,
  };
}

function countsOf(words: readonly UnitWords[], size: number): number[] {
  const counts = new Array<number>(size).fill(0);
  for (const text of words)
    for (const unit of new Set(text.flatMap(({ units }) => units))) counts[unit]! += 1;
  return counts;
}

/** Tells a word that is said here from one that happens to be said here, too: most texts with it have it here. */
function ownUnits(
  texts: readonly ThemeText[],
  words: readonly UnitWords[],
  read: (text: string) => UnitWords,
  size: number,
): (unit: number) => boolean {
  const here = countsOf(words, size);
  const anywhere = countsOf(
    texts.map(({ whole }, index) => (whole === undefined ? words[index]! : read(whole))),
    size,
  );
  return (unit) => here[unit]! >= ownShare * anywhere[unit]!;
}

/** What each stem of the members carries: as much as the heaviest of its units. */
function stemWeights(
  members: readonly ThemeText[],
  reader: TermReader,
  read: (text: string) => UnitWords,
  circle: Circle,
): Map<string, number> {
  const carried = new Map(circle.weights);
  const weights = new Map<string, number>();
  for (const { text } of members) {
    for (const { stem, start, end } of reader.words(text)) {
      if (weights.has(stem)) continue;
      const own = read(text.slice(start, end)).flatMap(({ units }) => units);
      const weight = Math.max(0, ...own.map((unit) => carried.get(unit) ?? 0));
      if (weight >= lightest) weights.set(stem, weight);
    }
  }
  return weights;
}

/** How surely each circle's texts come together again when a fifth of all texts is left out, several times. */
function stabilitiesOf(
  circles: readonly Circle[],
  { words, units, pairs }: Chosen,
  fewest: number,
  seed: number,
): number[] {
  if (circles.length === 0) return [];
  const random = seededRandom(seed * 7_919);
  const turn = words.map(() => Math.floor(random() * leavings));
  const sums = circles.map(() => 0);
  for (let out = 0; out < leavings; out++) {
    const among = words.flatMap((_, index) => (turn[index] === out ? [] : [index]));
    const left = among.map((index) => words[index]!);
    const counts = countsOf(left, units.length);
    const associations = associationsOf(left, units, counts, pairs);
    const found = circlesOf(left, counts, associations, Math.max(2, Math.floor(fewest / 2))).map(
      ({ members }) => new Set(members.map((member) => among[member]!)),
    );
    circles.forEach(({ members }, number) => {
      const own = members.filter((index) => turn[index] !== out);
      const overlaps = found.map((set) => {
        const both = own.filter((index) => set.has(index)).length;
        return both / Math.max(1, own.length + set.size - both);
      });
      sums[number]! += Math.max(0, ...overlaps) / leavings;
    });
  }
  return sums;
}
