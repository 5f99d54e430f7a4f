// Rows of files of places, facts and rates that were not taken; a few are kept with the import, for all to be told of.
import type { RefusedRow } from '@lyhord/contract';
import type { Remark } from '../arrivals/arrival.ts';

const mostKept = 10;

export class RefusedRows {
  readonly first: RefusedRow[] = [];
  private count = 0;

  add(line: number, remark: Remark): void {
    this.count += 1;
    if (this.first.length < mostKept) this.first.push(refusedRow(line, remark));
  }

  /** What is wrong in English, line by line; null where nothing is. */
  problem(): string | null {
    if (this.count === 0) return null;
    const more = this.count - this.first.length;
    const told = this.first.map(({ detail }) => detail).join(' ');
    return more > 0 ? `${told} And ${more} more lines.` : told;
  }
}

export const refusedRow = (line: number, { field = '', ...remark }: Remark) => ({
  line,
  field,
  ...remark,
  detail: `Line ${line}: ${remark.detail}`,
});

/** A row that cannot be read at all. */
export const brokenRow = (why: string): Remark => ({ reason: 'broken_row', detail: `${why}.` });
