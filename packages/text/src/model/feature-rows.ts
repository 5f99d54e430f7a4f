/** Hashed features of many texts as rows of a sparse matrix, and the vocabulary that the rows refer to. */

/** One text or term: hashed features, how much each counts, and a few dense values. */
export interface Example {
  readonly features: Uint32Array;
  readonly counts: Float32Array;
  readonly dense: readonly number[];
}

/** Counted features in flat arrays, of which many texts fit into memory. */
export function exampleOf(counted: ReadonlyMap<number, number>, dense: readonly number[]): Example {
  return { features: Uint32Array.from(counted.keys()), counts: Float32Array.from(counted.values()), dense };
}

/** `keys[i]` is a feature's hash, `weights[i]` what one occurrence weighs (inverse document frequency to a power). */
export interface Vocabulary {
  readonly keys: Uint32Array;
  readonly weights: Float32Array;
  readonly indexOf: ReadonlyMap<number, number>;
}

/** Compressed rows: row i holds entries `starts[i]` … `starts[i + 1] − 1`; each row has length 1 before its dense values. */
export interface FeatureRows {
  readonly count: number;
  readonly width: number;
  readonly starts: Int32Array;
  readonly columns: Int32Array;
  readonly values: Float32Array;
}

/**
 * The features that at least `leastTexts` examples share.
 * @param power of the inverse document frequency: 1 weighs rare features fully, 0 not at all
 */
export function vocabularyOf(examples: readonly Example[], leastTexts: number, power: number): Vocabulary {
  const counts = new Map<number, number>();
  for (const { features } of examples) {
    for (const feature of features) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  }
  const kept = [...counts].filter(([, count]) => count >= leastTexts).sort(([a], [b]) => a - b);
  const n = examples.length;
  return {
    keys: Uint32Array.from(kept, ([feature]) => feature),
    weights: Float32Array.from(kept, ([, count]) => (Math.log((1 + n) / (1 + count)) + 1) ** power),
    indexOf: new Map(kept.map(([feature], i) => [feature, i])),
  };
}

/** Rows over a vocabulary; dense values follow the vocabulary's columns, times `denseScale`. */
export function rowsOf(
  examples: readonly Example[],
  vocabulary: Vocabulary,
  denseScale: number,
): FeatureRows {
  const denseCount = examples[0]?.dense.length ?? 0;
  const most = examples.reduce((sum, example) => sum + example.features.length + denseCount, 0);
  const starts = new Int32Array(examples.length + 1);
  const columns = new Int32Array(most);
  const values = new Float32Array(most);
  let at = 0;
  examples.forEach((example, row) => {
    const first = at;
    let squares = 0;
    for (let i = 0; i < example.features.length; i++) {
      const column = vocabulary.indexOf.get(example.features[i] as number);
      if (column === undefined) continue;
      const count = example.counts[i] as number;
      const weight = vocabulary.weights[column] as number;
      columns[at] = column;
      values[at] = count * weight;
      squares += squareOf(count, weight);
      at += 1;
    }
    const length = Math.sqrt(squares) || 1;
    for (let i = first; i < at; i++) values[i] = (values[i] as number) / length;
    for (let i = 0; i < denseCount; i++) {
      columns[at] = vocabulary.keys.length + i;
      values[at] = denseScale * (example.dense[i] as number);
      at += 1;
    }
    starts[row + 1] = at;
  });
  const width = vocabulary.keys.length + denseCount;
  return {
    count: examples.length,
    width,
    starts,
    columns: columns.slice(0, at),
    values: values.slice(0, at),
  };
}

/**
 * What a feature adds to the squared length of its row. Repeats add singly, so that the length of a row is the sum
 * over its words and can be had for any stretch of a text without counting its features again.
 */
function squareOf(count: number, weight: number): number {
  return Math.abs(count) * weight * weight;
}
