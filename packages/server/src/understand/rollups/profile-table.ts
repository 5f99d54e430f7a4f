// Promise: 64-bit keys of identifiers, each with the key of its profile or with none, in the order in which they came;
// hundreds of thousands of them without a text of any.
import { KeyMap } from '../../collect/index.ts';

/** A 64-bit key in two halves. */
export interface Halves {
  readonly high: number;
  readonly low: number;
}

/** Numbers of one row: the key's two halves, and its profile's. No profile has the key 0. */
const width = 4;

export class ProfileTable {
  private readonly rows = new KeyMap();
  private halves = new Uint32Array(256 * width);

  /** Knows a key, with no profile unless it had one. */
  add(high: number, low: number): void {
    this.rowOf(high, low);
  }

  set(high: number, low: number, profileHigh: number, profileLow: number): void {
    const at = this.rowOf(high, low);
    this.halves[at + 2] = profileHigh;
    this.halves[at + 3] = profileLow;
  }

  setAll(other: ProfileTable): void {
    const { halves } = other;
    for (let row = 0, at = 0; row < other.rows.size; row += 1, at += width)
      this.set(halves[at]!, halves[at + 1]!, halves[at + 2]!, halves[at + 3]!);
  }

  knows({ high, low }: Halves): boolean {
    return this.rows.has(high, low);
  }

  /** Null where the key has no profile, or is not known. */
  profileOf({ high, low }: Halves): Halves | null {
    const row = this.rows.get(high, low);
    if (row < 0) return null;
    const profile = { high: this.halves[row * width + 2]!, low: this.halves[row * width + 3]! };
    return profile.high === 0 && profile.low === 0 ? null : profile;
  }

  /** Every key that was known when this began. */
  *keys(): Generator<Halves> {
    const { size } = this.rows;
    for (let row = 0; row < size; row += 1)
      yield { high: this.halves[row * width]!, low: this.halves[row * width + 1]! };
  }

  /** Where the key's numbers begin. */
  private rowOf(high: number, low: number): number {
    const standing = this.rows.get(high, low);
    if (standing >= 0) return standing * width;
    const row = this.rows.size;
    const at = row * width;
    this.rows.set(high, low, row);
    if (at === this.halves.length) {
      const wider = new Uint32Array(this.halves.length * 2);
      wider.set(this.halves);
      this.halves = wider;
    }
    this.halves[at] = high;
    this.halves[at + 1] = low;
    return at;
  }
}
