/** What of a word the models see: the word itself and its character n-grams of 3 – 5, as hashes. */
import type { Token } from '../segments/tokens.ts';
import { hashText, mix } from './hashing.ts';

const wordKind = 17;
const partKind = 53;
export const pairKind = 29;
export const gapKind = 43;
const shortestPart = 3;
const longestPart = 5;
const longestWord = 30;

/** Stand for the beginning and the end of a text in word pairs. */
export const textStart = mix(1);
export const textEnd = mix(2);

/** A token as the models read it: digits count by how many groups, not by their value. */
export function modelWord(token: Token): string {
  return /\d/.test(token.text) ? token.text.replace(/\d+/g, '0') : token.text;
}

export function hashWord(word: string): number {
  return hashText(word, wordKind);
}

/** First the hash of the word, then those of its parts; the word's borders belong to the parts. */
export function wordFeatures(word: string): number[] {
  const features = [hashWord(word)];
  const bordered = ` ${word.slice(0, longestWord)} `;
  for (let length = shortestPart; length <= longestPart; length++) {
    for (let at = 0; at + length <= bordered.length; at++) {
      features.push(hashText(bordered, partKind, at, at + length));
    }
  }
  return features;
}
