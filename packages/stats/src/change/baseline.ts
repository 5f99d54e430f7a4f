import { answersIn, type StreamKind, type StreamState } from './stream-state.ts';

/** What is usual for a stream, as known before a candidate day. */
export interface Baseline {
  mean: number;
  variance: number;
  /** answers that the mean is worth, after fading; 0 when nothing is known */
  n: number;
  /** share of each class (none for moments), and the days' mean offset that they carry */
  shares: Float64Array;
  offset: number;
}

/** Running sums of everything before a candidate day. */
export interface BaselineSums {
  tally: number[];
  offsetSum: number;
  squaredWeight: number;
}

/** Sums of the folded past and of the prior from siblings. */
export function startingSums(kind: StreamKind, state: StreamState, prior?: readonly number[]): BaselineSums {
  const { tally, offsetSum, squaredWeight } = state.past;
  if (!prior || !state.likeSiblings) return { tally: [...tally], offsetSum, squaredWeight };
  return {
    tally: tally.map((value, k) => value + prior[k]!),
    offsetSum,
    squaredWeight: squaredWeight + answersIn(kind, prior),
  };
}

/** Adds one window row [day, offset, …tally] to the sums. */
export function addRow(kind: StreamKind, sums: BaselineSums, row: readonly number[]): void {
  let n = 0;
  for (let k = 0; k < sums.tally.length; k++) {
    const value = row[k + 2]!;
    sums.tally[k]! += value;
    if (kind.kind === 'classes' || k === 0) n += value;
  }
  sums.offsetSum += n * row[1]!;
  sums.squaredWeight += n;
}

const NO_SHARES = new Float64Array(0);

/** What the sums say; one pseudo-answer, spread over the classes, keeps the variance above 0 when all are equal. */
export function baselineOf(kind: StreamKind, sums: BaselineSums): Baseline {
  return kind.kind === 'moments' ? ofMoments(sums) : ofClasses(kind.values, sums);
}

function ofMoments({ tally, offsetSum, squaredWeight }: BaselineSums): Baseline {
  const [n, sum, squares] = tally as [number, number, number];
  if (!(n > 1)) return { mean: 0, variance: 1, n: 0, shares: NO_SHARES, offset: 0 };
  const plain = sum / n;
  const variance = Math.max((squares - n * plain * plain) / (n - 1), 1e-12 * (1 + plain * plain));
  const offset = offsetSum / n;
  return { mean: plain - offset, variance, n: (n * n) / squaredWeight, shares: NO_SHARES, offset };
}

function ofClasses(values: readonly number[], { tally, offsetSum, squaredWeight }: BaselineSums): Baseline {
  let n = 0;
  for (const count of tally) n += count;
  const shares = Float64Array.from(tally, (count) => (count + 1 / values.length) / (n + 1));
  let plain = 0;
  let squares = 0;
  for (let k = 0; k < values.length; k++) {
    plain += shares[k]! * values[k]!;
    squares += shares[k]! * values[k]! * values[k]!;
  }
  const variance = Math.max(squares - plain * plain, 1e-12);
  if (!(n > 0)) return { mean: plain, variance, n: 0, shares, offset: 0 };
  const offset = offsetSum / n;
  return { mean: plain - offset, variance, n: (n * n) / squaredWeight, shares, offset };
}
