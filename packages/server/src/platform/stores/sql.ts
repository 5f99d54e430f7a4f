// Promise: a statement is composed from written text and bound values; no value ever becomes text of a statement
// for PostgreSQL or for a ClickHouse server, and names pass an allow-list.

/** What may stand in `${…}`: a value to bind or another piece of SQL. */
export type SqlValue = string | number | bigint | boolean | Date | null | readonly SqlValue[];

/** One part of a statement: written text, a bound value, a list for `in`, or a checked name. */
export type SqlPart =
  | { readonly text: string }
  | { readonly value: SqlValue; readonly type: string | null }
  | { readonly list: readonly SqlValue[]; readonly type: string | null }
  | { readonly name: string };

/** A statement, or a piece of one; composable by nesting in another `sql` template. */
export class Sql {
  readonly parts: readonly SqlPart[];
  constructor(parts: readonly SqlPart[]) {
    this.parts = parts;
  }
}

const namePattern = /^[a-z_][a-z0-9_.]*$/;
const typePattern = /^[A-Za-z][A-Za-z0-9_(), ']*$/;

function tag(strings: TemplateStringsArray, ...values: readonly (Sql | SqlValue)[]): Sql {
  const parts: SqlPart[] = [];
  strings.forEach((text, index) => {
    if (text !== '') parts.push({ text });
    if (index >= values.length) return;
    const value = values[index];
    if (value instanceof Sql) parts.push(...value.parts);
    else parts.push({ value: bindable(value, strings, index), type: null });
  });
  return new Sql(parts);
}

function bindable(value: SqlValue | undefined, strings: TemplateStringsArray, index: number): SqlValue {
  const kind = typeof value;
  if (value === null || value instanceof Date || Array.isArray(value)) return value as SqlValue;
  if (kind === 'string' || kind === 'boolean' || kind === 'bigint') return value as SqlValue;
  if (kind === 'number' && Number.isFinite(value)) return value as SqlValue;
  const before = (strings[index] ?? '').trim().slice(-60);
  throw new TypeError(
    `A statement cannot bind ${kind === 'number' ? String(value) : kind} after "${before}"; ` +
      'bind text, a finite number, a bigint, a boolean, a Date, null or a list of these.',
  );
}

function join(parts: readonly Sql[], separator: Sql = comma): Sql {
  return new Sql(
    parts.flatMap((part, index) => (index === 0 ? part.parts : [...separator.parts, ...part.parts])),
  );
}

function named(name: string): Sql {
  if (!namePattern.test(name)) {
    throw new TypeError(`"${name.slice(0, 60)}" is not a name; names match ${namePattern.source}.`);
  }
  return new Sql([{ name }]);
}

function checkedType(type: string): string {
  if (!typePattern.test(type)) throw new TypeError(`"${type.slice(0, 60)}" is not a ClickHouse type.`);
  return type;
}

const comma = new Sql([{ text: ', ' }]);
const empty = new Sql([]);

const pieces = {
  /** A column, table or `table.column`, checked against /^[a-z_][a-z0-9_.]*$/ and quoted. */
  name: named,
  /** A value with an explicit ClickHouse type; the ledger ignores the type. */
  typed: (type: string, value: SqlValue): Sql => new Sql([{ value, type: checkedType(type) }]),
  /** The right side of `in`; an empty list matches nothing. `type` is one element's ClickHouse type. */
  list: (values: readonly SqlValue[], type?: string): Sql =>
    new Sql([{ list: values, type: type === undefined ? null : checkedType(type) }]),
  /** The piece when the condition holds, otherwise nothing. A function is called only when it holds. */
  if: (condition: unknown, piece: Sql | (() => Sql)): Sql =>
    condition ? (typeof piece === 'function' ? piece() : piece) : empty,
  /** Pieces with a separator between them (default: comma). */
  join,
  /** `a and b and c`, each in brackets; `true` when there is none. */
  and: (pieces: readonly Sql[]): Sql => bracketed(pieces, ' and ', 'true'),
  /** `a or b or c`, each in brackets; `false` when there is none. */
  or: (pieces: readonly Sql[]): Sql => bracketed(pieces, ' or ', 'false'),
  /** Text as it stands. Only for text that is written in the code, never for anything that came in. */
  raw: (writtenInCode: string): Sql => new Sql([{ text: writtenInCode }]),
  empty,
};
/**
 * The one way to write SQL. In the ledger values become `$1…`, in the warehouse `{p1:Type}`, with the type
 * inferred: string → String, integer → Int64, other number → Float64, bigint → UInt64 (negative: Int64),
 * boolean → Bool, Date → DateTime64(3, 'UTC'), array → Array(T), null → Nullable(String).
 */
// A function's own `name` cannot be assigned, only defined again.
export const sql: typeof tag & typeof pieces = Object.defineProperties(
  tag,
  Object.getOwnPropertyDescriptors(pieces),
) as typeof tag & typeof pieces;

function bracketed(pieces: readonly Sql[], word: string, none: string): Sql {
  const full = pieces.filter((piece) => piece.parts.length > 0);
  if (full.length === 0) return new Sql([{ text: none }]);
  const wrapped = full.map((piece) => new Sql([{ text: '(' }, ...piece.parts, { text: ')' }]));
  return new Sql([{ text: '(' }, ...join(wrapped, new Sql([{ text: word }])).parts, { text: ')' }]);
}
