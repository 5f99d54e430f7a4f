export interface JobOptions {
  /** At most one WAITING job per name and key; while one runs, one more may wait, so that no wake-up is lost. */
  readonly singletonKey?: string;
  readonly startAfter?: Date;
  /** How often a failed job is tried again, with growing pauses. Default 5. */
  readonly retryLimit?: number;
}

/** Work that outlives a request and a restart; kept in the ledger. Jobs run at least once. */
export interface Jobs {
  /** Runs `handler` for each job of that name; throwing means try again later. */
  work<T>(name: string, handler: (job: T) => Promise<void>): Promise<void>;
  send<T>(name: string, payload: T, options?: JobOptions): Promise<void>;
  /** Sends an empty job at the times of a cron expression, in UTC; once for all processes. */
  schedule(name: string, cron: string): Promise<void>;
}
