import { z } from 'zod';
import { propertyNames } from './event-meanings.ts';
import { WrongValue } from './expectation.ts';

/** What the rows of a file are: what customers say, what they do, places, facts by key, exchange rates. */
export const importTargets = ['signals', 'events', 'places', 'enrichment', 'exchange_rates'] as const;
export type ImportTarget = (typeof importTargets)[number];

export const dateFormats = ['iso', 'day_first', 'month_first', 'epoch_s', 'epoch_ms'] as const;
const DateFormat = z.enum(dateFormats);
export type DateFormat = z.infer<typeof DateFormat>;

/** Which column of a file gives which field; `constants` fill fields that no column has. */
export const ImportMapping = z.object({
  target: z.enum(importTargets),
  columns: z.record(z.string(), z.string()).describe('field → column name'),
  constants: z.record(z.string(), z.string()).default({}),
  delimiter: z.string().length(1).optional(),
  encoding: z.enum(['utf-8', 'latin1', 'utf-16le', 'utf-16be']).optional(),
  sheet: z.string().max(100).optional().describe('of a workbook; the first one when left out'),
  dateFormat: DateFormat.default('iso'),
  dateFormats: z.record(z.string(), DateFormat).optional().describe('field → how its dates are written'),
  timeZone: z.string().optional(),
  decimalComma: z.boolean().default(false),
});
export type ImportMapping = z.infer<typeof ImportMapping>;

export const importStates = ['waiting', 'running', 'done', 'failed', 'undoing', 'undone'] as const;

/** A row of a file that was not taken, with why. */
export const RefusedRow = z.object({
  line: z.number().int(),
  field: z.string(),
  reason: z.string(),
  detail: z.string(),
  wrong: WrongValue.optional(),
});
export type RefusedRow = z.infer<typeof RefusedRow>;

/**
 * A file and what became of its rows. `waiting`: here, not yet loaded. `running` goes on by itself after a stop of
 * the server. `share` is how much of the file is read (0 to 1), null where that is not known.
 */
export const ImportRow = z.object({
  id: z.string(),
  fileName: z.string(),
  target: z.enum(importTargets),
  state: z.enum(importStates),
  rows: z.number().int(),
  accepted: z.number().int(),
  duplicates: z.number().int(),
  refused: z.number().int(),
  share: z.number().nullable(),
  startedAt: z.string(),
  startedBy: z.string().nullable().describe('a name'),
  finishedAt: z.string().nullable(),
  undoneAt: z.string().nullable(),
  undoneBy: z.string().nullable().describe('a name'),
  mayUndo: z.boolean(),
  problem: z.string().nullable(),
  refusedRows: z
    .array(RefusedRow)
    .describe('the first ten of a file of places, facts or rates, of which `problem` tells in English'),
});

/** What speaks against a guess about a column. */
export const columnDoubts = ['day_or_month', 'decimal_or_thousand', 'mixed', 'two_alike'] as const;

export const GuessedColumn = z.object({
  name: z.string(),
  field: z.string().nullable(),
  confidence: z.number().describe('0 to 1'),
  why: z.enum(['header', 'values', 'both']).nullable(),
  doubt: z.enum(columnDoubts).nullable(),
  dateFormat: DateFormat.nullable().describe('of a column of dates'),
  examples: z.array(z.string()),
});
export type GuessedColumn = z.infer<typeof GuessedColumn>;

/** How a file is read until somebody says otherwise. `missing`: of each list one field is still needed. */
export const ImportGuess = z.object({
  mapping: ImportMapping,
  columns: z.array(GuessedColumn),
  missing: z.array(z.array(z.string())),
  remarks: z.array(z.string()),
});
export type ImportGuess = z.infer<typeof ImportGuess>;

/** What loading a file would do. Nothing is stored. */
export const ImportCheck = z.object({
  rows: z.number().int(),
  whole: z.boolean().describe('false: only the first rows were looked at'),
  fresh: z.number().int().describe('rows that are new'),
  duplicates: z.number().int().describe('rows that are there already'),
  differing: z.number().int().describe('rows whose id is there with other content; what is there stays'),
  refused: z.number().int(),
  reasons: z.array(
    z.object({
      field: z.string(),
      reason: z.string(),
      rows: z.number().int(),
      line: z.number().int().describe('the first one'),
      detail: z.string(),
      wrong: WrongValue.optional(),
    }),
  ),
  unknownPlaces: z.array(z.object({ code: z.string(), rows: z.number().int() })),
  withoutCustomer: z.number().int(),
  from: z.string().nullable().describe('the earliest moment of the rows'),
  to: z.string().nullable(),
  first: z.array(
    z.object({ line: z.number().int(), stored: z.array(z.object({ field: z.string(), value: z.string() })) }),
  ),
  remarks: z.array(z.string()),
});
export type ImportCheck = z.infer<typeof ImportCheck>;

const customer = ['userId', 'email', 'phone', 'loyaltyNumber', 'name'];
const setting = ['place', 'channel', 'touchpoint', 'reference', ...customer];

/** The fields that a column of a file can give, by what its rows are. Of facts by key, every other column is a fact. */
export const importFieldsOf: Readonly<Record<ImportTarget, readonly string[]>> = {
  signals: [
    ...['messageId', 'happenedAt', 'nps', 'csat', 'ces', 'stars', 'text', 'title', 'language'],
    ...setting,
    ...['kind', 'campaign', 'conversation'],
  ],
  events: [
    ...['messageId', 'happenedAt', 'event', 'amount', 'cost', 'currency', 'dueAt', 'waitSeconds'],
    ...setting,
    ...['lines', 'productId', 'productName', 'category', 'quantity', 'price', 'lineCost'],
    ...propertyNames,
  ],
  places: [
    ...['code', 'name', 'parentCode', 'placeKind', 'country', 'currency'],
    ...['latitude', 'longitude', 'timeZone'],
  ],
  enrichment: ['key', 'day', 'table'],
  exchange_rates: ['day', 'currency', 'to', 'rate'],
};
