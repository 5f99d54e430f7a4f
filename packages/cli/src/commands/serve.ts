import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type RunningServer, startServer } from '@lyhord/server';
import { type DemoSize, fillDemo, finishDemo, isDemoUnfinished } from '../demo/fill-demo.ts';
import type { Command } from './command.ts';
import { readOptions, wholeNumber } from './options.ts';

const help = `lyhord serve [--data DIR] [--port N] [--host ADDRESS] [--demo]

Starts the product with both stores.

  --data DIR            folder for everything that is stored (default: data, or LYHORD_DATA)
  --port N              port to listen on (default: 4600, or LYHORD_PORT; 0 takes a free one)
  --host ADDRESS        address to listen on (default: 127.0.0.1, or LYHORD_HOST)
  --demo                fills an empty data folder with Solvik, an invented company
  --demo-customers N    customers of the demo company (default 100000)
  --demo-months N       months of its history (default 18)

DATABASE_URL and CLICKHOUSE_URL point it to servers of your own; see docs/guide/configure.md.`;

export const serveCommand: Command = { name: 'serve', summary: 'start the product', help, run: serve };

async function serve(argv: string[]): Promise<number> {
  const { values } = readOptions(argv, {
    data: { type: 'string' },
    port: { type: 'string' },
    host: { type: 'string' },
    demo: { type: 'boolean' },
    'demo-customers': { type: 'string' },
    'demo-months': { type: 'string' },
    seed: { type: 'string' },
  });
  const demo: DemoSize | null = values.demo
    ? {
        customers: wholeNumber('demo-customers', values['demo-customers'] ?? '100000', 100, 5_000_000),
        months: wholeNumber('demo-months', values['demo-months'] ?? '18', 2, 60),
        seed: wholeNumber('seed', values.seed ?? '1', 0, 2 ** 31),
      }
    : null;
  const server = await startServer({
    ...(values.data === undefined ? {} : { dataDir: values.data }),
    ...(values.port === undefined ? {} : { port: wholeNumber('port', values.port, 0, 65535) }),
    ...(values.host === undefined ? {} : { host: values.host }),
  });
  const stopped = untilStopped(server);
  try {
    await prepareWorkspace(server, demo);
  } catch (problem) {
    if (stopped.asked()) {
      if (isDemoUnfinished(server.dataDir))
        console.log('The demo company is filled the rest of the way at the next start.');
      return stopped.exitCode;
    }
    await server.stop();
    throw problem;
  }
  console.log(`\nLyhörd is ready: ${server.url}`);
  console.log(signInText(server));
  console.log('Stop it with Ctrl+C; nothing is lost.');
  return stopped.exitCode;
}

const signInFile = (server: RunningServer) => join(server.dataDir, 'sign-in.txt');

async function prepareWorkspace(server: RunningServer, demo: DemoSize | null): Promise<void> {
  const keep = (signIn: string) => writeFileSync(signInFile(server), signIn, { mode: 0o600 });
  if (isDemoUnfinished(server.dataDir)) return finishDemo(server);
  const [workspace] = await server.access.workspaces();
  if (workspace) return;
  if (demo) await fillDemo(server, demo, keep);
  else keep(await createFirstWorkspace(server));
}

async function createFirstWorkspace(server: RunningServer): Promise<string> {
  const password = randomBytes(9).toString('base64url');
  const email = 'admin@lyhord.local';
  await server.access.createWorkspace({
    name: 'My company',
    admin: { email, name: 'Administrator', password },
  });
  return `Sign in with ${email} and the password ${password}`;
}

function signInText(server: RunningServer): string {
  const file = signInFile(server);
  return existsSync(file)
    ? readFileSync(file, 'utf8').trim()
    : 'Sign in with your own e-mail address and password.';
}

interface Stopping {
  /** True once a signal has asked the server to stop. */
  asked(): boolean;
  /** Resolves when the server has stopped. */
  readonly exitCode: Promise<number>;
}

/** Stops the server at the first signal; a second one ends at once. */
function untilStopped(server: RunningServer): Stopping {
  let asked = false;
  const exitCode = new Promise<number>((resolve) => {
    const stop = async () => {
      if (asked) process.exit(1);
      asked = true;
      console.log('\nStopping …');
      await server.stop();
      resolve(0);
    };
    process.on('SIGINT', stop);
    process.on('SIGTERM', stop);
  });
  return { asked: () => asked, exitCode };
}
