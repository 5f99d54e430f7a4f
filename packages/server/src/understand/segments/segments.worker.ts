import { parentPort, workerData } from 'node:worker_threads';
import { findKinds, type KindsToFind } from './find-kinds.ts';

parentPort!.postMessage(findKinds(workerData as KindsToFind));
