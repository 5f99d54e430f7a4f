import { once } from 'node:events';
import { createWriteStream, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { solvik } from '@lyhord/twin';
import { readOptions, UsageError, wholeNumber } from '../commands/options.ts';

export async function twinCommand(argv: string[]): Promise<number> {
  const { values } = readOptions(argv, {
    out: { type: 'string' },
    customers: { type: 'string' },
    months: { type: 'string' },
    seed: { type: 'string' },
    until: { type: 'string' },
  });
  if (values.out === undefined) throw new UsageError('--out DIR says where to write. See --help.');
  mkdirSync(values.out, { recursive: true });
  const twin = solvik({
    customers: wholeNumber('customers', values.customers ?? '100000', 1, 5_000_000),
    months: wholeNumber('months', values.months ?? '18', 1, 120),
    seed: wholeNumber('seed', values.seed ?? '1', 0, 4_294_967_295),
    until: values.until ?? new Date(Date.now() - 86_400_000).toISOString().slice(0, 10),
  });
  const signals = createWriteStream(join(values.out, 'signals.jsonl'));
  for (const batch of twin.batches()) {
    for (const signal of batch.signals) {
      if (!signals.write(`${JSON.stringify(signal)}\n`)) await once(signals, 'drain');
    }
  }
  signals.end();
  await once(signals, 'finish');
  return 0;
}
