// Promise: a process is known by pid and start time, so that a pid used again is never taken for the old process.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

export interface ProcessIdentity {
  readonly pid: number;
  /** Opaque: ticks since boot on Linux, a date elsewhere. */
  readonly startedAt: string;
}

const onLinux = existsSync('/proc/self/stat');

/** The identity of a living process, or null when there is none with that pid (a zombie counts as none). */
export function identityOf(pid: number): ProcessIdentity | null {
  const startedAt = onLinux ? startOnLinux(pid) : asked(pid, 'lstart=');
  return startedAt === null ? null : { pid, startedAt };
}

/** Whether exactly this process still lives. */
export function lives(identity: ProcessIdentity): boolean {
  return identityOf(identity.pid)?.startedAt === identity.startedAt;
}

/** The command line of a living process; empty when unknown. */
export function commandOf(pid: number): string {
  if (!onLinux) return asked(pid, 'command=') ?? '';
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
  } catch {
    return '';
  }
}

/** Waits until the process is gone; false when it still lives after `ms`. */
export async function gone(identity: ProcessIdentity, ms: number): Promise<boolean> {
  const end = Date.now() + ms;
  while (lives(identity)) {
    if (Date.now() > end) return false;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  return true;
}

/** Sends a signal; a process that is gone by then is no error. */
export function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

function startOnLinux(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const [state, start] = [fields[0], fields[19]];
    return state === 'Z' || state === 'X' || start === undefined ? null : `${bootId()}:${start}`;
  } catch {
    return null;
  }
}

let boot: string | undefined;
function bootId(): string {
  boot ??= readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  return boot;
}

function asked(pid: number, column: string): string | null {
  try {
    return (
      execFileSync('ps', ['-o', column, '-p', String(pid)], {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      }).trim() || null
    );
  } catch {
    return null;
  }
}
