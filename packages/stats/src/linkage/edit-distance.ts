/**
 * Optimal string alignment distance: the fewest single characters inserted, deleted, exchanged, or swapped with their
 * neighbour, that turn one string into the other; no part is edited twice.
 *
 * @returns whole number ≥ 0; characters are UTF-16 code units
 *
 * Source: Damerau (1964), Communications of the ACM 7, 171–176, in its restricted form.
 * @example editDistance('19640321', '19640312') // 1
 */
export function editDistance(a: string, b: string): number {
  const width = b.length + 1;
  let before = new Uint32Array(width);
  let above = Uint32Array.from({ length: width }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = new Uint32Array(width);
    row[0] = i;
    for (let j = 1; j < width; j++) {
      const same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1);
      let least = Math.min(above[j]! + 1, row[j - 1]! + 1, above[j - 1]! + (same ? 0 : 1));
      const swapped =
        i > 1 &&
        j > 1 &&
        a.charCodeAt(i - 1) === b.charCodeAt(j - 2) &&
        a.charCodeAt(i - 2) === b.charCodeAt(j - 1);
      if (swapped) least = Math.min(least, before[j - 2]! + 1);
      row[j] = least;
    }
    before = above;
    above = row;
  }
  return above[b.length]!;
}
