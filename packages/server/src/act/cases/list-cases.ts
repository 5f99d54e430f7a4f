import type { actEndpoints, QueryOf, ReplyOf } from '@lyhord/contract';
import { ledgerPlaceScope, type Viewer } from '../../access/index.ts';
import { Problem } from '../../platform/http/problem.ts';
import type { Ledger } from '../../platform/stores/ledger.ts';
import { type Sql, sql } from '../../platform/stores/sql.ts';
import { localTime, momentOf, nextDay } from '../places/local-time.ts';
import { belowPlace, type PlaceTree } from '../places/place-line.ts';
import { caseRows, type RowParts } from './case-rows.ts';
import { caseStore } from './case-store.ts';

export type CaseQuery = QueryOf<typeof actEndpoints.listCases>;
export type CaseList = ReplyOf<typeof actEndpoints.listCases>;

/** The queue: active cases by deadline, closed ones newest first; with counts over everything that the viewer may see. */
export async function listCases(
  parts: RowParts & { readonly ledger: Ledger },
  viewer: Viewer,
  query: CaseQuery,
): Promise<CaseList> {
  const tree = await parts.trees.of(viewer.workspaceId);
  const scope = sql.and([ledgerPlaceScope(viewer, 'place_id'), placeFilter(tree, query.place)]);
  const closed = query.state === 'closed';
  const where = sql.and([
    scope,
    stateFilter(query.state),
    ownerFilter(viewer, query.owner),
    pageFilter(query, closed),
  ]);
  const order = closed ? sql`order by closed_at desc, id desc` : sql`order by due_at, id`;
  const records = await caseStore(parts.ledger).list(where, sql`${order} limit ${query.limit + 1}`);
  const page = records.slice(0, query.limit);
  const last = page.at(-1);
  return {
    cases: await caseRows(parts, viewer, page),
    counts: await countCases(parts, viewer, scope),
    next:
      records.length > query.limit && last
        ? cursorOf({ at: (closed ? last.closedAt : last.dueAt) as Date, id: last.id })
        : null,
  };
}

function placeFilter(tree: PlaceTree, place: string | undefined): Sql {
  if (place === undefined) return sql.empty;
  return sql`place_id = any(${belowPlace(tree, place)})`;
}

const stateFilter = (state: CaseQuery['state']): Sql =>
  state === 'active' ? sql`state <> 'closed'` : sql`state = ${state}`;

function ownerFilter(viewer: Viewer, owner: CaseQuery['owner']): Sql {
  if (owner === 'anybody') return sql.empty;
  return owner === 'me' ? sql`owner_id = ${viewer.personId}` : sql`owner_id is null`;
}

function pageFilter({ before }: CaseQuery, closed: boolean): Sql {
  if (before === undefined) return sql.empty;
  const { at, id } = readCursor(before);
  return closed ? sql`(closed_at, id) < (${at}, ${id})` : sql`(due_at, id) > (${at}, ${id})`;
}

async function countCases(parts: RowParts & { ledger: Ledger }, viewer: Viewer, scope: Sql) {
  const now = parts.clock.now();
  const { timeZone } = await parts.access.settings(viewer.workspaceId);
  const { day, weekday } = localTime(now, timeZone);
  const monday = momentOf(nextDay(day, -weekday), 0, timeZone);
  const row = await parts.ledger.one<{ open: number; mine: number; overdue: number; closed: number }>(sql`
    select count(*) filter (where state <> 'closed')::int as open,
      count(*) filter (where state <> 'closed' and owner_id = ${viewer.personId})::int as mine,
      count(*) filter (where state <> 'closed' and due_at < ${now})::int as overdue,
      count(*) filter (where state = 'closed' and closed_at >= ${monday})::int as closed
    from cases where ${scope}`);
  const { open = 0, mine = 0, overdue = 0, closed = 0 } = row ?? {};
  return { open, mine, overdue, closedThisWeek: closed };
}

interface Cursor {
  readonly at: Date;
  readonly id: string;
}
const cursorOf = ({ at, id }: Cursor): string => `${at.toISOString()}_${id}`;

function readCursor(text: string): Cursor {
  const [when = '', id = ''] = text.split('_');
  const at = new Date(when);
  if (id !== '' && !Number.isNaN(at.getTime())) return { at, id };
  throw new Problem('invalid_input', {
    detail: `before is ${JSON.stringify(text.slice(0, 60))}, but should be "next" of the page before.`,
  });
}
