import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { atPace } from './live.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

test('news is asked for at once, then at a calm pace, and the last is never forgotten', () => {
  const run = vi.fn();
  const { poke } = atPace(run, 2_000);
  poke();
  expect(run).toHaveBeenCalledTimes(1);
  for (let i = 0; i < 50; i++) poke();
  expect(run).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(2_000);
  expect(run).toHaveBeenCalledTimes(2);
  vi.advanceTimersByTime(20_000);
  expect(run).toHaveBeenCalledTimes(2);
});

test('nothing is asked for after the screen has closed', () => {
  const run = vi.fn();
  const pace = atPace(run, 2_000);
  pace.poke();
  pace.poke();
  pace.stop();
  vi.advanceTimersByTime(10_000);
  expect(run).toHaveBeenCalledTimes(1);
});
