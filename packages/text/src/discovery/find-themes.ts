import { seededRandom } from './seeded-random.ts';
import { sphericalKMeans } from './spherical-k-means.ts';
import { type TermReader, termReader } from './term-reader.ts';
import { namesOf } from './theme-name.ts';
import { centreOf, closeness, cosine, type SparseVector, weighDocuments } from './weighted-documents.ts';

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
  /** Stems and pairs of stems with their weight 0–1, heaviest first. */
  readonly terms: readonly { readonly term: string; readonly weight: number }[];
  /** Texts that belong to it, the most typical first. */
  readonly members: readonly string[];
  /** 0–1: how surely the same texts come together when half of all texts are left out. */
  readonly stability: number;
}

export interface ThemeOptions {
  /** Whole number; the same seed and texts give the same themes. Default 1. */
  readonly seed?: number;
  /** Smallest theme, in texts. Default 8. */
  readonly fewestTexts?: number;
  /** Most themes in all. Default 30. */
  readonly mostThemes?: number;
}

const near = 0.3;
const alikeCentres = 0.33;
const shareOfTexts = 0.5;
const halves = 4;
const starts = 4;
const stableFrom = 0.55;
const termsKept = 24;
const ownShare = 0.7;

/**
 * Finds what texts speak of without being told what to look for: tf-idf of stems and pairs, spherical k-means with
 * more groups than needed, groups of one mind joined, texts far from every centre left alone, and only groups that
 * come back when half of the texts are left out (the mean of the largest Jaccard overlaps).
 *
 * Source: stability after Hennig (2007), Computational Statistics & Data Analysis 52, 258–271.
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
  const documents = texts.map(({ text }) => reader.terms(text));
  const { vocabulary, vectors } = weighDocuments(documents, Math.max(3, Math.ceil(fewest / 3)), shareOfTexts);
  const size = vocabulary.length;
  if (size === 0) return [];
  const all = vectors.map((_, index) => index);
  const isOwn = ownWords(texts, documents, reader);
  const halved = halvesOf(vectors, size, fewest, seed);
  const attempts = Array.from({ length: starts }, (_, attempt) => {
    const groups = groupsOf(vectors, all, size, fewest, seededRandom(seed + attempt));
    return { groups, stabilities: stabilitiesOf(groups, halved) };
  });
  const { groups, stabilities } = attempts.reduce((best, one) => (worth(one) > worth(best) ? one : best));
  return groups.flatMap(({ members, centre }, number) => {
    const stability = stabilities[number]!;
    if (stability < stableFrom) return [];
    const order = [...members].sort(
      (a, b) => closeness(vectors[b]!, centre) - closeness(vectors[a]!, centre) || a - b,
    );
    const terms = heaviest(centre, vocabulary);
    const weights = new Map(
      terms.filter(({ term }) => !term.includes(' ')).map((one) => [one.term, one.weight]),
    );
    const phrases = namesOf(
      order.map((index) => texts[index]!.text),
      reader,
      weights,
      6,
    );
    const [name] = phrases;
    const carrier = terms.find(({ term }) => !term.includes(' '))?.term;
    if (name === undefined || carrier === undefined || !isOwn(carrier)) return [];
    return [{ language, name, phrases, terms, members: order.map((index) => texts[index]!.id), stability }];
  });
}

/** Tells a word that is said here from one that happens to be said here, too: most texts with it have it here. */
function ownWords(
  texts: readonly ThemeText[],
  documents: readonly (readonly string[])[],
  reader: TermReader,
): (stem: string) => boolean {
  const here = new Map<string, number>();
  const anywhere = new Map<string, number>();
  const count = (counts: Map<string, number>, stems: Iterable<string>) => {
    for (const stem of stems) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  };
  texts.forEach(({ whole }, index) => {
    count(here, documents[index]!);
    count(anywhere, whole === undefined ? documents[index]! : reader.terms(whole));
  });
  return (stem) => (here.get(stem) ?? 0) >= ownShare * (anywhere.get(stem) ?? 0);
}

