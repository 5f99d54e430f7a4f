import { randomInt } from 'node:crypto';
import type { PrivacyRequest } from '@lyhord/contract';
import {
  askPlanted as ask,
  type PlantedCustomer,
  type PlantingSession,
  plantCustomer,
  plantingSession,
  scanDataDirectory,
  sendPlanted as send,
} from '@lyhord/server';
import { atMost, type Bench, equalTo, type Figure, told } from './figure.ts';
import { startServerProcess, stopServerProcess, temporaryFolder } from './server-process.ts';

const slowestSeconds = 60;
const whole = { events: 10_000_000, signals: 1_000_000, customers: 500_000 } as const;
const lanes = 4;

/** LYHORD_BENCH_SHARE=0.01 stores a hundredth, for a quick look; the bar is meant for the whole. */
const share = () => Math.min(1, Number(process.env.LYHORD_BENCH_SHARE ?? 1) || 1);

/** Two customers among many: one is erased with a SIGKILL in the middle, one is timed; every file is unpacked. */
export const erasureBench: Bench = {
  name: 'erasure',
  summary: 'one of many customers is erased within a minute, proven by unpacking every file',
  async *run() {
    const folder = temporaryFolder('erasure');
    let server = await startServerProcess(['--data', folder.path]);
    const login = { email: server.email, password: server.password };
    try {
      let session = await plantingSession(new URL(server.url).origin, login);
      const killed = await plantCustomer(session, 9);
      const timed = await plantCustomer(session, 7);
      yield* filled(session);
      const words = [...timed.strings, ...killed.strings];
      yield equalTo('planted strings found before', await found(words, folder.path), words.length, 'strings');

      await begin(session, killed);
      await pause(randomInt(300, 3_000));
      process.kill(-server.child.pid!, 'SIGKILL');
      server = await startServerProcess(['--data', folder.path]);
      session = { ...(await plantingSession(new URL(server.url).origin, login)), writeKey: session.writeKey };
      await finished(session);
      yield equalTo(
        'strings found after one SIGKILL and a restart',
        await found(killed.strings, folder.path),
        0,
        'strings',
      );

      const { id } = await begin(session, timed);
      yield atMost('erasure', (await finished(session, id)).receipt!.seconds, slowestSeconds, 's');
      tellParts(server.printed());
      yield equalTo('planted strings found after', await found(words, folder.path), 0, 'strings');
      yield* resent(session, timed, folder.path);
      await stopServerProcess(server);
    } finally {
      if (server.child.exitCode === null && server.child.signalCode === null)
        process.kill(-server.child.pid!, 'SIGKILL');
      folder.remove();
    }
  },
};

/** With LYHORD_LOG_LEVEL=debug: how long each part of the erasure took. */
function tellParts(printed: string): void {
  for (const line of printed.split('\n')) if (line.includes('"msg":"erasure"')) console.error(line);
}

/** How many of the strings stand in some file; a file that cannot be unpacked proves nothing and ends the bench. */
async function found(strings: readonly string[], folder: string): Promise<number> {
  const scan = await scanDataDirectory(strings, folder);
  if (scan.unreadable.length > 0) throw new Error(`could not unpack ${scan.unreadable.join(', ')}`);
  if (process.env.LYHORD_LOG_LEVEL === 'debug' && scan.findings.length < 100)
    for (const { index, file } of scan.findings) console.error(`${strings[index]} stands in ${file}`);
  return new Set(scan.findings.map(({ index }) => index)).size;
}

async function* resent(
  session: PlantingSession,
  planted: PlantedCustomer,
  folder: string,
): AsyncGenerator<Figure> {
  const answers = [
    await send(session, '/v1/batch', planted.batch),
    await send(session, '/v1/signals', planted.signals),
  ];
  const kept = answers.flatMap(({ verdicts }) => verdicts).filter(({ reason }) => reason !== 'erased').length;
  yield equalTo('items kept when all is sent again', kept, 0, 'items');
  yield equalTo('strings found after sending again', await found(planted.strings, folder), 0, 'strings');
}

async function begin(session: PlantingSession, { email }: PlantedCustomer): Promise<PrivacyRequest> {
  const { customers } = await ask<{ customers: { key: string }[] }>(
    session,
    'GET',
    `/api/customers?search=${encodeURIComponent(email)}`,
  );
  return ask<PrivacyRequest>(session, 'POST', `/api/customers/${customers[0]!.key}/erasure`, {});
}

/** Waits for one request, or for all of them. */
async function finished(session: PlantingSession, id?: string): Promise<PrivacyRequest> {
  for (;;) {
    const { requests } = await ask<{ requests: PrivacyRequest[] }>(session, 'GET', '/api/privacy/requests');
    const open = requests.filter((one) => one.kind === 'erasure' && one.state !== 'done');
    const done = requests.find((one) => (id ? one.id === id : true) && one.state === 'done');
    if (done && (id !== undefined || open.length === 0)) return done;
    await pause(250);
  }
}

async function* filled(session: PlantingSession): AsyncGenerator<Figure> {
  const [events, signals] = [Math.round(whole.events * share()), Math.round(whole.signals * share())];
  await inLanes(events, 1_000, (from, count) =>
    send(session, '/v1/batch', { batch: Array.from({ length: count }, (_, n) => eventOf(from + n)) }),
  );
  await inLanes(signals, 500, (from, count) =>
    send(session, '/v1/signals', { signals: Array.from({ length: count }, (_, n) => signalOf(from + n)) }),
  );
  yield told('events stored', events, 'events');
  yield told('signals stored', signals, 'signals');
}

async function inLanes(
  all: number,
  atOnce: number,
  work: (from: number, count: number) => Promise<unknown>,
): Promise<void> {
  let next = 0;
  const lane = async () => {
    while (next < all) {
      const from = next;
      next += atOnce;
      await work(from, Math.min(atOnce, all - from));
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
}

const begun = Date.now() - 400 * 86_400_000;
const at = (n: number) => new Date(begun + (n % 34_000_000) * 1_000).toISOString();
const eventOf = (n: number) => ({
  ...{ type: 'track', event: n % 3 === 0 ? 'Order Completed' : 'Page Viewed', messageId: `e${n}` },
  ...{ userId: `u${n % whole.customers}`, timestamp: at(n) },
  properties: { order_id: `o${n}`, total: 100 + (n % 900), currency: 'SEK', shelf: `s${n % 400}` },
});
const signalOf = (n: number) => ({
  ...{ messageId: `s${n}`, kind: 'survey', channel: 'web', happenedAt: at(n * 10) },
  identifiers: [{ type: 'user_id', value: `u${n % whole.customers}` }],
  answers: [{ question: 'nps', value: n % 11 }],
  text: n % 2 === 0 ? `The queue was long but the staff of counter ${n % 60} were kind` : null,
});

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
