// Makes the demo company's days in a thread of its own; waits when the receiver is some batches behind.
import { parentPort, workerData } from 'node:worker_threads';
import { solvik } from '@lyhord/twin';
import type { DemoBatch, DemoRequest } from './demo-batch.ts';

const { itemsPerBatch, ...options } = workerData as DemoRequest;
const port = parentPort!;
let credit = 4;
let wake = () => {};
port.on('message', () => {
  credit++;
  wake();
});

const company = solvik(options);
let batch: DemoBatch = { day: '', events: [], signals: [] };

async function send() {
  while (credit === 0) {
    await new Promise<void>((resolve) => {
      wake = resolve;
    });
  }
  credit--;
  port.postMessage(batch);
  batch = { day: '', events: [], signals: [] };
}

for (const { day, events, signals } of company.batches()) {
  batch.day = day;
  for (const event of events) batch.events.push(event);
  for (const signal of signals) batch.signals.push(signal);
  if (batch.events.length + batch.signals.length >= itemsPerBatch) await send();
}
await send();
port.postMessage(null);
port.close();