interface Group {
  readonly members: number[];
  readonly centre: Float64Array;
}

/** Groups among the vectors with these numbers. */
function groupsOf(
  vectors: readonly SparseVector[],
  among: readonly number[],
  size: number,
  fewest: number,
  random: () => number,
): Group[] {
  const chosen = among.map((index) => vectors[index]!);
  const k = Math.max(2, Math.min(60, Math.ceil(chosen.length / fewest), size));
  let { centres } = sphericalKMeans(chosen, size, k, random);
  let groups: Group[] = [];
  // Joining moves centres, which moves members, which may bring centres together: two rounds settle it.
  for (let round = 0; round < 2; round++) {
    centres = joined(centres);
    groups = centres.map((centre) => ({ centre, members: [] }));
    for (const index of among) {
      let best = -1;
      let most = near;
      centres.forEach((centre, number) => {
        const value = closeness(vectors[index]!, centre);
        if (value >= most) [best, most] = [number, value];
      });
      if (best >= 0) groups[best]!.members.push(index);
    }
    groups = groups
      .filter(({ members }) => members.length >= fewest)
      .map(({ members }) => ({
        members,
        centre: centreOf(
          members.map((index) => vectors[index]!),
          size,
        ),
      }));
    centres = groups.map(({ centre }) => centre);
  }
  return groups;
}

/** Centres that point the same way become one, the nearest two first. */
function joined(centres: readonly Float64Array[]): Float64Array[] {
  const kept = [...centres];
  for (;;) {
    let most = alikeCentres;
    let pair: [number, number] | null = null;
    for (let a = 0; a < kept.length; a++) {
      for (let b = a + 1; b < kept.length; b++) {
        const value = cosine(kept[a]!, kept[b]!);
        if (value >= most) [most, pair] = [value, [a, b]];
      }
    }
    if (pair === null) return kept;
    const [a, b] = pair;
    const sum = kept[a]!.map((value, i) => value + kept[b]![i]!);
    const length = Math.sqrt(sum.reduce((total, value) => total + value * value, 0));
    kept[a] = sum.map((value) => value / length);
    kept.splice(b, 1);
  }
}

interface Half {
  readonly inside: ReadonlySet<number>;
  readonly groups: readonly ReadonlySet<number>[];
}

/** What is found when half of the texts are left out, several times. */
function halvesOf(vectors: readonly SparseVector[], size: number, fewest: number, seed: number): Half[] {
  return Array.from({ length: halves }, (_, half) => {
    const random = seededRandom(seed * 7_919 + half + 1);
    const among = vectors.flatMap((_, index) => (random() < 0.5 ? [index] : []));
    const found = groupsOf(vectors, among, size, Math.max(2, Math.ceil(fewest / 3)), random);
    return { inside: new Set(among), groups: found.map(({ members }) => new Set(members)) };
  });
}

function stabilitiesOf(groups: readonly Group[], halved: readonly Half[]): number[] {
  return groups.map(({ members }) => {
    const overlaps = halved.map(({ inside, groups: found }) => {
      const own = members.filter((index) => inside.has(index));
      const each = found.map((set) => {
        const both = own.filter((index) => set.has(index)).length;
        return both / Math.max(1, own.length + set.size - both);
      });
      return Math.max(0, ...each);
    });
    return overlaps.reduce((sum, overlap) => sum + overlap, 0) / halved.length;
  });
}

/** How many texts come together surely. */
const worth = ({ groups, stabilities }: { groups: readonly Group[]; stabilities: readonly number[] }) =>
  groups.reduce((sum, { members }, number) => {
    const stability = stabilities[number]!;
    return stability < stableFrom ? sum : sum + stability * members.length;
  }, 0);

function heaviest(centre: Float64Array, vocabulary: readonly string[]): Theme['terms'] {
  return [...centre]
    .map((weight, number) => ({ term: vocabulary[number]!, weight }))
    .filter(({ weight }) => weight > 0.05)
    .sort((a, b) => b.weight - a.weight || (a.term < b.term ? -1 : 1))
    .slice(0, termsKept);
}
