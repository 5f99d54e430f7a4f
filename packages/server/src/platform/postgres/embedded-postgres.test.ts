// The server's life is tied to its starter's: tested with real processes and real kills.
import { existsSync, readFileSync, statSync } from 'node:fs';
import { chmod, chown, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '../../config.ts';
import { commandOf, gone, identityOf } from '../processes/process-identity.ts';
import { startPlatform } from '../start-platform.ts';
import { sql } from '../stores/sql.ts';
import { bundled, type Program } from '../testing/bundled-process.ts';
import { heldMigrations } from '../testing/held-migrations.ts';
import { installedBinaries, readyBinaries } from './binaries.ts';
import { type EmbeddedPostgres, startEmbeddedPostgres } from './embedded-postgres.ts';
import { reachable, userForPostgres } from './system-user.ts';

let base: string;
let dir: string;
let holder: Program;
beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), 'lyhord-postgres-'));
  await chmod(base, 0o711);
  for (const name of ['again', 'closed']) await mkdir(join(base, name), { mode: 0o711 });
  dir = join(base, 'data');
  holder = await bundled('store-holder');
});
afterAll(async () => {
  await holder.remove();
  await rm(base, { recursive: true, force: true });
});

const serverPid = () =>
  Number(readFileSync(join(dir, 'ledger/cluster/postmaster.pid'), 'utf8').split('\n')[0]);
