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
    const found = { accepted: 0, duplicates: 0, refused: 0 };
    for (const { outcome } of verdicts) {
      if (outcome === 'accepted') found.accepted += 1;
      else if (outcome === 'duplicate') found.duplicates += 1;
      else found.refused += 1;
    }
    this.addSums(found);
  }

  addSums(found: Omit<ImportCounts, 'rows'>): void {
    const { rows, accepted, duplicates, refused } = this.counts;
    const mine = Math.min(this.owed, found.duplicates);
    this.owed -= mine;
    this.counts = {
      rows: rows + found.accepted + found.duplicates + found.refused,
      accepted: accepted + found.accepted + mine,
      duplicates: duplicates + found.duplicates - mine,
      refused: refused + found.refused,
    };
  }

  set(counts: ImportCounts): void {
    this.counts = counts;
  }

  now(): ImportCounts {
    return this.counts;
  }
}
