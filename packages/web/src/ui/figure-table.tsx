// One table for numbers by group: columns are data, every row has a name, and on a phone rows may become blocks.
import type { ReactNode } from 'react';
import table from './table.module.css';
import { TableScroll } from './table-scroll.tsx';

export interface FigureColumn<Row> {
  head: string;
  cell: (row: Row) => ReactNode;
  /** `name` heads its row, `number` ends where numbers end. */
  kind?: 'name' | 'number' | 'text';
  /** Left out on a phone. */
  wide?: boolean;
  /** The head is read out and not shown. */
  silent?: boolean;
}

interface FigureTableProps<Row> {
  label: string;
  rows: readonly Row[];
  keyOf: (row: Row) => string;
  columns: readonly FigureColumn<Row>[];
  /** On a phone each row is a block under its name, and every number says what it is. */
  stacked?: boolean;
}

export function FigureTable<Row>({ label, rows, keyOf, columns, stacked = false }: FigureTableProps<Row>) {
  const classes = ({ kind, wide }: FigureColumn<Row>) =>
    [kind === 'number' ? table.number : '', wide ? table.wide : ''].filter(Boolean).join(' ') || undefined;
  return (
    <TableScroll label={label}>
      <table className={stacked ? `${table.table} ${table.stacked}` : table.table}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th
                key={column.head}
                scope="col"
                className={classes(column)}
                aria-label={column.silent ? column.head : undefined}
              >
                {column.silent ? null : column.head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={keyOf(row)}>
              {columns.map((column) =>
                column.kind === 'name' ? (
                  <th key={column.head} scope="row" className={table.rowHead}>
                    {column.cell(row)}
                  </th>
                ) : (
                  <td key={column.head} className={classes(column)} data-label={column.head}>
                    {column.cell(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}
