// Jobs on pg-boss, kept in the ledger. A job that was just sent is fetched at once, by this and by other processes,
// instead of at the next poll; payloads should hold ids, since finished jobs stay for a day.
import { randomUUID } from 'node:crypto';
import PgBoss from 'pg-boss';
import type { Logger } from 'pino';
import type { Announcements } from '../announcements/announcements.ts';
import type { Ledger } from '../stores/ledger.ts';
import type { JobOptions, Jobs } from './jobs.ts';

export interface RunningJobs extends Jobs {
  /** Lets running jobs finish, up to `waitMs`; the rest run again at the next start. */
  stop(waitMs?: number): Promise<void>;
}

interface Surroundings {
  readonly ledger: Ledger;
  readonly log: Logger;
  readonly announcements: Announcements;
}

const sentTopic = 'jobs.sent';
const pollSeconds = 3;

/** pg-boss starts with the first use, so that a process without jobs pays nothing. */
export function createJobs({ ledger, log, announcements }: Surroundings): RunningJobs {
  const workers = new Map<string, string>();
  const queues = new Map<string, Promise<void>>();
  let started: Promise<PgBoss> | null = null;
  let stopHearing: (() => void) | null = null;
  let stopping = false;

  const start = async () => {
    const boss = new PgBoss({
      db: { executeSql: (text, values) => ledger.pool.query(text, values) },
      archiveCompletedAfterSeconds: 3600,
      deleteAfterHours: 24,
      maintenanceIntervalSeconds: 300,
      cronMonitorIntervalSeconds: 30,
    });
    boss.on('error', (error) => {
      if (!stopping) log.error({ err: error }, 'jobs: the ledger answered with an error');
    });
    await boss.start();
    stopHearing = announcements.subscribe(sentTopic, (name: string | null) => {
      for (const worker of name === null ? workers.values() : [workers.get(name)])
        if (worker) boss.notifyWorker(worker);
    });
    return boss;
  };
  const running = () => {
    started ??= start();
    return started;
  };
  const queueReady = async (boss: PgBoss, name: string) => {
    const making = queues.get(name) ?? boss.createQueue(name, { name, policy: 'short' });
    queues.set(name, making);
    await making.catch((error) => {
      queues.delete(name);
      throw error;
    });
  };

  return {
    async work(name, handler) {
      const boss = await running();
      await queueReady(boss, name);
      const run = async ([job]: PgBoss.Job[]) => {
        if (!job) return;
        const worker = workers.get(name);
        if (worker) boss.notifyWorker(worker);
        try {
          await handler(job.data as never);
        } catch (error) {
          log.error(
            { err: error, job: name, jobId: job.id },
            'a job failed; it is tried again unless its tries are used up',
          );
          throw error;
        }
      };
      workers.set(name, await boss.work(name, { pollingIntervalSeconds: pollSeconds }, run));
    },
    async send(name, payload, options = {}) {
      const boss = await running();
      await queueReady(boss, name);
      await boss.send(name, payload as object, sendOptions(options));
      if (!options.startAfter) announcements.announce(sentTopic, name);
    },
    async schedule(name, cron) {
      const boss = await running();
      await queueReady(boss, name);
      await boss.schedule(name, cron, {}, { tz: 'UTC', singletonKey: 'scheduled' });
    },
    async stop(waitMs = 15_000) {
      stopping = true;
      stopHearing?.();
      const boss = await started?.catch(() => null);
      await boss?.stop({ graceful: true, wait: true, timeout: waitMs, close: false });
    },
  };
}

/** The queue's policy allows one waiting job per key, so a job without a key gets one of its own. */
function sendOptions(options: JobOptions): PgBoss.SendOptions {
  return {
    singletonKey: options.singletonKey ?? randomUUID(),
    retryLimit: options.retryLimit ?? 5,
    retryDelay: 2,
    retryBackoff: true,
    expireInMinutes: 60,
    ...(options.startAfter ? { startAfter: options.startAfter } : {}),
  };
}
