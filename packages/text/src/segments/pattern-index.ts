/** Finds many words and phrases in a text at once; each word form is looked up once and then remembered. */
import { backwards, branch, gather, plant } from './letter-tree.ts';
import { followEachOther } from './places.ts';
import { readAs } from './spellings.ts';
import { type Stem, unaccented } from './stems.ts';
import type { Token } from './tokens.ts';
import { WordMemory } from './word-memory.ts';

export interface Found<Payload> {
  readonly payload: Payload;
  /** Index of the first and of the last token of the match. */
  readonly first: number;
  readonly last: number;
}

interface Phrase<Payload> {
  readonly units: readonly number[];
  /** The second of its units; −1 where it has one only. Most phrases end there, without a look at all units. */
  readonly second: number;
  readonly payload: Payload;
}

const none: readonly number[] = [];

/**
 * An index of patterns: `word` (that form, or with `stem` any form of that stem), `begin*`, `*end`, `*middle*`, and
 * phrases of several such units in direct sequence.
 */
export class PatternIndex<Payload> {
  private readonly exact = new Map<string, number[]>();
  private readonly stems = new Map<string, number[]>();
  private readonly begins = branch();
  private readonly ends = branch();
  private readonly middles: [string, number][] = [];
  private readonly unitIds = new Map<string, number>();
  private readonly phrasesByUnit: Phrase<Payload>[][] = [];
  private readonly seen = new WordMemory<readonly number[]>();
  /** Stems without accents, where a word begins with its stem: then most words are known to have none of them. */
  private readonly stemBegins = branch();
  private readonly stem: Stem | null;

  constructor(stem: Stem | null = null) {
    this.stem = stem;
  }

  /** @param forms whether a word stands for all forms of its stem, or for itself alone */
  add(pattern: string, payload: Payload, forms: 'all' | 'itself' = 'all'): void {
    const units = pattern
      .split(/\s+/)
      .map(readAs)
      .filter((unit) => unit.replaceAll('*', '') !== '')
      .map((unit) => this.unit(unit, forms === 'all' && this.stem !== null));
    const first = units[0];
    if (first === undefined) return;
    const phrases = this.phrasesByUnit[first] as Phrase<Payload>[];
    phrases.push({ units, second: units[1] ?? -1, payload });
  }

  /** Every match, by first token and then by pattern; matches may overlap. */
  find(tokens: readonly Token[]): Found<Payload>[] {
    const found: Found<Payload>[] = [];
    const unitsOfToken = new Array<readonly number[]>(tokens.length);
    for (let i = 0; i < tokens.length; i++) {
      const token = tokens[i] as Token;
      unitsOfToken[i] = token.kind === 'word' ? this.unitsOf(token) : none;
    }
    for (let first = 0; first < tokens.length; first++) {
      const units = unitsOfToken[first] as readonly number[];
      for (let i = 0; i < units.length; i++) this.phrasesFrom(units[i] as number, unitsOfToken, first, found);
    }
    return found;
  }

  private phrasesFrom(
    unit: number,
    unitsOfToken: readonly (readonly number[])[],
    first: number,
    found: Found<Payload>[],
  ): void {
    const phrases = this.phrasesByUnit[unit] as Phrase<Payload>[];
    const next = unitsOfToken[first + 1] ?? none;
    for (let i = 0; i < phrases.length; i++) {
      const phrase = phrases[i] as Phrase<Payload>;
      const { second, payload } = phrase;
      if (second < 0) found.push({ payload, first, last: first });
      else if (next.length > 0 && next.includes(second) && matches(phrase.units, unitsOfToken, first))
        found.push({ payload, first, last: first + phrase.units.length - 1 });
    }
  }

  private unit(unit: string, stemmed: boolean): number {
    const name = stemmed ? unit : `=${unit}`;
    const known = this.unitIds.get(name);
    if (known !== undefined) return known;
    const id = this.phrasesByUnit.length;
    this.unitIds.set(name, id);
    this.phrasesByUnit.push([]);
    this.register(unit, id, stemmed);
    return id;
  }

  private register(unit: string, id: number, stemmed: boolean): void {
    const body = unit.replaceAll('*', '');
    if (unit.startsWith('*') && unit.endsWith('*')) this.middles.push([body, id]);
    else if (unit.endsWith('*')) plant(this.begins, body, id);
    else if (unit.startsWith('*')) plant(this.ends, backwards(body), id);
    else {
      push(this.exact, body, id);
      if (stemmed && this.stem !== null) this.registerStem(this.stem(body), id);
    }
  }

  private registerStem(stem: string, id: number): void {
    push(this.stems, stem, id);
    if (this.stem?.cuts === true) plant(this.stemBegins, unaccented(stem), id);
  }

  private unitsOf({ id, text }: Token): readonly number[] {
    const remembered = this.seen.get(id);
    if (remembered !== undefined) return remembered;
    const units = this.lookUp(text);
    this.seen.set(id, units);
    return units;
  }

  private lookUp(word: string): readonly number[] {
    const ids = new Set<number>(this.exact.get(word) ?? none);
    if (this.stem !== null && this.mayHaveStem(word))
      for (const id of this.stems.get(this.stem(word)) ?? none) ids.add(id);
    gather(this.begins, word, 0, 1, ids);
    gather(this.ends, word, word.length - 1, -1, ids);
    for (const [middle, id] of this.middles) if (word.includes(middle)) ids.add(id);
    return ids.size === 0 ? none : [...ids];
  }

  /** False where a word surely has none of the stems: to make its stem takes longer than all else. */
  private mayHaveStem(word: string): boolean {
    if (this.stem?.cuts !== true) return this.stems.size > 0;
    const begun = new Set<number>();
    gather(this.stemBegins, unaccented(word), 0, 1, begun);
    return begun.size > 0;
  }
}

function push(map: Map<string, number[]>, key: string, id: number): void {
  const ids = map.get(key);
  if (ids === undefined) map.set(key, [id]);
  else ids.push(id);
}

/** Whether a phrase goes on as the text does, once its first two units do. */
function matches(
  units: readonly number[],
  unitsOfToken: readonly (readonly number[])[],
  first: number,
): boolean {
  if (first + units.length > unitsOfToken.length) return false;
  for (let i = 2; i < units.length; i++) {
    if (!(unitsOfToken[first + i] as readonly number[]).includes(units[i] as number)) return false;
  }
  return true;
}

/**
 * Of overlapping matches keeps the longest (the earlier one when equally long), so that a phrase is not counted
 * again for its words.
 */
export function longestOnly<Payload>(found: readonly Found<Payload>[]): Found<Payload>[] {
  if (followEachOther(found)) return [...found];
  const byLength = [...found].sort((a, b) => b.last - b.first - (a.last - a.first) || a.first - b.first);
  const taken = new Set<number>();
  const kept: Found<Payload>[] = [];
  for (const match of byLength) {
    let free = true;
    for (let i = match.first; i <= match.last && free; i++) free = !taken.has(i);
    if (!free) continue;
    for (let i = match.first; i <= match.last; i++) taken.add(i);
    kept.push(match);
  }
  return kept.sort((a, b) => a.first - b.first);
}
