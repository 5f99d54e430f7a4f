// Promise: rows that are written down before their commit begins are those that it would write down itself.
import { type CommitRows, noRows } from './commit-rows.ts';
import { addRows, type NewsByWorkspace, type Waiting } from './contribution.ts';

/** The commit after the one that is on its way, as far as it is written down. */
export class NextCommit {
  readonly commitNo: number;
  readonly rows: CommitRows = noRows();
  readonly parts: NewsByWorkspace = new Map();
  /** How many of those who wait are in it, and what they bring. */
  count = 0;
  items = 0;

  constructor(commitNo: number) {
    this.commitNo = commitNo;
  }

  add(one: Waiting): void {
    addRows(one, this.commitNo, this.rows, this.parts);
    this.count += 1;
    this.items += one.items;
  }
}
