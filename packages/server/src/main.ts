// The composition root: configuration → stores → steps → HTTP → listening.
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { composeSteps, migrations, type Steps } from './compose.ts';
import { type Config, ConfigError, readConfig } from './config.ts';
import { mountBackup } from './operator/back-up.ts';
import { mountImport } from './operator/import-files.ts';
import { buildHttp } from './platform/http/build-http.ts';
import { mountRoutes } from './platform/http/endpoints.ts';
import { mountHealth } from './platform/http/health.ts';
import { addressForPeople, addressOnThisMachine } from './platform/http/own-address.ts';
import { keepMemoryLow } from './platform/processes/resting-memory.ts';
import { type RunningPlatform, startPlatform } from './platform/start-platform.ts';
import { StartupError } from './platform/startup-error.ts';

export interface ServerOptions {
  readonly dataDir?: string;
  readonly port?: number;
  readonly host?: string;
}

export interface RunningServer extends Steps {
  readonly url: string;
  readonly dataDir: string;
  readonly platform: RunningPlatform;
}

/** Starts everything; resolves when the server answers. Throws StartupError with one plain sentence otherwise. */
export async function startServer(options: ServerOptions = {}): Promise<RunningServer> {
  const config = await withFreePort(checkedConfig(options));
  const platform = await startPlatform(config, migrations);
  try {
    return await served(platform, config);
  } catch (error) {
    await platform.stop();
    throw error;
  }
}

function checkedConfig(options: ServerOptions): Config {
  try {
    return readConfig(options);
  } catch (error) {
    if (error instanceof ConfigError) throw new StartupError('config-wrong', error.message, { cause: error });
    throw error;
  }
}

async function served(platform: RunningPlatform, config: Config): Promise<RunningServer> {
  const steps = composeSteps(platform);
  const app = await buildHttp(config, platform.log, dashboardFolder());
  mountHealth(app, platform);
  mountBackup(app, platform, () => steps.collect.flush());
  mountImport(app, platform, steps);
  steps.access.mount(app);
  steps.collect.mount(app);
  mountRoutes(app, steps.routes, steps.access.authenticate);
  const stopServing = async () => {
    await app.close();
    await steps.stop();
  };
  try {
    await steps.start();
    await app.listen({ port: config.port, host: config.host });
  } catch (error) {
    await stopServing();
    throw listenError(error, config);
  }
  const url = config.publicUrl ?? addressForPeople(config.host, config.port);
  await platform.dataDirectory.listensAt(addressOnThisMachine(config.host, config.port));
  const memory = keepMemoryLow();
  let stopped: Promise<void> | null = null;
  const stopAll = async () => {
    memory.stop();
    await stopServing();
    await platform.stop();
  };
  return {
    ...steps,
    url,
    dataDir: config.dataDir,
    platform,
    stop: () => {
      stopped ??= stopAll();
      return stopped;
    },
  };
}

/** The built dashboard: beside the bundle in dist/, or beside these sources. */
function dashboardFolder(): string {
  const folders = ['../packages/web/dist', '../../web/dist'].map((path) =>
    fileURLToPath(new URL(path, import.meta.url)),
  );
  return folders.find((folder) => existsSync(folder)) ?? folders[0]!;
}

/** Settles the port before the stores open: a busy one is told at once, and 0 becomes a free one. */
function withFreePort(config: Config): Promise<Config> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error) => reject(listenError(error, config)));
    probe.listen({ port: config.port, host: config.host }, () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve({ ...config, port }));
    });
  });
}

function listenError(error: unknown, { host, port }: Config): unknown {
  switch ((error as NodeJS.ErrnoException).code) {
    case 'EADDRINUSE':
      return new StartupError(
        'port-busy',
        `Port ${port} is used by another program; stop that one or choose another port with --port.`,
        { cause: error },
      );
    case 'EACCES':
      return new StartupError(
        'port-forbidden',
        `Port ${port} may not be opened by this user; choose one above 1023 with --port.`,
        { cause: error },
      );
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new StartupError(
        'config-wrong',
        `${host} is not an address of this machine; choose another with --host.`,
        { cause: error },
      );
    default:
      return error;
  }
}
