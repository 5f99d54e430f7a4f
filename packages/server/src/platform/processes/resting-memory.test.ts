import { expect, it } from 'vitest';
import { keepMemoryLow } from './resting-memory.ts';

it('gives back what a burst of work has left, once the process rests', async () => {
  const keeper = keepMemoryLow(20);
  let burst: unknown[] | null = Array.from({ length: 200 }, () => new Float64Array(128 * 1024));
  const atWork = process.memoryUsage().arrayBuffers;
  expect(atWork).toBeGreaterThan(200 * 1024 * 1024);
  burst = null;
  await expect.poll(() => process.memoryUsage().arrayBuffers).toBeLessThan(atWork / 2);
  keeper.stop();
  expect(burst).toBeNull();
});
