import { measureSegments } from '@lyhord/server';
import { shareOf } from './bench-share.ts';
import { atMost, type Bench, quantile, told } from './figure.ts';
import { keptOrTemporaryFolder } from './server-process.ts';

const whole = { signals: 1_000_000, events: 50_000_000, customers: 1_000_000 } as const;
const loads = 10;
const fullMs = 2_000;
const oneMs = 100;

/** In this process, without HTTP, from what is kept of each customer. */
export const segmentsBench: Bench = {
  name: 'segments',
  summary: 'rules over a million customers, and over one of whom something new is known',
  async *run() {
    const folder = keptOrTemporaryFolder('segments');
    const share = shareOf();
    const part = (n: number) => Math.round(n * share);
    const size = {
      ...{ signals: part(whole.signals), events: part(whole.events), customers: part(whole.customers) },
    };
    process.env.LYHORD_LOG_LEVEL ??= 'warn';
    try {
      yield told('customers', size.customers, 'customers');
      yield told('events', size.events, 'rows');
      for await (const found of measureSegments(folder.path, size, loads)) {
        if (found.step === 'filled') yield told('filling', found.seconds, 's');
        if (found.step === 'counted') yield told('making all rollups again', found.seconds, 's');
        if (found.step === 'full')
          yield atMost(`${found.name}, in full, p95 of ${loads}`, quantile(found.loads, 0.95), fullMs, 'ms');
        if (found.step === 'one')
          yield atMost(
            `three rules for one customer, p95 of ${loads}`,
            quantile(found.loads, 0.95),
            oneMs,
            'ms',
          );
      }
    } finally {
      folder.remove();
    }
  },
};
