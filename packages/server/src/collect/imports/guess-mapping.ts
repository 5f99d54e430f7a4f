// Promise: a file's columns are taken for what their headers and first values say, with how sure that is; what is not
// sure is left to the reader.
import type { ImportMapping } from '@lyhord/contract';
import { guessDateFormat } from './cell-values.ts';
import { detectDelimiter } from './delimiter.ts';
import { bareName, importFields, neededFields } from './import-fields.ts';
import { readTable } from './read-table.ts';

type Target = ImportMapping['target'];

export interface GuessedColumn {
  readonly name: string;
  readonly field: string | null;
  /** Share, 0 to 1. */
  readonly confidence: number;
  readonly examples: string[];
}

export interface Guess {
  readonly mapping: ImportMapping;
  readonly columns: GuessedColumn[];
  readonly problems: string[];
}

interface Column {
  readonly name: string;
  readonly values: string[];
}

const mostRows = 200;

/** Guesses from the first part of a file; a row that is cut at its end is left out. */
export async function guessMapping(head: string, wanted?: Target): Promise<Guess> {
  const columns = await columnsOf(head);
  const target = wanted ?? guessTarget(columns);
  const guessed = assign(columns, target);
  const dates = guessed.filter(({ field }) => field === 'happenedAt' || field === 'dueAt');
  const valuesOf = (name: string) => columns.find((column) => column.name === name)!.values;
  const amounts = guessed.filter(({ field }) => field === 'amount' || field === 'cost');
  const mapping: ImportMapping = {
    target,
    columns: Object.fromEntries(guessed.flatMap(({ field, name }) => (field ? [[field, name]] : []))),
    constants: target === 'signals' ? { kind: guessKind(guessed) } : {},
    delimiter: detectDelimiter(head),
    dateFormat: guessDateFormat(dates.flatMap(({ name }) => valuesOf(name))),
    decimalComma: amounts.some(({ name }) => valuesOf(name).some((cell) => /\d,\d{1,2}$/.test(cell.trim()))),
  };
  return { mapping, columns: guessed, problems: problemsOf(mapping, columns) };
}

async function columnsOf(head: string): Promise<Column[]> {
  const end = Math.max(head.lastIndexOf('\n'), head.lastIndexOf('\r'));
  const whole = end > 0 ? head.slice(0, end + 1) : head;
  const { columns, rows } = await readTable(one(Buffer.from(whole, 'utf8')), { encoding: 'utf-8' });
  const values = columns.map(() => [] as string[]);
  let count = 0;
  for await (const { cells } of rows) {
    cells.forEach((cell, index) => {
      if (cell.trim() !== '') values[index]?.push(cell.trim());
    });
    count += 1;
    if (count >= mostRows) break;
  }
  return columns.map((name, index) => ({ name, values: values[index]! }));
}

async function* one(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes;
}

function assign(columns: readonly Column[], target: Target): GuessedColumn[] {
  const taken = new Map<string, { column: string; confidence: number }>();
  const best = new Map<string, { field: string; confidence: number }>();
  const candidates = columns
    .flatMap((column) => likenesses(column, target).map((like) => ({ column: column.name, ...like })))
    .sort((a, b) => b.confidence - a.confidence);
  for (const { column, field, confidence } of candidates) {
    if (best.has(column) || taken.has(field)) continue;
    best.set(column, { field, confidence });
    taken.set(field, { column, confidence });
  }
  return columns.map(({ name, values }) => ({
    name,
    field: best.get(name)?.field ?? null,
    confidence: best.get(name)?.confidence ?? 0,
    examples: [...new Set(values)].slice(0, 3).map((value) => value.slice(0, 80)),
  }));
}

function likenesses(column: Column, target: Target): { field: string; confidence: number }[] {
  const header = bareName(column.name);
  const found: { field: string; confidence: number }[] = [];
  for (const { field, targets, names } of importFields) {
    if (!targets.includes(target)) continue;
    const likeness = names.includes(header) ? 0.95 : names.some((name) => partOf(name, header)) ? 0.7 : 0;
    if (likeness > 0)
      found.push({
        field: byValues(field, column.values),
        confidence: likeness * fits(field, column.values),
      });
  }
  if (column.values.length > 0 && column.values.every((value) => /^[^\s@]+@[^\s@]+\.\w+$/.test(value))) {
    found.push({ field: 'email', confidence: 0.9 });
  }
  return found;
}

const partOf = (name: string, header: string) =>
  name.length >= 4 && (header.startsWith(name) || header.endsWith(name));

const numbersOf = (values: readonly string[]) => values.map((value) => Number(value.replace(',', '.')));

/** A column called "score" or "rating" is what its values allow. */
function byValues(field: string, values: readonly string[]): string {
  if (field !== 'stars' || values.length === 0) return field;
  const numbers = numbersOf(values);
  return numbers.every(Number.isFinite) && Math.max(...numbers) > 5 && Math.max(...numbers) <= 10
    ? 'nps'
    : field;
}

/** How well the values fit the field, 0 to 1. */
function fits(field: string, values: readonly string[]): number {
  if (values.length === 0) return 0.6;
  const share = (test: (value: string) => boolean) => values.filter(test).length / values.length;
  switch (field) {
    case 'nps':
    case 'csat':
    case 'ces':
    case 'stars':
    case 'amount':
    case 'cost':
      return share((value) => Number.isFinite(Number(value.replace(/[\s,.]/g, ''))));
    case 'happenedAt':
    case 'dueAt':
      return share((value) => /\d/.test(value) && /[-/.:]|^\d{9,14}$/.test(value));
    case 'email':
      return share((value) => value.includes('@'));
    case 'text':
      return share((value) => /\p{L}{2}/u.test(value)) * 0.9 + 0.1;
    case 'currency':
      return share((value) => /^[A-Za-z]{3}$/.test(value));
    default:
      return 1;
  }
}

function guessTarget(columns: readonly Column[]): Target {
  const scoreOf = (target: Target) => {
    const fields = assign(columns, target).flatMap(({ field, confidence }) =>
      field ? [{ field, confidence }] : [],
    );
    const has = (field: string) => fields.some((one) => one.field === field && one.confidence > 0.4);
    const complete = neededFields[target].filter((any) => any.some(has)).length / neededFields[target].length;
    return complete + fields.reduce((sum, { confidence }) => sum + confidence, 0) / 100;
  };
  const targets: Target[] = ['signals', 'events', 'places'];
  return targets.sort((a, b) => scoreOf(b) - scoreOf(a))[0]!;
}

function guessKind(columns: readonly GuessedColumn[]): string {
  const has = (field: string) => columns.some((column) => column.field === field);
  if (has('nps') || has('csat') || has('ces')) return 'survey';
  return has('stars') ? 'review' : 'comment';
}

function problemsOf({ target, columns }: ImportMapping, found: readonly Column[]): string[] {
  if (found.length === 0) return ['The file is empty.'];
  if (found.length === 1 && found[0]!.values.length === 0) return ['The file has one column and no rows.'];
  return neededFields[target]
    .filter((any) => !any.some((field) => columns[field]))
    .map((any) => `No column seems to give ${any.join(' or ')}; choose it, or the rows cannot be loaded.`);
}
