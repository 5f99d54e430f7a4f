// Promise: kinds of customers are looked for beside the main thread, which goes on answering meanwhile.
import { Worker } from 'node:worker_threads';
import { workerFile } from '../../collect/index.ts';
import type { KindsFound, KindsToFind } from './find-kinds.ts';

export async function findInThread(work: KindsToFind): Promise<KindsFound> {
  const thread = new Worker(await workerFile('segments', import.meta.url), { workerData: work });
  return new Promise((resolve, reject) => {
    thread.once('message', resolve);
    thread.once('error', reject);
  });
}
