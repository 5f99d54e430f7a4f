// Promise: rows are forced to the log beside the tables, then brought to the tables, under load some times a second as
// few large blocks. What the log holds is never given up: where the tables do not take it, new requests are refused
// and the rows are tried again.
import type { Logger } from 'pino';
import type { Clock } from '../../platform/clock.ts';
import { JoinedRows } from '../../platform/stores/blocks/native-rows.ts';
import type { Warehouse } from '../../platform/stores/warehouse.ts';
import type { AheadFile, AheadLog, TableRows } from './ahead-log.ts';
import { emptied, filledBlocks, noRows } from './commit-rows.ts';
import { removeCommit, seal, writeBlocks } from './commit-store.ts';
import {
  addNews,
  addRows,
  asProblem,
  type NewsByWorkspace,
  type Sealed,
  type Waiting,
} from './contribution.ts';

/** Rows wait no longer than this before they begin to go to the tables. */
const landEveryMs = 700;
const landItems = 40_000;
/** What waits for the tables at most; then requests wait, too. */
const mostItems = 60_000;
const againMs = 1_000;

export interface AheadOptions {
  readonly warehouse: Warehouse;
  readonly log: Logger;
  readonly clock: Clock;
  readonly mayWrite?: (() => void) | undefined;
  readonly sealed: (sealed: Sealed) => void;
  readonly newNumber: () => number;
}

/** A commit whose rows are in the log and not in the tables yet. */
interface OpenCommit {
  readonly commitNo: number;
  readonly file: AheadFile;
  readonly since: number;
  readonly tables: Map<string, JoinedRows>;
  readonly parts: NewsByWorkspace;
  /** Who is answered once the tables have the rows. */
  late: Waiting[];
  items: number;
}

export class AheadCommits {
  private readonly files: AheadLog;
  private readonly options: AheadOptions;
  /** The rows of one group at a time. */
  private readonly rows = noRows();
  private open: OpenCommit | null = null;
  /** The one that is on its way to the tables, or that they did not take yet. */
  private leaving: OpenCommit | null = null;
  private landing: Promise<void> | null = null;
  private appending: Promise<void> | null = null;
  private timer: NodeJS.Timeout | null = null;
  private hurried = false;
  private still = false;
  private trouble: unknown = null;
  private landedNo = 0;

  constructor(files: AheadLog, options: AheadOptions) {
    this.files = files;
    this.options = options;
  }

  /** True while rows are in the log that the tables lack. */
  get busy(): boolean {
    return this.open !== null || this.leaving !== null;
  }

  /** Who waits for the tables. */
  get unanswered(): readonly Waiting[] {
    return [...(this.leaving?.late ?? []), ...(this.open?.late ?? [])];
  }

  /**
   * Writes the rows of a group to the log. With `early` those for whom that is enough are answered then; the others
   * are once the tables have the rows. Throws when nothing was kept.
   */
  async write(group: readonly Waiting[], early: boolean): Promise<void> {
    if (this.trouble !== null) throw this.trouble;
    while (this.open !== null && this.open.items >= mostItems && this.landing) await this.landing;
    const writing = this.append(group, early);
    this.appending = writing.then(
      () => undefined,
      () => undefined,
    );
    try {
      await writing;
    } catch (error) {
      // what follows a half written record is not read back, so this file gets no other
      this.hurried = true;
      throw error;
    } finally {
      this.appending = null;
      this.land();
    }
  }

  /** Resolves when the tables hold everything that was answered so far; throws where they do not take it. */
  async landed(): Promise<void> {
    const upTo = this.open?.commitNo ?? this.leaving?.commitNo ?? 0;
    while (this.landedNo < upTo && this.busy) {
      this.hurried = true;
      this.land();
      await (this.landing ?? this.appending);
      if (this.trouble !== null) throw asProblem(this.trouble);
    }
  }

  /** Forgets what is open, which stays in the log for whoever reads it back; resolves when nothing is under way. */
  async reset(): Promise<void> {
    this.still = true;
    this.stopTimer();
    await this.appending;
    await this.landing;
    this.stopTimer();
    for (const commit of [this.leaving, this.open]) {
      if (commit === null) continue;
      answer(commit.late, commit.commitNo);
    }
    await this.files.close();
    this.open = null;
    this.leaving = null;
    this.trouble = null;
    this.still = false;
  }

