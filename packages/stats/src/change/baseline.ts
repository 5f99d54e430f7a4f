import { answersIn, type StreamKind, type StreamState } from './stream-state.ts';

/** What is usual for a stream, as known before a candidate day. */
export interface Baseline {
  mean: number;
  variance: number;
  /** answers that the mean is worth, after fading; 0 when nothing is known */
  n: number;
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

/** One pseudo-answer, spread over the classes, keeps the variance above 0 when all answers so far are equal. */
export function baselineOf(kind: StreamKind, sums: BaselineSums): Baseline {
  const { tally, offsetSum, squaredWeight } = sums;
  if (kind.kind === 'moments') {
    const [n, sum, squares] = tally as [number, number, number];
    if (!(n > 1)) return { mean: 0, variance: 1, n: 0 };
    const plain = sum / n;
    const variance = Math.max((squares - n * plain * plain) / (n - 1), 1e-12 * (1 + plain * plain));
    return { mean: plain - offsetSum / n, variance, n: (n * n) / squaredWeight };
  }
  const { values } = kind;
  let n = 0;
  let sum = 0;
  let steadySum = 0;
  let steadySquares = 0;
  for (let k = 0; k < values.length; k++) {
    const count = tally[k]!;
    const steady = count + 1 / values.length;
    n += count;
    sum += count * values[k]!;
    steadySum += steady * values[k]!;
    steadySquares += steady * values[k]! * values[k]!;
  }
  const steadyMean = steadySum / (n + 1);
  const variance = steadySquares / (n + 1) - steadyMean * steadyMean;
  if (!(n > 0)) return { mean: 0, variance, n: 0 };
  return { mean: (sum - offsetSum) / n, variance, n: (n * n) / squaredWeight };
}
