// Promise: after it, no refused item of the workspace holds any of the values, sealed or shown.
import { sql } from '../../platform/stores/sql.ts';
import type { Warehouse } from '../../platform/stores/warehouse.ts';
import type { RefusalSearch } from './refusal-search.ts';
import type { SealedOriginals } from './sealed-originals.ts';

/** Takes out refused items that hold one of `values` (without regard to case); says how many. */
export async function forgetRefusals(
  parts: { warehouse: Warehouse; search: RefusalSearch; originals: SealedOriginals },
  workspaceId: string,
  values: readonly string[],
): Promise<number> {
  const wanted = values.map((value) => value.trim().toLowerCase()).filter((value) => value.length > 2);
  if (wanted.length === 0) return 0;
  const found: string[] = [];
  for await (const { refusal_id, sealed, item } of parts.search.everySealed(workspaceId)) {
    const original = parts.originals.open(workspaceId, refusal_id, sealed);
    const text = `${item}\n${original ? allTexts(original.item) : ''}`.toLowerCase();
    if (wanted.some((value) => text.includes(value))) found.push(refusal_id);
  }
  if (found.length > 0) {
    await parts.warehouse.command(
      sql`delete from refusals where workspace_id = ${workspaceId} and refusal_id in ${sql.list(found)}`,
    );
  }
  return found.length;
}

/** Every text in a value, unescaped, a line each. */
function allTexts(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  if (value === null || typeof value !== 'object') return '';
  return Object.entries(value)
    .map(([name, member]) => `${name}\n${allTexts(member)}`)
    .join('\n');
}
