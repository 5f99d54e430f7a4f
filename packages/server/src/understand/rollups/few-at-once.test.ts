import { expect, it } from 'vitest';
import { fewAtOnce } from './few-at-once.ts';

it('runs only some at a time, in their order, also where some fail', async () => {
  const run = fewAtOnce(2);
  const begun: number[] = [];
  const ends: (() => void)[] = [];
  const all = Array.from({ length: 5 }, (_, number) =>
    run(async () => {
      begun.push(number);
      await new Promise<void>((resolve) => ends.push(resolve));
      if (number === 1) throw new Error('one that fails');
      return number;
    }),
  );
  const outcomes = Promise.allSettled(all);
  for (let ended = 0; ended < 5; ended++) {
    await expect.poll(() => begun.length).toBe(Math.min(5, ended + 2));
    ends[ended]!();
  }
  expect(begun).toEqual([0, 1, 2, 3, 4]);
  expect((await outcomes).map(({ status }) => status === 'fulfilled')).toEqual([
    true,
    false,
    true,
    true,
    true,
  ]);
});
