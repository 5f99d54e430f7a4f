// Promise: a key that was added is always found, with the print of its content; a copy is then known without asking
// the tables. One that was not added is taken for seen about once in a thousand million questions, and only when its
// content's print is another are the tables asked; that both agree by accident is rarer than two equal 64-bit keys.

const fullShare = 0.8;
const smallest = 1 << 16;
const halves = 2 ** 32;

/** One table of 32-bit prints: the low half of a key says where, the high half what. 0 is an empty slot. */
class Segment {
  private readonly prints: Uint32Array;
  private readonly contents: Uint32Array;
  private used = 0;
  constructor(slots: number) {
    this.prints = new Uint32Array(slots);
    this.contents = new Uint32Array(slots);
  }
  get capacity(): number {
    return this.prints.length;
  }
  get bytes(): number {
    return this.prints.byteLength + this.contents.byteLength;
  }
  get full(): boolean {
    return this.used >= this.capacity * fullShare;
  }
  /** The print of a key's content; −1 where the key is not there. */
  contentOf(high: number, low: number): number {
    const slot = this.find(high, low);
    return this.prints[slot] === 0 ? -1 : this.contents[slot]!;
  }
  add(high: number, low: number, content: number): void {
    const slot = this.find(high, low);
    if (this.prints[slot] !== 0) return;
    this.prints[slot] = high === 0 ? 1 : high;
    this.contents[slot] = content;
    this.used += 1;
  }
  doubt(high: number, low: number): void {
    const slot = this.find(high, low);
    if (this.prints[slot] !== 0) this.contents[slot] = ~this.contents[slot]!;
  }
  private find(high: number, low: number): number {
    const { prints } = this;
    const print = high === 0 ? 1 : high;
    let slot = Math.floor((low * prints.length) / halves);
    while (prints[slot] !== 0 && prints[slot] !== print) slot = slot + 1 === prints.length ? 0 : slot + 1;
    return slot;
  }
}

/** All message keys ever committed, each with 32 bits of its content's hash: 10 to 15 bytes a key. */
export class SeenKeys {
  private readonly segments: Segment[];
  private count = 0;

  constructor(expected = 0) {
    this.segments = [new Segment(Math.max(smallest, Math.ceil((expected * 1.05) / fullShare)))];
  }

  get size(): number {
    return this.count;
  }
  get bytes(): number {
    return this.segments.reduce((sum, segment) => sum + segment.bytes, 0);
  }

  /** The print of a key's content; −1 for a key that was never added. */
  contentOf(high: number, low: number): number {
    for (const segment of this.segments) {
      const content = segment.contentOf(high, low);
      if (content >= 0) return content;
    }
    return -1;
  }

  /** Makes the tables be asked about a key from now on, since its row is taken out. */
  doubt(high: number, low: number): void {
    const segment = this.segments.find((one) => one.contentOf(high, low) >= 0);
    segment?.doubt(high, low);
  }

  /** Adds a key that is new. */
  add(high: number, low: number, content: number): void {
    let last = this.segments[this.segments.length - 1]!;
    if (last.full) {
      const all = this.segments.reduce((sum, segment) => sum + segment.capacity, 0);
      last = new Segment(Math.ceil(all / 2));
      this.segments.push(last);
    }
    last.add(high, low, content);
    this.count += 1;
  }
}
