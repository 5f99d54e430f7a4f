import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { it } from 'vitest';
import { startEmbeddedPostgres } from './embedded-postgres.ts';

it('starts', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'lyhord-ledger-'));
  for (let i = 0; i < 3; i++) {
    const t = performance.now();
    const server = await startEmbeddedPostgres(dir, true);
    console.log('start', performance.now() - t);
    const c = new pg.Client(server.connection);
    await c.connect();
    console.log(
      (
        await c.query(
          "select version(), datcollate, datlocprovider, datlocale from pg_database where datname='lyhord'",
        )
      ).rows,
    );
    await c.end();
    const u = performance.now();
    await server.stop();
    console.log('stop', performance.now() - u);
  }
  await rm(dir, { recursive: true });
});
