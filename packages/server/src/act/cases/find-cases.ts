import type { CaseRow } from '@lyhord/contract';
import { ledgerPlaceScope, type Viewer } from '../../access/index.ts';
import type { AboutKeys, Ledger } from '../../platform/stores/ledger.ts';
import { sql } from '../../platform/stores/sql.ts';
import { caseRows, type RowParts } from './case-rows.ts';
import { caseStore } from './case-store.ts';

type FindParts = RowParts & { readonly ledger: Ledger };
const most = 20;
const mostOfCustomer = 50;

/** Cases by number (`12`, `#12`) or by words of their title, open ones first, newest first. */
export async function findCases(parts: FindParts, viewer: Viewer, words: string): Promise<CaseRow[]> {
  const number = /^#?(\d{1,9})$/.exec(words.trim())?.[1];
  const pattern = `%${words.trim().replace(/[\\%_]/g, '\\$&')}%`;
  const matches = number === undefined ? sql`title ilike ${pattern}` : sql`number = ${Number(number)}`;
  const records = await caseStore(parts.ledger).list(
    sql`${ledgerPlaceScope(viewer, 'place_id')} and ${matches}`,
    sql`order by state = 'closed', opened_at desc, id limit ${most}`,
  );
  return caseRows(parts, viewer, records);
}

/** Cases of a customer, known by any of these identifiers, newest first. */
export async function casesOfCustomer(
  parts: FindParts,
  viewer: Viewer,
  identifierKeys: readonly string[],
): Promise<CaseRow[]> {
  const keys = identifierKeys.filter((key) => key !== '0');
  if (keys.length === 0) return [];
  const records = await caseStore(parts.ledger).list(
    sql`${ledgerPlaceScope(viewer, 'place_id')} and identifier_key = any(${keys})`,
    sql`order by opened_at desc, id limit ${mostOfCustomer}`,
  );
  return caseRows(parts, viewer, records);
}

const openCases: AboutKeys = (
  workspaceId,
  keys,
) => sql`select identifier_key, null::text, null::text, null::text
  from cases where workspace_id = ${workspaceId} and identifier_key = any(${keys}) and identifier_key <> '0'
    and state != 'closed'`;

/** How many open cases these identifiers have, in all of the workspace. */
export async function openCasesOfKeys(
  ledger: Ledger,
  workspaceId: string,
  keys: readonly string[],
): Promise<number> {
  return (await ledger.together(openCases, workspaceId, keys)).length;
}
