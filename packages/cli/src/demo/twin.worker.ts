// Makes the demo company's days in a thread of its own and prepares the events there; waits when the receiver is some
// batches behind.
import { parentPort, workerData } from 'node:worker_threads';
import type { OperationalEvent, SignalInput } from '@lyhord/contract';
import { createPreparer, transferOf } from '@lyhord/server/preparing';
import { solvik } from '@lyhord/twin';
import type { DemoBatch, DemoOrder } from './demo-batch.ts';

const { request, plan, itemsPerBatch } = workerData as DemoOrder;
const port = parentPort!;
let credit = 3;
let wake = () => {};
port.on('message', () => {
  credit++;
  wake();
});

const prepare = createPreparer(plan);
let events: OperationalEvent[] = [];
let signals: SignalInput[] = [];

async function send(day: string) {
  const batch: DemoBatch = { day, events: prepare(events), signals };
  events = [];
  signals = [];
  while (credit === 0) {
    await new Promise<void>((resolve) => {
      wake = resolve;
    });
  }
  credit--;
  port.postMessage(batch, transferOf(batch.events));
}

let lastDay = '';
for (const made of solvik(request).batches()) {
  lastDay = made.day;
  for (const event of made.events) events.push(event);
  for (const signal of made.signals) signals.push(signal);
  if (events.length + signals.length >= itemsPerBatch) await send(lastDay);
}
await send(lastDay);
port.postMessage(null);
port.close();
