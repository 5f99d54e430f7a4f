// Promise: at most seven things to do, the most pressing first; what is due; how it goes; what customers thanked for.
import type { CaseRow, Change, CommonMetric, Today } from '@lyhord/contract';
import { ledgerPlaceScope, type Viewer } from '../../access/index.ts';
import { type Sql, sql } from '../../platform/stores/sql.ts';
import { caseRows } from '../cases/case-rows.ts';
import { caseStore } from '../cases/case-store.ts';
import type { ReadParts } from '../cases/read-case.ts';
import { shortened } from '../letters/shortened.ts';
import { localTime, momentOf, nextDay } from '../places/local-time.ts';
import { belowPlace, type PlaceTree } from '../places/place-line.ts';
import { caseRank, changeRank } from './rank.ts';

const mostItems = 7;
const mostDue = 20;
/** Cases that are ranked; the most severe and most urgent ones. */
const ranked = 100;
const mostThanks = 5;
const quoteLength = 240;

export async function today(
  parts: ReadParts,
  viewer: Viewer,
  place: string | undefined,
  metric: CommonMetric,
): Promise<Today> {
  const { workspaceId } = viewer;
  const now = parts.clock.now();
  const [tree, settings] = await Promise.all([
    parts.trees.of(workspaceId),
    parts.access.settings(workspaceId),
  ]);
  const ownPlaces = topPlaces(tree, viewer);
  const zone = tree.get(place ?? ownPlaces[0]?.id ?? null)?.timeZone ?? settings.timeZone;
  const { day } = localTime(now, zone);
  const week = { from: nextDay(day, -6), to: day };
  const scope = sql.and([
    ledgerPlaceScope(viewer, 'place_id'),
    sql`state <> 'closed'`,
    ...(place === undefined ? [] : [sql`place_id = any(${belowPlace(tree, place)})`]),
  ]);
  const [items, dueCases, score, target, thanks] = await Promise.all([
    thingsToDo(parts, viewer, scope, place, now),
    dueRows(parts, viewer, scope, momentOf(nextDay(day), 0, zone)),
    parts.understand.scoreOf(viewer, { metric, period: week, place }),
    metric !== 'nps'
      ? null
      : parts.understand.targetOf(
          workspaceId,
          place ?? (ownPlaces.length === 1 ? ownPlaces[0]?.id : undefined),
        ),
    place === undefined
      ? parts.understand.thanks(viewer, week)
      : parts.understand.thanks(viewer, week, place),
  ]);
  return {
    items,
    dueCases,
    score,
    target,
    weekFrom: week.from,
    thanks: thanks.slice(0, mostThanks),
    places: ownPlaces.map(({ id, name }) => ({ id, name })),
  };
}

async function thingsToDo(
  parts: ReadParts,
  viewer: Viewer,
  scope: Sql,
  place: string | undefined,
  now: Date,
): Promise<Today['items']> {
  const question = place === undefined ? { state: 'new' as const } : { state: 'new' as const, place };
  const [records, { changes }] = await Promise.all([
    caseStore(parts.platform.ledger).list(
      sql`${scope} and state in ('open', 'taken') and (owner_id is null or owner_id = ${viewer.personId})`,
      sql`order by array_position(array['critical', 'high', 'normal', 'low'], severity), due_at limit ${ranked}`,
    ),
    parts.understand.listChanges(viewer, question),
  ]);
  const rows = await caseRows(parts, viewer, records);
  const first = [
    ...rows.map((row) => ({ rank: caseRank(row, now), row, change: null })),
    ...changes.map((change) => ({ rank: changeRank(change, now), row: null, change })),
  ]
    .sort((a, b) => b.rank - a.rank)
    .slice(0, mostItems);
  const quotes = await quotesOf(
    parts,
    viewer,
    first.flatMap(({ row }) => row ?? []),
  );
  return first.map(({ row, change }) =>
    row === null
      ? { kind: 'change', change: change as Change }
      : { kind: 'case', case: row, quote: quotes.get(row.signalId ?? '') ?? null },
  );
}

/** What the customers said, shortened, by signal. */
async function quotesOf(
  parts: ReadParts,
  viewer: Viewer,
  rows: readonly CaseRow[],
): Promise<Map<string, string>> {
  const cards = await parts.understand.signalCards(
    viewer,
    rows.flatMap((row) => row.signalId ?? []),
  );
  return new Map(cards.flatMap((card) => (card.text ? [[card.id, shortened(card.text, quoteLength)]] : [])));
}

/** The viewer's own cases that are due before the day is over, overdue ones first. */
async function dueRows(parts: ReadParts, viewer: Viewer, scope: Sql, before: Date): Promise<CaseRow[]> {
  const records = await caseStore(parts.platform.ledger).list(
    sql`${scope} and owner_id = ${viewer.personId} and due_at < ${before}`,
    sql`order by due_at, id limit ${mostDue}`,
  );
  return caseRows(parts, viewer, records);
}

/** The places that a viewer looks after, without those below them; none for those who see everything. */
function topPlaces(tree: PlaceTree, viewer: Viewer) {
  if (viewer.placeIds === 'all') return [];
  const own = new Set(viewer.placeIds);
  return tree.all.filter((place) => own.has(place.id) && !own.has(place.parentId ?? ''));
}
