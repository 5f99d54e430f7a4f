import { Problem } from '../../platform/http/problem.ts';

/** Lets only so much work in at once; says no at the door, with when to come back, rather than piling it up. */
export class Gate {
  private readonly most: number;
  private readonly bySender = new Map<string, number>();
  private inside = 0;

  /** `most` items in all; one sender may take half of them while others are waiting, too. */
  constructor(most: number) {
    this.most = most;
  }

  get items(): number {
    return this.inside;
  }

  /** Runs `work` with room for its items; throws 503 when there is none, 429 when the sender has too much inside. */
  async with<T>(sender: string, items: number, work: () => Promise<T>): Promise<T> {
    const own = this.bySender.get(sender) ?? 0;
    const others = this.inside - own;
    if (this.inside > 0 && this.inside + items > this.most) {
      throw new Problem('overloaded', { headers: { 'retry-after': '1' } });
    }
    if (others > 0 && own > 0 && own + items > this.most / 2) {
      throw new Problem('too_many', { headers: { 'retry-after': '1' } });
    }
    this.move(sender, items);
    try {
      return await work();
    } finally {
      this.move(sender, -items);
    }
  }

  private move(sender: string, items: number): void {
    this.inside += items;
    const own = (this.bySender.get(sender) ?? 0) + items;
    if (own > 0) this.bySender.set(sender, own);
    else this.bySender.delete(sender);
  }
}
