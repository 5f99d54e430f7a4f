// Writes a run of the twin into a folder, line by line; what is in memory does not grow with what is written.
import { once } from 'node:events';
import { createWriteStream, mkdirSync, type WriteStream, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { segmentMessage, solvik, type TwinOptions } from '@lyhord/twin';
import { ProgressBar } from '../commands/progress-bar.ts';

const chunkLength = 1 << 18;

/** Lines gathered into large writes; waits when the disk is behind. */
class LineFile {
  lines = 0;
  readonly #stream: WriteStream;
  #waiting = '';
  #problem: Error | null = null;

  constructor(path: string) {
    this.#stream = createWriteStream(path);
    this.#stream.on('error', (problem) => {
      this.#problem = problem;
    });
  }

  async write(value: unknown): Promise<void> {
    this.#waiting += `${JSON.stringify(value)}\n`;
    this.lines++;
    if (this.#waiting.length > chunkLength) await this.#flush();
  }

  async #flush(): Promise<void> {
    if (this.#problem) throw this.#problem;
    const text = this.#waiting;
    this.#waiting = '';
    if (!this.#stream.write(text)) await once(this.#stream, 'drain');
  }

  async close(): Promise<void> {
    await this.#flush();
    this.#stream.end();
    await finished(this.#stream);
  }
}

export async function writeTwin(out: string, options: TwinOptions): Promise<void> {
  const twin = solvik(options);
  mkdirSync(out, { recursive: true });
  const json = (name: string, value: unknown) =>
    writeFileSync(join(out, name), `${JSON.stringify(value, null, 2)}\n`);
  json('places.json', twin.places);
  json('people.json', twin.people);
  json('products.json', twin.products);
  json('rates.json', twin.rates);
  const events = new LineFile(join(out, 'events.jsonl'));
  const signals = new LineFile(join(out, 'signals.jsonl'));
  const bar = new ProgressBar('Solvik');
  const days = twin.plan.lastDay - twin.plan.firstDay + 1;
  let day = 0;
  for (const batch of twin.batches()) {
    for (const event of batch.events) {
      const message = segmentMessage(event);
      if (message) await events.write(message);
    }
    for (const signal of batch.signals) await signals.write(signal);
    bar.show(++day / days, batch.day);
  }
  await Promise.all([events.close(), signals.close()]);
  json('truth.json', twin.truth);
  bar.end(`(${events.lines} events and ${signals.lines} signals in ${out})`);
}
