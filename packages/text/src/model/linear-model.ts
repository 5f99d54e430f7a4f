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
const keyBytes = 4;

/**
 * Looks features up and sums what they say. `add` for each feature, then `scores`. All that a feature says lies together
 * in memory (its key, its frequency, a weight a class), since the tables are too large for a processor's nearest memory.
 */
export class LinearScorer {
  readonly model: LinearModel;
  readonly classCount: number;
  /** Records of `width` numbers: the key first, then a byte for the frequency (0 where the record is empty) and each weight. */
  private readonly keys: Uint32Array;
  private readonly bytes: Uint8Array;
  private readonly weights: Int8Array;
  private readonly width: number;
  private readonly mask: number;
  /** A bit for each value of a feature's first bits; not set where no key begins so. */
  private readonly filter: Uint32Array;
  private readonly filterShift: number;

  constructor(model: LinearModel) {
    const { keys } = model;
    this.model = model;
    this.classCount = model.classes.length;
    let size = 16;
    while (size < keys.length * 1.5) size *= 2;
    this.mask = size - 1;
    this.width = 1 + Math.ceil((1 + this.classCount) / keyBytes);
    this.keys = new Uint32Array(size * this.width);
    this.bytes = new Uint8Array(this.keys.buffer);
    this.weights = new Int8Array(this.keys.buffer);
    const bits = Math.min(filterBits, Math.max(5, Math.ceil(Math.log2(keys.length * perKey + 1))));
    this.filterShift = 32 - bits;
    this.filter = new Uint32Array(2 ** (bits - 5));
    for (let i = 0; i < keys.length; i++) if (model.idf[i] !== 0) this.place(keys[i] as number, i);
  }

  private place(key: number, i: number): void {
    let slot = key & this.mask;
    while (this.bytes[this.detailsAt(slot)] !== 0) slot = (slot + 1) & this.mask;
    this.keys[slot * this.width] = key;
    const bit = key >>> this.filterShift;
    this.filter[bit >>> 5] = (this.filter[bit >>> 5] as number) | (1 << (bit & 31));
    const { weights, keys, idf } = this.model;
    const at = this.detailsAt(slot);
    this.bytes[at] = idf[i] as number;
    for (let c = 0; c < this.classCount; c++) {
      this.weights[at + 1 + c] = weights[c * keys.length + i] as number;
    }
  }

  /** Where the bytes of a record begin that follow its key. */
  private detailsAt(slot: number): number {
    return (slot * this.width + 1) * keyBytes;
  }

  /** An empty sum: one place per class, then the squared length. */
  emptySum(): Float64Array {
    return new Float64Array(this.classCount + 1);
  }

  /** Where this model keeps what it knows of a feature; −1 where it lacks it. */
  find(feature: number): number {
    const bit = feature >>> this.filterShift;
    if ((((this.filter[bit >>> 5] as number) >>> (bit & 31)) & 1) === 0) return -1;
    const { keys, bytes, width, mask } = this;
    for (let slot = feature & mask; ; slot = (slot + 1) & mask) {
      const at = (slot * width + 1) * keyBytes;
      if (bytes[at] === 0) return -1;
      if (keys[slot * width] === feature) return at;
    }
  }

  /** Adds one feature `count` times to a sum. */
  add(sum: Float64Array, feature: number, count = 1): void {
    this.addFound(sum, this.find(feature), count);
  }

  /** Adds a feature that was found, where it was. */
  addFound(sum: Float64Array, found: number, count: number): void {
    if (found < 0) return;
    const k = this.classCount;
    const { weightSteps, idfStep } = this.model;
    const weight = (this.bytes[found] as number) * idfStep;
    for (let c = 0; c < k; c++) {
      const step = weightSteps[c] as number;
      sum[c] = (sum[c] as number) + count * weight * step * (this.weights[found + 1 + c] as number);
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
