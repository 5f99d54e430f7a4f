/** Words under numbers: a spelling that was met before is known again by its letters in place, without a new string. */

/** A word as it is read. `id` stands for `text` for ever; another word never gets it. */
export interface Word {
  readonly id: number;
  /** Lower case; three or more equal letters in a row are cut to two. */
  readonly text: string;
}

interface Spelling {
  readonly raw: string;
  readonly word: Word;
}

/** With so many words known all are forgotten: a text that comes then meets its words under new numbers. */
export const mostWords = 1 << 15;
const slotCount = mostWords * 4;
/** Longer ones are hardly met twice. */
const longestKept = 40;
const elongated = /(\p{L})\1{2,}/gu;

let slots: (Spelling | undefined)[] = new Array(slotCount);
let spelled = 0;
let lastId = 0;
const words = new Map<string, Word>();
const plainMarks = 128;
const marks = new Array<Word | undefined>(plainMarks).fill(undefined);

/** To be called between texts only, so that within one text a word has one number. */
export function forgetWhenFull(): void {
  if (spelled < mostWords && words.size < mostWords) return;
  slots = new Array(slotCount);
  spelled = 0;
  words.clear();
  marks.fill(undefined);
}

/** The word spelled in `text` from `start` to `end`. */
export function wordSpelled(text: string, start: number, end: number): Word {
  let hash = 0x811c9dc5;
  for (let i = start; i < end; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  let slot = (hash ^ (hash >>> 15)) & (slotCount - 1);
  for (let known = slots[slot]; known !== undefined; known = slots[slot]) {
    if (isSpelled(known.raw, text, start, end)) return known.word;
    slot = (slot + 1) & (slotCount - 1);
  }
  const raw = text.slice(start, end);
  const word = wordOf(readAs(raw));
  if (raw.length <= longestKept && spelled < 2 * mostWords) {
    slots[slot] = { raw: raw === word.text ? word.text : raw, word };
    spelled += 1;
  }
  return word;
}

/** What is no word, such as a mark, as it stands. */
export function wordOf(text: string): Word {
  const known = words.get(text);
  if (known !== undefined) return known;
  lastId += 1;
  const word = { id: lastId, text };
  words.set(text, word);
  return word;
}

/** A mark of one code unit. */
export function markOf(code: number): Word {
  const known = marks[code];
  if (known !== undefined) return known;
  const word = wordOf(String.fromCharCode(code));
  if (code < plainMarks) marks[code] = word;
  return word;
}

function isSpelled(raw: string, text: string, start: number, end: number): boolean {
  if (raw.length !== end - start) return false;
  for (let i = 0; i < raw.length; i++) if (raw.charCodeAt(i) !== text.charCodeAt(start + i)) return false;
  return true;
}

const longestWord = 80;
/** What keyboards, phones and word processors write for an apostrophe inside a word. */
export const apostrophes = "'\u2019\u2018\u02bc\u2032\u00b4`\uff07";
const otherApostrophe = new RegExp(`[${apostrophes.slice(1)}]`, 'g');

/**
 * A word as it is compared: lower case, letters composed, one kind of apostrophe and hyphen ("isn’t" is "isn't"), three or
 * more equal letters in a row cut to two.
 */
export function readAs(raw: string): string {
  const word = sameSpelling(raw.slice(0, longestWord));
  return hasTriple(word) ? word.replace(elongated, '$1$1') : word;
}

/** Lower case, letters composed, one kind of apostrophe and hyphen: so are two spellings of the same words compared. */
export function sameSpelling(text: string): string {
  const composed = text.toLowerCase().normalize('NFC');
  return composed.replace(otherApostrophe, "'").replaceAll('\u2011', '-');
}

/** How words of that one spelling may stand in texts: itself, then with each apostrophe, hyphen and letters of two parts. */
export function spellingsOf(words: string): string[] {
  const typed = [...apostrophes].map((apostrophe) => words.replaceAll("'", apostrophe));
  const all = typed.flatMap((one) => [one, one.replaceAll('-', '\u2011')]);
  return [...new Set([...all, ...all.map((one) => one.normalize('NFD'))])];
}

function hasTriple(word: string): boolean {
  for (let i = 2; i < word.length; i++) {
    const code = word.charCodeAt(i);
    if (code === word.charCodeAt(i - 1) && code === word.charCodeAt(i - 2)) return true;
  }
  return false;
}
