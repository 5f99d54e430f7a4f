import type { Answer, AnswerRow } from '@lyhord/contract';
import type { Cell } from '../../ui/csv.ts';
import { majorOf } from '../../ui/format.ts';
import type { Words } from '../../words/index.ts';
import type { AnswerWords } from './answer-words.ts';

type Units = Partial<Record<Answer['unit'], string>>;

/**
 * An answer as a table for a spreadsheet: numbers as they are on the screen, only not rounded, with columns named in
 * words. Shares are per cent; money is in whole units of the currency that stands beside it.
 */
export function answerFile(
  answer: Answer,
  say: Pick<AnswerWords, 'group'>,
  { explore: words, terms }: Pick<Words, 'explore' | 'terms'>,
): { head: string[]; rows: Cell[][] } {
  const { file } = words;
  const keys = Object.keys(answer.rows[0]?.keys ?? {});
  const unit = (file.units as Units)[answer.unit];
  const value = `${terms.metrics[answer.metric]}${unit ? ` (${unit})` : ''}`;
  const columns: [head: string, cell: (row: AnswerRow) => Cell][] = [
    ...keys.map((key): [string, (row: AnswerRow) => Cell] => [
      (words.dimensions as Record<string, string>)[key] ?? file.currency,
      (row) => say.group(row, [key]),
    ]),
    [value, (row) => shown(row.value, row)],
    [file.low, (row) => shown(row.low, row)],
    [file.high, (row) => shown(row.high, row)],
    [words.n, (row) => row.n],
  ];
  const some = (key: 'compared' | 'difference' | 'shrunken') =>
    answer.rows.some((row) => row[key] !== undefined);
  if (some('shrunken')) columns.push([words.shrunken, (row) => shown(row.shrunken?.value, row)]);
  if (some('compared'))
    columns.push(
      [words.compared, (row) => shown(row.compared?.value, row)],
      [file.comparedN, (row) => row.compared?.n],
    );
  if (some('difference'))
    columns.push(
      [words.difference, (row) => shown(row.difference?.value, row)],
      [file.differenceLow, (row) => shown(row.difference?.low, row)],
      [file.differenceHigh, (row) => shown(row.difference?.high, row)],
    );
  return {
    head: columns.map(([head]) => head),
    rows: answer.rows.map((row) => columns.map(([, cell]) => cell(row))),
  };

  function shown(number: number | null | undefined, { keys: of }: AnswerRow): number | null {
    if (number === null || number === undefined) return null;
    if (answer.unit === 'share') return exactly(number * 100);
    return exactly(answer.unit === 'money' ? majorOf(number, String(of.currency || 'SEK')) : number);
  }
}

/** Without the last digits, which only the arithmetic left there. */
const exactly = (number: number) => Number(number.toPrecision(12));
