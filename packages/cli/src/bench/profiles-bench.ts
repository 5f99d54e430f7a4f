import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { storeProfiles } from '@lyhord/server';
import { keyOfStored } from '@lyhord/server/stored-profile';
import { atLeast, atMost, type Bench, type Figure, told } from './figure.ts';
import { runOrder } from './order-process.ts';
import type { ReadOrder, ReadResult } from './read-order.ts';
import {
  keptOrTemporaryFolder,
  processorSeconds,
  type ServerProcess,
  startServerProcess,
  stolenSeconds,
  stopServerProcess,
} from './server-process.ts';
import { signIn } from './signed-in.ts';

const customers = 1_000_000;
/** Requests under way at once; what sends them shares the two cores. */
const [lanes, mostSeconds] = [16, 20];
const waitMs = 1_800_000;

/** Profiles by key over HTTP with a reading token, and what HTTP alone costs in the same run. */
export const profilesBench: Bench = {
  name: 'profiles',
  summary: 'profiles read by key over HTTP with a token, of a million customers (--share for fewer)',
  async *run({ share, seconds }) {
    const folder = keptOrTemporaryFolder('profiles');
    try {
      const { token, count } = await stored(folder.path, Math.round(customers * share));
      yield told('customers', count, 'customers');
      const server = await startServerProcess(['--data', folder.path]);
      try {
        yield told('start with what is stored', server.readyMs / 1000, 's');
        const { pid } = server.child;
        const before = processorSeconds(pid!);
        const begun = performance.now();
        await untilServed(server, token, count);
        yield told('until all profiles are at hand', (performance.now() - begun) / 1000, 's');
        yield told('processor time of the server for that', processorSeconds(pid!) - before, 's');
        const order = { token, customers: count, lanes, seconds: Math.min(mostSeconds, seconds) };
        yield* figures(server, order);
      } finally {
        await stopServerProcess(server);
      }
    } finally {
      folder.remove();
    }
  },
};

interface Stored {
  readonly token: string;
  readonly count: number;
}

/** Fills the folder and takes out a token, both kept for the next run where the folder is. */
async function stored(folder: string, count: number): Promise<Stored> {
  const note = `${folder}.profiles.json`;
  if (existsSync(note)) return JSON.parse(readFileSync(note, 'utf8')) as Stored;
  const server = await startServerProcess(['--data', folder]);
  const session = await signIn(server);
  const { body: source } = await session.post<{ id: string }>('/api/sources', { name: 'profiles bench' });
  const { body: made } = await session.post<{ token: string }>('/api/tokens', { name: 'bench' });
  await stopServerProcess(server);
  await storeProfiles(folder, source.id, count);
  const done = { token: made.token, count };
  if (process.env.LYHORD_BENCH_FOLDER) writeFileSync(note, JSON.stringify(done), { mode: 0o600 });
  return done;
}

async function* figures(
  server: ServerProcess,
  order: Omit<ReadOrder, 'url' | 'path'>,
): AsyncIterable<Figure> {
  const url = new URL(server.url).origin;
  const measure = async (path: ReadOrder['path']) => {
    const [before, stolenBefore] = [processorSeconds(server.child.pid!), stolenSeconds()];
    const done = await read({ ...order, url, path });
    const cost = ((processorSeconds(server.child.pid!) - before) * 1e6) / done.answers;
    const stolen = ((stolenSeconds() - stolenBefore) * 100) / (done.seconds * availableParallelism());
    return { ...done, rate: done.answers / done.seconds, cost, stolen };
  };
  await read({ ...order, url, path: 'profile', seconds: Math.min(5, order.seconds) });
  const http = await measure('health');
  yield told('HTTP alone, the same load', http.rate, 'answers/s');
  yield told('HTTP alone, processor time of the server', http.cost, 'µs an answer');
  const profiles = await measure('profile');
  yield atLeast('profiles', profiles.rate, 3_000, 'profiles/s');
  yield atMost('profiles, p99', profiles.p99, 10, 'ms');
  yield told('profiles, median', profiles.median, 'ms');
  yield told('profiles, processor time of the server', profiles.cost, 'µs a profile');
  yield told('profiles, processor time that the host gave to others', profiles.stolen, '%');
  yield atMost('profiles that were not at hand', profiles.others, 0, 'profiles');
}

/** Asks until the last customer's profile comes from the store. */
async function untilServed(server: ServerProcess, token: string, count: number): Promise<void> {
  const origin = new URL(server.url).origin;
  const until = performance.now() + waitMs;
  const key = keyOfStored(count - 1);
  while (performance.now() < until) {
    const answer = await fetch(`${origin}/api/profiles/${key}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    const body = (await answer.json()) as { freshness?: { from: string } };
    if (answer.status === 200 && body.freshness?.from === 'store') return;
    if (answer.status !== 200 && answer.status !== 404)
      throw new Error(`a profile answered ${answer.status}`);
    await new Promise((resolve) => setTimeout(resolve, 2_000));
  }
  throw new Error('the profiles were not at hand in time');
}

const read = (order: ReadOrder): Promise<ReadResult> => runOrder('read.process', order);
