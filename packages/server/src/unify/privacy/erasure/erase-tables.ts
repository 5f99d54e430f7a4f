// Promise: of every declared table, in order, the person's rows are taken out and counted; the same again finds none.
import {
  isPersonal,
  type PersonalStores,
  type PersonalTable,
  type PersonTraces,
  type TableDeclaration,
} from '../../../access/index.ts';
import { rewriteWithout } from '../../../platform/purge/purge-warehouse.ts';
import { type Sql, sql } from '../../../platform/stores/sql.ts';

/** The declared tables that hold something of customers, identity last. */
export function inErasingOrder(tables: readonly TableDeclaration[]): PersonalTable[] {
  const personal = tables.filter(isPersonal);
  return [...personal.filter(({ last }) => !last), ...personal.filter(({ last }) => last)];
}

export async function rowsOf(
  stores: PersonalStores,
  table: PersonalTable,
  person: PersonTraces,
): Promise<number> {
  const rows = await table.rows(person, stores);
  if (rows === null) return 0;
  const counted = sql`select count(*) as n from ${sql.name(table.table)} where ${rows}`;
  const [found] =
    table.store === 'warehouse'
      ? await stores.warehouse.query<{ n: string }>(counted, { timeoutMs: 600_000 })
      : await stores.ledger.query<{ n: string }>(counted);
  return Number(found?.n ?? 0);
}

/** Takes the person out of one table; says of how many rows. */
export async function eraseFrom(
  stores: PersonalStores,
  table: PersonalTable,
  person: PersonTraces,
): Promise<number> {
  const count = await rowsOf(stores, table, person);
  if (count === 0 || table.stays !== undefined) return count;
  const rows = (await table.rows(person, stores))!;
  if (table.store === 'warehouse') await rewriteWithout(stores.warehouse, table.table, rows);
  else await stores.ledger.query(statementFor(table, rows));
  return count;
}

const statementFor = (table: PersonalTable, rows: Sql): Sql =>
  table.blank
    ? sql`update ${sql.name(table.table)} set ${table.blank} where ${rows}`
    : sql`delete from ${sql.name(table.table)} where ${rows}`;
