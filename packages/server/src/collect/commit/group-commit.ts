// Promise: many requests share one commit; each is answered only after its own rows are on disk and sealed, or under load
// forced to the log beside the tables; what is not answered leaves no row behind when it fails.
import type { Logger } from 'pino';
import type { Clock } from '../../platform/clock.ts';
import type { Warehouse } from '../../platform/stores/warehouse.ts';
import { AheadCommits } from './ahead-commits.ts';
import type { AheadLog } from './ahead-log.ts';
import { type CommitRows, emptied, filledBlocks, noRows } from './commit-rows.ts';
import { lastCommitNo, removeCommit, seal, writeBlocks } from './commit-store.ts';
import { asProblem, type Contribution, type Sealed, type Waiting } from './contribution.ts';
import { NextCommit } from './next-commit.ts';

export type { Contribution, Sealed };

export interface GroupCommitOptions {
  readonly warehouse: Warehouse;
  readonly log: Logger;
  readonly clock: Clock;
  /** Where rows are kept until the tables have them; without it nothing is answered before they do. */
  readonly files?: AheadLog | null;
  /** Throws where this process may not write (any more). */
  readonly mayWrite?: () => void;
  /** Throws where there is no room for more. */
  readonly mustHaveRoom?: () => Promise<void>;
  /** Heard after each seal; where nobody is answered early, before anybody is. */
  readonly sealed: (sealed: Sealed) => void;
  /** Makes what is remembered about the tables again, after a commit failed. */
  readonly forget: () => Promise<void>;
  /** Items in one commit at most; a single larger contribution goes alone. */
  readonly mostItems?: number;
}

/** So many requests waiting at once are load; below, a request is answered when its rows can be read. */
const loadBegins = 16;
/** Fewer requests are load, too, when they are not answered yet and bring so many items. */
const [fewerRequests, manyItems] = [8, 500];
const loadLastsMs = 300;
/** Contributions of so many items each, as fills and imports bring them, are not worth writing twice. */
const largeItems = 2_000;
/** Under load requests gather for so long before they share a write. */
const gatherMs = 4;

const itemsOf = (some: readonly Waiting[]): number => some.reduce((sum, { items }) => sum + items, 0);
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

export class GroupCommit {
  private readonly options: GroupCommitOptions;
  private readonly ahead: AheadCommits | null;
  private waiting: Waiting[] = [];
  private running: Promise<void> | null = null;
  /** The group that is being written. */
  private turn: Promise<void> | null = null;
  private commitNo = 0;
  private lastGroup = 0;
  private loaded = false;
  /** Until when load goes on, and how many requests came in that time so far. */
  private loadedUntil = 0;
  private came = 0;
  private cameItems = 0;
  /** A commit that failed and whose rows could not be taken out yet. */
  private unclean: number | null = null;
  /** True when something is remembered that was never written. */
  private mistaken = false;
  /** True while a commit's rows are on their way to the tables. */
  private writing = false;
  /** Rows of those who wait first, written down while the commit before them is on its way. */
  private next: NextCommit | null = null;
  private looksAhead = false;
  /** Rows of a commit that is done, emptied. */
  private empty: CommitRows | null = null;

  constructor(options: GroupCommitOptions) {
    this.options = options;
    const { files, warehouse, log, clock, mayWrite, sealed } = options;
    const newNumber = () => {
      this.commitNo += 1;
      return this.commitNo;
    };
    this.ahead = files
      ? new AheadCommits(files, { warehouse, log, clock, mayWrite, sealed, newNumber })
      : null;
  }

  /** Stops what is under way before the tables and the log are read anew. */
  async reset(): Promise<void> {
    await this.turn;
    await this.ahead?.reset();
  }

  async start(): Promise<void> {
    this.unclean = null;
    this.mistaken = false;
    this.next = null;
    this.commitNo = await lastCommitNo(this.options.warehouse);
  }

  /** Resolves with the commit's number once the rows are durable, and sealed unless it may be answered early. */
  add(contribution: Contribution): Promise<number> {
    return new Promise((done, failed) => {
      this.waiting.push({ ...contribution, done, failed });
      this.running ??= this.work();
      this.lookAhead();
    });
  }

  /** Resolves when everything added so far has been answered and stands in the tables. */
  async flush(): Promise<void> {
    const last = this.waiting.at(-1);
    while (last !== undefined && this.waiting.includes(last)) await (this.turn ?? pause(1));
    await this.turn;
    await this.landed();
  }

  /** Resolves when the tables hold everything that was answered so far; throws where they do not take it. */
  async landed(): Promise<void> {
    await this.ahead?.landed();
  }

  private async work(): Promise<void> {
    while (this.waiting.length > 0) {
      if (this.isLoaded()) await this.gather();
      const { next } = this;
      this.next = null;
      this.turn = this.write(this.nextGroup(next), next);
      await this.turn;
      this.turn = null;
    }
    // within the same turn as the last look at what waits: what is added after it starts the work again
    this.running = null;
  }

