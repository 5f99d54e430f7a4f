import { randomInt } from 'node:crypto';
import { wholeDataIn } from '@lyhord/server';
import { atLeast, type Bench, equalTo, told } from './figure.ts';
import { besides, type Done, type KillRound } from './kill-besides.ts';
import { batchSize, isWritten, type Load, pause, sendAgain, sendUntilDown } from './kill-load.ts';
import {
  type ServerProcess,
  startServerProcess,
  stopServerProcess,
  temporaryFolder,
} from './server-process.ts';
import { type Session, signIn } from './signed-in.ts';

type Login = Pick<ServerProcess, 'email' | 'password'>;

/** SIGKILL of the whole group at random moments under load; every batch is sent until it is acknowledged. */
export const killBench: Bench = {
  name: 'kill',
  summary:
    'nothing acknowledged is lost or doubled by 100 SIGKILLs: under load, in merges, migrations, erasures, undos, repairs',
  async *run({ rounds }) {
    const folder = temporaryFolder('kill');
    let server = await startServerProcess(['--data', folder.path]);
    const login: Login = { email: server.email, password: server.password };
    try {
      let session = await signIn({ url: server.url, ...login });
      const load: Load = { writeKey: await newWriteKey(session), batches: [] };
      const done: Done = { merged: 0, erased: 0, undone: 0, startsKilled: 0, migrationsKilled: 0 };
      const begun = performance.now();
      for (let number = 0; number < rounds; number++) {
        const beside = besides[number % besides.length]!;
        const round: KillRound = { round: number, load, path: folder.path, server, session };
        await beside.prepare?.(round);
        const loading = sendUntilDown(server, load, number);
        await pause(randomInt(80, 900));
        const working = beside.begin?.(round).catch(() => undefined);
        await pause(randomInt(5, 400));
        process.kill(-server.child.pid!, 'SIGKILL');
        await Promise.all([loading, working]);
        await beside.killed?.(round, done);
        server = await startServerProcess(['--data', folder.path]);
        session = await signIn({ url: server.url, ...login });
        await sendAgain(server, load);
        await beside.end?.({ ...round, server, session }, done);
        console.error(`round ${number + 1} of ${rounds}: ${beside.name}`);
      }
      yield told('rounds', (performance.now() - begun) / 1000, 's');
      yield told('batches acknowledged', load.batches.length, 'batches');
      yield told(
        'batches sent three times at once',
        load.batches.filter(({ copies }) => copies > 1).length,
        'batches',
      );
      yield told('kills while a start repaired', done.startsKilled, 'kills');
      yield told('kills while a start migrated', done.migrationsKilled, 'kills');
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
async function* inTheTables(path: string, { batches }: Load, { merged, erased, undone }: Done) {
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
  yield equalTo('migrations recorded more than once', whole.migrationsRepeated, 0, 'migrations');
  yield told('customers merged while it was killed', merged, 'customers');
  yield told('customers erased while it was killed', erased, 'customers');
  yield told('imports taken back while it was killed', undone, 'imports');
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
