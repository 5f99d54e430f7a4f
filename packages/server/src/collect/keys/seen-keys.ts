// Promise: a key that was added is always found, with the print of its content; a copy is then known without asking
// the tables. One that was not added is taken for seen about once in a hundred million questions, and only when its
// content's print is another are the tables asked; that both agree by accident is rarer than two equal 64-bit keys.

const fullShare = 0.875;
const smallest = 1 << 16;
const halves = 2 ** 32;
/** The more slots there are, the smaller a part of them is added, so that few stand empty; but never many tables. */
const growth = (slots: number): number => slots / (slots < 2 ** 24 ? 2 : slots < 2 ** 26 ? 4 : 8);

/** What is known of a key: never added, added with this content, or added with another one or one that is in doubt. */
export type Sighting = 'new' | 'same' | 'other';

const inDoubt = 0;
/** 1 … 65,535. */
const contentPrint = (content: number): number => 1 + (content % 0xffff);

/** One table of prints: the low half of a key says where, the high half what; 16 bits of the content beside. 0 is an empty slot. */
class Segment {
  private readonly prints: Uint32Array;
  private readonly contents: Uint16Array;
  private used = 0;
  constructor(slots: number) {
    this.prints = new Uint32Array(slots);
    this.contents = new Uint16Array(slots);
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
  sighting(high: number, low: number, content: number): Sighting {
    const slot = this.find(high, low);
    if (this.prints[slot] === 0) return 'new';
    return this.contents[slot] === contentPrint(content) ? 'same' : 'other';
  }
  add(high: number, low: number, content: number): void {
    const slot = this.find(high, low);
    if (this.prints[slot] === 0) this.used += 1;
    this.prints[slot] = high === 0 ? 1 : high;
    this.contents[slot] = contentPrint(content);
  }
  /** False where the key is not here. */
  doubt(high: number, low: number): boolean {
    const slot = this.find(high, low);
    if (this.prints[slot] === 0) return false;
    this.contents[slot] = inDoubt;
    return true;
  }
  private find(high: number, low: number): number {
    const { prints } = this;
    const print = high === 0 ? 1 : high;
    let slot = Math.floor((low * prints.length) / halves);
    while (prints[slot] !== 0 && prints[slot] !== print) slot = slot + 1 === prints.length ? 0 : slot + 1;
    return slot;
  }
}

/** All message keys ever committed, each with 16 bits of its content's hash: 7 to 10 bytes a key. */
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

  /** What is known of a key that comes with a content, of whose hash this is the low half. */
  sighting(high: number, low: number, content: number): Sighting {
    for (const segment of this.segments) {
      const found = segment.sighting(high, low, content);
      if (found !== 'new') return found;
    }
    return 'new';
  }

  /** Makes the tables be asked about a key from now on, since its row is taken out. */
  doubt(high: number, low: number): void {
    this.segments.some((segment) => segment.doubt(high, low));
  }

  /** Adds a key that is new, or whose row was taken out and has come again. */
  add(high: number, low: number, content: number): void {
    let last = this.segments[this.segments.length - 1]!;
    if (last.full) {
      const all = this.segments.reduce((sum, segment) => sum + segment.capacity, 0);
      last = new Segment(Math.ceil(growth(all)));
      this.segments.push(last);
    }
    last.add(high, low, content);
    this.count += 1;
  }
}
