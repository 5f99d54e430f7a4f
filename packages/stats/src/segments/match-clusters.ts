import { requireWhole } from '../ranges.ts';

/**
 * Which cluster of today is which of last time: the one-to-one pairing that keeps the most members together, since
 * numbers of clusters mean nothing.
 *
 * @param before labels of the same customers last time, whole numbers from 0
 * @param now    labels now, same length
 * @returns for each label of now the label of before, or null where it has no partner
 * @throws RangeError when lengths differ or a label is not a whole number
 * Source: Kuhn (1955), "The Hungarian method", Naval Research Logistics Quarterly 2, 83–97 (with potentials).
 * @example matchClusters([0, 0, 1, 1], [1, 1, 0, 0]) // [1, 0]
 */
export function matchClusters(before: readonly number[], now: readonly number[]): (number | null)[] {
  requireWhole('labels now', now.length, before.length, before.length);
  const [rows, columns] = [now, before].map((labels) => {
    for (const label of labels) requireWhole('label', label, 0);
    return 1 + labels.reduce((most, label) => Math.max(most, label), -1);
  }) as [number, number];
  const size = Math.max(rows, columns);
  const together = Array.from({ length: size }, () => new Float64Array(size));
  now.forEach((label, i) => {
    together[label]![before[i]!]! += 1;
  });
  const partner = assign(together.map((row) => row.map((value) => -value)));
  return partner.slice(0, rows).map((column, row) => {
    return column < columns && together[row]![column]! > 0 ? column : null;
  });
}

/** The cheapest one-to-one assignment of rows to columns of a square matrix. */
function assign(cost: readonly Float64Array[]): number[] {
  const n = cost.length;
  const [forRow, forColumn] = [new Float64Array(n + 1), new Float64Array(n + 1)];
  const rowOf = new Int32Array(n + 1);
  for (let row = 1; row <= n; row++) {
    rowOf[0] = row;
    const least = new Float64Array(n + 1).fill(Infinity);
    const from = new Int32Array(n + 1);
    const done = new Uint8Array(n + 1);
    let column = 0;
    do {
      done[column] = 1;
      const here = rowOf[column]!;
      let [step, next] = [Infinity, 0];
      for (let j = 1; j <= n; j++) {
        if (done[j]) continue;
        const reduced = cost[here - 1]![j - 1]! - forRow[here]! - forColumn[j]!;
        if (reduced < least[j]!) [least[j], from[j]] = [reduced, column];
        if (least[j]! < step) [step, next] = [least[j]!, j];
      }
      for (let j = 0; j <= n; j++) {
        if (done[j]) {
          forRow[rowOf[j]!]! += step;
          forColumn[j]! -= step;
        } else least[j]! -= step;
      }
      column = next;
    } while (rowOf[column] !== 0);
    for (; column !== 0; column = from[column]!) rowOf[column] = rowOf[from[column]!]!;
  }
  const out = new Array<number>(n).fill(0);
  for (let j = 1; j <= n; j++) out[rowOf[j]! - 1] = j - 1;
  return out;
}
