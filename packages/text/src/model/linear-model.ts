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

/** Of so many numbers the first bits of a feature choose one: most features that a model lacks end there. */
const filterBits = 21;
const perKey = 8;

/**
 * Looks features up and sums what they say. `add` for each feature, then `scores`.
 */
export class LinearScorer {
  readonly model: LinearModel;
  readonly classCount: number;
  private readonly slots: Int32Array;
  private readonly mask: number;
  /** A bit for each value of a feature's first bits; not set where no key begins so. */
  private readonly filter: Uint32Array;
  private readonly filterShift: number;
  /** Key by key: the weight of each class, so that one feature's numbers lie together. */
  private readonly weights: Int8Array;
  private readonly idf: Float64Array;

  constructor(model: LinearModel) {
    const { keys, weights } = model;
    this.model = model;
    this.classCount = model.classes.length;
    let size = 16;
    while (size < keys.length * 2) size *= 2;
    this.slots = new Int32Array(size);
    this.mask = size - 1;
    const bits = Math.min(filterBits, Math.max(5, Math.ceil(Math.log2(keys.length * perKey + 1))));
    this.filterShift = 32 - bits;
    this.filter = new Uint32Array(2 ** (bits - 5));
    this.weights = new Int8Array(weights.length);
    this.idf = new Float64Array(model.idf.length);
    for (let i = 0; i < keys.length; i++) this.place(keys[i] as number, i);
  }

  private place(key: number, i: number): void {
    let slot = key & this.mask;
    while (this.slots[slot] !== 0) slot = (slot + 1) & this.mask;
    this.slots[slot] = i + 1;
    const bit = key >>> this.filterShift;
    this.filter[bit >>> 5] = (this.filter[bit >>> 5] as number) | (1 << (bit & 31));
    const { weights, keys, idf, idfStep } = this.model;
    this.idf[i] = (idf[i] as number) * idfStep;
    for (let c = 0; c < this.classCount; c++) {
      this.weights[i * this.classCount + c] = weights[c * keys.length + i] as number;
    }
  }

  /** An empty sum: one place per class, then the squared length. */
  emptySum(): Float64Array {
    return new Float64Array(this.classCount + 1);
  }

  /** The number of a feature in this model; −1 where the model lacks it. */
  find(feature: number): number {
    const bit = feature >>> this.filterShift;
    if ((((this.filter[bit >>> 5] as number) >>> (bit & 31)) & 1) === 0) return -1;
    const { slots, mask } = this;
    const { keys } = this.model;
    let slot = feature & mask;
    for (let found = slots[slot] as number; found !== 0; found = slots[slot] as number) {
      if (keys[found - 1] === feature) return found - 1;
      slot = (slot + 1) & mask;
    }
    return -1;
  }

  /** Adds one feature `count` times to a sum. */
  add(sum: Float64Array, feature: number, count = 1): void {
    this.addFound(sum, this.find(feature), count);
  }

  /** Adds a feature by its number in this model, where it has one. */
  addFound(sum: Float64Array, found: number, count: number): void {
    if (found < 0) return;
    const k = this.classCount;
    const weight = this.idf[found] as number;
    const { weightSteps } = this.model;
    for (let c = 0; c < k; c++) {
      const step = weightSteps[c] as number;
      sum[c] = (sum[c] as number) + count * weight * step * (this.weights[found * k + c] as number);
    }
    sum[k] = (sum[k] as number) + Math.abs(count) * weight * weight;
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
