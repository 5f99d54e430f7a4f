/**
 * Names of persons where they are sure: after a greeting or a sign-off, where somebody says who they are, after a
 * title, and a usual first name with a usual last name. A first name alone in running prose stays.
 */

import type { Found } from './found.ts';
import { type Cue, cuesIn } from './name-cues.ts';
import { isFirstName, isLastName } from './name-lists.ts';

const gap = { signsOff: /[\s,;:.!*_/-]{1,8}/y, isCalled: /[\s:]{1,3}/y, title: / /y } as const;
const oneSpace = /[ ,]{1,2}/y;
const aWord = /\p{L}[\p{L}\p{M}'’-]*\.?/uy;
const capital = /^\p{Lu}/u;
const shouted = /^\p{Lu}{2}/u;
const ends = /^[)\]"”]?\s*(?:$|[\n\r,;:.!?(/|+\d•–-]|\S+@)/u;
const runs = /(?<![\p{L}\p{N}'’-])\p{Lu}[\p{L}\p{M}'’-]*(?: \p{Lu}[\p{L}\p{M}'’-]*\.?)+/gu;
/** What stands under a letter and is no person, and brands that begin like a title. */
const nobody =
  /^(?:en|ett|den|det|the|a|an|kund\p{L}*|kunde\p{L}*|asiakas|customer\p{L}*|client|besvik\p{L}*|missnöjd|nöjd|utilfreds|skuffet|skuffad|team\p{L}*|butik\p{L}*|support|service|info|medlem|ex-?\p{L}*|fd|f|från|fra|from|tack|tak|takk|thanks|kiitos|danke|martens|oetker|pepper|muscle|bean|proper)$/iu;
const mostWords = 4;
const mostInARun = 20;

interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Names of a text; each first name with the last name that follows it is one. */
export function namesIn(text: string): Found[] {
  const found: Found[] = [];
  for (const { kind, text: said, start } of cuesIn(text)) {
    if (kind === 'title' && shouted.test(said)) continue;
    const name = nameAfter(kind, text, start + said.length);
    if (name !== null) found.push(name);
  }
  for (const run of text.matchAll(runs)) found.push(...fullNamesIn(wordsFrom(text, run.index, mostInARun)));
  return found;
}

function nameAfter(kind: Cue, text: string, after: number): Found | null {
  const between = kind === 'signsOff' || kind === 'isCalled' || kind === 'title' ? gap[kind] : oneSpace;
  between.lastIndex = after;
  const space = between.exec(text);
  if (space === null) return null;
  const words = wordsFrom(text, after + space[0].length, mostWords);
  const called = words.slice(0, calledWords(kind, words, text));
  const last = called[called.length - 1];
  return last === undefined ? null : spanOf(called[0] as Word, last, text);
}

/** How many of the words are a name, by what came before them. */
function calledWords(kind: Cue, words: readonly Word[], text: string): number {
  const [first, second] = words;
  if (first === undefined || nobody.test(bare(first))) return 0;
  const capitals = words.findIndex((word) => !capital.test(word.text) || nobody.test(bare(word)));
  const inARow = capitals < 0 ? words.length : capitals;
  const known = isFirstName(bare(first));
  switch (kind) {
    case 'signsOff':
      if (inARow > 0) return known || (!shout(first) && endsAfter(words, inARow, text)) ? inARow : 0;
      return known ? 1 + Number(words.length === 2 && endsAfter(words, 2, text)) : 0;
    case 'isCalled':
      if (inARow > 0) return known || !shout(first) ? inARow : 0;
      return known ? 1 + Number(isLast(second)) : 0;
    case 'title':
      return inARow > 0 && !shout(first) ? inARow : 0;
    case 'isPerson':
      return known && inARow > 1 ? 2 : 0;
    case 'greets':
      return known && inARow > 0 ? 1 + Number(inARow > 1 && isLast(second)) : 0;
  }
}

/** Usual first names (one, two or with an initial) with a usual last name among words with capitals. */
function fullNamesIn(words: readonly Word[]): Found[] {
  const found: Found[] = [];
  for (let index = 0; index < words.length; index += 1) {
    const first = words[index] as Word;
    if (!capital.test(first.text) || !isFirstName(bare(first))) continue;
    for (let at = index + 1; at < words.length && at <= index + 3; at += 1) {
      const next = words[at] as Word;
      if (!capital.test(next.text)) break;
      if (isLast(next)) {
        found.push({ kind: 'name', start: first.start, end: next.start + bare(next).length });
        index = at;
        break;
      }
      if (!isFirstName(bare(next)) && bare(next).length > 1) break;
    }
  }
  return found;
}

/** Words that stand one behind the other, a space between. */
function wordsFrom(text: string, from: number, most: number): Word[] {
  const words: Word[] = [];
  let at = from;
  while (words.length < most) {
    aWord.lastIndex = at;
    const word = aWord.exec(text)?.[0];
    if (word === undefined) break;
    const isInitial = word.endsWith('.') && word.length === 2;
    const end = at + (word.endsWith('.') && !isInitial ? word.length - 1 : word.length);
    if ('@'.includes(text[end] ?? ' ') || /^[.+_]\S*@/.test(text.slice(end, end + 64))) break;
    words.push({ text: text.slice(at, end), start: at, end });
    if (text[end] !== ' ') break;
    at = end + 1;
  }
  return words;
}

const bare = ({ text }: Word): string => text.replace(/\.$/, '');
const isLast = (word: Word | undefined): boolean => word !== undefined && isLastName(bare(word));
const shout = ({ text }: Word): boolean => shouted.test(text);

function endsAfter(words: readonly Word[], count: number, text: string): boolean {
  const last = words[count - 1];
  return last !== undefined && ends.test(text.slice(last.end, last.end + 80));
}

function spanOf(first: Word, last: Word, text: string): Found {
  const end = last.text.endsWith('.') && text[last.end] === undefined ? last.end - 1 : last.end;
  return { kind: 'name', start: first.start, end };
}
