import { randomInt } from 'node:crypto';
import type { PrivacyRequest } from '@lyhord/contract';
import {
  askPlanted as ask,
  type PlantedCustomer,
  type PlantingSession,
  plantCustomer,
  plantingSession,
  readProfileAtHand,
  scanDataDirectory,
  sendPlanted as send,
  storeHistory,
} from '@lyhord/server';
import { atMost, type Bench, equalTo, type Figure, told } from './figure.ts';
import { startServerProcess, stopServerProcess, temporaryFolder } from './server-process.ts';

const slowestSeconds = 60;
const whole = { events: 10_000_000, signals: 1_000_000, customers: 500_000 } as const;
/**
 * Two customers come through the front doors, then many more are written around them, into the same parts. One of the two
 * is erased with a SIGKILL in the middle, one is timed; every file is unpacked.
 */
export const erasureBench: Bench = {
  name: 'erasure',
  summary:
    'one of many customers is erased within a minute, proven by unpacking every file (--share for fewer)',
  async *run({ share }) {
    const folder = temporaryFolder('erasure');
    let server = await startServerProcess(['--data', folder.path]);
    const login = { email: server.email, password: server.password };
    try {
      const planting = await plantingSession(new URL(server.url).origin, login);
      const again = async (): Promise<PlantingSession> => ({
        ...(await plantingSession(new URL(server.url).origin, login)),
        writeKey: planting.writeKey,
      });
      let session = planting;
      const killed = await plantCustomer(session, 9);
      const timed = await plantCustomer(session, 7);
      await stopServerProcess(server);
      const size = {
        customers: Math.round(whole.customers * share),
        events: Math.round(whole.events * share),
        signals: Math.round(whole.signals * share),
      };
      const begun = performance.now();
      await storeHistory(folder.path, 'bench', size);
      yield told('events stored', size.events, 'events');
      yield told('signals stored', size.signals, 'signals');
      yield told('storing them', (performance.now() - begun) / 1000, 's');
      server = await startServerProcess(['--data', folder.path]);
      session = await again();
      const reading = performance.now();
      for (const { email } of [killed, timed]) await readProfileAtHand(session, email);
      yield told('until the profiles were at hand', (performance.now() - reading) / 1000, 's');
      const words = [...timed.strings, ...killed.strings];
      yield equalTo('planted strings found before', await found(words, folder.path), words.length, 'strings');

      await begin(session, killed);
      await pause(randomInt(300, 3_000));
      process.kill(-server.child.pid!, 'SIGKILL');
      server = await startServerProcess(['--data', folder.path]);
      session = await again();
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

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
