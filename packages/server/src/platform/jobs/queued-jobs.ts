import type { Pool } from 'pg';
import PgBoss from 'pg-boss';
import type { Logger } from 'pino';
import type { JobOptions, Jobs } from './jobs.ts';

export interface QueuedJobs extends Jobs {
  /** Stops taking jobs and waits for those that run. */
  stop(): Promise<void>;
}

const pollingSeconds = 2;

/** Jobs kept in the ledger by pg-boss; a job sent by this process starts at once, one of another within two seconds. */
export async function startJobs(pool: Pool, log: Logger): Promise<QueuedJobs> {
  const boss = new PgBoss({
    db: { executeSql: (text, values) => pool.query(text, values) },
    archiveCompletedAfterSeconds: 3_600,
    deleteAfterDays: 7,
    cronMonitorIntervalSeconds: 30,
    cronWorkerIntervalSeconds: 5,
  });
  boss.on('error', (error) => log.error({ err: error }, 'jobs'));
  await boss.start();
  const workers = new Map<string, string>();
  const queues = new Map<string, Promise<void>>();

  const queue = (name: string): Promise<void> => {
    const known = queues.get(name) ?? boss.createQueue(name, { name, policy: 'short' });
    queues.set(name, known);
    return known;
  };

  return {
    async work<T>(name: string, handler: (job: T) => Promise<void>) {
      await queue(name);
      const run = async (jobs: PgBoss.Job<T>[]) => {
        for (const job of jobs) await timed(log, name, () => handler(job.data));
      };
      workers.set(name, await boss.work<T>(name, { pollingIntervalSeconds: pollingSeconds }, run));
    },
    async send<T>(name: string, payload: T, options: JobOptions = {}) {
      await queue(name);
      await boss.send(name, payload as object, {
        // The queue keeps one waiting job per key, so a job without a key gets one of its own.
        singletonKey: options.singletonKey ?? crypto.randomUUID(),
        retryLimit: options.retryLimit ?? 5,
        retryDelay: 5,
        retryBackoff: true,
        ...(options.startAfter ? { startAfter: options.startAfter } : {}),
      });
      const worker = workers.get(name);
      if (worker !== undefined && !options.startAfter) boss.notifyWorker(worker);
    },
    async schedule(name, cron) {
      await queue(name);
      await boss.schedule(name, cron, {}, { tz: 'UTC', singletonKey: 'schedule' });
    },
    stop: () => boss.stop({ graceful: true, wait: true, close: false, timeout: 10_000 }),
  };
}

async function timed(log: Logger, job: string, work: () => Promise<void>): Promise<void> {
  const started = performance.now();
  try {
    await work();
    log.debug({ job, ms: Math.round(performance.now() - started) }, 'job done');
  } catch (error) {
    log.warn({ err: error, job }, 'job failed; it is tried again');
    throw error;
  }
}
