// Vitest's global setup: one PostgreSQL and one ClickHouse bridge for all test files of a run, each started when the
// first file asks for it and stopped at the end. Files ask over a Unix socket named by LYHORD_TEST_SERVERS.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createConnection, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import {
  type EmbeddedPostgres,
  type PostgresConnection,
  startEmbeddedPostgres,
} from '../postgres/embedded-postgres.ts';

export interface SharedServers {
  ledger(): Promise<PostgresConnection>;
  /** URL of the ClickHouse bridge. */
  warehouse(): Promise<string>;
}

const variable = 'LYHORD_TEST_SERVERS';

/** The run's servers, or null when this process was not started by the global setup. */
export function sharedServers(): SharedServers | null {
  const socket = process.env[variable];
  if (!socket) return null;
  const ask = async <T>(name: string): Promise<T> => {
    const connection = createConnection(socket);
    connection.write(name);
    const answer = JSON.parse(await text(connection)) as { value?: T; error?: string };
    if (answer.error !== undefined) throw new Error(`The tests' ${name} did not start: ${answer.error}`);
    return answer.value as T;
  };
  return { ledger: () => ask('ledger'), warehouse: () => ask('warehouse') };
}

export default async function setup(): Promise<() => Promise<void>> {
  // World-readable, so that PostgreSQL's user reaches its folder without one elsewhere.
  const dir = await mkdtemp(join(tmpdir(), 'lyhord-tests-'));
  await chmod(dir, 0o711);
  let postgres: Promise<EmbeddedPostgres> | null = null;
  let bridge: Promise<Bridge> | null = null;
  const server = createServer(async (connection) => {
    connection.on('error', () => undefined);
    try {
      const name = String((await once(connection, 'data'))[0]);
      if (name === 'ledger') postgres ??= startEmbeddedPostgres(dir, false);
      else bridge ??= startBridge(join(dir, 'warehouse'));
      const value = name === 'ledger' ? (await postgres)?.connection : (await bridge)?.url;
      connection.end(JSON.stringify({ value }));
    } catch (error) {
      connection.end(JSON.stringify({ error: String(error) }));
    }
  });
  const socket = join(dir, 'servers.sock');
  server.listen(socket);
  await once(server, 'listening');
  process.env[variable] = socket;
  return async () => {
    server.close();
    await (await postgres)?.stop();
    await (await bridge)?.stop();
    await rm(dir, { recursive: true, force: true });
  };
}

export interface Bridge {
  readonly url: string;
  stop(): Promise<void>;
}

/** Starts the ClickHouse bridge on a folder of its own. */
export async function startBridge(folder: string): Promise<Bridge> {
  const here = dirname(fileURLToPath(import.meta.url));
  const built = join(
    here,
    '../../../../../node_modules/.cache/lyhord',
    `clickhouse-bridge-${process.pid}.mjs`,
  );
  const { build } = await import('esbuild');
  await build({
    entryPoints: [join(here, 'clickhouse-http-bridge.ts')],
    outfile: built,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    logLevel: 'error',
  });
  const child = spawn(process.execPath, [built, folder], { stdio: ['pipe', 'pipe', 'inherit'] });
  const port = await firstLine(child);
  return {
    url: `http://127.0.0.1:${port}`,
    stop: async () => {
      const ended = once(child, 'exit');
      child.stdin?.end();
      await ended;
      await rm(built, { force: true });
    },
  };
}

function firstLine(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    child.stdout?.on('data', (chunk) => {
      said += chunk;
      if (said.includes('\n')) resolve(said.split('\n')[0] ?? '');
    });
    child.once('exit', (code) => reject(new Error(`The ClickHouse bridge ended with ${code}.`)));
  });
}
