// Seeded randomness: the same seed gives the same stream on every machine (32-bit integer arithmetic only).

/** Mixes three whole numbers into 32 well-scattered bits (murmur3's finaliser). */
export function mix(seed: number, index: number, salt: number): number {
  let h = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(index + 0x7f4a7c15, 0xc2b2ae35);
  h = Math.imul(h ^ (h >>> 15) ^ Math.imul(salt + 1, 0x27d4eb2f), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  h ^= h >>> 16;
  return h >>> 0;
}

/** A share in [0, 1) that belongs to `index` and `salt` alone, however often and in what order it is asked for. */
export function fixedShare(seed: number, index: number, salt: number): number {
  return mix(seed, index, salt) / 4294967296;
}

const quantileCount = 8192;
const quantiles = normalQuantiles(quantileCount);

/** A standard normal deviate for a share in [0, 1); resolution 1/8192, so never beyond ±4. */
export function normalOf(share: number): number {
  return quantiles[Math.floor(share * quantileCount)]!;
}

/** sfc32: 128 bits of state, passes PractRand; about 5 ns a number. */
export class RandomStream {
  private readonly state = new Int32Array(4);

  constructor(seed: number) {
    this.state[0] = mix(seed, 1, 11);
    this.state[1] = mix(seed, 2, 12);
    this.state[2] = mix(seed, 3, 13);
    this.state[3] = 1;
    for (let i = 0; i < 12; i++) this.bits();
  }

  private bits(): number {
    const s = this.state;
    const b = s[1]!;
    const c = s[2]!;
    const counter = s[3]!;
    const t = (((s[0]! + b) | 0) + counter) | 0;
    s[3] = (counter + 1) | 0;
    s[0] = b ^ (b >>> 9);
    s[1] = (c + (c << 3)) | 0;
    s[2] = (((c << 21) | (c >>> 11)) + t) | 0;
    return t >>> 0;
  }

  /** A share in [0, 1). */
  share(): number {
    return this.bits() / 4294967296;
  }

  /** True with this probability. */
  chance(probability: number): boolean {
    return this.bits() < probability * 4294967296;
  }

  /** A whole number 0 … n − 1. */
  below(n: number): number {
    return Math.floor((this.bits() / 4294967296) * n);
  }

  /** A whole number, both ends included. */
  between(low: number, high: number): number {
    return low + this.below(high - low + 1);
  }

  normal(): number {
    return quantiles[this.bits() >>> 19]!;
  }

  /** Waiting time with this mean. */
  exponential(mean: number): number {
    return -mean * Math.log(1 - this.share());
  }

  pick<T>(items: readonly T[]): T {
    return items[this.below(items.length)]!;
  }
}

/** Draws an index with probability proportional to its weight, from weights that stay as they are. */
export class WeightedChoice {
  private readonly cumulative: Float64Array;

  constructor(weights: readonly number[]) {
    this.cumulative = new Float64Array(weights.length);
    let sum = 0;
    for (let i = 0; i < weights.length; i++) {
      sum += weights[i]!;
      this.cumulative[i] = sum;
    }
  }

  at(share: number): number {
    const target = share * this.cumulative[this.cumulative.length - 1]!;
    let low = 0;
    let high = this.cumulative.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.cumulative[middle]! > target) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}

/** Acklam's rational approximation of the normal quantile, relative error 1.15e-9. */
function normalQuantile(p: number): number {
  const tail = (q: number): number =>
    (((((-0.007784894002430293 * q - 0.3223964580411365) * q - 2.400758277161838) * q - 2.549732539343734) *
      q +
      4.374664141464968) *
      q +
      2.938163982698783) /
    ((((0.007784695709041462 * q + 0.3224671290700398) * q + 2.445134137142996) * q + 3.754408661907416) * q +
      1);
  if (p < 0.02425) return tail(Math.sqrt(-2 * Math.log(p)));
  if (p > 0.97575) return -tail(Math.sqrt(-2 * Math.log(1 - p)));
  const q = p - 0.5;
  const r = q * q;
  return (
    ((((((-39.69683028665376 * r + 220.9460984245205) * r - 275.9285104469687) * r + 138.357751867269) * r -
      30.66479806614716) *
      r +
      2.506628277459239) *
      q) /
    (((((-54.47609879822406 * r + 161.5858368580409) * r - 155.6989798598866) * r + 66.80131188771972) * r -
      13.28068155288572) *
      r +
      1)
  );
}

function normalQuantiles(count: number): Float64Array {
  const table = new Float64Array(count);
  for (let i = 0; i < count; i++) table[i] = normalQuantile((i + 0.5) / count);
  return table;
}
