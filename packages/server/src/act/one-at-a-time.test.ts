import { expect, test } from 'vitest';
import { oneAtATime } from './one-at-a-time.ts';

test('work never overlaps itself, and no call is lost', async () => {
  let inside = 0;
  let most = 0;
  let wanted = 0;
  let done = 0;
  const run = oneAtATime(async () => {
    inside += 1;
    most = Math.max(most, inside);
    const seen = wanted;
    await new Promise((resolve) => setTimeout(resolve, 1));
    done = seen;
    inside -= 1;
  });
  for (let call = 0; call < 50; call++) {
    wanted += 1;
    const mine = wanted;
    const finished = run().then(() => expect(done).toBeGreaterThanOrEqual(mine));
    if (call % 3 === 0) await finished;
  }
  await run();
  expect([most, done]).toEqual([1, 50]);
});

test('a run that failed does not stop the next one', async () => {
  let calls = 0;
  const run = oneAtATime(async () => {
    calls += 1;
    if (calls === 1) throw new Error('once');
  });
  await expect(run()).rejects.toThrow('once');
  await run();
  expect(calls).toBe(2);
});
