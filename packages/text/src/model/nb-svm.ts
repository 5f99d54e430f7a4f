/**
 * NB-SVM: a linear support vector machine on features scaled by how unevenly they fall on the two classes.
 *
 * Source: Wang and Manning (2012), "Baselines and Bigrams", ACL; the machine is solved by dual coordinate descent,
 * Hsieh et al. (2008), ICML. Deterministic: the order of visits comes from a fixed generator.
 */
import type { FeatureRows } from './feature-rows.ts';

export interface SvmSettings {
  /** Cost of an error; larger fits the training texts more closely. */
  readonly cost: number;
  /** Power of the naive Bayes log-count ratio: 0 is a plain SVM, 1 the full scaling. */
  readonly ratioPower: number;
  readonly rounds: number;
}

/** Weights per column of the rows, and the constant. */
export interface Separator {
  readonly weights: Float32Array;
  readonly bias: number;
}

/**
 * Separates rows with `positive[i] === 1` from the others.
 * @param importance of each row, > 0
 * @param scaled columns below this index are scaled by their ratio; dense columns behind it are left alone
 */
export function separate(
  rows: FeatureRows,
  positive: Uint8Array,
  importance: Float32Array,
  scaled: number,
  settings: SvmSettings,
): Separator {
  const ratios = ratiosOf(rows, positive, scaled, settings.ratioPower);
  const values = new Float32Array(rows.values.length);
  for (let i = 0; i < values.length; i++) {
    values[i] = (rows.values[i] as number) * (ratios[rows.columns[i] as number] as number);
  }
  const solved = descend({ ...rows, values }, positive, importance, settings);
  for (let i = 0; i < scaled; i++) solved.weights[i] = (solved.weights[i] as number) * (ratios[i] as number);
  return solved;
}

function ratiosOf(rows: FeatureRows, positive: Uint8Array, scaled: number, power: number): Float32Array {
  const withClass = new Float32Array(rows.width).fill(1);
  const without = new Float32Array(rows.width).fill(1);
  for (let row = 0; row < rows.count; row++) {
    const counts = positive[row] === 1 ? withClass : without;
    for (let i = rows.starts[row] as number; i < (rows.starts[row + 1] as number); i++) {
      const column = rows.columns[i] as number;
      counts[column] = (counts[column] as number) + 1;
    }
  }
  let sumWith = 0;
  let sumWithout = 0;
  for (let i = 0; i < scaled; i++) {
    sumWith += withClass[i] as number;
    sumWithout += without[i] as number;
  }
  const ratios = new Float32Array(rows.width).fill(1);
  for (let i = 0; i < scaled; i++) {
    const odds = (withClass[i] as number) / sumWith / ((without[i] as number) / sumWithout);
    ratios[i] = Math.abs(Math.log(odds)) ** power;
  }
  return ratios;
}

const tolerance = 0.05;

function descend(
  rows: FeatureRows,
  positive: Uint8Array,
  importance: Float32Array,
  { cost, rounds }: SvmSettings,
): { weights: Float32Array; bias: number } {
  const { starts, columns, values, count } = rows;
  const weights = new Float32Array(rows.width);
  const alphas = new Float32Array(count);
  const order = Int32Array.from({ length: count }, (_, i) => i);
  const squares = new Float32Array(count).fill(1);
  for (let row = 0; row < count; row++) {
    for (let i = starts[row] as number; i < (starts[row + 1] as number); i++) {
      squares[row] = (squares[row] as number) + (values[i] as number) ** 2;
    }
  }
  let bias = 0;
  let seed = 20_061;
  for (let round = 0; round < rounds; round++) {
    seed = shuffle(order, seed);
    let steepest = 0;
    for (const row of order) {
      const sign = positive[row] === 1 ? 1 : -1;
      const ridge = 0.5 / (cost * (importance[row] as number));
      const end = starts[row + 1] as number;
      let score = bias;
      for (let i = starts[row] as number; i < end; i++) {
        score += (weights[columns[i] as number] as number) * (values[i] as number);
      }
      const alpha = alphas[row] as number;
      const slope = score * sign - 1 + alpha * ridge;
      const projected = alpha === 0 ? Math.min(slope, 0) : slope;
      if (Math.abs(projected) < 1e-9) continue;
      steepest = Math.max(steepest, Math.abs(projected));
      const next = Math.max(alpha - slope / ((squares[row] as number) + ridge), 0);
      const step = (next - alpha) * sign;
      alphas[row] = next;
      for (let i = starts[row] as number; i < end; i++) {
        const column = columns[i] as number;
        weights[column] = (weights[column] as number) + step * (values[i] as number);
      }
      bias += step;
    }
    if (steepest < tolerance) break;
  }
  return { weights, bias };
}

/** Fisher–Yates with a linear congruential generator; gives back the generator's next state. */
function shuffle(order: Int32Array, seed: number): number {
  let state = seed;
  for (let i = order.length - 1; i > 0; i--) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    const j = state % (i + 1);
    const kept = order[i] as number;
    order[i] = order[j] as number;
    order[j] = kept;
  }
  return state;
}
