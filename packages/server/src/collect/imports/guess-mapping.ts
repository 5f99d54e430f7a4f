// Promise: a file's columns are taken for what their headers and first values say, with how sure that is and what
// speaks against it; what is not sure is left to the reader.
import type { EventKind, GuessedColumn, ImportGuess, ImportMapping, ImportTarget } from '@lyhord/contract';
import { guessDates, guessDecimalComma } from './cell-values.ts';
import { missingFields } from './checked-mapping.ts';
import { type Column, hasDecimals, isDateField, type Likeness, likenesses } from './column-likeness.ts';
import { bareName, neededFields } from './import-fields.ts';
import { rowsOf, type Table } from './rows/table.ts';

const rowsLookedAt = 500;
const shownExamples = 3;

/** True for a code that a place of the workspace has. */
export type KnowsPlace = (code: string) => boolean;

/** The columns of a table with their first values; reads only the beginning. */
export async function columnsOf(table: Pick<Table, 'columns' | 'blocks'>): Promise<Column[]> {
  const values = table.columns.map(() => [] as string[]);
  let count = 0;
  for await (const { cells } of rowsOf(table)) {
    cells.forEach((cell, index) => {
      const text = String(cell).trim();
      if (text !== '') values[index]?.push(text);
    });
    count += 1;
    if (count >= rowsLookedAt) break;
  }
  return table.columns.map((name, index) => ({ name, values: values[index]! }));
}

/** How the columns are best read; for the target that fits best where none is wanted. */
export function guessMapping(
  columns: readonly Column[],
  knowsPlace: KnowsPlace = () => false,
  wanted?: ImportTarget,
): Omit<ImportGuess, 'remarks'> {
  const target = wanted ?? guessTarget(columns, knowsPlace);
  const guessed = assign(columns, target, knowsPlace);
  const values = new Map(columns.map((column) => [column.name, column.values]));
  const valuesOf = (name: string) => values.get(name)!;
  const numbers = guessed.filter(({ field }) => field && hasDecimals(field));
  const decimal = guessDecimalComma(numbers.flatMap(({ name }) => valuesOf(name)));
  const formats = Object.fromEntries(
    guessed.flatMap(({ field, dateFormat }) => (field && dateFormat ? [[field, dateFormat]] : [])),
  );
  const dateFormat = formats.happenedAt ?? formats.day ?? Object.values(formats)[0] ?? 'iso';
  const others = Object.entries(formats).filter(([, format]) => format !== dateFormat);
  const mapping: ImportMapping = {
    target,
    columns: Object.fromEntries(guessed.flatMap(({ field, name }) => (field ? [[field, name]] : []))),
    constants: constantsOf(target, guessed),
    dateFormat,
    ...(others.length > 0 ? { dateFormats: Object.fromEntries(others) } : {}),
    decimalComma: decimal?.comma ?? false,
  };
  return {
    mapping,
    columns: guessed.map((column) => doubted(column, valuesOf(column.name), decimal?.doubtful ?? false)),
    missing: missingFields(mapping),
  };
}

function doubted(column: GuessedColumn, values: readonly string[], decimal: boolean): GuessedColumn {
  if (column.doubt !== null || !column.field || !hasDecimals(column.field)) return column;
  return decimal && values.some((cell) => /[.,]/.test(cell))
    ? { ...column, doubt: 'decimal_or_thousand' }
    : column;
}

/** Each field goes to the column that is likest to it, the surest first. */
function assign(columns: readonly Column[], target: ImportTarget, knowsPlace: KnowsPlace): GuessedColumn[] {
  const taken = new Map<string, number>();
  const best = new Map<string, Likeness>();
  const alike = new Set<string>();
  // beside what is measured, a value is no amount
  const measured = target === 'events' && columns.some(({ name }) => bareName(name) === 'measure');
  const fieldOf = (field: string, { name }: Column) =>
    measured && field === 'amount' && bareName(name) === 'value' ? 'value' : field;
  const candidates = columns
    .flatMap((column) =>
      likenesses(column, target, knowsPlace).map((like) => ({
        ...{ column: column.name, ...like },
        field: fieldOf(like.field, column),
      })),
    )
    .sort((a, b) => b.confidence - a.confidence);
  for (const { column, ...like } of candidates) {
    if (best.has(column)) continue;
    const other = taken.get(like.field);
    if (other !== undefined) {
      if (other - like.confidence < 0.1) alike.add(like.field);
      continue;
    }
    best.set(column, like);
    taken.set(like.field, like.confidence);
  }
  return columns.map(({ name, values }) => {
    const like = best.get(name);
    const dates = like && isDateField(like.field) ? guessDates(values) : null;
    const doubt = dates?.doubtful
      ? ('day_or_month' as const)
      : like && like.fit < 0.9
        ? ('mixed' as const)
        : like && alike.has(like.field)
          ? ('two_alike' as const)
          : null;
    return {
      name,
      field: like?.field ?? null,
      confidence: Math.round((like?.confidence ?? 0) * 100) / 100,
      why: like?.why ?? null,
      doubt,
      dateFormat: dates?.format ?? null,
      examples: [...new Set(values)].slice(0, shownExamples).map((value) => value.slice(0, 80)),
    };
  });
}

/** The target that has what its rows need, and a use for the most columns. */
function guessTarget(columns: readonly Column[], knowsPlace: KnowsPlace): ImportTarget {
  const scoreOf = (target: ImportTarget) => {
    const guessed = assign(columns, target, knowsPlace);
    const constants = constantsOf(target, guessed);
    const has = (field: string) =>
      field in constants || guessed.some((one) => one.field === field && one.confidence > 0.4);
    const complete = neededFields[target].filter((any) => any.some(has)).length / neededFields[target].length;
    const used = guessed.reduce((sum, { field, confidence }) => sum + (field ? confidence : 0), 0);
    return complete + used / (2 * Math.max(1, guessed.length));
  };
  const targets: ImportTarget[] = ['signals', 'events', 'places', 'exchange_rates'];
  const scores = new Map(targets.map((target) => [target, scoreOf(target)]));
  return targets.sort((a, b) => scores.get(b)! - scores.get(a)!)[0]!;
}

/** What holds for all rows where no column says it. */
function constantsOf(target: ImportTarget, guessed: readonly GuessedColumn[]): Record<string, string> {
  if (target === 'signals') return { kind: guessKind(guessed) };
  const event = target === 'events' && !guessed.some(({ field }) => field === 'event') && guessEvent(guessed);
  return event ? { event } : {};
}

const orderNumber =
  /^(order|ordre|tilaus|bestell|bestallning|bestallnings|bestillings|auftrags|pedido|numerodopedido)(id|no|nr|nummer|number|numero)?$/;

/** An amount beside the number of an order is an order; what rows with other numbers are, nobody can know. */
function guessEvent(guessed: readonly GuessedColumn[]): EventKind | null {
  const reference = guessed.find(({ field }) => field === 'reference');
  const isOrder = reference && orderNumber.test(bareName(reference.name));
  return isOrder && guessed.some(({ field }) => field === 'amount') ? 'order_placed' : null;
}

function guessKind(columns: readonly GuessedColumn[]): string {
  const has = (field: string) => columns.some((column) => column.field === field);
  if (has('nps') || has('csat') || has('ces')) return 'survey';
  return has('stars') ? 'review' : 'comment';
}
