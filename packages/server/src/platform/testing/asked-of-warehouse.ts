// What the product asks of the warehouse while tests run, so that the run over the network can be chosen and judged by
// it (scripts/store-tests.mjs): pieces of SQL as they are written, with the kind of what is bound after each, and the
// tables that rows go to. What a test itself asks, to look at the rows, is not the product's.
import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect } from 'vitest';
import type { Sql, SqlPart, SqlValue } from '../stores/sql.ts';
import type { Warehouse } from '../stores/warehouse.ts';

/** The same warehouse, and how to write down what it was asked; nothing is kept unless LYHORD_TEST_ASKED names a folder. */
export function noted(warehouse: Warehouse): { warehouse: Warehouse; writeDown: () => void } {
  const folder = process.env.LYHORD_TEST_ASKED;
  if (!folder) return { warehouse, writeDown: () => undefined };
  const asked = new Set<string>();
  const note = (method: string, ...pieces: string[]) => {
    if (!askedByTest()) for (const piece of pieces) asked.add(`${method} ${piece.replace(/\d+/g, '0')}`);
  };
  const command: (by: Warehouse['command']) => Warehouse['command'] = (by) => (statement, limits) => {
    note('command', ...piecesOf(statement));
    return by(statement, limits);
  };
  const noting: Warehouse = {
    mode: warehouse.mode,
    engine: warehouse.engine,
    query: (statement, limits) => {
      note('query', ...piecesOf(statement));
      return warehouse.query(statement, limits);
    },
    stream: (statement, format, limits) => {
      note(`stream as ${format}`, ...piecesOf(statement));
      return warehouse.stream(statement, format, limits);
    },
    insert: (table, rows, options) => {
      note('rows into', table);
      return warehouse.insert(table, rows, options);
    },
    insertBlock: (table, block, options) => {
      note('rows into', table);
      return warehouse.insertBlock(table, block, options);
    },
    insertBlocks: (blocks) => {
      note('rows into', ...blocks.map(({ table }) => table));
      return warehouse.insertBlocks(blocks);
    },
    command: command((statement, limits) => warehouse.command(statement, limits)),
    load: (table, columns, format, bytes) => {
      note(`${format} into`, table);
      return warehouse.load(table, columns, format, bytes);
    },
    writesPaused: (work) => warehouse.writesPaused((within) => work(command(within))),
    progress: (name) => warehouse.progress(name),
    close: () => warehouse.close(),
  };
  const writeDown = () => {
    const file = relative(process.cwd(), expect.getState().testPath ?? '');
    writeFileSync(join(folder, `${randomUUID()}.json`), JSON.stringify({ file, asked: [...asked] }));
  };
  return { warehouse: noting, writeDown };
}

/** Whether a test, or what tests are written with, stands right before this file on the stack. */
function askedByTest(): boolean {
  const { prepareStackTrace, stackTraceLimit } = Error;
  Error.stackTraceLimit = 6;
  Error.prepareStackTrace = (_, calls) => calls.map((call) => call.getFileName() ?? '');
  const files = new Error().stack as unknown as string[];
  Object.assign(Error, { prepareStackTrace, stackTraceLimit });
  const caller = files.find((file) => !file.endsWith('asked-of-warehouse.ts')) ?? '';
  return /\.test\.ts$|\/testing\//.test(caller);
}

/** What only joins pieces; whether there is one of them or two is chance. */
const joint = /^(\W|\b(and|or)\b)*$/;

function piecesOf({ parts }: Sql): string[] {
  return parts
    .map((part, index) => {
      if (!('text' in part)) return kindOf(part);
      const next = parts[index + 1];
      return part.text.trim() + (next && !('text' in next) ? ` ‹${kindOf(next)}›` : '');
    })
    .filter((piece) => !joint.test(piece));
}

function kindOf(part: Exclude<SqlPart, { text: string }>): string {
  // a column is the same one whatever its table is called for a moment
  if ('name' in part) return `name ${part.name.split('.').at(-1)}`;
  if (part.type !== null) return part.type;
  return 'list' in part ? `list of ${kindOfValue(part.list[0] ?? null)}` : kindOfValue(part.value);
}

function kindOfValue(value: SqlValue): string {
  if (value === null) return 'null';
  if (value instanceof Date) return 'moment';
  if (Array.isArray(value)) return `array of ${kindOfValue(value[0] ?? null)}`;
  if (typeof value === 'number') return Number.isInteger(value) ? 'whole number' : 'number';
  return typeof value;
}
