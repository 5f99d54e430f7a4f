// Words that a topic's comments use more than other comments do, by documents: one long comment makes no word.
import type { Period } from '@lyhord/contract';
import { compareWords } from '@lyhord/stats';
import { signalScope, type Viewer } from '../../access/index.ts';
import { sql } from '../../platform/stores/sql.ts';
import type { Warehouse } from '../../platform/stores/warehouse.ts';
import { andAt, type PlacesAsked } from '../places/places-asked.ts';
import { andOf, type TopicSegment } from './topic-counts.ts';

export interface TellingWord {
  readonly word: string;
  readonly documents: number;
  readonly z: number;
}
interface Row {
  phrase: string;
  own: string;
  rest: string;
  all_own: string;
  all_rest: string;
}
/** In all comments: choosing by those of the topic would choose the findings. */
const fewestDocuments = 5;
const mostPhrases = 2_000;
/** Share of false findings among the words shown. */
const falseShare = 0.05;

export interface WordScope {
  readonly viewer: Viewer;
  readonly period: Period;
  readonly places: PlacesAsked | null;
  readonly topics: readonly string[];
  readonly reading: number;
  readonly segment?: TopicSegment | null;
}

/** Keyphrases of the comments that name the topics, against those of the period's other comments. */
export async function tellingWords(
  warehouse: Warehouse,
  scope: WordScope,
  most: number,
): Promise<TellingWord[]> {
  const { viewer, period, places, topics, reading, segment } = scope;
  const within = sql`local_day between ${period.from} and ${period.to}`;
  const inPlaces = sql`${andAt(places)} ${andOf(segment)}`;
  const rows = await warehouse.query<Row>(sql`
    with named as (select distinct signal_id from mentions where ${signalScope(viewer)} and reading = ${reading}
        and ${within} ${inPlaces} and aspect in ${sql.list(topics, 'String')}),
      texts as (select signal_id in named as inside, keyphrases from signal_texts
        where workspace_id = ${viewer.workspaceId} and ${within} and signal_id in (select signal_id from signals
          where ${signalScope(viewer)} and has_text and ${within} ${inPlaces}))
    select phrase, countIf(inside) as own, countIf(not inside) as rest,
      (select countIf(inside) from texts) as all_own, (select countIf(not inside) from texts) as all_rest
    from (select inside, arrayJoin(arrayDistinct(keyphrases)) as phrase from texts)
    group by phrase having own + rest >= ${fewestDocuments} order by own + rest desc, phrase limit ${mostPhrases}`);
  const [first] = rows;
  if (!first) return [];
  const totals = { ownTotal: Number(first.all_own), restTotal: Number(first.all_rest) };
  const words = rows.map((row) => ({
    ...{ word: row.phrase, own: Number(row.own), rest: Number(row.rest) },
    ...totals,
  }));
  return compareWords(words, { side: 'more' })
    .filter(({ adjustedP }) => adjustedP <= falseShare)
    .sort((a, b) => b.z - a.z)
    .slice(0, most)
    .map(({ word, own, z }) => ({ word, documents: own, z }));
}
