// Promise: who reads only to analyse sees the same customer under the same name every time, and can say of nobody who it is:
// what stands in a row's place is a keyed hash, and what could name somebody in a text is dotted out, length for length, so
// that the places of mentions in it still hold.
import { createHmac, randomBytes } from 'node:crypto';

let key = randomBytes(32);

/** The installation's key for pseudonyms; the same after every start. */
export function keyPseudonyms(installationKey: Buffer): void {
  key = Buffer.from(installationKey);
}

const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Ten letters of Crockford's base 32 (50 bits), such as `K7Q2M-4X9DA`. */
export function pseudonym(workspaceId: string, value: string): string {
  const hash = createHmac('sha256', key).update(`${workspaceId}\n${value}`).digest();
  const word = [...hash.subarray(0, 10)].map((byte) => letters[byte % 32]).join('');
  return `${word.slice(0, 5)}-${word.slice(5)}`;
}

const telling = [
  // addresses and handles
  /(?:https?:\/\/|www\.)\S+/gu,
  /@[\p{L}\p{N}_.-]{2,}/gu,
  // numbers that could be a customer's, an order's or a phone's
  /\d(?:[\s./-]?\d){2,}/gu,
  // two or more words with capitals in the middle of a sentence
  /(?<=[\p{Ll}\p{N},]\s)\p{Lu}[\p{L}'’-]+(?:\s\p{Lu}[\p{L}'’-]+)+/gu,
  // who signs, after a greeting
  /(?<=(?:^|\n|[.!?,]\s)(?:[Mm]vh|MVH|[Hh]älsningar|[Vv]änligen|[Hh]ilsen|[Hh]ilsner|[Tt]erveisin|[Rr]egards|[Ss]incerely|[Gg]rüße|[Gg]ruß|[Cc]ordialement)[\s,:]{1,4})\p{Lu}[^\n]*/gu,
];

/** A text in which what might tell the writer is dotted out; as long as before. */
export const dottedText = (text: string): string =>
  telling.reduce((kept, pattern) => kept.replace(pattern, (found) => found.replace(/[^\s]/gu, dots)), text);

/** As many UTF-16 units as there were. */
const dots = (letter: string): string => '•'.repeat(letter.length);
