// Comments that show a topic: clear ones, and each saying something else.
import { signalScope } from '../../access/index.ts';
import { type Sql, sql } from '../../platform/stores/sql.ts';
import type { Warehouse } from '../../platform/stores/warehouse.ts';
import { andAt } from '../places/places-asked.ts';
import { diverse } from './diverse-quotes.ts';
import type { WordScope } from './telling-words.ts';
import { andOf } from './topic-counts.ts';

const usualCandidates = 300;

/** Ids of signals, the most telling first. */
export async function quoteIds(
  warehouse: Warehouse,
  scope: WordScope,
  label: 'positive' | 'negative' | null,
  most: number,
): Promise<string[]> {
  const { places, topics, segment } = scope;
  const which = sql`aspect in ${sql.list(topics, 'String')}
    ${sql.if(label, () => sql`and label = ${label!}`)}
    ${andAt(places)} ${andOf(segment)}`;
  return clearestComments(warehouse, scope, which, most);
}

type QuoteScope = Pick<WordScope, 'viewer' | 'period' | 'reading'>;
const together = '';

/** Ids of the comments whose mentions under a condition are clearest, each saying something else. */
export async function clearestComments(
  warehouse: Warehouse,
  scope: QuoteScope,
  which: Sql,
  most: number,
  candidates = usualCandidates,
): Promise<string[]> {
  const found = await clearest(warehouse, scope, sql`${together}`, which, most, candidates);
  return found.get(together) ?? [];
}

/** The same of each topic that the condition lets through. */
export const clearestOfTopics = (
  warehouse: Warehouse,
  scope: QuoteScope,
  which: Sql,
  most: number,
  candidates = usualCandidates,
): Promise<Map<string, string[]>> =>
  clearest(warehouse, scope, sql`toString(aspect)`, which, most, candidates);

/** Only the texts of candidates are read: those of a period are many times as much. */
async function clearest(
  warehouse: Warehouse,
  { viewer, period, reading }: QuoteScope,
  by: Sql,
  which: Sql,
  most: number,
  candidates: number,
): Promise<Map<string, string[]>> {
  const chosen = await warehouse.query<{ part: string; id: string; feeling: number }>(sql`
    select ${by} as part, signal_id as id, argMax(polarity, abs(polarity) * confidence) as feeling,
      max(abs(polarity) * confidence) as clear
    from mentions where ${signalScope(viewer)} and reading = ${reading}
      and local_day between ${period.from} and ${period.to} and ${which}
    group by part, id order by part, clear desc, id limit ${candidates} by part`);
  const ids = [...new Set(chosen.map(({ id }) => id))];
  if (ids.length === 0) return new Map();
  const texts = await warehouse.query<{ id: string; text: string }>(sql`select signal_id as id, text
    from signal_texts where workspace_id = ${viewer.workspaceId} and signal_id in ${sql.list(ids, 'String')}`);
  const textOf = new Map(texts.map(({ id, text }) => [id, text]));
  const told = chosen.filter(({ id }) => textOf.has(id));
  const quotesOf = (part: string) =>
    diverse(
      told
        .filter((one) => one.part === part)
        .map(({ id, feeling }) => ({ id, text: textOf.get(id)!, polarity: feeling })),
      most,
    );
  return new Map([...new Set(told.map(({ part }) => part))].map((part) => [part, quotesOf(part)]));
}
