// Vitest's global setup: one PostgreSQL and one ClickHouse bridge for all test files of a run, each started when the
// first file asks for it and stopped at the end. Files ask over a Unix socket named by LYHORD_TEST_SERVERS.
import { once } from 'node:events';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createConnection, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import {
  type EmbeddedPostgres,
  type PostgresConnection,
  startEmbeddedPostgres,
} from '../postgres/embedded-postgres.ts';
import { bundled } from './bundled-process.ts';

export interface SharedServers {
  /** Where the run keeps what its files share; gone when it ends. */
  readonly folder: string;
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
  return { folder: dirname(socket), ledger: () => ask('ledger'), warehouse: () => ask('warehouse') };
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
  const program = await bundled('clickhouse-http-bridge');
  const running = program.start([folder]);
  const port = await running.line();
  return {
    url: `http://127.0.0.1:${port}`,
    stop: async () => {
      running.child.stdin?.end();
      await running.ended;
      await program.remove();
    },
  };
}
