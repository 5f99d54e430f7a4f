// Promise: 64-bit keys of identifiers, each with the key of its profile or with none, in the order in which they came;
// hundreds of thousands of them without a text of any.
import { KeyMap } from '../../collect/index.ts';

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
    other.each((high, low, profileHigh, profileLow) => this.set(high, low, profileHigh, profileLow));
  }

  get size(): number {
    return this.rows.size;
  }

  knows(high: number, low: number): boolean {
    return this.rows.has(high, low);
  }

  /** Every key that was known when this began, with its profile; 0 and 0 where it has none. */
  each(heard: (high: number, low: number, profileHigh: number, profileLow: number) => void): void {
    const { size } = this.rows;
    for (let row = 0, at = 0; row < size; row += 1, at += width) {
      const { halves } = this;
      heard(halves[at]!, halves[at + 1]!, halves[at + 2]!, halves[at + 3]!);
    }
  }

  /** A key's profile, put into `found`: 0 and 0 where it has none, or is not known. */
  profileOf(high: number, low: number, found: { high: number; low: number }): void {
    const at = this.rows.get(high, low) * width;
    found.high = at < 0 ? 0 : this.halves[at + 2]!;
    found.low = at < 0 ? 0 : this.halves[at + 3]!;
  }

  /** Its keys in groups of at most `size`. */
  *groups(size: number): Generator<ProfileTable> {
    if (this.size <= size) {
      if (this.size > 0) yield this;
      return;
    }
    const { halves } = this;
    for (let row = 0; row < this.size; ) {
      const group = new ProfileTable();
      for (; row < this.size && group.size < size; row += 1)
        group.add(halves[row * width]!, halves[row * width + 1]!);
      yield group;
    }
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
