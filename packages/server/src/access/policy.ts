// Promise: THE one place that says which rows and which columns a viewer may see. Every query that answers a person
// contains one of these scopes; nothing else in the product decides about visibility.
import type { Purpose } from '@lyhord/contract';
import { type Sql, sql } from '../platform/stores/sql.ts';
import { dottedText, pseudonym } from './pseudonyms.ts';
import type { Viewer } from './viewer.ts';
import { notWithheld } from './withheld.ts';

/**
 * Rows of `signals`, `answers`, `mentions`, `daily_scores` … that the viewer may see, of customers who allow the use
 * (warehouse SQL).
 */
export const signalScope = (viewer: Viewer, alias?: string, use: Purpose = 'analytics'): Sql =>
  warehouseScope(viewer, alias, use);

/** Rows of `events` and `order_lines` that the viewer may see, of customers who allow the use (warehouse SQL). */
export const eventScope = (viewer: Viewer, alias?: string, use: Purpose = 'analytics'): Sql =>
  warehouseScope(viewer, alias, use);

/**
 * What is shown of one customer, or done for them: all that the viewer may see, as service needs it. Of who is
 * restricted only an admin sees something, who can lift it.
 */
export const serviceScope = (viewer: Viewer, alias?: string): Sql =>
  viewer.role === 'admin' ? placeScope(viewer, alias) : warehouseScope(viewer, alias, 'service');

/** Rows of the workspace, whatever their place; for rows without one, such as `identifiers` and `traits`. */
export function workspaceScope(viewer: Viewer, alias?: string): Sql {
  return sql`${column('workspace_id', alias)} = ${viewer.workspaceId}`;
}

function warehouseScope(viewer: Viewer, alias: string | undefined, use: Purpose): Sql {
  return sql`(${placeScope(viewer, alias)}${notWithheld(viewer.workspaceId, use, alias)})`;
}

function placeScope(viewer: Viewer, alias?: string): Sql {
  if (viewer.workspaceId === '') return sql`false`;
  if (viewer.placeIds === 'all') return sql`(${workspaceScope(viewer, alias)})`;
  if (viewer.placeIds.length === 0) return sql`(${workspaceScope(viewer, alias)} and false)`;
  return sql`(${workspaceScope(viewer, alias)} and ${column('place_id', alias)} in ${sql.list(viewer.placeIds, 'String')})`;
}

/**
 * Ledger rows that the viewer may see. `placeColumn` names the column with the place's id, with its table or alias
 * where the query has several: `ledgerPlaceScope(viewer, 'cases.place_id')`; the workspace column is taken from
 * the same table.
 */
export function ledgerPlaceScope(viewer: Viewer, placeColumn: string): Sql {
  if (viewer.workspaceId === '') return sql`false`;
  const [alias] = placeColumn.includes('.') ? placeColumn.split('.') : [undefined];
  const own = workspaceScope(viewer, alias);
  if (viewer.placeIds === 'all') return sql`(${own})`;
  return sql`(${own} and ${sql.name(placeColumn)} = any(${viewer.placeIds}))`;
}

/** True where the viewer may see what belongs to this place; null is what belongs to no place. */
export function maySeePlace(viewer: Viewer, placeId: string | null): boolean {
  if (viewer.workspaceId === '') return false;
  if (viewer.placeIds === 'all') return true;
  return placeId !== null && viewer.placeIds.includes(placeId);
}

const contactReaders: ReadonlySet<Viewer['role']> = new Set(['admin', 'lead', 'manager', 'agent', 'source']);

/** True where e-mail addresses, phone numbers and names of customers are shown in full. */
export const maySeeContacts = (viewer: Viewer): boolean => contactReaders.has(viewer.role);

/** A customer's identifier as the viewer may read it: in full, or as a stable pseudonym that says nothing. */
export function shownIdentifier<T extends { type: string; value: string }>(viewer: Viewer, identifier: T): T {
  if (maySeeContacts(viewer)) return identifier;
  return { ...identifier, value: pseudonym(viewer.workspaceId, `${identifier.type}\n${identifier.value}`) };
}

/** A customer's name as the viewer may read it: in full, or a pseudonym, the same wherever this customer stands. */
export function shownName(viewer: Viewer, name: string | null, customerKey: string | null): string | null {
  if (name === null || maySeeContacts(viewer)) return name;
  return pseudonym(viewer.workspaceId, `customer\n${customerKey ?? name}`);
}

/** What a customer wrote, as the viewer may read it: as it is kept, or with all dotted out that might tell who wrote it. */
export function shownText<T extends string | null>(viewer: Viewer, text: T): T {
  return text === null || maySeeContacts(viewer) ? text : (dottedText(text) as T);
}

/** `anna.lind@example.org` → `a…@e….org`, `+46701234567` → `…67`. */
export function maskedContact(value: string): string {
  const [user, host] = value.split('@');
  if (user && host) {
    const ending = host.includes('.') ? host.slice(host.lastIndexOf('.')) : '';
    return `${[...user][0]}…@${[...host][0]}…${ending}`;
  }
  return value.length <= 4 ? '…' : `…${value.slice(-2)}`;
}

const column = (name: string, alias?: string): Sql =>
  sql.name(alias === undefined ? name : `${alias}.${name}`);
