import { ImportMapping } from '@lyhord/contract';
import { because, Problem } from '../../platform/http/problem.ts';
import { isTimeZone } from '../moments/time-zone.ts';
import { neededFields } from './import-fields.ts';

/** Throws a sentence where a mapping names columns that the file has not, or leaves out what rows need. */
export function checkMapping(mapping: ImportMapping, columns: readonly string[]): void {
  const wrong = Object.entries(mapping.columns).find(([, column]) => !columns.includes(column));
  if (columns.length === 0) throw new Problem('invalid_input', because('file_empty'));
  if (mapping.timeZone !== undefined && !isTimeZone(mapping.timeZone)) {
    throw new Problem('invalid_input', because('time_zone_odd', { given: mapping.timeZone }));
  }
  if (wrong) {
    const [field, column] = wrong;
    const said = because('column_unknown', { field, column, columns: columns.slice(0, 30).join(', ') });
    throw new Problem('invalid_input', said);
  }
  const [missing] = missingFields(mapping);
  if (!missing) return;
  const example = `{"columns": {"${missing[0]}": "${columns[0]}"}}`;
  const said = because('column_missing', { fields: missing.join(' or '), example });
  throw new Problem('invalid_input', said);
}

/** Of each list one field is still needed before the rows can be loaded. */
export function missingFields({ target, columns, constants }: ImportMapping): string[][] {
  const given = (field: string) => columns[field] !== undefined || constants[field] !== undefined;
  return neededFields[target].filter((any) => !any.some(given)).map((any) => [...any]);
}

/** A mapping that came as JSON text. */
export function readMapping(text: string): ImportMapping {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new Problem('invalid_input', { detail: `The mapping is not JSON: ${sentenceOf(error)}` });
  }
  const parsed = ImportMapping.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const at = issue!.path.join('.') || 'mapping';
  throw new Problem('invalid_input', { detail: `The mapping's ${at} does not fit: ${issue!.message}.` });
}

export const sentenceOf = (error: unknown): string =>
  error instanceof Error ? error.message.slice(0, 500) : String(error);
