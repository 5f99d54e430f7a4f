/** Finds many words and phrases in a text at once; each word form is looked up once and then remembered. */
import type { Token } from './tokens.ts';

export interface Found<Payload> {
  readonly payload: Payload;
  /** Index of the first and of the last token of the match. */
  readonly first: number;
  readonly last: number;
}

interface Phrase<Payload> {
  readonly units: readonly number[];
  readonly payload: Payload;
}

const rememberedWords = 40_000;
const none: readonly number[] = [];

/**
 * An index of patterns: `word` (that form, or with `stem` any form of that stem), `begin*`, `*end`, `*middle*`, and
 * phrases of several such units in direct sequence.
 */
export class PatternIndex<Payload> {
  private readonly exact = new Map<string, number[]>();
  private readonly stems = new Map<string, number[]>();
  private readonly begins = new Map<string, number[]>();
  private readonly ends = new Map<string, number[]>();
  private readonly middles: [string, number][] = [];
  private readonly unitIds = new Map<string, number>();
  private readonly phrasesByUnit: Phrase<Payload>[][] = [];
  private readonly seen = new Map<string, readonly number[]>();
  private readonly stem: ((word: string) => string) | null;
  private longestBegin = 0;
  private longestEnd = 0;

  constructor(stem: ((word: string) => string) | null = null) {
    this.stem = stem;
  }

  add(pattern: string, payload: Payload): void {
    const units = pattern
      .toLowerCase()
      .split(/\s+/)
      .filter((unit) => unit.replaceAll('*', '') !== '')
      .map((unit) => this.unit(unit));
    const first = units[0];
    if (first === undefined) return;
    const phrases = this.phrasesByUnit[first] as Phrase<Payload>[];
    phrases.push({ units, payload });
  }

  /** Every match, by first token and then by pattern; matches may overlap. */
  find(tokens: readonly Token[]): Found<Payload>[] {
    const found: Found<Payload>[] = [];
    const unitsOfToken = tokens.map((token) => (token.kind === 'word' ? this.unitsOf(token.text) : none));
    for (let first = 0; first < tokens.length; first++) {
      for (const unit of unitsOfToken[first] as readonly number[]) {
        for (const phrase of this.phrasesByUnit[unit] as Phrase<Payload>[]) {
          const last = first + phrase.units.length - 1;
          if (matches(phrase.units, unitsOfToken, first))
            found.push({ payload: phrase.payload, first, last });
        }
      }
    }
    return found;
  }

  private unit(unit: string): number {
    const known = this.unitIds.get(unit);
    if (known !== undefined) return known;
    const id = this.phrasesByUnit.length;
    this.unitIds.set(unit, id);
    this.phrasesByUnit.push([]);
    this.register(unit, id);
    return id;
  }

  private register(unit: string, id: number): void {
    const body = unit.replaceAll('*', '');
    if (unit.startsWith('*') && unit.endsWith('*')) this.middles.push([body, id]);
    else if (unit.endsWith('*')) {
      push(this.begins, body, id);
      this.longestBegin = Math.max(this.longestBegin, body.length);
    } else if (unit.startsWith('*')) {
      push(this.ends, body, id);
      this.longestEnd = Math.max(this.longestEnd, body.length);
    } else {
      push(this.exact, body, id);
      if (this.stem !== null) push(this.stems, this.stem(body), id);
    }
  }

  private unitsOf(word: string): readonly number[] {
    const remembered = this.seen.get(word);
    if (remembered !== undefined) return remembered;
    const units = this.lookUp(word);
    if (this.seen.size >= rememberedWords) this.seen.clear();
    this.seen.set(word, units);
    return units;
  }

  private lookUp(word: string): readonly number[] {
    const ids = new Set<number>(this.exact.get(word) ?? none);
    if (this.stem !== null) for (const id of this.stems.get(this.stem(word)) ?? none) ids.add(id);
    for (let length = 1; length <= Math.min(word.length, this.longestBegin); length++) {
      for (const id of this.begins.get(word.slice(0, length)) ?? none) ids.add(id);
    }
    for (let length = 1; length <= Math.min(word.length, this.longestEnd); length++) {
      for (const id of this.ends.get(word.slice(-length)) ?? none) ids.add(id);
    }
    for (const [middle, id] of this.middles) if (word.includes(middle)) ids.add(id);
    return ids.size === 0 ? none : [...ids];
  }
}

function push(map: Map<string, number[]>, key: string, id: number): void {
  const ids = map.get(key);
  if (ids === undefined) map.set(key, [id]);
  else ids.push(id);
}

function matches(
  units: readonly number[],
  unitsOfToken: readonly (readonly number[])[],
  first: number,
): boolean {
  if (first + units.length > unitsOfToken.length) return false;
  for (let i = 1; i < units.length; i++) {
    if (!(unitsOfToken[first + i] as readonly number[]).includes(units[i] as number)) return false;
  }
  return true;
}

/**
 * Of overlapping matches keeps the longest (the earlier one when equally long), so that a phrase is not counted
 * again for its words.
 */
export function longestOnly<Payload>(found: readonly Found<Payload>[]): Found<Payload>[] {
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
