import { grown } from './growing-array.ts';

const none = -1;

/** Identifiers of one workspace, about 35 bytes each, found by their 64-bit key. */
export class NodeTable {
  high = new Uint32Array(16);
  low = new Uint32Array(16);
  type = new Uint8Array(16);
  /** Union-find: a root is its own parent. */
  parent = new Int32Array(16);
  /** The next member of the same profile; the last one leads back to the first. */
  next = new Int32Array(16);
  /** Of a root: how many members, and which has the smallest key. */
  members = new Int32Array(16);
  smallest = new Int32Array(16);
  /** Distinct user ids that stand beside it in messages. */
  users = new Int32Array(16);
  /** 1 where some link of the raw component does not join. */
  contested = new Uint8Array(16);
  /** 1 for a value that belongs to nobody in particular. */
  blocked = new Uint8Array(16);
  /** When a message first showed it beside another, ms; infinity before that. */
  since = new Float64Array(16);
  private slots = new Int32Array(32).fill(none);
  private count = 0;

  get size(): number {
    return this.count;
  }

  find(high: number, low: number): number {
    return this.slots[this.slot(high, low)]!;
  }

  add(high: number, low: number, type: number): number {
    const slot = this.slot(high, low);
    if (this.slots[slot] !== none) return this.slots[slot]!;
    const node = this.count;
    this.count += 1;
    this.reserve();
    this.high[node] = high;
    this.low[node] = low;
    this.type[node] = type;
    this.since[node] = Number.POSITIVE_INFINITY;
    this.alone(node);
    this.slots[slot] = node;
    if (this.count > this.slots.length * 0.6) this.rehash();
    return node;
  }

  /** Makes a node a profile of its own. */
  alone(node: number): void {
    this.parent[node] = node;
    this.next[node] = node;
    this.members[node] = 1;
    this.smallest[node] = node;
    this.contested[node] = 0;
  }

  root(node: number): number {
    let at = node;
    while (this.parent[at] !== at) {
      this.parent[at] = this.parent[this.parent[at]!]!;
      at = this.parent[at]!;
    }
    return at;
  }

  join(one: number, other: number): void {
    const [a, b] = this.members[one]! >= this.members[other]! ? [one, other] : [other, one];
    this.parent[b] = a;
    this.members[a]! += this.members[b]!;
    [this.next[a], this.next[b]] = [this.next[b]!, this.next[a]!];
    if (this.isSmaller(this.smallest[b]!, this.smallest[a]!)) this.smallest[a] = this.smallest[b]!;
    if (this.contested[b]) this.contested[a] = 1;
  }

  *membersOf(node: number): Generator<number> {
    let at = node;
    do {
      yield at;
      at = this.next[at]!;
    } while (at !== node);
  }

  isSmaller(a: number, b: number): boolean {
    return this.high[a]! < this.high[b]! || (this.high[a] === this.high[b] && this.low[a]! < this.low[b]!);
  }

  private slot(high: number, low: number): number {
    const mask = this.slots.length - 1;
    let slot = (low ^ Math.imul(high, 0x9e3779b1)) & mask;
    for (;;) {
      const node = this.slots[slot]!;
      if (node === none || (this.low[node] === low && this.high[node] === high)) return slot;
      slot = (slot + 1) & mask;
    }
  }

  private rehash(): void {
    this.slots = new Int32Array(this.slots.length * 2).fill(none);
    for (let node = 0; node < this.count; node += 1) {
      this.slots[this.slot(this.high[node]!, this.low[node]!)] = node;
    }
  }

  private reserve(): void {
    const length = this.count;
    if (this.high.length >= length) return;
    this.high = grown(this.high, length);
    this.low = grown(this.low, length);
    this.type = grown(this.type, length);
    this.parent = grown(this.parent, length);
    this.next = grown(this.next, length);
    this.members = grown(this.members, length);
    this.smallest = grown(this.smallest, length);
    this.users = grown(this.users, length);
    this.contested = grown(this.contested, length);
    this.blocked = grown(this.blocked, length);
    this.since = grown(this.since, length);
  }
}
