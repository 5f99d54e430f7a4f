// Promise: a key that was added is always found; one that was not is taken for seen about once in a thousand million
// questions, so the tables are asked only about real copies.

const fullShare = 0.75;
const smallest = 1 << 16;

/** One table of 32-bit fingerprints: the low half of a key says where, the high half what. 0 is an empty slot. */
class Segment {
  private readonly slots: Uint32Array;
  private readonly mask: number;
  private used = 0;
  constructor(slots: number) {
    this.slots = new Uint32Array(slots);
    this.mask = slots - 1;
  }
  get capacity(): number {
    return this.slots.length;
  }
  get bytes(): number {
    return this.slots.byteLength;
  }
  get full(): boolean {
    return this.used >= this.slots.length * fullShare;
  }
  has(high: number, low: number): boolean {
    return this.slots[this.find(high, low)] !== 0;
  }
  add(high: number, low: number): void {
    const slot = this.find(high, low);
    if (this.slots[slot] !== 0) return;
    this.slots[slot] = high === 0 ? 1 : high;
    this.used += 1;
  }
  private find(high: number, low: number): number {
    const print = high === 0 ? 1 : high;
    let slot = low & this.mask;
    while (this.slots[slot] !== 0 && this.slots[slot] !== print) slot = (slot + 1) & this.mask;
    return slot;
  }
}

/** All message keys ever committed; grows by doubling segments, 5.3 to 11 bytes a key. */
export class SeenKeys {
  private readonly segments: Segment[];
  private count = 0;

  constructor(expected = 0) {
    const slots = 2 ** Math.ceil(Math.log2(Math.max(smallest, expected / fullShare)));
    this.segments = [new Segment(slots)];
  }

  get size(): number {
    return this.count;
  }
  get bytes(): number {
    return this.segments.reduce((sum, segment) => sum + segment.bytes, 0);
  }

  has(high: number, low: number): boolean {
    return this.segments.some((segment) => segment.has(high, low));
  }

  add(high: number, low: number): void {
    let last = this.segments[this.segments.length - 1]!;
    if (last.full) {
      last = new Segment(last.capacity * 2);
      this.segments.push(last);
    }
    last.add(high, low);
    this.count += 1;
  }
}
