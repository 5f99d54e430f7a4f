// Comments of a topic that say the same, once for all of them: one text sent again, or one wish in other words.
import type { AlikeComments, Period } from '@lyhord/contract';
import { groupReposts, groupSameWish } from '@lyhord/text/discovery';
import type { z } from 'zod';
import { signalScope, type Viewer } from '../../access/index.ts';
import { sql } from '../../platform/stores/sql.ts';
import type { Warehouse } from '../../platform/stores/warehouse.ts';
import { type CardSources, cardsById } from '../feed/signal-cards.ts';
import type { Ground } from '../ground.ts';
import { andAt, type PlacesAsked } from '../places/places-asked.ts';
import type { PulseQuestion } from '../pulse/pulse.ts';

const newest = 600;
const shown = 8;
const placesNamed = 3;

interface Row {
  signal_id: string;
  place_id: string;
  language: string;
  text: string;
  starts: number[];
  ends: number[];
}
interface Group {
  readonly kind: 'same_text' | 'same_wish';
  readonly rows: readonly Row[];
}

export async function readAlikeComments(
  ground: Ground,
  sources: CardSources,
  viewer: Viewer,
  topic: string,
  question: PulseQuestion,
): Promise<z.input<typeof AlikeComments>> {
  const period = { from: question.from, to: question.to };
  const context = await ground.context(viewer, period);
  const places = await ground.placesOf(viewer, question.place, period);
  const topics = context.current.names.below(topic);
  const rows = await commentsOf(ground.platform.warehouse, {
    ...{ viewer, period, places, topics, reading: context.reading },
  });
  const groups = groupsOf(rows).slice(0, shown);
  const [cards, tree] = await Promise.all([
    cardsById(
      ground,
      sources,
      viewer,
      groups.map(({ rows: own }) => own[0]!.signal_id),
    ),
    ground.placeTree(viewer.workspaceId),
  ]);
  const cardOf = new Map(cards.map((card) => [card.id, card]));
  return {
    read: rows.length,
    groups: groups.flatMap(({ kind, rows: own }) => {
      const example = cardOf.get(own[0]!.signal_id);
      if (!example) return [];
      const named = countsOf(own.flatMap(({ place_id }) => (place_id === '' ? [] : [place_id])));
      return [
        {
          kind,
          comments: own.length,
          example,
          places: named
            .slice(0, placesNamed)
            .map(([placeId, comments]) => ({ placeId, comments, name: tree.nameOf(placeId) })),
        },
      ];
    }),
  };
}

interface Scope {
  readonly viewer: Viewer;
  readonly period: Period;
  readonly places: PlacesAsked | null;
  readonly topics: readonly string[];
  readonly reading: number;
}

/** The newest comments of the topics, with the clauses in which they are named. */
function commentsOf(
  warehouse: Warehouse,
  { viewer, period, places, topics, reading }: Scope,
): Promise<Row[]> {
  const within = sql`local_day between ${period.from} and ${period.to}`;
  return warehouse.query<Row>(sql`
    with named as (select signal_id, groupArray(clause_start) as starts, groupArray(clause_end) as ends
        from mentions where ${signalScope(viewer)} and reading = ${reading} and ${within}
          and aspect in ${sql.list(topics, 'String')}
          ${andAt(places)}
        group by signal_id)
    select signal_id, place_id, language, text, starts, ends
    from (select signal_id, place_id, language, happened_at from signals
        where ${signalScope(viewer)} and ${within} and has_text and author != 'staff'
          and signal_id in (select signal_id from named)
        order by signals.happened_at desc, signal_id limit ${newest}) as chosen
    inner join named using (signal_id)
    inner join (select signal_id, text from signal_texts where workspace_id = ${viewer.workspaceId} and ${within})
      as texts using (signal_id)
    order by happened_at desc, signal_id`);
}

/** Reposts first; what is left is compared by what it says of the topic. */
function groupsOf(rows: readonly Row[]): Group[] {
  const byId = new Map(rows.map((row) => [row.signal_id, row]));
  const textOf = ({ signal_id: id, language, text }: Row) => ({ id, language, text });
  const asRows = (ids: readonly string[]) => ids.map((id) => byId.get(id)!);
  const reposts = groupReposts(rows.map(textOf)).map(asRows);
  const taken = new Set(reposts.flat());
  const left = rows.filter((row) => !taken.has(row));
  const wishes = groupSameWish(left.map((row) => ({ ...textOf(row), text: clausesOf(row) }))).map(asRows);
  return [
    ...reposts.map((own): Group => ({ kind: 'same_text', rows: own })),
    ...wishes.map((own): Group => ({ kind: 'same_wish', rows: own })),
  ].sort((a, b) => b.rows.length - a.rows.length);
}

/** The clauses that name the topic, each once. */
function clausesOf({ text, starts, ends }: Row): string {
  const spans = new Map(starts.map((start, index) => [start, ends[index]!]));
  return [...spans]
    .sort((a, b) => a[0] - b[0])
    .map(([start, end]) => text.slice(start, end))
    .join('. ');
}

function countsOf(values: readonly string[]): [string, number][] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
}
