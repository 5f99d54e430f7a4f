import type { Claim, ClaimEnd } from '../arrivals/arrival.ts';

/** Messages between arrival and commit, by key: the first to come claims the key, copies wait for its fate. */
export class InFlight {
  private readonly claims = new Map<string, Claim>();

  get size(): number {
    return this.claims.size;
  }

  standing(key: string): Claim | undefined {
    return this.claims.get(key);
  }

  claim(key: string): Claim {
    let settle: (end: ClaimEnd) => void = () => {};
    const settled = new Promise<ClaimEnd>((resolve) => {
      settle = resolve;
    });
    const claim = {
      settled,
      settle: (end: ClaimEnd) => {
        if (this.claims.get(key) === claim) this.claims.delete(key);
        settle(end);
      },
    };
    this.claims.set(key, claim);
    return claim;
  }
}
