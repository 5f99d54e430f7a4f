import type { Verdict } from '@lyhord/contract';
import type { ImportCounts } from './import-store.ts';

/** What has become of the rows so far. */
export class RunningCounts {
  private counts: ImportCounts;
  /** Rows that an earlier run of this import stored and had not yet counted when it was stopped. */
  private owed: number;

  constructor(counts: ImportCounts = { rows: 0, accepted: 0, duplicates: 0, refused: 0 }, owed = 0) {
    this.counts = counts;
    this.owed = Math.max(0, owed);
  }

  add(verdicts: readonly Verdict[]): void {
    let { rows, accepted, duplicates, refused } = this.counts;
    for (const { outcome } of verdicts) {
      rows += 1;
      if (outcome === 'accepted') accepted += 1;
      else if (outcome !== 'duplicate') refused += 1;
      else if (this.owed > 0) {
        this.owed -= 1;
        accepted += 1;
      } else duplicates += 1;
    }
    this.counts = { rows, accepted, duplicates, refused };
  }

  set(counts: ImportCounts): void {
    this.counts = counts;
  }

  now(): ImportCounts {
    return this.counts;
  }
}
