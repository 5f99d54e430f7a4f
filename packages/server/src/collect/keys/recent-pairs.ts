// Promise: a pair that it says it knows was added before, exactly, with that moment or an earlier one; one that it does not
// know may have been, too.
import type { Key64 } from './key64.ts';

/** Some of the pairs of keys that were met, each with one place to stand in: 20 bytes a place, nothing to look after. */
export class RecentPairs {
  private readonly halves: Uint32Array;
  private readonly seconds: Uint32Array;
  private readonly mask: number;

  /** `places` is a power of two. */
  constructor(places = 1 << 18) {
    this.halves = new Uint32Array(4 * places);
    this.seconds = new Uint32Array(places);
    this.mask = places - 1;
  }

  /** `moment` in milliseconds, to the second. */
  has(a: Key64, b: Key64, moment: number): boolean {
    const at = this.placeOf(a, b);
    const { halves, seconds } = this;
    return (
      1_000 * seconds[at / 4]! <= moment &&
      halves[at] === a.high &&
      halves[at + 1] === a.low &&
      halves[at + 2] === b.high &&
      halves[at + 3] === b.low
    );
  }

  add(a: Key64, b: Key64, moment: number): void {
    const at = this.placeOf(a, b);
    const { halves } = this;
    this.seconds[at / 4] = Math.ceil(moment / 1_000);
    halves[at] = a.high;
    halves[at + 1] = a.low;
    halves[at + 2] = b.high;
    halves[at + 3] = b.low;
  }

  private placeOf(a: Key64, b: Key64): number {
    return 4 * ((a.low ^ Math.imul(b.low, 0x9e3779b1)) & this.mask);
  }
}
