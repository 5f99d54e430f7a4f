// Promise: a commit's rows are the same whether they are written down when it begins or while the one before is under way.
import type { CommitRows } from './commit-rows.ts';
import { addRows, type NewsByWorkspace, type Waiting } from './contribution.ts';

/** A commit whose rows are not on their way to the tables yet. */
export class NextCommit {
  readonly commitNo: number;
  readonly rows: CommitRows;
  readonly parts: NewsByWorkspace = new Map();
  /** How many of those who wait are in it, and what they bring. */
  count = 0;
  items = 0;

  /** `rows` holds none yet. */
  constructor(commitNo: number, rows: CommitRows) {
    this.commitNo = commitNo;
    this.rows = rows;
  }

  add(one: Waiting): void {
    addRows(one, this.commitNo, this.rows, this.parts);
    this.count += 1;
    this.items += one.items;
  }
}
