const prefixScale = 0.1;
const longestPrefix = 4;

/**
 * Jaro similarity of two strings: how many characters they have in common at nearly the same place, and how many of
 * those stand in another order.
 *
 * Characters are UTF-16 code units; normalise spelling and case before. Two empty strings are equal (1).
 *
 * @returns share in [0, 1]; 1 for equal strings, 0 where nothing is in common
 *
 * Source: Jaro (1989), JASA 84, 414–420.
 * @example jaroSimilarity('MARTHA', 'MARHTA') // 0.9444
 */
export function jaroSimilarity(a: string, b: string): number {
  if (a === b) return 1;
  if (a.length === 0 || b.length === 0) return 0;
  const reach = Math.max(0, Math.floor(Math.max(a.length, b.length) / 2) - 1);
  const takenB = new Uint8Array(b.length);
  const inA: number[] = [];
  for (let i = 0; i < a.length; i++) {
    const last = Math.min(b.length - 1, i + reach);
    for (let j = Math.max(0, i - reach); j <= last; j++) {
      if (takenB[j] || a.charCodeAt(i) !== b.charCodeAt(j)) continue;
      takenB[j] = 1;
      inA.push(a.charCodeAt(i));
      break;
    }
  }
  if (inA.length === 0) return 0;
  const common = inA.length;
  return (common / a.length + common / b.length + 1 - outOfOrder(inA, b, takenB) / common) / 3;
}

/** Half the number of common characters that stand in another order. */
function outOfOrder(inA: readonly number[], b: string, takenB: Uint8Array): number {
  let at = 0;
  let moved = 0;
  for (let j = 0; j < b.length; j++) {
    if (!takenB[j]) continue;
    if (b.charCodeAt(j) !== inA[at]) moved++;
    at++;
  }
  return moved / 2;
}

/**
 * Jaro–Winkler similarity: Jaro's, raised where the first up to four characters agree, since people seldom mistype the
 * beginning of a name. The prefix counts 0.1 a character, whatever the Jaro similarity is.
 *
 * @returns share in [0, 1]; 1 for equal strings
 *
 * Source: Winkler (1990), Proceedings of the Section on Survey Research Methods, ASA, 354–359.
 * @example jaroWinklerSimilarity('DIXON', 'DICKSONX') // 0.8133
 */
export function jaroWinklerSimilarity(a: string, b: string): number {
  const jaro = jaroSimilarity(a, b);
  const most = Math.min(longestPrefix, a.length, b.length);
  let prefix = 0;
  while (prefix < most && a.charCodeAt(prefix) === b.charCodeAt(prefix)) prefix++;
  return jaro + prefix * prefixScale * (1 - jaro);
}
