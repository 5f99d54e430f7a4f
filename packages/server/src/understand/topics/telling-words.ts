// Words that a topic's comments use more than other comments do, by documents: one long comment makes no word.
import type { Period } from '@lyhord/contract';
import { wordLogOdds } from '@lyhord/stats';
import { signalScope, type Viewer } from '../../access/index.ts';
import { sql } from '../../platform/stores/sql.ts';
import type { Warehouse } from '../../platform/stores/warehouse.ts';

export interface TellingWord {
  readonly word: string;
  readonly documents: number;
  readonly z: number;
}
interface Row {
  phrase: string;
  inside: string;
  outside: string;
  all_inside: string;
  all_outside: string;
}
const fewestDocuments = 3;
const priorDocuments = 500;
const clearlyMore = 1.96;

export interface WordScope {
  readonly viewer: Viewer;
  readonly period: Period;
  readonly places: readonly string[] | null;
  readonly topics: readonly string[];
  readonly reading: number;
}

/** Keyphrases of the comments that name the topics, against those of the period's other comments. */
export async function tellingWords(
  warehouse: Warehouse,
  scope: WordScope,
  most: number,
): Promise<TellingWord[]> {
  const { viewer, period, places, topics, reading } = scope;
  const within = sql`local_day between ${period.from} and ${period.to}`;
  const inPlaces = sql.if(places, () => sql`and place_id in ${sql.list(places ?? [], 'String')}`);
  const rows = await warehouse.query<Row>(sql`
    with named as (select distinct signal_id from mentions where ${signalScope(viewer)} and reading = ${reading}
        and ${within} ${inPlaces} and aspect in ${sql.list(topics, 'String')}),
      texts as (select signal_id in named as inside, keyphrases from signal_texts
        where workspace_id = ${viewer.workspaceId} and ${within} and signal_id in (select signal_id from signals
          where ${signalScope(viewer)} and has_text and ${within} ${inPlaces}))
    select arrayJoin(arrayDistinct(keyphrases)) as phrase, countIf(inside) as inside, countIf(not inside) as outside,
      (select countIf(inside) from texts) as all_inside, (select countIf(not inside) from texts) as all_outside
    from texts group by phrase having inside >= ${fewestDocuments} order by inside desc limit 400`);
  return rows
    .flatMap((row): TellingWord[] => {
      const documents = Number(row.inside);
      const found = wordLogOdds(
        { hits: documents, documents: Number(row.all_inside) },
        { hits: Number(row.outside), documents: Number(row.all_outside) },
        priorDocuments,
      );
      return found && found.z > clearlyMore ? [{ word: row.phrase, documents, z: found.z }] : [];
    })
    .sort((a, b) => b.z - a.z)
    .slice(0, most);
}
