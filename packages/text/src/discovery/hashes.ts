// Fingerprints of texts: 64-bit SimHash for reposts, 128 minima of hashes for the share of pieces in common.

/** 32-bit FNV-1a with a final mix. */
export function hash32(text: string, seed = 0): number {
  let hash = (0x811c9dc5 ^ seed) >>> 0;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193) >>> 0;
  return mixed(hash);
}

function mixed(value: number): number {
  let hash = value;
  hash = Math.imul(hash ^ (hash >>> 16), 0x7feb352d);
  hash = Math.imul(hash ^ (hash >>> 15), 0x846ca68b);
  return (hash ^ (hash >>> 16)) >>> 0;
}

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Pieces of `length` characters of a text, without regard to case and marks; the text itself when it is shorter. */
export function piecesOf(text: string, length = 5): Set<string> {
  const written = plain(text);
  if (written.length <= length) return new Set(written === '' ? [] : [written]);
  return new Set(Array.from({ length: written.length - length + 1 }, (_, i) => written.slice(i, i + length)));
}

export const signatureLength = 128;

/**
 * The least hash of all pieces under each of 128 functions: two signatures agree in the share of pieces that the
 * texts have in common (Jaccard), with a standard deviation of √(J(1−J)/128). Null where there are no pieces.
 * Source: Broder (1997), "On the resemblance and containment of documents".
 */
export function minHashes(pieces: Iterable<string>): Uint32Array | null {
  const least = new Uint32Array(signatureLength).fill(0xffffffff);
  let any = false;
  for (const piece of pieces) {
    any = true;
    const first = hash32(piece);
    const second = hash32(piece, 0x9e3779b9) | 1;
    for (let i = 0; i < signatureLength; i++) {
      const value = mixed((first + Math.imul(i, second)) >>> 0);
      if (value < least[i]!) least[i] = value;
    }
  }
  return any ? least : null;
}

/** Estimated share of pieces in common, 0–1. */
export function sharedPieces(a: Uint32Array, b: Uint32Array): number {
  let same = 0;
  for (let i = 0; i < signatureLength; i++) if (a[i] === b[i]) same += 1;
  return same / signatureLength;
}

/**
 * 64-bit SimHash as two halves: texts that differ by a word or two differ in few bits; 3 or fewer is a repost.
 * Source: Charikar (2002), "Similarity estimation techniques from rounding algorithms".
 */
export function simHash(pieces: Iterable<string>): readonly [number, number] {
  const votes = new Int32Array(64);
  for (const piece of pieces) {
    const halves = [hash32(piece), hash32(piece, 0x9e3779b9)];
    for (let bit = 0; bit < 64; bit++) votes[bit]! += (halves[bit >> 5]! >>> (bit & 31)) & 1 ? 1 : -1;
  }
  const half = (from: number) => {
    let bits = 0;
    for (let bit = 0; bit < 32; bit++) if (votes[from + bit]! > 0) bits |= 1 << bit;
    return bits >>> 0;
  };
  return [half(0), half(32)];
}

/** In how many of the 64 bits two fingerprints differ. */
export function bitsApart(a: readonly [number, number], b: readonly [number, number]): number {
  return ones(a[0] ^ b[0]) + ones(a[1] ^ b[1]);
}

function ones(value: number): number {
  let left = value >>> 0;
  let count = 0;
  for (; left !== 0; count++) left &= left - 1;
  return count;
}
