// Promise: a pair that it says it knows was added before, exactly; one that it does not know may have been, too.
import type { Key64 } from './key64.ts';

/** Some of the pairs of keys that were met, each with one place to stand in: 16 bytes a place, nothing to look after. */
export class RecentPairs {
  private readonly halves: Uint32Array;
  private readonly mask: number;

  /** `places` is a power of two. */
  constructor(places = 1 << 18) {
    this.halves = new Uint32Array(4 * places);
    this.mask = places - 1;
  }

  has(a: Key64, b: Key64): boolean {
    const at = this.placeOf(a, b);
    const { halves } = this;
    return (
      halves[at] === a.high &&
      halves[at + 1] === a.low &&
      halves[at + 2] === b.high &&
      halves[at + 3] === b.low
    );
  }

  add(a: Key64, b: Key64): void {
    const at = this.placeOf(a, b);
    const { halves } = this;
    halves[at] = a.high;
    halves[at + 1] = a.low;
    halves[at + 2] = b.high;
    halves[at + 3] = b.low;
  }

  private placeOf(a: Key64, b: Key64): number {
    return 4 * ((a.low ^ Math.imul(b.low, 0x9e3779b1)) & this.mask);
  }
}