  private async append(group: readonly Waiting[], mayBeEarly: boolean): Promise<void> {
    this.options.mayWrite?.();
    this.open ??= await this.begin();
    const { open } = this;
    const parts: NewsByWorkspace = new Map();
    const rows = this.written(group, open.commitNo, parts);
    await open.file.append(open.commitNo, rows);
    keep(open, rows);
    addNews(open.parts, parts);
    open.items += group.reduce((sum, { items }) => sum + items, 0);
    const isEarly = ({ early }: Waiting) => mayBeEarly && early === true;
    answer(group.filter(isEarly), open.commitNo);
    open.late.push(...group.filter((one) => !isEarly(one)));
  }

  private written(group: readonly Waiting[], commitNo: number, parts: NewsByWorkspace) {
    const rows = emptied(this.rows);
    for (const one of group) addRows(one, commitNo, rows, parts);
    return filledBlocks(rows).map(([table, block]) => {
      const one = new JoinedRows(block.names);
      one.add(block.length, block.bytes());
      return [table, one] as const;
    });
  }

  private async begin(): Promise<OpenCommit> {
    const commitNo = this.options.newNumber();
    const file = await this.files.take();
    const since = performance.now();
    return { commitNo, file, since, tables: new Map(), parts: new Map(), late: [], items: 0 };
  }

  /** Begins to bring the open commit to the tables, now or when its time has come. */
  private land(): void {
    if (this.leaving !== null || this.open === null || this.appending !== null || this.still) return;
    const { since, late, items } = this.open;
    const now = this.hurried || late.length > 0 || items >= landItems;
    const wait = now ? 0 : since + landEveryMs - performance.now();
    if (wait > 0) {
      this.timer ??= setTimeout(() => {
        this.timer = null;
        this.land();
      }, wait);
      return;
    }
    this.stopTimer();
    this.hurried = false;
    this.leaving = this.open;
    this.open = null;
    this.bring(this.leaving);
  }

  private stopTimer(): void {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
  }

  private bring(commit: OpenCommit): void {
    this.landing = this.tried(commit).finally(() => {
      this.landing = null;
      this.land();
    });
  }

  private async tried(commit: OpenCommit): Promise<void> {
    const { commitNo, late } = commit;
    try {
      if (this.trouble !== null) await removeCommit(this.options.warehouse, commitNo);
      await this.toTables(commit);
      this.trouble = null;
      this.leaving = null;
      this.landedNo = commitNo;
      for (const part of commit.parts.values()) this.options.sealed(part);
    } catch (error) {
      if (this.trouble === null)
        this.options.log.error({ err: error, commitNo }, 'the tables do not take what is in the log');
      this.trouble = error ?? new Error('unknown');
      this.stopTimer();
      this.timer = setTimeout(() => this.bring(commit), againMs).unref();
    }
    commit.late = [];
    answer(late, commitNo);
  }

  private async toTables({ commitNo, tables, file }: OpenCommit): Promise<void> {
    const { warehouse, clock, mayWrite } = this.options;
    const rows = [...tables];
    if (rows.length > 0) {
      mayWrite?.();
      await writeBlocks(warehouse, commitNo, rows);
      mayWrite?.();
      await seal(warehouse, commitNo, rows, clock.now());
    }
    // rows that stay in the log are known to be done with by the seal; the file is written over all the same
    await this.files
      .giveBack(file)
      .catch((error) => this.options.log.warn({ err: error, commitNo }, 'a log file was not cleared'));
  }
}

function keep({ tables }: OpenCommit, rows: TableRows): void {
  for (const [table, block] of rows) {
    const joined = tables.get(table) ?? new JoinedRows(block.names);
    tables.set(table, joined);
    joined.add(block.length, block.bytes());
  }
}

function answer(group: readonly Waiting[], commitNo: number): void {
  for (const one of group) one.done(commitNo);
}