const asked = async (server: EmbeddedPostgres, question: string) => {
  const client = new pg.Client(server.connection);
  await client.connect();
  try {
    return (await client.query(question)).rows;
  } finally {
    await client.end();
  }
};
/** Everything with the data directory in its command line: server, backends and guard. */
const leftBehind = async () => {
  const pids = (await readdir('/proc')).map(Number).filter((pid) => pid > 0 && pid !== process.pid);
  return pids.filter(
    (pid) =>
      commandOf(pid).includes(join(dir, 'ledger')) ||
      (commandOf(pid).includes('lyhord-ledger') && commandOf(pid).includes(dir)),
  );
};
const nothingLeft = async () => {
  for (let attempt = 0; attempt < 2_400 && (await leftBehind()).length > 0; attempt++) {
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  return leftBehind();
};

describe('the embedded PostgreSQL', () => {
  it('starts again with what it held, sorts by code point, and forces commits to disk', async () => {
    const first = await startEmbeddedPostgres(join(base, 'again'), true);
    await asked(first, "create table words (w text); insert into words values ('b'), ('Z'), ('å')");
    await first.stop();
    const second = await startEmbeddedPostgres(join(base, 'again'), true);
    expect(await asked(second, 'select w from words order by w')).toEqual([
      { w: 'Z' },
      { w: 'b' },
      { w: 'å' },
    ]);
    expect(
      await asked(second, 'select datlocale from pg_database where datname = current_database()'),
    ).toEqual([{ datlocale: 'C.UTF-8' }]);
    expect(await asked(second, 'show fsync')).toEqual([{ fsync: 'on' }]);
    await second.stop();
  });

  it('listens on a socket that only its user reaches, and asks for the password', async () => {
    const server = await startEmbeddedPostgres(join(base, 'closed'), false);
    expect(statSync(server.connection.host).mode & 0o077).toBe(0);
    expect(await asked(server, 'show listen_addresses')).toEqual([{ listen_addresses: '' }]);
    const stranger = new pg.Client({ ...server.connection, password: 'guessed' });
    await expect(stranger.connect()).rejects.toThrow(/password/);
    await server.stop();
  });

  it.runIf(process.getuid?.() === 0)(
    'runs as a system user from a place that this user can reach',
    async () => {
      const closed = join(base, 'home');
      await mkdir(closed, { mode: 0o700 });
      const data = join(closed, 'data');
      await mkdir(data);
      const server = await startEmbeddedPostgres(data, false);
      const place = readFileSync(join(data, 'ledger-location'), 'utf8').trim();
      expect(place).toMatch(/^\/var\/lib\/lyhord\/[0-9a-f]{16}$/);
      expect(statSync(place).uid).toBe(userForPostgres()?.uid);
      expect(statSync(data).uid).toBe(0);
      await server.stop();
      await rm(place, { recursive: true, force: true });
    },
  );

  it.runIf(process.getuid?.() === 0)(
    'runs as the ordinary user that starts it, inside the data directory',
    async () => {
      const data = join(base, 'ordinary');
      await mkdir(data, { mode: 0o700 });
      const { uid, gid } = userForPostgres()!;
      await chown(data, uid, gid);
      await chmod(holder.file, 0o644);
      const running = holder.start([data], { uid, gid, cwd: '/' });
      expect(await running.line()).toBe('ready');
      expect(statSync(join(data, 'ledger/cluster')).uid).toBe(uid);
      running.child.stdin?.write('stop\n');
      expect(await running.ended).toBe(0);
    },
  );

  it('makes the links that an install script left out, in a copy when the package may not be written', async () => {
    const native = installedBinaries();
    const copies = join(base, 'copies');
    await mkdir(copies, { mode: 0o755 });
    const hidden = join(base, 'hidden');
    await mkdir(hidden, { mode: 0o700 });
    expect(reachable(hidden, { name: 'nobody', uid: 65534, gid: 65534 })).toBe(false);
    const links = JSON.parse(await readFile(join(native, 'pg-symlinks.json'), 'utf8')) as {
      target: string;
    }[];
    const ready = await readyBinaries(null, copies);
    for (const { target } of links) expect(existsSync(join(ready, '..', target))).toBe(true);
  });
});

describe('when its starter is killed', () => {
  it('alone, the server ends, and both stores hold every acknowledged row at the next start', async () => {
    const running = holder.start([dir, 'insert'], { detached: true });
    expect(await running.line()).toBe('ready');
    let acknowledged = 0;
    while (acknowledged < 20) acknowledged = Number(await running.line());
    running.child.kill('SIGKILL');
    await running.ended;
    expect(await nothingLeft()).toEqual([]);
    const data = readConfig({ dataDir: dir, logLevel: 'silent' }, {});
    const platform = await startPlatform(data, heldMigrations);
    const [row] = await platform.ledger.query<{ n: number; last: string }>(
      sql`select count(*)::int as n, max(n) as last from kept`,
    );
    const [block] = await platform.warehouse.query<{ rows: string; last: string }>(
      sql`select count() as rows, max(n) as last from kept`,
    );
    await platform.stop();
    expect(row!.n).toBeGreaterThanOrEqual(acknowledged);
    expect([row!.n, Number(row!.last)]).toEqual([Number(row!.last), row!.n]);
    expect(Number(block!.rows)).toBeGreaterThanOrEqual(row!.n);
    expect(Number(block!.rows)).toBe(Number(block!.last));
  });

  it('with its whole group, likewise', async () => {
    const running = holder.start([dir], { detached: true });
    expect(await running.line()).toBe('ready');
    process.kill(-running.child.pid!, 'SIGKILL');
    await running.ended;
    expect(await nothingLeft()).toEqual([]);
  });

  it('and started again at once, the new one waits for the old server and wins', async () => {
    for (let round = 0; round < 2; round++) {
      const running = holder.start([dir], { detached: true });
      expect(await running.line()).toBe('ready');
      running.child.kill('SIGKILL');
    }
    const last = holder.start([dir]);
    expect(await last.line()).toBe('ready');
    last.child.stdin?.write('stop\n');
    expect(await last.ended).toBe(0);
    expect(await nothingLeft()).toEqual([]);
  });

  it('together with its guard, the next start ends the orphan first', async () => {
    const running = holder.start([dir], { detached: true });
    expect(await running.line()).toBe('ready');
    const orphan = identityOf(serverPid())!;
    const guards = (await leftBehind()).filter((pid) => commandOf(pid).includes('lyhord-ledger'));
    for (const pid of guards) process.kill(pid, 'SIGKILL');
    running.child.kill('SIGKILL');
    await running.ended;
    expect(await gone(orphan, 100)).toBe(false);
    const server = await startEmbeddedPostgres(dir, false);
    expect(await gone(orphan, 100)).toBe(true);
    await server.stop();
  });

  it('and its pid now belongs to another process, the start does not mind', async () => {
    await writeFile(join(dir, 'ledger/cluster/postmaster.pid'), `${process.pid}\n${dir}\n0\n5432\n`);
    const server = await startEmbeddedPostgres(dir, false);
    await server.stop();
  });
});

describe('two servers', () => {
  it('never share a data directory: the second is told so', async () => {
    const first = holder.start([dir]);
    expect(await first.line()).toBe('ready');
    const second = holder.start([dir]);
    expect(await second.line()).toMatch(/^data-in-use: The data folder .* is in use: process \d+ runs on it/);
    expect(await second.ended).toBe(2);
    first.child.stdin?.write('stop\n');
    expect(await first.ended).toBe(0);
  });
});
