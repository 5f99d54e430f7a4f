import { parentPort, workerData } from 'node:worker_threads';
import { type DriversToWeigh, weighDrivers } from './weigh-drivers.ts';

parentPort!.postMessage(weighDrivers(workerData as DriversToWeigh));
