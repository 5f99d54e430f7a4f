/** Hashes of words, parts of words and word pairs to 32 bits: the model's features, from which no text can be read. */

/** Spreads the bits of a 32-bit number (finaliser by C. Wellons, "lowbias32"). */
export function mix(value: number): number {
  let hash = value;
  hash ^= hash >>> 16;
  hash = Math.imul(hash, 0x7feb352d);
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0x846ca68b);
  hash ^= hash >>> 16;
  return hash >>> 0;
}

/** FNV-1a of a part of a string, mixed; `kind` keeps features of different kinds apart. */
export function hashText(text: string, kind: number, from = 0, to = text.length): number {
  let hash = kind ^ 0x811c9dc5;
  for (let i = from; i < to; i++) {
    hash ^= text.charCodeAt(i);
    hash = Math.imul(hash, 0x01000193);
  }
  return mix(hash);
}

/** The hash of two hashed words in this order. */
export function hashPair(first: number, second: number, kind: number): number {
  return mix(Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b) ^ kind);
}
