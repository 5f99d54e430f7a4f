/**
 * How typical pieces of words are for each language. The figures are those of ELD (Nito T.M., Apache-2.0), cut to the
 * languages told apart here and kept in flat arrays, which take a hundredth of the memory.
 */
import { mix } from '../model/hashing.ts';
import table from './language-table.json' with { type: 'json' };

/** Codes in the order of the scores. */
export const gramLanguages: readonly string[] = table.languages;

/** The hash of the bytes `from` … `to − 1`. */
export function hashGram(bytes: ArrayLike<number>, from: number, to: number): number {
  let hash = 0x811c9dc5;
  for (let i = from; i < to; i++) {
    hash ^= bytes[i] as number;
    hash = Math.imul(hash, 0x01000193);
  }
  return mix(hash);
}

interface GramTable {
  readonly slots: Int32Array;
  readonly keys: Uint32Array;
  readonly starts: Uint32Array;
  readonly languages: Uint8Array;
  readonly scores: Uint8Array;
}

let opened: GramTable | null = null;

function open(): GramTable {
  if (opened !== null) return opened;
  const bytes = Uint8Array.from(atob(table.body), (character) => character.charCodeAt(0));
  const { grams, entries } = table;
  const keys = new Uint32Array(bytes.slice(0, 4 * grams).buffer);
  const starts = new Uint32Array(grams + 1);
  for (let i = 0; i < grams; i++) starts[i + 1] = (starts[i] as number) + (bytes[4 * grams + i] as number);
  const languages = bytes.slice(5 * grams, 5 * grams + entries);
  const scores = bytes.slice(5 * grams + entries);
  opened = { slots: slotsOf(keys), keys, starts, languages, scores };
  return opened;
}

const slotCount = 1 << 18;

function slotsOf(keys: Uint32Array): Int32Array {
  const slots = new Int32Array(slotCount);
  keys.forEach((key, i) => {
    let slot = key & (slotCount - 1);
    while (slots[slot] !== 0) slot = (slot + 1) & (slotCount - 1);
    slots[slot] = i + 1;
  });
  return slots;
}

/** Adds what one gram speaks for to the sums of the languages. */
export function addGram(sums: Float64Array, key: number): void {
  const { slots, keys, starts, languages, scores } = open();
  let slot = key & (slotCount - 1);
  for (let found = slots[slot] as number; found !== 0; found = slots[slot] as number) {
    if (keys[found - 1] === key) {
      for (let i = starts[found - 1] as number; i < (starts[found] as number); i++) {
        const language = languages[i] as number;
        sums[language] = (sums[language] as number) + (scores[i] as number);
      }
      return;
    }
    slot = (slot + 1) & (slotCount - 1);
  }
}
