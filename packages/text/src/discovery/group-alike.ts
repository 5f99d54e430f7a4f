import { bitsApart, minHashes, piecesOf, sharedPieces, signatureLength, simHash } from './hashes.ts';
import { termReader } from './term-reader.ts';
import { closeness, type SparseVector, weighDocuments } from './weighted-documents.ts';

export interface TextToCompare {
  readonly id: string;
  readonly text: string;
  readonly language: string;
}
const bands = 32;
const rows = signatureLength / bands;
const mostInBucket = 200;
const repostBits = 3;
const repostShare = 0.7;
const sameWish = 0.5;

/**
 * Texts that are the same but for a word or a sign: SimHash within three bits, or 70 % of their pieces in common
 * (MinHash). Groups of two and more, each in the order given.
 */
export function groupReposts(texts: readonly TextToCompare[]): string[][] {
  const pieces = texts.map(({ text }) => piecesOf(text));
  const signatures = pieces.map(minHashes);
  const prints = pieces.map(simHash);
  const same = (a: number, b: number) =>
    bitsApart(prints[a]!, prints[b]!) <= repostBits ||
    sharedPieces(signatures[a]!, signatures[b]!) >= repostShare;
  return joinedGroups(texts.length, candidatePairs(signatures), same).map((group) =>
    group.map((index) => texts[index]!.id),
  );
}

/**
 * Texts that say the same in other words, within one language: tf-idf cosine of stems of at least 0.5 between all
 * texts of a group (complete link), so that a chain of half-alike texts makes no group.
 */
export function groupSameWish(texts: readonly TextToCompare[]): string[][] {
  const byLanguage = new Map<string, TextToCompare[]>();
  for (const text of texts) byLanguage.set(text.language, [...(byLanguage.get(text.language) ?? []), text]);
  return [...byLanguage].flatMap(([language, own]) => {
    const reader = termReader(language);
    const stems = own.map(({ text }) => [...new Set(reader.words(text).map(({ stem }) => stem))]);
    const { vectors, vocabulary } = weighDocuments(stems, 2, 0.5);
    const pairs = pairsBySharedTerm(vectors, vocabulary.length);
    return completeLink(own.length, pairs).map((group) => group.map((index) => own[index]!.id));
  });
}

/** Pairs that agree in all rows of a band of their signatures. */
function candidatePairs(signatures: readonly (Uint32Array | null)[]): [number, number][] {
  const pairs = new Map<string, [number, number]>();
  for (let band = 0; band < bands; band++) {
    const buckets = new Map<string, number[]>();
    signatures.forEach((signature, index) => {
      if (signature === null) return;
      const key = signature.subarray(band * rows, (band + 1) * rows).join();
      buckets.set(key, [...(buckets.get(key) ?? []), index]);
    });
    for (const bucket of buckets.values()) {
      for (let i = 1; i < Math.min(bucket.length, mostInBucket); i++) {
        // Beside its neighbour and the first is enough: joined groups grow over both.
        for (const other of new Set([bucket[0]!, bucket[i - 1]!])) {
          pairs.set(`${other}/${bucket[i]}`, [other, bucket[i]!]);
        }
      }
    }
  }
  return [...pairs.values()];
}

/** Groups that grow along pairs that are the same. */
function joinedGroups(
  count: number,
  pairs: readonly (readonly [number, number])[],
  same: (a: number, b: number) => boolean,
): number[][] {
  const parents = Array.from({ length: count }, (_, index) => index);
  const rootOf = (index: number): number => {
    let at = index;
    while (parents[at] !== at) {
      parents[at] = parents[parents[at]!]!;
      at = parents[at]!;
    }
    return at;
  };
  for (const [a, b] of pairs) {
    const [first, second] = [rootOf(a), rootOf(b)];
    if (first !== second && same(a, b)) parents[Math.max(first, second)] = Math.min(first, second);
  }
  const groups = new Map<number, number[]>();
  parents.forEach((_, index) => {
    const root = rootOf(index);
    groups.set(root, [...(groups.get(root) ?? []), index]);
  });
  return [...groups.values()].filter((group) => group.length > 1);
}

interface AlikePair {
  readonly a: number;
  readonly b: number;
  readonly value: number;
}

/** Alike pairs among texts that share a term; very common terms bring no pairs. */
function pairsBySharedTerm(vectors: readonly SparseVector[], size: number): AlikePair[] {
  const holders: number[][] = Array.from({ length: size }, () => []);
  vectors.forEach(({ terms }, index) => {
    for (const term of terms) holders[term]!.push(index);
  });
  const pairs: AlikePair[] = [];
  const seen = new Set<number>();
  const dense = new Float64Array(size);
  vectors.forEach((vector, a) => {
    seen.clear();
    vector.terms.forEach((term, i) => {
      dense[term] = vector.weights[i]!;
    });
    for (const term of vector.terms) {
      const others = holders[term]!;
      if (others.length > mostInBucket) continue;
      for (const b of others) {
        if (b <= a || seen.has(b)) continue;
        seen.add(b);
        const value = closeness(vectors[b]!, dense);
        if (value >= sameWish) pairs.push({ a, b, value });
      }
    }
    for (const term of vector.terms) dense[term] = 0;
  });
  return pairs.sort((x, y) => y.value - x.value || x.a - y.a || x.b - y.b);
}

/** Joins the most alike first, and only where every pair across the two groups is alike. */
function completeLink(count: number, pairs: readonly AlikePair[]): number[][] {
  const alike = new Set(pairs.map(({ a, b }) => a * count + b));
  const groups = new Map(Array.from({ length: count }, (_, index) => [index, [index]]));
  const groupOf = Array.from({ length: count }, (_, index) => index);
  const isAlike = (a: number, b: number) => alike.has(Math.min(a, b) * count + Math.max(a, b));
  for (const { a, b } of pairs) {
    const [first, second] = [groupOf[a]!, groupOf[b]!];
    if (first === second) continue;
    const [own, other] = [groups.get(first)!, groups.get(second)!];
    if (!own.every((one) => other.every((two) => isAlike(one, two)))) continue;
    own.push(...other);
    for (const index of other) groupOf[index] = first;
    groups.delete(second);
  }
  return [...groups.values()].filter((group) => group.length > 1).map((group) => group.sort((x, y) => x - y));
}
