import type { Clock } from './clock.ts';
import { Problem } from './http/problem.ts';

export interface RateLimit {
  /** Takes one from the key's allowance; throws `too_many` with `retry-after` when it is used up. */
  take(key: string): void;
  /** Gives the whole allowance back, after a success that makes earlier failures harmless. */
  forget(key: string): void;
}

interface Allowance {
  left: number;
  at: number;
}

const mostKeys = 50_000;

/** `count` at once, refilled evenly over `perSeconds`. Kept in memory: each process counts for itself. */
export function createRateLimit(clock: Clock, count: number, perSeconds: number): RateLimit {
  const allowances = new Map<string, Allowance>();
  const perMs = count / (perSeconds * 1000);
  return {
    take(key) {
      const now = clock.now().getTime();
      const known = allowances.get(key) ?? { left: count, at: now };
      // a clock that was set back gives nothing, and takes nothing away
      const left = Math.min(count, known.left + Math.max(0, now - known.at) * perMs);
      allowances.delete(key);
      allowances.set(key, { left: left >= 1 ? left - 1 : left, at: now });
      if (allowances.size > mostKeys) allowances.delete(allowances.keys().next().value as string);
      if (left >= 1) return;
      const wait = Math.ceil((1 - left) / perMs / 1000);
      throw new Problem('too_many', {
        detail: `Too many requests; try again in ${wait} ${wait === 1 ? 'second' : 'seconds'}.`,
        headers: { 'retry-after': String(wait) },
      });
    },
    forget(key) {
      allowances.delete(key);
    },
  };
}
