import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../postgres/embedded-postgres.ts';
import { scanData } from '../scan/scan-data.ts';
import type { Ledger } from '../stores/ledger.ts';
import { openLedger } from '../stores/postgres-ledger.ts';
import { sql } from '../stores/sql.ts';
import { emptyAbandonedFiles } from './abandoned-files.ts';
import { purgeLedger } from './purge-ledger.ts';

let dataDir: string;
let server: EmbeddedPostgres;
let ledger: Ledger;
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'lyhord-purge-'));
  await chmod(dataDir, 0o711);
  server = await startEmbeddedPostgres(dataDir, false);
  ledger = await openLedger(server.connection);
});
afterAll(async () => {
  await ledger?.close();
  await server?.stop();
  await rm(dataDir, { recursive: true, force: true });
});

const words = Array.from({ length: 50 }, () => randomBytes(12).toString('hex'));
const filesWith = async (strings: readonly string[]) => {
  const { findings } = await scanData(dataDir, strings);
  return [...new Set(findings.map(({ file }) => basename(file)))];
};

/** Begins to write the table anew and kills the server's process for it before the end; says which file it wrote. */
async function killedRewrite(): Promise<string> {
  const client = new pg.Client(server.connection);
  client.on('error', () => {});
  await client.connect();
  await client.query('begin');
  await client.query('cluster said using said_pkey');
  const { rows } = await client.query(
    `select pg_backend_pid() as pid, pg_relation_filenode('said')::text as file`,
  );
  await ledger.query(sql`checkpoint`);
  process.kill(rows[0].pid, 'SIGKILL');
  const isBack = () =>
    ledger.query(sql`select 1`).then(
      () => true,
      () => false,
    );
  await expect.poll(isBack).toBe(true);
  return rows[0].file;
}

test('what a killed rewrite left behind is emptied, and the server goes on', async () => {
  await ledger.query(sql`create table said (id int primary key, words text)`);
  await ledger.query(
    sql`insert into said select n, w from unnest(${words}::text[]) with ordinality as each (w, n)`,
  );
  const left = await killedRewrite();
  expect(await filesWith(words)).toContain(left);
  await ledger.query(sql`delete from said`);

  const purged = await purgeLedger(ledger, ['said'], true);
  expect(purged.filesEmptied).toBeGreaterThan(0);
  expect(await filesWith(words)).toEqual([]);
  await ledger.query(sql`checkpoint`);
  await ledger.query(sql`insert into said values (1, 'again')`);
  expect(await purgeLedger(ledger, ['said'], true)).toMatchObject({ filesEmptied: 0 });
  expect(await ledger.query(sql`select * from said`)).toEqual([{ id: 1, words: 'again' }]);
});

test('what was noted of a table’s values goes with its last rows', async () => {
  const last = words.map((word) => `last${word}`);
  await ledger.query(sql`create table told (words text)`);
  await ledger.query(sql`insert into told select unnest(${last}::text[])`);
  await ledger.query(sql`analyze told`);
  await ledger.query(sql`delete from told`);
  expect(await purgeLedger(ledger, ['told'], true)).toMatchObject({ statisticsReplaced: true });
  expect(await filesWith(last)).toEqual([]);
});

test('the file of a rewrite that is going on is left alone', async () => {
  const other = new pg.Client(server.connection);
  await other.connect();
  await other.query('begin');
  await other.query('create table new_words as select 1 as n');
  const emptying = emptyAbandonedFiles(ledger);
  const waits = () =>
    ledger.one<{ n: string }>(sql`select count(*) as n from pg_stat_activity
      where query like '%pg_snapshot_xmin%' and pid != pg_backend_pid()`);
  await expect.poll(waits).toEqual({ n: '1' });
  await other.query('commit');
  expect(await emptying).toBe(0);
  expect((await other.query('select n from new_words')).rows).toEqual([{ n: 1 }]);
  await other.end();
});
