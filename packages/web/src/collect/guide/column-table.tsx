import type { endpoints, ImportMapping, ReplyReceived } from '@lyhord/contract';
import { Select } from '@mantine/core';
import { useFormats } from '../../ui/format.ts';
import table from '../../ui/table.module.css';
import { TableScroll } from '../../ui/table-scroll.tsx';
import { named, useWords } from '../../words/index.ts';

type Columns = ReplyReceived<typeof endpoints.previewImport>['columns'];

interface ColumnTableProps {
  columns: Columns;
  mapping: ImportMapping;
  change: (columns: Record<string, string>) => void;
}

/** Each column of the file with what it was taken for, how surely, and its first values. */
export function ColumnTable({ columns, mapping, change }: ColumnTableProps) {
  const { collect } = useWords();
  const words = collect.guide;
  const format = useFormats();
  const fieldOf = (column: string) =>
    Object.entries(mapping.columns).find(([, name]) => name === column)?.[0] ?? null;
  const fields = [...new Set([...Object.keys(words.fields), ...Object.keys(mapping.columns)])];
  const put = (column: string, field: string | null) => {
    const kept = Object.entries(mapping.columns).filter(([each, name]) => name !== column && each !== field);
    change(Object.fromEntries(field ? [...kept, [field, column]] : kept));
  };
  return (
    <TableScroll label={words.field}>
      <table className={table.table}>
        <thead>
          <tr>
            <th>{words.column}</th>
            <th>{words.field}</th>
            <th>{words.examples}</th>
          </tr>
        </thead>
        <tbody>
          {columns.map((column) => (
            <tr key={column.name}>
              <td>{column.name}</td>
              <td>
                <Select
                  aria-label={`${words.field}: ${column.name}`}
                  value={fieldOf(column.name)}
                  placeholder={words.ignore}
                  clearable
                  searchable
                  data={fields.map((field) => ({ value: field, label: named(words.fields, field) }))}
                  onChange={(field) => put(column.name, field)}
                />
                {column.field && column.field === fieldOf(column.name) ? (
                  <span className={table.dim}>
                    {column.confidence >= 0.8 ? words.sure : words.perhaps}, {format.share(column.confidence)}
                  </span>
                ) : null}
              </td>
              <td className={table.dim} style={{ overflowWrap: 'anywhere' }}>
                {column.examples.slice(0, 3).join(' · ')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}
