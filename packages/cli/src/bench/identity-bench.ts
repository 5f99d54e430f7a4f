import { resolveIdentities } from '@lyhord/server';
import { atMost, type Bench, equalTo, told } from './figure.ts';
import { temporaryFolder } from './server-process.ts';

const customers = 1_000_000;
const barSeconds = 120;

/** Messages with three identifiers of each customer through the ordinary pipeline, in this process. */
export const identityBench: Bench = {
  name: 'identity',
  summary: 'a million customers with three identifiers each, resolved as they arrive (--share for fewer)',
  async *run({ share }) {
    process.env.LYHORD_LOG_LEVEL ??= 'warn';
    const folder = temporaryFolder('identity');
    try {
      const count = Math.round(customers * share);
      const done = await resolveIdentities(folder.path, count);
      yield told('customers with three identifiers', count, 'customers');
      yield atMost('time until all are resolved', done.seconds, barSeconds * share, 's');
      yield told('processor time a message', (done.processorSeconds * 1e6) / done.messages, 'µs');
      yield equalTo(
        `of ${done.lookedAt} customers, one profile and nobody else's`,
        done.right,
        done.lookedAt,
        '',
      );
      yield told('the same read from the tables', done.loadSeconds, 's');
      yield told('memory at its highest', process.resourceUsage().maxRSS / 1024, 'MB');
    } finally {
      folder.remove();
    }
  },
};
