import { type Key64, keyOfHalves } from './key64.ts';

/** Keys by number, eight bytes each. */
export class KeyList {
  private halves = new Uint32Array(2_048);
  private used = 0;

  get length(): number {
    return this.used / 2;
  }

  /** Says which number the key has got. */
  add({ high, low }: Key64): number {
    if (this.used === this.halves.length) {
      const wider = new Uint32Array(2 * this.halves.length);
      wider.set(this.halves);
      this.halves = wider;
    }
    this.halves[this.used++] = high;
    this.halves[this.used++] = low;
    return this.used / 2 - 1;
  }

  at(number: number): Key64 {
    return keyOfHalves(this.halves[2 * number]!, this.halves[2 * number + 1]!);
  }

  /** Two halves a key, the high one first; a copy of just the right length. */
  copied(): Uint32Array {
    return this.halves.slice(0, this.used);
  }
}
