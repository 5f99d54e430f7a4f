// Texts as unit vectors of tf-idf weights over the terms that several of them share.

export interface SparseVector {
  readonly terms: Int32Array;
  readonly weights: Float64Array;
}
export interface WeightedDocuments {
  readonly vocabulary: readonly string[];
  readonly vectors: readonly SparseVector[];
}
const mostTerms = 4_000;
/** A pair of words says more than each of its words. */
const pairBonus = 1.3;

/**
 * @param documents the terms of each text, each once
 * @param fewest    a term counts when so many texts have it
 * @param mostShare and at most this share of them
 */
export function weighDocuments(
  documents: readonly (readonly string[])[],
  fewest: number,
  mostShare: number,
): WeightedDocuments {
  const counts = new Map<string, number>();
  for (const terms of documents) for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  const most = Math.max(fewest, mostShare * documents.length);
  const kept = [...counts]
    .filter(([, count]) => count >= fewest && count <= most)
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, mostTerms);
  const numbers = new Map(kept.map(([term], number) => [term, number]));
  const worth = kept.map(
    ([term, count]) => Math.log(1 + documents.length / count) * (term.includes(' ') ? pairBonus : 1),
  );
  const vectors = documents.map((terms) => {
    const known = terms.flatMap((term) => numbers.get(term) ?? []);
    const length = Math.sqrt(known.reduce((sum, term) => sum + worth[term]! ** 2, 0));
    return {
      terms: Int32Array.from(known),
      weights: Float64Array.from(known, (term) => worth[term]! / length),
    };
  });
  return { vocabulary: kept.map(([term]) => term), vectors };
}

/** Cosine of a unit vector with a dense one of unit length. */
export function closeness(vector: SparseVector, centre: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < vector.terms.length; i++) sum += vector.weights[i]! * centre[vector.terms[i]!]!;
  return sum;
}
