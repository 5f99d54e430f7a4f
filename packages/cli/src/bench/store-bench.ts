import { measureStores } from '@lyhord/server';
import { type Bench, told } from './figure.ts';

/** The embedded stores by themselves: how fast they open and take rows, and what they hold of memory. */
export const storeBench: Bench = {
  name: 'stores',
  summary: 'the embedded stores alone: start, inserts, memory',
  async *run() {
    for (const { name, value, unit } of await measureStores()) yield told(name, value, unit);
  },
};
