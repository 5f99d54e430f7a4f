import { type GuessedColumn, type ImportMapping, importFieldsOf } from '@lyhord/contract';
import { Select } from '@mantine/core';
import { useFormats } from '../../ui/format.ts';
import table from '../../ui/table.module.css';
import { TableScroll } from '../../ui/table-scroll.tsx';
import { named, useWords } from '../../words/index.ts';
import styles from './imports.module.css';

interface ColumnTableProps {
  columns: readonly GuessedColumn[];
  mapping: ImportMapping;
  change: (columns: Record<string, string>) => void;
}

/** Each column of the file with what it was taken for, how surely and why, and its first values. */
export function ColumnTable({ columns, mapping, change }: ColumnTableProps) {
  const { imports: words } = useWords();
  const fieldOf = (column: string) =>
    Object.entries(mapping.columns).find(([, name]) => name === column)?.[0] ?? null;
  const fields = [...new Set([...importFieldsOf[mapping.target], ...Object.keys(mapping.columns)])];
  const choices = fields.map((field) => ({ value: field, label: named(words.fields, field) }));
  const put = (column: string, field: string | null) => {
    const kept = Object.entries(mapping.columns).filter(([each, name]) => name !== column && each !== field);
    change(Object.fromEntries(field ? [...kept, [field, column]] : kept));
  };
  return (
    <TableScroll label={words.field}>
      <table className={`${table.table} ${styles.columns}`}>
        <thead>
          <tr>
            <th>{words.column}</th>
            <th>{words.field}</th>
            <th>{words.sureness}</th>
            <th>{words.examples}</th>
          </tr>
        </thead>
        <tbody>
          {columns.map((column) => (
            <tr key={column.name}>
              <td className={styles.name}>{column.name}</td>
              <td>
                <Select
                  aria-label={`${words.field}: ${column.name}`}
                  value={fieldOf(column.name)}
                  placeholder={words.ignore}
                  clearable
                  searchable
                  data={choices}
                  onChange={(field) => put(column.name, field)}
                />
              </td>
              <td>
                <Sureness column={column} field={fieldOf(column.name)} />
              </td>
              <td className={`${table.dim} ${styles.example}`}>{column.examples.join(' · ')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}

function Sureness({ column, field }: { column: GuessedColumn; field: string | null }) {
  const { imports: words } = useWords();
  const format = useFormats();
  if (field === null) return null;
  if (field !== column.field) return <span className={table.dim}>{words.chosen}</span>;
  return (
    <>
      {format.share(column.confidence)}{' '}
      {column.why ? <span className={table.dim}>{words.why[column.why]}</span> : null}
      {column.doubt ? <span className={styles.doubt}>{words.doubts[column.doubt]}</span> : null}
    </>
  );
}
