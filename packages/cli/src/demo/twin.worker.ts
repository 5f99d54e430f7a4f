// Makes the demo company's days in a thread of its own and prepares the events there; waits when the receiver is some
// batches behind.
import { parentPort, workerData } from 'node:worker_threads';
import type { SignalInput } from '@lyhord/contract';
import { createPreparer, transferOf } from '@lyhord/server/preparing';
import { solvik } from '@lyhord/twin';
import type { DemoBatch, DemoOrder } from './demo-batch.ts';

const { request, plan, eventsPerBatch, signalsPerBatch } = workerData as DemoOrder;
const firstBatch = 12_500;
const port = parentPort!;
let credit = 4;
let wake = () => {};
port.on('message', () => {
  credit++;
  wake();
});

const prepared = createPreparer(plan);
let signals: SignalInput[] = [];

async function send(batch: DemoBatch) {
  while (credit === 0) {
    await new Promise<void>((resolve) => {
      wake = resolve;
    });
  }
  credit--;
  port.postMessage(batch, batch.events ? transferOf(batch.events) : []);
}

async function sendSignals(day: string) {
  const batch: DemoBatch = { day, events: null, signals };
  signals = [];
  await send(batch);
}

/** The first blocks are small, so that the receiver has something to do while this thread gets going. */
let wanted = Math.min(firstBatch, eventsPerBatch);
let lastDay = '';
for (const made of solvik(request).batches()) {
  lastDay = made.day;
  // written down day by day: no event lives longer than its day
  prepared.add(made.events);
  for (const signal of made.signals) signals.push(signal);
  if (signals.length >= signalsPerBatch) await sendSignals(lastDay);
  if (prepared.count >= wanted) {
    wanted = Math.min(2 * wanted, eventsPerBatch);
    await send({ day: lastDay, events: prepared.take(), signals: [] });
  }
}
await sendSignals(lastDay);
await send({ day: lastDay, events: prepared.take(), signals: [] });
port.postMessage(null);
port.close();
