// Malformed requests at every front door, by chance but repeatable: nothing but plain refusals, and memory that stays flat.
import { gzipSync } from 'node:zlib';
import { atMost, type Bench, equalTo, told } from './figure.ts';
import { KeptConnection } from './kept-connection.ts';
import { type Malformed, malformedRequest, seededChance } from './malformed.ts';
import {
  memoryMegabytes,
  type ServerProcess,
  startServerProcess,
  stopServerProcess,
  temporaryFolder,
} from './server-process.ts';
import { signIn } from './signed-in.ts';

/** Many at once: what is kept of them shares its commits, and a million end in bounded time. */
const inParallel = 384;

/** `LYHORD_FUZZ_REQUESTS` and `LYHORD_FUZZ_SEED` choose how many and which. */
export const fuzzBench: Bench = {
  name: 'fuzz',
  summary: 'malformed requests at the front doors: no 5xx, no crash, no growth',
  async *run() {
    const requests = Number(process.env.LYHORD_FUZZ_REQUESTS ?? 1_000_000);
    const seed = Number(process.env.LYHORD_FUZZ_SEED ?? 1);
    const folder = temporaryFolder('fuzz');
    const server = await startServerProcess(['--data', folder.path]);
    try {
      const found = await fuzz(server, requests, seed);
      yield told('requests', found.sent, '');
      yield told('time for all of them', found.seconds, 's');
      yield equalTo('answers of 5xx', found.failures.length, 0, '');
      yield equalTo('connections that broke without an answer', found.broken.length, 0, '');
      yield equalTo('the server is still there', server.child.exitCode === null ? 1 : 0, 1, '');
      yield atMost('memory at the end ÷ after a tenth', found.growth, 1.3, '×');
      for (const failure of found.failures.slice(0, 5)) yield told('a 5xx', failure, '');
      for (const failure of found.broken.slice(0, 5)) yield told('a broken connection', failure, '');
    } finally {
      await stopServerProcess(server);
      folder.remove();
    }
  },
};

async function fuzz(server: ServerProcess, requests: number, seed: number) {
  const session = await signIn(server);
  const source = await session.post<{ writeKey: string }>('/api/sources', { name: 'fuzz' });
  const mapping = [
    { to: 'signal', item: { messageId: '$.id', kind: 'comment', happenedAt: '$.at', text: '$.text' } },
  ];
  const hook = await session.post<{ url: string }>('/api/webhooks', {
    name: 'fuzz',
    mapping,
    signature: 'none',
  });
  const doors = { writeKey: source.body.writeKey, hook: new URL(hook.body.url).pathname };
  const { origin } = new URL(server.url);
  const started = performance.now();
  const found = { sent: 0, broken: [] as string[], failures: [] as string[], growth: 1, seconds: 0 };
  let early = 0;
  const chance = seededChance(seed);
  const worker = async () => {
    const connection = new KeptConnection(new URL(origin));
    while (found.sent < requests && server.child.exitCode === null) {
      const number = found.sent;
      found.sent += 1;
      if (number === Math.floor(requests / 10)) early = memoryMegabytes(server.child.pid!);
      await sendOne(connection, malformedRequest(chance, doors), found);
    }
    connection.end();
  };
  await Promise.all(Array.from({ length: inParallel }, worker));
  found.seconds = (performance.now() - started) / 1_000;
  found.growth = memoryMegabytes(server.child.pid!) / Math.max(1, early);
  return found;
}

async function sendOne(
  connection: KeptConnection,
  { path, headers, body, packed }: Malformed,
  found: { broken: string[]; failures: string[] },
): Promise<void> {
  try {
    const { status, comeAgain } = await connection.post(path, headers, packed ? gzipSync(body) : body);
    // being busy is an honest answer; it names when to come again
    const busy = status === 503 && comeAgain;
    if (!(status >= 200 && status < 500) && !busy) {
      found.failures.push(`${status} ${path} ${body.toString('utf8').slice(0, 300)}`);
    }
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    found.broken.push(`${code ?? ''} ${message} ${path} ${body.length} bytes`);
  }
}
