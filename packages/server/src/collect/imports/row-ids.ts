import type { ImportMapping } from '@lyhord/contract';
import { KeyMap } from '../keys/key-map.ts';
import { hashOf, hexOf } from '../keys/key64.ts';
import type { Cell, Table } from './rows/table.ts';

const longestId = 200;
const kindFields = ['messageId', 'happenedAt', 'event', 'kind'];

const filledCells = (columns: readonly string[], cells: readonly Cell[]) =>
  columns
    .flatMap((name, at) => (cells[at] === '' || cells[at] === undefined ? [] : [[name, cells[at]] as const]))
    .sort(([a], [b]) => (a < b ? -1 : 1));

/**
 * Ids of rows. A row with an id column has that id under the file's kind (its target and header), so that two files of
 * the same kind share ids and two of different kinds do not. JSON lines have no header: their kind is what they are
 * mapped to, and their cells stand in any order. A row without an id is known by its cells and by how often the same
 * cells stood above it: identical rows are all kept, and loading them again adds none.
 */
export function rowIds(
  mapping: ImportMapping,
  { format, columns }: Pick<Table, 'format' | 'columns'>,
): (cells: readonly Cell[]) => string {
  const isJson = format === 'json_lines';
  const header = isJson
    ? kindFields.map((field) => mapping.columns[field] ?? mapping.constants[field] ?? '')
    : columns;
  const kind = hexOf(hashOf(JSON.stringify([mapping.target, mapping.constants.dataset ?? '', ...header])));
  const idColumn = columns.indexOf(mapping.columns.messageId ?? '');
  const seen = new KeyMap();
  return (cells) => {
    const id = idColumn >= 0 ? String(cells[idColumn] ?? '').trim() : '';
    if (id) return `${kind}:${id.length > longestId ? hexOf(hashOf(id)) : id}`;
    const content = hashOf(JSON.stringify(isJson ? filledCells(columns, cells) : cells));
    const times = Math.max(0, seen.get(content.high, content.low)) + 1;
    seen.set(content.high, content.low, times);
    return times === 1 ? `${kind}:${hexOf(content)}` : `${kind}:${hexOf(content)}:${times}`;
  };
}
