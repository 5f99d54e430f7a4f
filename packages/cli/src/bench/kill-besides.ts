// What goes on beside the load when the server is killed, in turn: a merge, an erasure, an import taken back; or the
// start after the kill is killed, too, while it repairs or while it migrates.
import { randomInt } from 'node:crypto';
import type { PrivacyRequest } from '@lyhord/contract';
import { takeMigrationsBack } from '@lyhord/server';
import { customerKey, type Load, pause, plant } from './kill-load.ts';
import { type ServerProcess, startServerProcess } from './server-process.ts';
import type { Session } from './signed-in.ts';

export interface KillRound {
  readonly round: number;
  readonly load: Load;
  readonly path: string;
  readonly server: ServerProcess;
  readonly session: Session;
}

/** What was done in all rounds. */
export interface Done {
  merged: number;
  erased: number;
  undone: number;
  startsKilled: number;
  migrationsKilled: number;
}

interface Beside {
  readonly name: string;
  /** Before the load. */
  readonly prepare?: (round: KillRound) => Promise<void>;
  /** Beside the load; the kill falls into it. */
  readonly begin?: (round: KillRound) => Promise<unknown>;
  /** After the kill, before the start that stays. */
  readonly killed?: (round: KillRound, done: Done) => Promise<void>;
  /** After that start, when all batches were sent again. */
  readonly end?: (round: KillRound, done: Done) => Promise<void>;
}

export const besides: readonly Beside[] = [
  { name: 'load' },
  {
    name: 'merge',
    async prepare({ server, load, round }) {
      await plant(server, load, `one-${round}`);
      await plant(server, load, `other-${round}`);
    },
    begin: merge,
    end: mergedInTheEnd,
  },
  {
    name: 'erasure',
    prepare: ({ server, load, round }) => plant(server, load, `gone-${round}`),
    begin: erase,
    end: erasedInTheEnd,
  },
  { name: 'start', killed: killStart },
  { name: 'migration', killed: killMigration },
  { name: 'undo', prepare: importRows, begin: undo, end: undoneInTheEnd },
];

async function merge({ session, round }: KillRound): Promise<number> {
  const [one, other] = [
    await customerKey(session, `one-${round}`),
    await customerKey(session, `other-${round}`),
  ];
  if (one === null || other === null) throw new Error(`the customers of round ${round} are not there`);
  if (one === other) return 200;
  const body = { with: other, reason: 'the same in the bench' };
  return (await session.post(`/api/customers/${one}/merge`, body)).status;
}

async function erase({ session, round }: KillRound): Promise<void> {
  const key = await customerKey(session, `gone-${round}`);
  if (key !== null) await session.post(`/api/customers/${key}/erasure`, {});
}

async function mergedInTheEnd(round: KillRound, done: Done): Promise<void> {
  for (let attempt = 0; (await merge(round)) >= 300; attempt++) {
    if (attempt === 50) throw new Error(`the customers of round ${round.round} were not merged`);
    await pause(200);
  }
  done.merged += 1;
}

/** An erasure that was begun goes on by itself after the start; one that was not is begun now. */
async function erasedInTheEnd(round: KillRound, done: Done): Promise<void> {
  for (let attempt = 0; attempt < 600; attempt++) {
    const { body } = await round.session.get<{ requests?: PrivacyRequest[] }>('/api/privacy/requests');
    const isOpen =
      !body?.requests || body.requests.some(({ state }) => state === 'waiting' || state === 'running');
    if (!isOpen && (await customerKey(round.session, `gone-${round.round}`)) === null) {
      done.erased += 1;
      return;
    }
    if (!isOpen) await erase(round);
    await pause(200);
  }
  throw new Error(`the customer of round ${round.round} was not erased`);
}

const importedRows = 2_000;
const mapping = JSON.stringify({
  target: 'events',
  columns: { happenedAt: 'at', userId: 'user', email: 'mail', reference: 'order', amount: 'amount' },
  constants: { event: 'order_placed', currency: 'SEK' },
});
const fileName = (round: number) => `taken-back-${round}.csv`;

async function importRows({ session, round }: KillRound): Promise<void> {
  const lines = Array.from({ length: importedRows }, (_, at) => {
    const customer = `${round}-${at >> 1}`;
    return `2026-03-${10 + (at % 20)},i-${customer},i-${customer}@example.org,io-${round}-${at},100`;
  });
  const path = `/api/imports?fileName=${fileName(round)}&mapping=${encodeURIComponent(mapping)}`;
  const { status, body } = await session.upload<{ accepted?: number }>(
    path,
    `at,user,mail,order,amount\n${lines.join('\n')}\n`,
  );
  if (body?.accepted !== importedRows)
    throw new Error(`the import of round ${round} answered ${status}: ${JSON.stringify(body)}`);
}

interface Imported {
  readonly id: string;
  readonly fileName: string;
  readonly state: string;
}

async function imported({ session, round }: KillRound): Promise<Imported | undefined> {
  const { body } = await session.get<{ imports?: Imported[] }>('/api/imports');
  return body?.imports?.find((each) => each.fileName === fileName(round));
}

async function undo(round: KillRound): Promise<void> {
  const kept = await imported(round);
  if (kept) await round.session.post(`/api/imports/${kept.id}/undo`, {});
}

/** As with an erasure: what was begun goes on by itself. */
async function undoneInTheEnd(round: KillRound, done: Done): Promise<void> {
  for (let attempt = 0; attempt < 600; attempt++) {
    const state = (await imported(round))?.state;
    if (state === 'undone') {
      done.undone += 1;
      return;
    }
    if (state === 'done') await undo(round);
    await pause(200);
  }
  throw new Error(`the import of round ${round.round} was not taken back`);
}

/** Kills a start while it takes out what was not sealed and makes again what is behind. */
async function killStart({ path }: KillRound, done: Done): Promise<void> {
  const moment = randomInt(600, 4_000);
  await killedStart(path, (printed, kill) => {
    if (printed === '') setTimeout(kill, moment);
  });
  done.startsKilled += 1;
}

/** Kills a start between two migrations, or in the middle of one. */
async function killMigration({ path }: KillRound, done: Done): Promise<void> {
  const taken = await takeMigrationsBack(path);
  const last = randomInt(1, taken.length);
  const moment = randomInt(60);
  let applied = 0;
  await killedStart(path, (printed, kill) => {
    const before = applied;
    applied += printed.match(/migration applied/g)?.length ?? 0;
    if (before < last && applied >= last) setTimeout(kill, moment);
  });
  if (applied < taken.length) done.migrationsKilled += 1;
}

/** A start that `look` sees print (once at the beginning with nothing) until it has `kill`ed it. */
async function killedStart(path: string, look: (printed: string, kill: () => void) => void): Promise<void> {
  const starting = startServerProcess(['--data', path], { LYHORD_LOG_LEVEL: 'debug' }, (child) => {
    const kill = () => {
      if (child.exitCode === null && child.signalCode === null) process.kill(-child.pid!, 'SIGKILL');
    };
    look('', kill);
    child.stdout!.on('data', (chunk: Buffer) => look(chunk.toString(), kill));
  });
  const ready = await starting.catch(() => null);
  // one that was ready before its moment dies all the same
  if (ready && ready.child.exitCode === null && ready.child.signalCode === null)
    await new Promise((resolve) => ready.child.once('exit', resolve));
}
