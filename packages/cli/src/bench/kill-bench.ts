import { randomInt } from 'node:crypto';
import { type Bench, equalTo, told } from './figure.ts';
import {
  type ServerProcess,
  startServerProcess,
  stopServerProcess,
  temporaryFolder,
} from './server-process.ts';
import { type Session, signIn } from './signed-in.ts';

const senders = 4;
const batchSize = 40;

interface Batch {
  readonly key: string;
  readonly signals: unknown[];
  readonly events: unknown[];
  acknowledged: boolean;
}

/** SIGKILL of the whole group at random moments under load; every batch is sent until it is acknowledged. */
export const killBench: Bench = {
  name: 'kill',
  summary: 'nothing acknowledged is lost or doubled by 100 SIGKILLs under load',
  async *run({ rounds }) {
    const folder = temporaryFolder('kill');
    const batches: Batch[] = [];
    let server = await startServerProcess(['--data', folder.path]);
    const login = { email: server.email, password: server.password };
    try {
      const writeKey = await newWriteKey(await signIn(server));
      for (let round = 0; round < rounds; round++) {
        const load = sendUntilDown(server, writeKey, batches, round);
        await pause(randomInt(80, 900));
        process.kill(-server.child.pid!, 'SIGKILL');
        await load;
        server = await startServerProcess(['--data', folder.path]);
        await sendAgain(server, writeKey, batches);
      }
      yield told('batches acknowledged', batches.filter((batch) => batch.acknowledged).length, 'batches');
      yield* compared(await signIn({ url: server.url, ...login }), batches);
      await stopServerProcess(server);
    } finally {
      if (server.child.exitCode === null && server.child.signalCode === null)
        process.kill(-server.child.pid!, 'SIGKILL');
      folder.remove();
    }
  },
};

async function newWriteKey(session: Session): Promise<string> {
  const { body, status } = await session.post<{ writeKey: string }>('/api/sources', { name: 'kill bench' });
  if (status >= 300) throw new Error(`making a source answered ${status}: ${JSON.stringify(body)}`);
  return body.writeKey;
}

const today = () => new Date().toISOString();

function newBatch(round: number, sender: number, number: number): Batch {
  const key = `${round}-${sender}-${number}`;
  return {
    key,
    acknowledged: false,
    signals: Array.from({ length: batchSize }, (_, index) => ({
      messageId: `s-${key}-${index}`,
      kind: 'survey',
      channel: 'email',
      happenedAt: today(),
      identifiers: [{ type: 'user_id', value: `u-${key}-${index}` }],
      answers: [{ question: 'nps', value: index % 11 }],
      text: index % 4 === 0 ? 'The queue was long but the staff were kind' : null,
    })),
    events: Array.from({ length: batchSize }, (_, index) => ({
      type: 'track',
      event: 'order_placed',
      messageId: `e-${key}-${index}`,
      userId: `u-${key}-${index}`,
      timestamp: today(),
      properties: { order_id: `o-${key}-${index}`, currency: 'SEK', total: 100 },
    })),
  };
}

async function post(server: ServerProcess, writeKey: string, path: string, body: unknown): Promise<boolean> {
  const authorization = `Basic ${Buffer.from(`${writeKey}:`).toString('base64')}`;
  const reply = await fetch(`${new URL(server.url).origin}${path}`, {
    method: 'POST',
    headers: { authorization, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  }).catch(() => null);
  if (!reply?.ok) return false;
  return reply.json().then(
    () => true,
    () => false,
  );
}

async function send(server: ServerProcess, writeKey: string, batch: Batch): Promise<boolean> {
  const both = await Promise.all([
    post(server, writeKey, '/v1/signals', { signals: batch.signals }),
    post(server, writeKey, '/v1/batch', { batch: batch.events }),
  ]);
  batch.acknowledged = both.every(Boolean);
  return batch.acknowledged;
}

async function sendUntilDown(
  server: ServerProcess,
  writeKey: string,
  batches: Batch[],
  round: number,
): Promise<void> {
  const lane = async (sender: number) => {
    for (let number = 0; ; number++) {
      const batch = newBatch(round, sender, number);
      batches.push(batch);
      if (!(await send(server, writeKey, batch))) return;
    }
  };
  await Promise.all(Array.from({ length: senders }, (_, sender) => lane(sender)));
}

/** What was not acknowledged is sent until it is; some of what was is sent again, at the same time. */
async function sendAgain(server: ServerProcess, writeKey: string, batches: Batch[]): Promise<void> {
  const open = batches.filter((batch) => !batch.acknowledged);
  const repeats = batches.filter((batch) => batch.acknowledged).slice(-3);
  await Promise.all([...open, ...open, ...repeats].map((batch) => send(server, writeKey, { ...batch })));
  for (const batch of open) {
    for (let attempt = 0; !(await send(server, writeKey, batch)); attempt++) {
      if (attempt > 50) throw new Error(`batch ${batch.key} was not acknowledged after 50 tries`);
      await pause(100);
    }
  }
}

async function* compared(session: Session, batches: readonly Batch[]) {
  const expected = batches.length * batchSize;
  const day = (offset: number) => new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);
  const quality = (
    await session.get<{ sources: { name: string; events: number; signals: number }[] }>('/api/quality')
  ).body;
  const source = quality.sources.find((each) => each.name === 'kill bench');
  const ask = async (metric: string) => {
    const { body } = await session.post<{ rows: { n: number }[] }>('/api/questions', {
      metric,
      period: { from: day(-2), to: day(2) },
    });
    return body.rows[0]?.n ?? 0;
  };
  yield equalTo('signals in the base table', source?.signals ?? 0, expected, 'signals');
  yield equalTo('events in the base table', source?.events ?? 0, expected, 'events');
  yield equalTo(
    'answers on the metrics API (from the rollup)',
    await settled(() => ask('nps'), expected),
    expected,
    'answers',
  );
  yield equalTo(
    'signals on the metrics API',
    await settled(() => ask('signals'), expected),
    expected,
    'signals',
  );
}

/** Rollups follow a commit within moments; asks until the value is there, at most ten seconds. */
async function settled(ask: () => Promise<number>, expected: number): Promise<number> {
  let value = await ask();
  for (let attempt = 0; attempt < 50 && value !== expected; attempt++) {
    await pause(200);
    value = await ask();
  }
  return value;
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
