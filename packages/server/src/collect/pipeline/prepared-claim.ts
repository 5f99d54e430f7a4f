import type { Key64 } from '../keys/key64.ts';

/** One holder for the keys of a whole block of prepared events: they are kept together, or none of them is. */
export class PreparedClaim {
  private readonly kept: Promise<boolean>;
  private end: (kept: boolean) => void = () => {};

  private readonly contentOf: (key: Key64) => Key64;

  /** `contentOf`: what the block holds under a key of its own. */
  constructor(contentOf: (key: Key64) => Key64) {
    this.contentOf = contentOf;
    this.kept = new Promise((resolve) => {
      this.end = resolve;
    });
  }

  /** Says whether the block was kept; what is said first holds. */
  settle(kept: boolean): void {
    this.end(kept);
  }

  /** The content that will have been kept under a key; null where nothing was. */
  async keptUnder(key: Key64): Promise<Key64 | null> {
    return (await this.kept) ? this.contentOf(key) : null;
  }
}
