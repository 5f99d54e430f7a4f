import { expect, test } from 'vitest';
import { liveBatches } from './live.ts';
import { solvik, type TwinBatch } from './solvik.ts';

const options = { customers: 1_000, months: 2, seed: 3 };
const from = new Date('2026-11-21T09:00:00Z');

async function listen(
  pacePerSecond: number,
  seconds: number,
): Promise<{ batches: TwinBatch[]; clock: () => number }> {
  let clock = from.getTime();
  const batches: TwinBatch[] = [];
  const live = liveBatches({
    ...options,
    from,
    pacePerSecond,
    now: () => clock,
    wait: async (ms) => {
      clock += ms;
    },
  });
  for await (const batch of live) {
    batches.push(batch);
    if (clock - from.getTime() >= seconds * 1_000) break;
  }
  return { batches, clock: () => clock };
}

test('the company goes on at the pace asked for, stamped with the moment', async () => {
  const { batches } = await listen(20, 30);
  const items = batches.flatMap(({ events, signals }) => [...events, ...signals]);
  expect(items.length).toBeGreaterThanOrEqual(580);
  expect(items.length).toBeLessThanOrEqual(640);
  const times = items.map((item) => item.happenedAt as number);
  expect(Math.min(...times)).toBeGreaterThanOrEqual(from.getTime());
  expect(Math.max(...times)).toBeLessThanOrEqual(from.getTime() + 31_000);
});

test('they are the customers of the history, and no id is told twice', async () => {
  const known = new Set<string>();
  const told = new Set<string>();
  for (const { events, signals } of solvik({ ...options, until: '2026-11-20' }).batches()) {
    for (const event of events) {
      told.add(event.messageId);
      if (event.kind === 'identify') for (const { value } of event.identifiers) known.add(value);
    }
    for (const signal of signals) told.add(signal.messageId);
  }
  const { batches } = await listen(50, 20);
  const events = batches.flatMap((batch) => batch.events);
  for (const { messageId } of [...events, ...batches.flatMap((batch) => batch.signals)]) {
    expect(told).not.toContain(messageId);
    told.add(messageId);
  }
  const keys = events
    .flatMap((event) => event.identifiers)
    .filter(({ type }) => type === 'loyalty_number' || type === 'email');
  const ofHistory = keys.filter(({ value }) => known.has(value)).length;
  expect(ofHistory / keys.length).toBeGreaterThan(0.97);
});

test('an impossible pace is refused', async () => {
  await expect(liveBatches({ ...options, from, pacePerSecond: 0 }).next()).rejects.toThrow(
    'pacePerSecond 0 is not between',
  );
});
