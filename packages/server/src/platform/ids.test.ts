import { describe, expect, it } from 'vitest';
import { createIds } from './ids.ts';

describe('ids', () => {
  it('are UUIDs of version 7 that sort in the order they were made, also within a millisecond and when the clock goes back', () => {
    let now = 1_700_000_000_000;
    const ids = createIds({ now: () => new Date(now) });
    const made: string[] = [];
    for (let n = 0; n < 20_000; n++) {
      if (n % 5000 === 4999) now -= 3;
      if (n % 7000 === 6999) now += 2;
      made.push(ids.next());
    }
    expect([...made].sort()).toEqual(made);
    expect(new Set(made).size).toBe(made.length);
    for (const id of made.slice(0, 50))
      expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(Number.parseInt(made[0]!.replaceAll('-', '').slice(0, 12), 16)).toBe(1_700_000_000_000);
  });
});
