import type { exportTables, QueryOf, shareEndpoints } from '@lyhord/contract';
import type { Viewer } from '../../access/index.ts';
import type { Cell } from '../../platform/http/csv.ts';

export type TableName = (typeof exportTables)[number];
export type ExportQuery = QueryOf<typeof shareEndpoints.exportTable>;
export type RowsOf<Row> = (viewer: Viewer, query: ExportQuery) => AsyncIterable<Row>;
type Columns<Row> = Readonly<Record<string, (row: Row) => Cell>>;

/** A table that can be exported, as its viewer sees it on screen. */
export interface Table {
  readonly columns: readonly string[];
  rows(viewer: Viewer, query: ExportQuery): AsyncIterable<Cell[]>;
}

/** A table from its columns, in order, and what gives its rows. */
export function table<Row>(rowsOf: RowsOf<Row>, columns: Columns<Row>): Table {
  const cells = Object.values(columns);
  return {
    columns: Object.keys(columns),
    async *rows(viewer, query) {
      for await (const row of rowsOf(viewer, query)) yield cells.map((cell) => cell(row));
    },
  };
}

/** Rows that come page by page, until a page names no next one. */
export async function* paged<Row>(
  page: (before: string | undefined) => Promise<{ rows: readonly Row[]; next: string | null | undefined }>,
): AsyncGenerator<Row, void> {
  let before: string | undefined;
  do {
    const { rows, next } = await page(before);
    yield* rows;
    before = next ?? undefined;
  } while (before !== undefined);
}
