// Promise: messages between arrival and commit, by key; the first to come holds the key, copies find it. Exact, and
// without an object or a text per key.
import type { Key64 } from './key64.ts';

/** Open addressing with linear probing; a key that goes leaves no gap behind. */
export class Claims<Holder extends object> {
  private high = new Uint32Array(1_024);
  private low = new Uint32Array(1_024);
  private holders: (Holder | null)[] = new Array(1_024).fill(null);
  private held = 0;

  get size(): number {
    return this.held;
  }

  /** Who holds the key already; null where nobody did, and `holder` does from now on. */
  claim(key: Key64, holder: Holder): Holder | null {
    if (this.held >= this.holders.length / 2) this.grow();
    const slot = this.slot(key.high, key.low);
    const standing = this.holders[slot]!;
    if (standing) return standing;
    this.put(slot, key.high, key.low, holder);
    this.held += 1;
    return null;
  }

  /** Gives a key back; does nothing where somebody else holds it. */
  release(key: Key64, holder: Holder): void {
    let gap = this.slot(key.high, key.low);
    if (this.holders[gap] !== holder) return;
    const mask = this.holders.length - 1;
    this.held -= 1;
    for (let next = (gap + 1) & mask; this.holders[next]; next = (next + 1) & mask) {
      const home = this.home(this.high[next]!, this.low[next]!);
      if (((next - home) & mask) < ((next - gap) & mask)) continue;
      this.put(gap, this.high[next]!, this.low[next]!, this.holders[next]!);
      gap = next;
    }
    this.holders[gap] = null;
  }

  private put(slot: number, high: number, low: number, holder: Holder): void {
    this.high[slot] = high;
    this.low[slot] = low;
    this.holders[slot] = holder;
  }

  private home(high: number, low: number): number {
    return (low ^ Math.imul(high, 0x9e3779b1)) & (this.holders.length - 1);
  }

  private slot(high: number, low: number): number {
    let slot = this.home(high, low);
    const mask = this.holders.length - 1;
    while (this.holders[slot] && (this.low[slot] !== low || this.high[slot] !== high))
      slot = (slot + 1) & mask;
    return slot;
  }

  private grow(): void {
    const { high, low, holders } = this;
    this.high = new Uint32Array(2 * holders.length);
    this.low = new Uint32Array(2 * holders.length);
    this.holders = new Array(2 * holders.length).fill(null);
    for (const [at, holder] of holders.entries()) {
      if (holder) this.put(this.slot(high[at]!, low[at]!), high[at]!, low[at]!, holder);
    }
  }
}
