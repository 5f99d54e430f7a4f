import type { ImportMapping } from '@lyhord/contract';
import { KeyMap } from '../keys/key-map.ts';
import { hashOf, hexOf } from '../keys/key64.ts';
import type { Cell, Table } from './rows/table.ts';

const longestId = 200;

/**
 * Ids of rows. A row with an id column has that id under the file's kind (its target and header), so that two files of
 * the same kind share ids and two of different kinds do not. JSON lines have no header: their kind is the columns that
 * are used. A row without an id is known by its cells and by how often the same cells stood above it: identical rows
 * are all kept, and loading them again adds none.
 */
export function rowIds(
  mapping: ImportMapping,
  { format, columns }: Pick<Table, 'format' | 'columns'>,
): (cells: readonly Cell[]) => string {
  const header = format === 'json_lines' ? Object.values(mapping.columns).sort() : columns;
  const kind = hexOf(hashOf(JSON.stringify([mapping.target, mapping.constants.dataset ?? '', ...header])));
  const idColumn = columns.indexOf(mapping.columns.messageId ?? '');
  const seen = new KeyMap();
  return (cells) => {
    const id = idColumn >= 0 ? String(cells[idColumn] ?? '').trim() : '';
    if (id) return `${kind}:${id.length > longestId ? hexOf(hashOf(id)) : id}`;
    const content = hashOf(JSON.stringify(cells));
    const times = Math.max(0, seen.get(content.high, content.low)) + 1;
    seen.set(content.high, content.low, times);
    return times === 1 ? `${kind}:${hexOf(content)}` : `${kind}:${hexOf(content)}:${times}`;
  };
}
