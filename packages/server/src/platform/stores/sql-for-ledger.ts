import { Sql, type SqlPart, type SqlValue } from './sql.ts';

export interface LedgerStatement {
  readonly text: string;
  readonly values: unknown[];
}

/** Renders a statement for PostgreSQL: every value bound as `$n`, names quoted. */
export function renderForLedger(statement: Sql): LedgerStatement {
  const values: unknown[] = [];
  const bind = (value: SqlValue) => `$${values.push(typeof value === 'bigint' ? value.toString() : value)}`;
  const text = (statement instanceof Sql ? statement.parts : []).map((part) => rendered(part, bind)).join('');
  return { text, values };
}

function rendered(part: SqlPart, bind: (value: SqlValue) => string): string {
  if ('text' in part) return part.text;
  if ('name' in part)
    return part.name
      .split('.')
      .map((word) => `"${word}"`)
      .join('.');
  if ('list' in part) return part.list.length === 0 ? '(null)' : `(${part.list.map(bind).join(', ')})`;
  return bind(part.value);
}
