// Promise: drivers are weighed beside the main thread, which goes on answering meanwhile.
import { Worker } from 'node:worker_threads';
import { workerFile } from '../../collect/index.ts';
import type { DriversToWeigh, WeighedDrivers } from './weigh-drivers.ts';

export async function weighInThread(work: DriversToWeigh): Promise<WeighedDrivers | null> {
  const thread = new Worker(await workerFile('drivers', import.meta.url), { workerData: work });
  return new Promise((resolve, reject) => {
    thread.once('message', resolve);
    thread.once('error', reject);
  });
}
