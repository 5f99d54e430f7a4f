// Runs one piece of work at a time, again whenever it was woken meanwhile, with a pause that grows with the work's
// length, so that a flood of news costs a bounded share of the machine.
import type { Logger } from 'pino';

export interface Waker {
  /** Soon; never throws. */
  wake(): void;
  /** Runs once more from here on and resolves when that run is done. */
  now(): Promise<void>;
  stop(): Promise<void>;
}

const shortestPauseMs = 60;
const retryMs = 2_000;

/** `share`: the part of the time that the work may take while it is woken again and again; half of it by itself. */
function wakerFor(
  work: () => Promise<void>,
  log: Pick<Logger, 'error'>,
  share: () => number = () => 0.5,
): Waker {
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();
  let lastMs = 0;
  let stopped = false;

  const run = (): Promise<void> => {
    clearTimeout(timer);
    timer = undefined;
    const mine = running.then(async () => {
      if (stopped) return;
      const begun = performance.now();
      await work();
      lastMs = performance.now() - begun;
    });
    running = mine.catch(() => {});
    return mine;
  };
  const rest = () => Math.max(shortestPauseMs, (lastMs * (1 - share())) / share());
  const wake = (afterMs = rest()): void => {
    if (stopped || timer) return;
    timer = setTimeout(() => {
      run().catch((error) => {
        log.error({ err: error }, 'work after a commit failed; it is tried again');
        wake(retryMs);
      });
    }, afterMs);
    timer.unref();
  };
  return {
    wake: () => wake(),
    now: run,
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}

export interface Wakers {
  /** The one of this workspace. */
  of(workspaceId: string): Waker;
  wakeAll(): void;
  stop(): Promise<void>;
}

/** A waker for each workspace that was asked for. */
export function wakersOf(
  work: (workspaceId: string) => Promise<void>,
  log: Pick<Logger, 'error'>,
  share?: (workspaceId: string) => number,
): Wakers {
  const wakers = new Map<string, Waker>();
  return {
    of(workspaceId) {
      const known =
        wakers.get(workspaceId) ??
        wakerFor(() => work(workspaceId), log, share && (() => share(workspaceId)));
      wakers.set(workspaceId, known);
      return known;
    },
    wakeAll() {
      for (const one of wakers.values()) one.wake();
    },
    stop: async () => void (await Promise.all([...wakers.values()].map((one) => one.stop()))),
  };
}
