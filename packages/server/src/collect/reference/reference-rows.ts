// Promise: a row of a file becomes an exchange rate, or facts by key; a row that is neither says why.
import { type Expected, expects, type ImportMapping } from '@lyhord/contract';
import type { Remark } from '../arrivals/arrival.ts';
import { readableText, writableText } from '../arrivals/well-formed.ts';
import { wrongField } from '../arrivals/wrong-field.ts';
import { readMomentCell, readNumberCell } from '../imports/cell-values.ts';
import { brokenRow } from '../imports/refused-rows.ts';
import type { Cell, TableRow } from '../imports/rows/table.ts';
import { readMoment } from '../moments/read-moment.ts';
import { isCurrency } from '../money/minor-units.ts';
import type { ExchangeRate } from './rate-book.ts';
import type { Enrichment } from './reference-store.ts';

export type ReferenceRow =
  | { readonly rate: ExchangeRate }
  | { readonly facts: Enrichment }
  | { readonly wrong: Remark };

/** A reader of rows; `home` is the currency that rates are told in where the file does not say. */
export function referenceReader(
  mapping: ImportMapping,
  columns: readonly string[],
  home: string,
): (row: TableRow) => ReferenceRow {
  const index = new Map(columns.map((name, at) => [name, at]));
  const cellOf = (cells: readonly Cell[], field: string): Cell => {
    const at = index.get(mapping.columns[field] ?? '');
    const cell = at === undefined ? '' : (cells[at] ?? '');
    return cell === '' ? (mapping.constants[field] ?? '') : cell;
  };
  const textOf = (cells: readonly Cell[], field: string) => readableText(String(cellOf(cells, field)));
  const refused = (field: string, value: unknown, expected: Expected): { wrong: Remark } => ({
    wrong: wrongField(mapping.columns[field] ?? field, value, expected),
  });
  const dayOf = (cells: readonly Cell[]): string | { wrong: Remark } => {
    const cell = textOf(cells, 'day');
    if (cell === '') return '';
    const read = readMomentCell(cell, mapping.dateFormats?.day ?? mapping.dateFormat);
    const moment = 'wrong' in read ? read : readMoment(read.value);
    if ('wrong' in moment) return refused('day', cell, moment.wrong);
    return new Date(moment.at).toISOString().slice(0, 10);
  };
  const used = new Set(Object.values(mapping.columns));
  const others = columns.flatMap((name, at) =>
    used.has(name) ? [] : [{ name: readableText(name.slice(0, 64)), at }],
  );

  const rate = (cells: readonly Cell[], day: string): ReferenceRow => {
    const [currency, quote] = [
      textOf(cells, 'currency').toUpperCase(),
      (textOf(cells, 'to') || home).toUpperCase(),
    ];
    for (const [field, code] of [['currency', currency] as const, ['to', quote] as const]) {
      if (isCurrency(code)) continue;
      return refused(field, String(code).slice(0, 20), expects('currency'));
    }
    const cell = cellOf(cells, 'rate');
    const read = typeof cell === 'number' ? { value: cell } : readNumberCell(cell, mapping.decimalComma);
    if ('wrong' in read) return refused('rate', cell, read.wrong);
    if (!(read.value > 0)) return refused('rate', cell, expects('more_than', { min: 0 }));
    if (day === '') return refused('day', undefined, expects('date'));
    return { rate: { currency, quote, day, rate: read.value } };
  };
  const facts = (cells: readonly Cell[], day: string): ReferenceRow => {
    const [key, table] = [textOf(cells, 'key'), textOf(cells, 'table').toLowerCase()];
    if (key === '') return refused('key', undefined, expects('filled_text'));
    if (!/^[\p{L}\p{N}_ -]{1,64}$/u.test(table))
      return refused('table', table.slice(0, 64), expects('table_name'));
    const given = others.flatMap(({ name, at }) => {
      const text = readableText(String(cells[at] ?? ''));
      return text === '' ? [] : [[name, writableText(text.slice(0, 500))]];
    });
    return { facts: { table, key: writableText(key.slice(0, 120)), day, facts: Object.fromEntries(given) } };
  };

  return ({ cells, broken }) => {
    if (broken !== undefined) return { wrong: brokenRow(broken) };
    const day = dayOf(cells);
    if (typeof day !== 'string') return day;
    return mapping.target === 'exchange_rates' ? rate(cells, day) : facts(cells, day);
  };
}
