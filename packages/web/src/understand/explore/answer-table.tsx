import type { Answer, AnswerRow } from '@lyhord/contract';
import { type FigureColumn, FigureTable } from '../../ui/figure-table.tsx';
import { useFormats } from '../../ui/format.ts';
import { Unsaid } from '../../ui/score-text.tsx';
import table from '../../ui/table.module.css';
import { useWords } from '../../words/index.ts';
import type { AnswerWords } from './answer-words.ts';
import styles from './explore-screen.module.css';

const most = 200;

/** The groups of an answer, each with its interval, its rows, and what it was held against. */
export function AnswerTable({ answer, say }: { answer: Answer; say: AnswerWords }) {
  const { explore: words, ui } = useWords();
  const format = useFormats();
  const has = (key: 'compared' | 'difference' | 'shrunken') =>
    answer.rows.some((row) => row[key] !== undefined);
  const interval = (row: AnswerRow, { low, high } = row) =>
    low === null || high === null ? '' : ui.range(say.value(low, row), say.value(high, row));
  const columns: FigureColumn<AnswerRow>[] = [
    { head: words.group, kind: 'name', cell: (row) => say.group(row) },
    {
      ...{ head: ui.value, kind: 'number' },
      cell: (row) =>
        row.tooFew ? (
          <span className={table.dim}>
            <Unsaid n={row.n} fewest={answer.minimumN} />
          </span>
        ) : (
          say.value(row.value, row)
        ),
    },
    { head: words.interval, kind: 'number', cell: (row) => interval(row) },
    { head: words.n, kind: 'number', cell: ({ n }) => format.count(n) },
  ];
  if (has('shrunken')) {
    columns.push({
      ...{ head: words.shrunken, kind: 'number' },
      cell: (row) => (
        <Under under={row.shrunken ? interval(row, { ...row, ...row.shrunken }) : ''}>
          {row.shrunken ? say.value(row.shrunken.value, row) : ''}
        </Under>
      ),
    });
  }
  if (has('compared')) {
    columns.push({
      ...{ head: words.compared, kind: 'number' },
      cell: (row) => {
        if (!row.compared) return '';
        const { value, n } = row.compared;
        return (
          <Under under={words.rows(format.count(n))}>
            {value === null ? <Unsaid n={n} fewest={answer.minimumN} /> : say.value(value, row)}
          </Under>
        );
      },
    });
  }
  if (has('difference')) {
    columns.push({
      head: words.difference,
      kind: 'number',
      cell: (row) => <Difference row={row} say={say} />,
    });
  }
  return (
    <>
      <FigureTable
        label={words.table}
        rows={answer.rows.slice(0, most)}
        keyOf={({ keys }) => JSON.stringify(keys)}
        columns={columns}
        stacked
      />
      {answer.rows.length > most ? (
        <p className={styles.note}>{words.more(answer.rows.length - most)}</p>
      ) : null}
    </>
  );
}

function Difference({ row, say }: { row: AnswerRow; say: AnswerWords }) {
  const { explore: words, ui } = useWords();
  if (!row.difference) return '–';
  const { value, low, high, clear } = row.difference;
  const sure = clear ? words.clear : words.unclear;
  const between =
    low === null || high === null ? '' : `${ui.range(say.value(low, row), say.value(high, row))}, `;
  return (
    <Under under={`${between}${sure}`}>
      {value > 0 ? '+' : ''}
      {say.value(value, row)}
    </Under>
  );
}

function Under({ children, under }: { children: React.ReactNode; under: string }) {
  return (
    <>
      {children}
      <small className={table.under}>{under}</small>
    </>
  );
}
