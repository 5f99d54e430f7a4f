import { describe, expect, it } from 'vitest';
import { createRateLimit } from './rate-limit.ts';

describe('a rate limit', () => {
  const clock = { at: 0, now: () => new Date(clock.at) };
  const limit = createRateLimit(clock, 3, 60);
  const taken = (key: string) => {
    try {
      limit.take(key);
      return 'taken';
    } catch (error) {
      return (error as { details: { headers: { 'retry-after': string } } }).details.headers['retry-after'];
    }
  };

  it('lets so many through, says how long to wait, and refills evenly', () => {
    expect([1, 2, 3, 4].map(() => taken('a'))).toEqual(['taken', 'taken', 'taken', '20']);
    clock.at += 19_000;
    expect(taken('a')).toBe('1');
    clock.at += 1000;
    expect([taken('a'), taken('a')]).toEqual(['taken', '20']);
  });

  it('counts each key for itself, and forgets one that succeeded', () => {
    expect(taken('b')).toBe('taken');
    limit.forget('a');
    expect(taken('a')).toBe('taken');
  });

  it('locks nobody out when the clock is set back', () => {
    expect(taken('c')).toBe('taken');
    clock.at -= 3_600_000;
    expect([taken('c'), taken('c'), taken('c')]).toEqual(['taken', 'taken', '20']);
  });
});
