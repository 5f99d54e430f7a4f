import { grown } from './growing-array.ts';
import type { RuleCode } from './identity-rules.ts';

/** What stands where a node has no further link. */
export const noLink = -1;

/** Links between nodes in typed arrays, about 27 bytes each; each node's links are a chain. */
export class LinkTable {
  a = new Int32Array(16);
  b = new Int32Array(16);
  rule = new Uint8Array(16);
  at = new Float64Array(16);
  /** Index into `rejections`; 0 joins. */
  rejection = new Uint8Array(16);
  private nextOfA = new Int32Array(16);
  private nextOfB = new Int32Array(16);
  private heads = new Int32Array(16).fill(noLink);
  private degrees = new Int32Array(16);
  private count = 0;

  get size(): number {
    return this.count;
  }

  add(a: number, b: number, rule: RuleCode, at: number): number {
    const link = this.count;
    this.count += 1;
    this.reserve(Math.max(a, b) + 1);
    this.a[link] = a;
    this.b[link] = b;
    this.rule[link] = rule;
    this.at[link] = at;
    this.nextOfA[link] = this.heads[a]!;
    this.heads[a] = link;
    this.nextOfB[link] = this.heads[b]!;
    this.heads[b] = link;
    this.degrees[a]! += 1;
    this.degrees[b]! += 1;
    return link;
  }

  /** The links of a node, newest first. */
  *of(node: number): Generator<number> {
    for (let link = this.newestOf(node); link !== noLink; link = this.before(link, node)) yield link;
  }

  /** A node's newest link, or `noLink`; with `before` the same as `of` where very many are gone through. */
  newestOf(node: number): number {
    return node < this.heads.length ? this.heads[node]! : noLink;
  }

  /** The link of a node that came before another of its links, or `noLink`. */
  before(link: number, node: number): number {
    return this.a[link] === node ? this.nextOfA[link]! : this.nextOfB[link]!;
  }

  degree(node: number): number {
    return this.degrees[node] ?? 0;
  }

  other(link: number, node: number): number {
    return this.a[link] === node ? this.b[link]! : this.a[link]!;
  }

  private reserve(nodes: number): void {
    const links = this.count;
    if (this.a.length < links) {
      this.a = grown(this.a, links);
      this.b = grown(this.b, links);
      this.rule = grown(this.rule, links);
      this.at = grown(this.at, links);
      this.rejection = grown(this.rejection, links);
      this.nextOfA = grown(this.nextOfA, links);
      this.nextOfB = grown(this.nextOfB, links);
    }
    if (this.heads.length < nodes) {
      const before = this.heads.length;
      this.degrees = grown(this.degrees, nodes);
      this.heads = grown(this.heads, nodes);
      this.heads.fill(noLink, before);
    }
  }
}
