import { bareInsertRate, storeMessages } from '@lyhord/server';
import { atLeast, atMost, type Bench, type BenchSize, type Figure, told } from './figure.ts';
import type { LoadOrder, LoadResult } from './load-order.ts';
import { runOrder } from './order-process.ts';
import {
  memoryMegabytes,
  processorSeconds,
  type ServerProcess,
  startServerProcess,
  stopServerProcess,
  temporaryFolder,
} from './server-process.ts';
import { signIn } from './signed-in.ts';

type Wanted = Pick<LoadOrder, 'kind' | 'lanes'> & Partial<LoadOrder>;
type Send = (wanted: Wanted) => Promise<LoadResult>;

/** `LYHORD_BENCH_PARTS=events,single,signals,memory` measures some of them only. */
const parts = (process.env.LYHORD_BENCH_PARTS ?? 'events,single,signals,memory').split(',');
const wanted = (part: string) => parts.includes(part);

/** Durable events, single requests and signals with text over HTTP, from a process beside the server. */
export const ingestBench: Bench = {
  name: 'ingest',
  summary: 'events and signals a second over HTTP, acknowledged durable; memory while they arrive',
  async *run(size) {
    const folder = temporaryFolder('ingest');
    try {
      const source = await sourceWithPast(folder.path, size);
      const bare = await bareInsertRate();
      yield told('bare engine, the same rows from Node in batches of 5,000', bare, 'rows/s');
      const loaded = async function* (
        durability: string,
        measure: (send: Send, server: ServerProcess) => AsyncIterable<Figure>,
      ) {
        const server = await startServerProcess(['--data', folder.path], { LYHORD_DURABILITY: durability });
        try {
          yield told(`start with what is stored (${durability})`, server.readyMs / 1000, 's');
          const send: Send = (load) => sendLoad({ ...orderFor(server, source.writeKey, size), ...load });
          yield* measure(send, server);
        } finally {
          await stopServerProcess(server);
        }
      };
      yield* loaded('power-loss', (send, server) => allFigures(send, server, size, bare));
      if (wanted('events'))
        yield* loaded('process', (send, server) => eventFigures(send, server, 'process', bare));
    } finally {
      folder.remove();
    }
  },
};

const orderFor = ({ url }: ServerProcess, writeKey: string, { seconds, stored }: BenchSize) => ({
  url: new URL(url).origin,
  writeKey,
  seconds,
  stored,
  mostItems: Number.MAX_SAFE_INTEGER,
  duplicates: 0,
  run: `run-${Date.now()}`,
});

async function sourceWithPast(path: string, { stored }: BenchSize) {
  const server = await startServerProcess(['--data', path]);
  const session = await signIn(server);
  const { body: source } = await session.post<{ id: string; writeKey: string }>('/api/sources', {
    name: 'ingest bench',
  });
  await stopServerProcess(server);
  if (stored > 0) await storeMessages(path, source.id, stored);
  return source;
}

async function* allFigures(send: Send, server: ServerProcess, size: BenchSize, bare: number) {
  if (wanted('events')) yield* eventFigures(send, server, 'power-loss', bare);
  const seconds = Math.min(30, size.seconds);
  if (wanted('single')) {
    await steady(send, server, { kind: 'single', lanes: 200 });
    const before = processorSeconds(server.child.pid!);
    const single = await send({ kind: 'single', lanes: 200, seconds });
    const used = processorSeconds(server.child.pid!) - before;
    yield atLeast('requests with one event', single.accepted / single.seconds, 3_000, 'requests/s');
    yield atMost('requests with one event, p99', single.p99, 150, 'ms');
    yield told('processor time of the server', (used * 1e6) / single.accepted, 'µs a request');
  }
  if (wanted('signals')) {
    await steady(send, server, { kind: 'signals', lanes: 16 });
    const before = processorSeconds(server.child.pid!);
    const signals = await send({ kind: 'signals', lanes: 16, seconds });
    const used = processorSeconds(server.child.pid!) - before;
    yield atLeast('signals with text', signals.accepted / signals.seconds, 1_500, 'signals/s');
    yield told('processor time of the server', (used * 1e6) / signals.accepted, 'µs a signal');
    yield told('batches of 100 signals, p99', signals.p99, 'ms');
  }
  if (wanted('memory')) yield* memoryFigures(send, server, size);
}

const warmSeconds = 4;
const [restShare, restMs, mostRestMs] = [0.25, 1_000, 60_000];

/** Warms up, then waits until the server has done what was asked of it before, so that it is not counted again. */
async function steady(send: Send, { child }: ServerProcess, load: Wanted): Promise<void> {
  await send({ ...load, seconds: warmSeconds, run: `warm-${Date.now()}` });
  const until = performance.now() + mostRestMs;
  for (let before = processorSeconds(child.pid!); performance.now() < until; ) {
    await new Promise((resolve) => setTimeout(resolve, restMs));
    const now = processorSeconds(child.pid!);
    if (now - before < (restShare * restMs) / 1_000) return;
    before = now;
  }
}

async function* eventFigures(send: Send, server: ServerProcess, durability: string, bare: number) {
  const { child } = server;
  for (const duplicates of [0, 0.2]) {
    await steady(send, server, { kind: 'events', lanes: 32 });
    const before = processorSeconds(child.pid!);
    const done = await send({ kind: 'events', lanes: 32, duplicates });
    const rate = (done.accepted + done.duplicates) / done.seconds;
    const used = processorSeconds(child.pid!) - before;
    const how = `${durability}, ${duplicates * 100} % copies`;
    yield atLeast(`durable events, ${how}`, rate, 15_000, 'events/s');
    yield atLeast(`ratio to the bare engine, ${how}`, rate / bare, 0.3, '');
    yield told(
      `share of copies that were known again, ${how}`,
      done.duplicates / (done.accepted + done.duplicates),
      '',
    );
    yield told(`batches of 100, p99, ${how}`, done.p99, 'ms');
    const items = done.accepted + done.duplicates;
    yield told(`processor time of the server, ${how}`, (used * 1e6) / items, 'µs an event');
    yield told(`batches told to come back later, ${how}`, done.postponed, 'batches');
    if (done.refused > 0) throw new Error(`${done.refused} events were refused`);
  }
}

/** Memory at quarters of the way; flat means that the last quarter adds nothing but the keys. */
async function* memoryFigures(send: Send, { child }: ServerProcess, { events }: BenchSize) {
  const memory: number[] = [];
  const watch = setInterval(() => memory.push(memoryMegabytes(child.pid!)), 1_000);
  try {
    await send({ kind: 'events', lanes: 32, seconds: 3_600, mostItems: events });
  } finally {
    clearInterval(watch);
  }
  const quarter = (n: number) =>
    Math.max(...memory.slice(Math.floor((memory.length * n) / 4), Math.ceil((memory.length * (n + 1)) / 4)));
  for (const n of [0, 1, 2, 3]) yield told(`memory, quarter ${n + 1} of ${events} events`, quarter(n), 'MB');
  yield atMost(`memory while ${events} events arrive`, Math.max(...memory), 1_500, 'MB');
}

const sendLoad = (order: LoadOrder): Promise<LoadResult> => runOrder('load.process', order);
