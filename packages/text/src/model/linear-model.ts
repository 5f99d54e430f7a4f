/** A trained linear model in the form in which it scores: hashed features to small integers, looked up directly. */
import type { Calibration } from './calibration.ts';

export type Choice = 'one' | 'at_least_one' | 'any';

/**
 * `keys` are hashes in ascending order. The score of class k is
 * `bias_k + (Σ count · idf · weight_k) / √(Σ |count| · idf²) + Σ dense_i · denseWeight_ik`.
 */
export interface LinearModel {
  readonly classes: readonly string[];
  readonly keys: Uint32Array;
  /** Inverse document frequency of each key, in steps of `idfStep`. */
  readonly idf: Uint8Array;
  readonly idfStep: number;
  /** Class by class: weight of key i for class k at `k · keys.length + i`, in steps of `weightSteps[k]`. */
  readonly weights: Int8Array;
  readonly weightSteps: Float32Array;
  readonly bias: Float32Array;
  /** Class by class, `denseCount` each. */
  readonly denseWeights: Float32Array;
  readonly denseCount: number;
  readonly calibration: Calibration;
  /** Per class, the score above which it is given (for models where several classes may hold). */
  readonly thresholds: Float32Array;
  /** Whether a text gets exactly one class, one at least, or any number. */
  readonly choice: Choice;
  /** 0 … 1: how far it stands alone; the rest comes from the next model of the same name. */
  readonly trust: number;
}

/**
 * Looks features up and sums what they say. `add` for each feature, then `scores`; one accumulator may be reused
 * after `clear`.
 */
export class LinearScorer {
  readonly model: LinearModel;
  private readonly slots: Int32Array;
  private readonly mask: number;

  constructor(model: LinearModel) {
    this.model = model;
    let size = 16;
    while (size < model.keys.length * 2) size *= 2;
    this.slots = new Int32Array(size);
    this.mask = size - 1;
    model.keys.forEach((key, i) => {
      let slot = key & this.mask;
      while (this.slots[slot] !== 0) slot = (slot + 1) & this.mask;
      this.slots[slot] = i + 1;
    });
  }

  get classCount(): number {
    return this.model.classes.length;
  }

  /** An empty sum: one place per class, then the squared length. */
  emptySum(): Float64Array {
    return new Float64Array(this.classCount + 1);
  }

  /** Adds one feature `count` times to a sum. */
  add(sum: Float64Array, feature: number, count = 1): void {
    let slot = feature & this.mask;
    const { keys, idf, idfStep, weights, weightSteps } = this.model;
    for (let found = this.slots[slot] as number; found !== 0; found = this.slots[slot] as number) {
      const i = found - 1;
      if (keys[i] === feature) {
        const weight = (idf[i] as number) * idfStep;
        const k = this.classCount;
        for (let c = 0; c < k; c++) {
          const step = weightSteps[c] as number;
          sum[c] = (sum[c] as number) + count * weight * step * (weights[c * keys.length + i] as number);
        }
        sum[k] = (sum[k] as number) + Math.abs(count) * weight * weight;
        return;
      }
      slot = (slot + 1) & this.mask;
    }
  }

  /** The score of each class from a sum and the dense values. */
  scores(sum: Float64Array, dense: readonly number[]): number[] {
    const { bias, denseWeights, denseCount } = this.model;
    const length = Math.sqrt(sum[this.classCount] as number) || 1;
    const scores: number[] = [];
    for (let c = 0; c < this.classCount; c++) {
      let score = (bias[c] as number) + (sum[c] as number) / length;
      for (let i = 0; i < denseCount; i++)
        score += (dense[i] ?? 0) * (denseWeights[c * denseCount + i] as number);
      scores.push(score);
    }
    return scores;
  }
}
