import { expect, it } from 'vitest';
import { Gate } from './gate.ts';

const forever = () => new Promise<never>(() => {});
const status = (work: Promise<unknown>) =>
  work.then(
    () => 200,
    (problem: { status: number; details: { headers: Record<string, string> } }) => [
      problem.status,
      problem.details.headers['retry-after'],
    ],
  );

it('work beyond the limit is told when to come back', async () => {
  const gate = new Gate(100);
  void gate.with('a', 60, forever);
  expect(await status(gate.with('b', 50, async () => 1))).toEqual([503, '1']);
  expect(await status(gate.with('b', 40, async () => 1))).toBe(200);
  expect(gate.items).toBe(60);
});

it('one sender cannot keep the others out', async () => {
  const gate = new Gate(100);
  void gate.with('b', 10, forever);
  void gate.with('a', 40, forever);
  expect(await status(gate.with('a', 20, async () => 1))).toEqual([429, '1']);
  expect(await status(gate.with('b', 20, async () => 1))).toBe(200);
});

it('a request larger than the limit is served when nothing else is inside', async () => {
  expect(await status(new Gate(10).with('a', 50, async () => 1))).toBe(200);
});
