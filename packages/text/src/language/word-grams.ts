/** The pieces of a word that ELD looks at: four bytes of its UTF-8, every third byte, with the word's borders marked. */
import { hashGram } from './gram-table.ts';

const space = 32;
const longestWord = 70;

/** Hashes of a word's pieces; letters only, so `p-plats` is two words. */
export function wordGrams(word: string): number[] {
  const grams: number[] = [];
  for (const part of word.split(/[^\p{L}\p{M}'’]+/u)) if (part !== '') addGrams(part, grams);
  return grams;
}

function addGrams(word: string, grams: number[]): void {
  const bytes = [space];
  for (const character of word) {
    if (bytes.length > longestWord) break;
    pushUtf8(bytes, character.codePointAt(0) as number);
  }
  const length = Math.min(bytes.length - 1, longestWord);
  let at = 0;
  for (; at + 4 < length; at += 3) grams.push(hashGram(bytes, at === 0 ? 0 : at + 1, at + 5));
  const last = [
    ...(at === 0 ? [space] : []),
    ...bytes.slice(1 + Math.max(0, length === 3 ? 0 : length - 4), 1 + length),
    space,
  ];
  grams.push(hashGram(last, 0, last.length));
}

function pushUtf8(bytes: number[], point: number): void {
  if (point < 0x80) bytes.push(point);
  else if (point < 0x800) bytes.push(0xc0 | (point >> 6), 0x80 | (point & 0x3f));
  else if (point < 0x10000)
    bytes.push(0xe0 | (point >> 12), 0x80 | ((point >> 6) & 0x3f), 0x80 | (point & 0x3f));
  else
    bytes.push(
      0xf0 | (point >> 18),
      0x80 | ((point >> 12) & 0x3f),
      0x80 | ((point >> 6) & 0x3f),
      0x80 | (point & 0x3f),
    );
}
