// Two renderings of one statement with the same meaning: parameters for a ClickHouse server, typed literals for
// the embedded engine, whose parameters are shared by all its connections and therefore cannot run side by side.
import type { Sql, SqlPart, SqlValue } from './sql.ts';

export interface WarehouseStatement {
  readonly text: string;
  readonly params: Record<string, Parameter>;
}

export type Parameter = string | number | bigint | boolean | null | readonly Parameter[];

/** Renders with bound parameters `{p1:Type}`; values as ClickHouse's client takes them. */
export function renderWithParameters(statement: Sql): WarehouseStatement {
  const params: Record<string, Parameter> = {};
  let count = 0;
  const bind = (value: SqlValue, type: string) => {
    count += 1;
    params[`p${count}`] = parameter(value, isWhole.test(type));
    return `{p${count}:${type}}`;
  };
  return { text: render(statement, bind), params };
}

/** Renders with typed literals, exactly what the server makes of its parameters. */
export function renderWithLiterals(statement: Sql): string {
  return render(statement, (value, type) =>
    type === 'String' && typeof value === 'string'
      ? quoted(value)
      : `_CAST(${literal(value)}, ${quoted(type)})`,
  );
}

type Bind = (value: SqlValue, type: string) => string;

function render(statement: Sql, bind: Bind): string {
  return statement.parts.map((part) => rendered(part, bind)).join('');
}

function rendered(part: SqlPart, bind: Bind): string {
  if ('text' in part) return part.text;
  if ('name' in part)
    return part.name
      .split('.')
      .map((word) => `\`${word}\``)
      .join('.');
  if ('list' in part) return list(part.list, part.type, bind);
  return bind(part.value, part.type ?? clickHouseType(part.value));
}

function list(values: readonly SqlValue[], type: string | null, bind: Bind): string {
  if (values.length === 0) return '[]';
  return bind(values, type === null ? clickHouseType(values) : `Array(${type})`);
}

/** The ClickHouse type that a value is bound as when none is given. */
export function clickHouseType(value: SqlValue): string {
  if (value === null) return 'Nullable(String)';
  if (value instanceof Date) return "DateTime64(3, 'UTC')";
  if (typeof value === 'string') return 'String';
  if (typeof value === 'boolean') return 'Bool';
  if (typeof value === 'bigint') return value < 0n ? 'Int64' : 'UInt64';
  if (typeof value === 'number') return Number.isInteger(value) ? 'Int64' : 'Float64';
  return `Array(${elementType(value as readonly SqlValue[])})`;
}

function elementType(values: readonly SqlValue[]): string {
  const present = values.filter((value) => value !== null);
  const types = new Set(present.map(clickHouseType));
  if (types.size === 2 && types.has('Int64') && types.has('Float64')) types.delete('Int64');
  if (types.size > 1) {
    throw new TypeError(`A list cannot mix ${[...types].join(' and ')}; give all its values one type.`);
  }
  const type = [...types][0] ?? 'String';
  return present.length < values.length && !type.startsWith('Array') ? `Nullable(${type})` : type;
}

const isWhole = /^(Array\(|Nullable\()*U?Int\d+\)*$/;

/** A bound value as ClickHouse's client takes it; the client does the escaping. 64-bit keys come as text, too. */
function parameter(value: SqlValue, whole: boolean): Parameter {
  if (value instanceof Date) return bare(value);
  if (Array.isArray(value)) return value.map((each) => parameter(each, whole));
  return whole && typeof value === 'string' ? BigInt(value) : (value as Parameter);
}

function literal(value: SqlValue): string {
  if (value === null) return 'NULL';
  if (typeof value === 'string') return quoted(value);
  if (value instanceof Date) return quoted(bare(value));
  if (Array.isArray(value)) return `[${value.map(literal).join(',')}]`;
  return bare(value as number | bigint | boolean);
}

function bare(value: Exclude<SqlValue, string | null>): string {
  if (value instanceof Date) return value.toISOString().replace('T', ' ').replace('Z', '');
  if (typeof value === 'number' && !Number.isFinite(value)) throw new TypeError(`Cannot bind ${value}.`);
  return String(value);
}

const escapes: Record<string, string> = {
  '\\': '\\\\',
  '\0': '\\0',
  '\b': '\\b',
  '\f': '\\f',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
};
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that the format escapes
const escapedTab = (text: string) => text.replace(/[\\\0\x08\f\n\r\t]/g, (found) => escapes[found] ?? found);
const quoted = (text: string) => `'${escapedTab(text).replaceAll("'", "\\'")}'`;