  /** Whether requests are answered out of the log; once begun, until few come. */
  private isLoaded(): boolean {
    if (this.ahead === null) return false;
    const now = performance.now();
    const items = itemsOf(this.waiting);
    const many = this.waiting.length >= loadBegins || this.bringMany(this.ahead.unanswered, items);
    if (many || now > this.loadedUntil) {
      const goesOn = this.came >= loadBegins || this.cameItems >= manyItems / 2;
      this.loaded = many || (this.loaded && goesOn);
      this.loadedUntil = now + loadLastsMs;
      this.came = 0;
      this.cameItems = 0;
    }
    this.came += this.waiting.length;
    this.cameItems += items;
    return this.loaded;
  }

  private bringMany(late: readonly Waiting[], items: number): boolean {
    return late.length + this.waiting.length >= fewerRequests && itemsOf(late) + items >= manyItems;
  }

  private async gather(): Promise<void> {
    const rest = this.lastGroup + gatherMs - performance.now();
    if (rest > 0) await pause(rest);
    this.lastGroup = performance.now();
  }

  private async write(group: readonly Waiting[], next: NextCommit | null): Promise<void> {
    try {
      await this.clean();
      await this.options.mustHaveRoom?.();
      await this.record(group, next);
    } catch (error) {
      this.options.log.error({ err: error, commitNo: this.commitNo }, 'a group commit failed');
      // what was noted for rows that are written anew, or never, must be noted again
      if (next !== null || this.next !== null) this.mistaken = true;
      this.next = null;
      await this.clean().catch((problem) =>
        this.options.log.error({ err: problem }, 'its rows are still there'),
      );
      for (const one of group) one.failed(asProblem(error));
    }
  }

  /** Who shares the next commit: those whose rows are written down already, or those who wait first. */
  private nextGroup(next: NextCommit | null): Waiting[] {
    if (next !== null) return this.waiting.splice(0, next.count);
    let items = 0;
    let count = 0;
    for (const one of this.waiting) {
      items += one.items;
      if (count > 0 && items > this.mostItems) break;
      count += 1;
    }
    return this.waiting.splice(0, count);
  }

  private get mostItems(): number {
    return this.options.mostItems ?? 20_000;
  }

  private async record(group: readonly Waiting[], next: NextCommit | null): Promise<void> {
    const { ahead } = this;
    const straight = group.every(({ items }) => items >= largeItems) && !ahead?.busy;
    if (ahead === null || next !== null || straight) return this.commit(group, next);
    try {
      await ahead.write(group, this.loaded);
    } catch (error) {
      this.mistaken = true;
      throw error;
    }
  }

  private async commit(group: readonly Waiting[], next: NextCommit | null): Promise<void> {
    const { warehouse, clock } = this.options;
    this.options.mayWrite?.();
    this.commitNo += 1;
    const { commitNo } = this;
    this.unclean = commitNo;
    const made = next ?? this.begun(commitNo);
    if (next === null) for (const one of group) made.add(one);
    const rows = filledBlocks(made.rows);
    try {
      const written = writeBlocks(warehouse, commitNo, rows);
      this.writing = true;
      this.lookAhead();
      await written;
      this.options.mayWrite?.();
      await seal(warehouse, commitNo, rows, clock.now());
    } finally {
      this.writing = false;
    }
    this.unclean = null;
    this.empty = emptied(made.rows);
    for (const part of made.parts.values()) this.options.sealed(part);
    for (const one of group) one.done(commitNo);
  }

  private begun(commitNo: number): NextCommit {
    const rows = this.empty ?? noRows();
    this.empty = null;
    return new NextCommit(commitNo, rows);
  }

  /** Writes down rows of the next commit, one contribution a turn, while the tables are busy with this one. */
  private lookAhead(): void {
    if (this.looksAhead || this.following() === null) return;
    this.looksAhead = true;
    setImmediate(() => {
      this.looksAhead = false;
      const one = this.following();
      if (one !== null) this.writeDown(one);
    });
  }

  /** Who may be written down now, behind those that are. */
  private following(): Waiting | null {
    const one = this.waiting[this.next?.count ?? 0];
    if (!this.writing || this.mistaken || one === undefined || one.items < largeItems) return null;
    return this.next !== null && this.next.items + one.items > this.mostItems ? null : one;
  }

  private writeDown(one: Waiting): void {
    this.next ??= this.begun(this.commitNo + 1);
    try {
      this.next.add(one);
    } catch (error) {
      // it fails again in its turn, where whoever sent it hears of it
      this.options.log.warn({ err: error }, 'rows of the next commit could not be written down');
      this.next = null;
      this.mistaken = true;
    }
    this.lookAhead();
  }

  /** Takes out what a failed commit left and reads anew what is remembered. */
  private async clean(): Promise<void> {
    if (this.unclean === null && !this.mistaken) return;
    this.options.mayWrite?.();
    if (this.unclean !== null) await removeCommit(this.options.warehouse, this.unclean);
    await this.landed();
    await this.options.forget();
    this.unclean = null;
    this.mistaken = false;
  }
}
