import type { Key64 } from '../keys/key64.ts';

/** One holder for the keys of a whole block of prepared events: they are kept together, or none of them is. */
export class PreparedClaim {
  private readonly kept: Promise<boolean>;
  private end: (kept: boolean) => void = () => {};

  constructor() {
    this.kept = new Promise((resolve) => {
      this.end = resolve;
    });
  }

  /** Says whether the block was kept; what is said first holds. */
  settle(kept: boolean): void {
    this.end(kept);
  }

  /** What will have been kept under a key; of prepared events the key stands for the content. */
  async keptUnder(key: Key64): Promise<Key64 | null> {
    return (await this.kept) ? key : null;
  }
}
