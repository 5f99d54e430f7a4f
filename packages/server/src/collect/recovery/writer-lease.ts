// Promise: of all processes on the same stores exactly one commits; when it goes, another takes over, and begins by
// taking out what the first left half written.
import type { Pool, PoolClient } from 'pg';
import type { Logger } from 'pino';
import { Problem } from '../../platform/http/problem.ts';

const lockName = 'lyhord collect writer';
const tryAgainMs = 2_000;
/** A writer that has lost its connection, but not its life, hears of it within this time and stops writing. */
const graceMs = 5_000;

export class WriterLease {
  private readonly pool: Pool;
  private readonly log: Logger;
  private readonly gained: () => Promise<void>;
  private holder: PoolClient | null = null;
  private timer: NodeJS.Timeout | null = null;
  private stopped = false;
  private readonly takeOverListeners: (() => void)[] = [];

  /** `gained` runs each time this process becomes the writer, before anything is taken in. */
  constructor(pool: Pool, log: Logger, gained: () => Promise<void>) {
    this.pool = pool;
    this.log = log;
    this.gained = gained;
  }

  get held(): boolean {
    return this.holder !== null;
  }

  /** Hears that this process has become the writer after another one, or again. */
  onTakeOver(heard: () => void): void {
    this.takeOverListeners.push(heard);
  }

  /** Throws 503 while another process is the writer. */
  check(): void {
    if (this.held) return;
    const detail =
      'Another process of this installation takes data in at the moment; send the same again shortly.';
    throw new Problem('overloaded', { detail, headers: { 'retry-after': '3' } });
  }

  /** Takes the lease when it is free; otherwise goes on trying beside everything else. */
  async start(): Promise<void> {
    this.stopped = false;
    if (await this.attempt(0)) return;
    this.log.info('another process takes data in; this one stands by');
    this.tryLater();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    if (this.timer) clearTimeout(this.timer);
    const { holder } = this;
    this.holder = null;
    if (!holder) return;
    holder.removeAllListeners('error');
    await holder
      .query('select pg_advisory_unlock(hashtextextended($1, 0))', [lockName])
      .catch(() => undefined);
    holder.release(true);
  }

  private async attempt(graceMs: number): Promise<boolean> {
    const client = await this.pool.connect();
    let broken = false;
    const heard = () => {
      broken = true;
      this.lost(client);
    };
    try {
      const { rows } = await client.query<{ held: boolean }>(
        'select pg_try_advisory_lock(hashtextextended($1, 0)) as held',
        [lockName],
      );
      if (!rows[0]?.held) {
        client.release();
        return false;
      }
      client.on('error', heard);
      await new Promise((resolve) => setTimeout(resolve, graceMs));
      if (!broken && !this.stopped) {
        await this.gained();
        // that a connection is lost is heard late; asking it tells at once
        await client.query('select 1').catch(heard);
      }
      // a lock goes with its connection: another process may have it by now
      if (broken) throw new Error('The connection that held the right to take data in was lost.');
      if (!this.stopped) {
        this.holder = client;
        return true;
      }
    } catch (error) {
      client.release(true);
      throw error;
    }
    client.release(true);
    return false;
  }

  private lost(client: PoolClient): void {
    if (this.holder !== client) return;
    this.holder = null;
    client.release(true);
    this.log.warn('the connection that held the right to take data in was lost');
    this.tryLater();
  }

  private tryLater(): void {
    if (this.stopped) return;
    this.timer = setTimeout(() => {
      this.attempt(graceMs)
        .then((held) => {
          if (!held) this.tryLater();
          else for (const heard of this.takeOverListeners) heard();
        })
        .catch((error) => {
          this.log.warn({ err: error }, 'taking over data collection did not work yet');
          this.tryLater();
        });
    }, tryAgainMs).unref();
  }
}
