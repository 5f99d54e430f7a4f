// Promise: exact map from 64-bit keys to whole numbers at 12 bytes a slot, without a BigInt or an object per key.

const none = -1;
const fullShare = 0.6;

/** Open addressing with linear probing. Keys are two unsigned 32-bit halves; values are 0 … 2^31 − 1. */
export class KeyMap {
  private high: Uint32Array;
  private low: Uint32Array;
  private values: Int32Array;
  private mask: number;
  private used = 0;

  constructor(expected = 1_024) {
    const slots = slotsFor(expected);
    this.mask = slots - 1;
    this.high = new Uint32Array(slots);
    this.low = new Uint32Array(slots);
    this.values = new Int32Array(slots).fill(none);
  }

  get size(): number {
    return this.used;
  }

  /** The value of a key, or −1. */
  get(high: number, low: number): number {
    return this.values[this.slot(high, low)]!;
  }

  has(high: number, low: number): boolean {
    return this.get(high, low) !== none;
  }

  /** Sets a key's value; true when the key is new. */
  set(high: number, low: number, value: number): boolean {
    const slot = this.slot(high, low);
    const isNew = this.values[slot] === none;
    this.values[slot] = value;
    if (!isNew) return false;
    this.high[slot] = high;
    this.low[slot] = low;
    this.used += 1;
    if (this.used > (this.mask + 1) * fullShare) this.grow();
    return true;
  }

  private slot(high: number, low: number): number {
    let slot = (low ^ Math.imul(high, 0x9e3779b1)) & this.mask;
    while (this.values[slot] !== none && (this.low[slot] !== low || this.high[slot] !== high)) {
      slot = (slot + 1) & this.mask;
    }
    return slot;
  }

  private grow(): void {
    const { high, low, values } = this;
    const slots = values.length * 2;
    this.mask = slots - 1;
    this.high = new Uint32Array(slots);
    this.low = new Uint32Array(slots);
    this.values = new Int32Array(slots).fill(none);
    for (let old = 0; old < values.length; old += 1) {
      if (values[old] === none) continue;
      const slot = this.slot(high[old]!, low[old]!);
      this.high[slot] = high[old]!;
      this.low[slot] = low[old]!;
      this.values[slot] = values[old]!;
    }
  }
}

function slotsFor(expected: number): number {
  return 2 ** Math.ceil(Math.log2(Math.max(16, expected / fullShare)));
}
