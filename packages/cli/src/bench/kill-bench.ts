import { randomInt } from 'node:crypto';
import type { PrivacyRequest } from '@lyhord/contract';
import { wholeDataIn } from '@lyhord/server';
import { atLeast, type Bench, equalTo, told } from './figure.ts';
import {
  batchSize,
  customerKey,
  isWritten,
  type Load,
  pause,
  plant,
  sendAgain,
  sendUntilDown,
} from './kill-load.ts';
import {
  type ServerProcess,
  startServerProcess,
  stopServerProcess,
  temporaryFolder,
} from './server-process.ts';
import { type Session, signIn } from './signed-in.ts';

/** What goes on beside the load when the server is killed, in turn. */
const besides = ['load', 'merge', 'erasure', 'start'] as const;
type Login = Pick<ServerProcess, 'email' | 'password'>;

/** SIGKILL of the whole group at random moments under load; every batch is sent until it is acknowledged. */
export const killBench: Bench = {
  name: 'kill',
  summary:
    'nothing acknowledged is lost or doubled by 100 SIGKILLs: under load, in merges, erasures and repairs',
  async *run({ rounds }) {
    const folder = temporaryFolder('kill');
    let server = await startServerProcess(['--data', folder.path]);
    const login: Login = { email: server.email, password: server.password };
    const start = async () => {
      server = await startServerProcess(['--data', folder.path]);
      return signIn({ url: server.url, ...login });
    };
    try {
      let session = await signIn({ url: server.url, ...login });
      const load: Load = { writeKey: await newWriteKey(session), batches: [] };
      const done = { merged: 0, erased: 0, startsKilled: 0 };
      for (let round = 0; round < rounds; round++) {
        const beside = besides[round % besides.length]!;
        await prepare(beside, round, server, load);
        const loading = sendUntilDown(server, load, round);
        await pause(randomInt(80, 900));
        const working = begin(beside, round, session).catch(() => undefined);
        await pause(randomInt(5, 400));
        process.kill(-server.child.pid!, 'SIGKILL');
        await Promise.all([loading, working]);
        if (beside === 'start') done.startsKilled += await killStart(folder.path);
        session = await start();
        await sendAgain(server, load);
        if (beside === 'merge') done.merged += await mergedInTheEnd(session, round);
        if (beside === 'erasure') done.erased += await erasedInTheEnd(session, round);
        console.error(`round ${round + 1} of ${rounds}: ${beside}`);
      }
      yield told('batches acknowledged', load.batches.length, 'batches');
      yield told(
        'batches sent three times at once',
        load.batches.filter(({ copies }) => copies > 1).length,
        'batches',
      );
      yield told('kills while a start repaired', done.startsKilled, 'kills');
      yield* onTheScreens(session, load);
      await stopServerProcess(server);
      yield* inTheTables(folder.path, load, done);
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

async function prepare(beside: (typeof besides)[number], round: number, server: ServerProcess, load: Load) {
  if (beside === 'erasure') await plant(server, load, `gone-${round}`);
  if (beside !== 'merge') return;
  await plant(server, load, `one-${round}`);
  await plant(server, load, `other-${round}`);
}

async function begin(beside: (typeof besides)[number], round: number, session: Session): Promise<void> {
  if (beside === 'merge') await merge(session, round);
  if (beside === 'erasure') await erase(session, round);
}

async function merge(session: Session, round: number): Promise<number> {
  const [one, other] = [
    await customerKey(session, `one-${round}`),
    await customerKey(session, `other-${round}`),
  ];
  if (one === null || other === null) throw new Error(`the customers of round ${round} are not there`);
  if (one === other) return 200;
  const body = { with: other, reason: 'the same in the bench' };
  return (await session.post(`/api/customers/${one}/merge`, body)).status;
}

async function erase(session: Session, round: number): Promise<void> {
  const key = await customerKey(session, `gone-${round}`);
  if (key !== null) await session.post(`/api/customers/${key}/erasure`, {});
}

async function mergedInTheEnd(session: Session, round: number): Promise<number> {
  for (let attempt = 0; attempt < 50; attempt++) {
    if ((await merge(session, round)) < 300) return 1;
    await pause(200);
  }
  throw new Error(`the customers of round ${round} were not merged`);
}

/** An erasure that was begun goes on by itself after the start; one that was not is begun now. */
async function erasedInTheEnd(session: Session, round: number): Promise<number> {
  for (let attempt = 0; attempt < 600; attempt++) {
    const { body } = await session.get<{ requests?: PrivacyRequest[] }>('/api/privacy/requests');
    const isOpen =
      !body?.requests || body.requests.some(({ state }) => state === 'waiting' || state === 'running');
    if (!isOpen && (await customerKey(session, `gone-${round}`)) === null) return 1;
    if (!isOpen) await erase(session, round);
    await pause(200);
  }
  throw new Error(`the customer of round ${round} was not erased`);
}

/** Kills a start while it takes out what was not sealed and makes again what is behind. */
async function killStart(path: string): Promise<number> {
  const moment = randomInt(600, 4_000);
  const starting = startServerProcess(['--data', path], {}, (child) => {
    setTimeout(() => process.kill(-child.pid!, 'SIGKILL'), moment);
  });
  const ready = await starting.catch(() => null);
  // one that was ready before its moment dies all the same
  if (ready && ready.child.exitCode === null && ready.child.signalCode === null)
    await new Promise((resolve) => ready.child.once('exit', resolve));
  return 1;
}

const day = (offset: number) => new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);

/** What the metrics API and the page of sources say. */
async function* onTheScreens(session: Session, { batches }: Load) {
  const expected = batches.length * batchSize;
  const { body } = await session.get<{ sources: { name: string; events: number; signals: number }[] }>(
    '/api/quality',
  );
  const source = body.sources.find((each) => each.name === 'kill bench');
  yield equalTo('events of the source', source?.events ?? 0, expected, 'events');
  const ask = async () => {
    const question = { metric: 'nps', period: { from: day(-2), to: day(2) } };
    return (await session.post<{ rows: { n: number }[] }>('/api/questions', question)).body.rows[0]?.n ?? 0;
  };
  const answers = await settled(ask, expected);
  yield equalTo('answers on the metrics API (from the rollup)', answers, expected, 'answers');
}

/** What the tables hold, and what was made of them beside a fresh computation. */
async function* inTheTables(
  path: string,
  { batches }: Load,
  { merged, erased }: { merged: number; erased: number },
) {
  const whole = await wholeDataIn(path);
  const items = batches.length * batchSize;
  const planted = 2 * merged;
  yield equalTo('events in the base table', whole.rows.orders, items, 'events');
  yield equalTo('signals in the base table', whole.rows.signals, items + planted, 'signals');
  yield equalTo('answers in the base table', whole.rows.answers, items + planted, 'answers');
  yield equalTo('identifiers', whole.rows.identifiers, 2 * items + planted, 'identifiers');
  yield equalTo('links between identifiers', whole.rows.links, items, 'links');
  yield equalTo('customers', whole.profiles, items + planted - merged, 'customers');
  yield equalTo('rows doubled', whole.doubled, 0, 'rows');
  yield equalTo('rows that were never sealed', whole.unsealed, 0, 'rows');
  const written = Array.from({ length: batchSize }, (_, index) => index).filter(isWritten).length;
  yield equalTo('texts', whole.texts, batches.length * written, 'texts');
  yield equalTo('different numbers of mentions of one text', whole.mentionsOfText.length, 1, '');
  yield atLeast('mentions of each text', whole.mentionsOfText[0] ?? 0, 1, 'mentions');
  yield equalTo(
    'rollups, profiles and tallies that differ from a fresh computation',
    whole.differences.length,
    0,
    '',
  );
  yield told('customers merged while it was killed', merged, 'customers');
  yield told('customers erased while it was killed', erased, 'customers');
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
