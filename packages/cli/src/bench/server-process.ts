// A server of its own process, as an operator runs it; for benches and process tests.
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const program = process.argv[1]?.endsWith('lyhord.js')
  ? process.argv[1]
  : join(process.cwd(), 'packages/cli/bin/lyhord.js');

export interface ServerProcess {
  readonly child: ChildProcess;
  readonly url: string;
  readonly email: string;
  readonly password: string;
  /** Milliseconds from spawning to the printed address. */
  readonly readyMs: number;
  /** Everything that was printed. */
  readonly printed: () => string;
}

/** A folder under the system's temporary folder; gone with `remove`, with the ledger that may lie elsewhere. */
export function temporaryFolder(name: string): { path: string; remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), `lyhord-${name}-`));
  const gone = (folder: string) => rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  return {
    path,
    remove() {
      const pointer = join(path, 'ledger-location');
      const elsewhere = existsSync(pointer) ? readFileSync(pointer, 'utf8').trim() : '';
      if (elsewhere !== '') gone(elsewhere);
      gone(path);
    },
  };
}

/** The folder of LYHORD_BENCH_FOLDER, in which what a bench has filled stays for the next run; else a temporary one. */
export function keptOrTemporaryFolder(name: string): { path: string; remove: () => void } {
  const kept = process.env.LYHORD_BENCH_FOLDER;
  return kept ? { path: kept, remove: () => {} } : temporaryFolder(name);
}

/**
 * Starts `lyhord serve` with `options` in its own process group, with the young generation that `npx lyhord` gives it,
 * and waits for its address. `spawned` hears of the process at once.
 */
export async function startServerProcess(
  options: readonly string[],
  env: Record<string, string> = {},
  spawned: (child: ChildProcess) => void = () => {},
): Promise<ServerProcess> {
  const started = performance.now();
  const parts = ['--max-semi-space-size=64', program, 'serve', '--port', '0', ...options];
  const child = spawn(process.execPath, parts, {
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
    env: { ...process.env, LYHORD_LOG_LEVEL: process.env.LYHORD_LOG_LEVEL ?? 'warn', ...env },
  });
  spawned(child);
  let text = '';
  const ready = new Promise<{ url: string; email: string; password: string }>((resolve, reject) => {
    const listen = (chunk: Buffer) => {
      text += chunk.toString();
      const url = /ready: (http\S+)/.exec(text)?.[1];
      const [, email, password] = /Sign in with (\S+) and the password (\S+)/.exec(text) ?? [];
      if (url && /Stop it with/.test(text)) resolve({ url, email: email ?? '', password: password ?? '' });
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.on('exit', (code) =>
      reject(new Error(`the server ended with code ${code} before it was ready:\n${text}`)),
    );
  });
  return { child, ...(await ready), readyMs: performance.now() - started, printed: () => text };
}

/** Asks the server to stop and waits until it has. */
export async function stopServerProcess({ child }: ServerProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await ended;
}

const ticksPerSecond = 100;

/** Seconds of processor time that a process has used, its threads included; 0 where the system does not tell. */
export function processorSeconds(pid: number): number {
  return secondsIn(`/proc/${pid}/stat`);
}

/** The same of its first thread alone. */
export function mainThreadSeconds(pid: number): number {
  return secondsIn(`/proc/${pid}/task/${pid}/stat`);
}

function secondsIn(file: string): number {
  try {
    const stat = readFileSync(file, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return (Number(fields[11]) + Number(fields[12])) / ticksPerSecond;
  } catch {
    return 0;
  }
}

/**
 * Seconds that a virtual machine's processors were ready to work and the host gave to others, since its start; 0 where the
 * system does not tell.
 */
export function stolenSeconds(): number {
  try {
    const [all] = readFileSync('/proc/stat', 'utf8').split('\n');
    return Number(all!.split(/\s+/)[8]) / ticksPerSecond;
  } catch {
    return 0;
  }
}

/** Process ids of `pid` and everything below it. */
export function processTree(pid: number): number[] {
  const parents = new Map<number, number[]>();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const parent = parentOf(Number(name));
    if (parent !== null) parents.set(parent, [...(parents.get(parent) ?? []), Number(name)]);
  }
  const below = (id: number): number[] => [id, ...(parents.get(id) ?? []).flatMap(below)];
  return below(pid);
}

function parentOf(pid: number): number | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
  } catch {
    return null;
  }
}

/** Proportional set size of a process and everything below it, in megabytes: shared pages are counted once. */
export function memoryMegabytes(pid: number): number {
  return processTree(pid).reduce((sum, id) => sum + proportionalKilobytes(id), 0) / 1024;
}

function proportionalKilobytes(pid: number): number {
  try {
    return Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0);
  } catch {
    return 0;
  }
}
