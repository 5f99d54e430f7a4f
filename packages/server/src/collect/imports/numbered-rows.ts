import type { ImportMapping } from '@lyhord/contract';
import { rowIds } from './row-ids.ts';
import type { RowToRead } from './row-reader.ts';
import type { Table } from './rows/table.ts';

/** The rows behind the first `skipped` ones, with the ids that they always get. */
export async function* numberedRows(
  table: Table,
  mapping: ImportMapping,
  skipped: number,
): AsyncGenerator<RowToRead[]> {
  const idOf = rowIds(mapping, table);
  let at = 0;
  for await (const block of table.blocks) {
    const rows: RowToRead[] = [];
    for (const row of block) {
      const id = idOf(row.cells);
      at += 1;
      if (at > skipped) rows.push({ ...row, id });
    }
    if (rows.length > 0) yield rows;
  }
}
