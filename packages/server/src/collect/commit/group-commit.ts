// Promise: many requests share one commit; each is answered only after its own rows are on disk and sealed; a commit
// that fails leaves no row behind; work beyond the limit is refused at the door, never piled up.
import type { Logger } from 'pino';
import type { Clock } from '../../platform/clock.ts';
import { Problem } from '../../platform/http/problem.ts';
import type { Warehouse } from '../../platform/stores/warehouse.ts';
import { type CommitNews, noNews } from './commit-news.ts';
import { type CommitRows, noRows } from './commit-rows.ts';
import { lastCommitNo, removeCommit, seal, writeBlocks } from './commit-store.ts';

/** One request's part in a commit. */
export interface Contribution {
  readonly workspaceId: string;
  readonly items: number;
  readonly write: (commitNo: number, into: CommitRows, news: CommitNews) => void;
}

/** What a sealed commit has brought for one workspace. */
export interface Sealed {
  readonly workspaceId: string;
  readonly commitNo: number;
  readonly news: CommitNews;
}

interface Waiting extends Contribution {
  readonly done: (commitNo: number) => void;
  readonly failed: (error: unknown) => void;
}

export interface GroupCommitOptions {
  readonly warehouse: Warehouse;
  readonly log: Logger;
  readonly clock: Clock;
  /** Throws where this process may not write (any more). */
  readonly mayWrite?: () => void;
  /** Throws where there is no room for more. */
  readonly mustHaveRoom?: () => Promise<void>;
  /** Heard after each seal, before anybody is answered. */
  readonly sealed: (sealed: Sealed) => void;
  /** Makes what is remembered about the tables again, after a commit failed. */
  readonly forget: () => Promise<void>;
  /** Items in one commit at most; a single larger contribution goes alone. */
  readonly mostItems?: number;
}

export class GroupCommit {
  private readonly options: GroupCommitOptions;
  private waiting: Waiting[] = [];
  private running: Promise<void> | null = null;
  private commitNo = 0;
  /** A commit that failed and whose rows could not be taken out yet. */
  private unclean: number | null = null;

  constructor(options: GroupCommitOptions) {
    this.options = options;
  }

  get waitingItems(): number {
    return this.waiting.reduce((sum, one) => sum + one.items, 0);
  }

  async start(): Promise<void> {
    this.unclean = null;
    this.commitNo = await lastCommitNo(this.options.warehouse);
  }

  /** Resolves with the commit's number once the rows are durable and sealed. */
  add(contribution: Contribution): Promise<number> {
    return new Promise((done, failed) => {
      this.waiting.push({ ...contribution, done, failed });
      this.running ??= this.work();
    });
  }

  /** Resolves when everything added so far has been answered. */
  async flush(): Promise<void> {
    while (this.running) await this.running;
  }

  private async work(): Promise<void> {
    while (this.waiting.length > 0) {
      const group = this.nextGroup();
      try {
        await this.clean();
        await this.commit(group);
      } catch (error) {
        this.options.log.error({ err: error, commitNo: this.commitNo }, 'a group commit failed');
        await this.clean().catch((problem) =>
          this.options.log.error({ err: problem }, 'its rows are still there'),
        );
        for (const one of group) one.failed(asProblem(error));
      }
    }
    // within the same turn as the last look at what waits: what is added after it starts the work again
    this.running = null;
  }

  private nextGroup(): Waiting[] {
    let items = 0;
    let count = 0;
    for (const one of this.waiting) {
      items += one.items;
      if (count > 0 && items > (this.options.mostItems ?? 20_000)) break;
      count += 1;
    }
    return this.waiting.splice(0, count);
  }

  private async commit(group: readonly Waiting[]): Promise<void> {
    const { warehouse, clock } = this.options;
    await this.options.mustHaveRoom?.();
    this.options.mayWrite?.();
    this.commitNo += 1;
    const { commitNo } = this;
    this.unclean = commitNo;
    const { rows, parts } = written(group, commitNo);
    await writeBlocks(warehouse, commitNo, rows);
    this.options.mayWrite?.();
    await seal(warehouse, commitNo, rows, clock.now());
    this.unclean = null;
    for (const part of parts) this.options.sealed(part);
    for (const one of group) one.done(commitNo);
  }

  private async clean(): Promise<void> {
    if (this.unclean === null) return;
    this.options.mayWrite?.();
    await removeCommit(this.options.warehouse, this.unclean);
    await this.options.forget();
    this.unclean = null;
  }
}

/** The rows of all contributions, and what they bring to each workspace. */
function written(group: readonly Waiting[], commitNo: number): { rows: CommitRows; parts: Sealed[] } {
  const rows = noRows();
  const parts = new Map<string, Sealed>();
  for (const { workspaceId, write } of group) {
    const part = parts.get(workspaceId) ?? { workspaceId, commitNo, news: noNews() };
    parts.set(workspaceId, part);
    write(commitNo, rows, part.news);
  }
  return { rows, parts: [...parts.values()] };
}

/** Of the warehouse, or of the folder in which blocks are handed to it. */
function isFull(error: unknown): boolean {
  const { full, code } = (error ?? {}) as { full?: unknown; code?: unknown };
  return full === true || code === 'ENOSPC' || code === 'EDQUOT' || code === '53100';
}

function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (isFull(error)) return new Problem('storage_full', {}, { cause: error });
  return new Problem('overloaded', { headers: { 'retry-after': '2' } }, { cause: error });
}
