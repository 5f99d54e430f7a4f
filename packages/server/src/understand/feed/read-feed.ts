import { Filter, type SignalCard } from '@lyhord/contract';
import type { Viewer } from '../../access/index.ts';
import { Problem } from '../../platform/http/problem.ts';
import { sql } from '../../platform/stores/sql.ts';
import type { Ground } from '../ground.ts';
import { standingAt } from '../places/places-asked.ts';
import { addDays, checkedDay, checkedPeriod } from '../questions/calendar.ts';
import { compileFilter } from '../questions/compile-filter.ts';
import { marksOf } from '../words/words-condition.ts';
import { type CardSources, cardsOf, isoTime } from './signal-cards.ts';
import { newestSignals } from './signal-rows.ts';

export interface FeedQuestion {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly place?: string | undefined;
  /** A filter as JSON. */
  readonly where?: string | undefined;
  /** Where the page before ended. */
  readonly before?: string | undefined;
  readonly limit: number;
}
export interface Feed {
  readonly signals: SignalCard[];
  readonly next: string | null;
  /** What to mark in the texts, where words were searched for. */
  readonly marks: string[];
}

/** One page of signals, newest first. */
export async function readFeed(
  ground: Ground,
  sources: CardSources,
  viewer: Viewer,
  question: FeedQuestion,
): Promise<Feed> {
  const { period, condition, marks } = await feedCondition(ground, viewer, question);
  const rows = await newestSignals(ground.platform.warehouse, viewer, {
    ...{ period, condition },
    before: question.before === undefined ? null : readMark(question.before),
    limit: question.limit,
  });
  const last = rows.at(-1);
  return {
    signals: await cardsOf(ground, sources, viewer, rows),
    next: last && rows.length === question.limit ? markOf(last) : null,
    marks,
  };
}

/** The period of the question (everything until tomorrow where it names none) and its filter as SQL. */
export async function feedCondition(ground: Ground, viewer: Viewer, question: Omit<FeedQuestion, 'limit'>) {
  const today = ground.platform.clock.now().toISOString().slice(0, 10);
  const to = checkedDay(question.to ?? addDays(today, 1));
  const from = question.from ?? addDays(to, -3_650);
  const period = checkedPeriod({ from, to });
  const where = question.where ? readFilter(question.where) : undefined;
  const typed = where ? wordsIn(where) : [];
  const plain = await ground.context(viewer, period);
  const vocabulary = typed.length > 0 ? await ground.vocabularies.of(viewer.workspaceId) : null;
  const context = vocabulary ? { ...plain, formsOf: vocabulary.formsOf } : plain;
  const places = await ground.placesOf(viewer, question.place, period);
  const condition = sql.and([
    sql.if(places, () => standingAt(places!)),
    sql.if(where, () => compileFilter(where!, 'signals', context)),
  ]);
  return { period, condition, marks: typed.flatMap((words) => marksOf(words, context)) };
}

/** What a filter searches texts for, outside of what it excludes. */
function wordsIn(filter: Filter): string[] {
  if ('all' in filter) return filter.all.flatMap(wordsIn);
  if ('any' in filter) return filter.any.flatMap(wordsIn);
  return 'words' in filter ? [filter.words] : [];
}

/** A filter that travelled as JSON in an address. */
export function readFilter(json: string): Filter {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    throw new Problem('invalid_input', { detail: 'The filter is not JSON.' });
  }
  const parsed = Filter.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new Problem('invalid_input', {
    detail: `The filter ${json.slice(0, 80)} has a shape that is not known; see Filter in the API description.`,
  });
}

const markOf = (row: { happened_at: string; signal_id: string }) =>
  Buffer.from(JSON.stringify([isoTime(row.happened_at), row.signal_id])).toString('base64url');

function readMark(mark: string): { happenedAt: Date; signalId: string } {
  try {
    const [at, signalId] = JSON.parse(Buffer.from(mark, 'base64url').toString()) as [string, string];
    const happenedAt = new Date(at);
    if (!Number.isNaN(happenedAt.getTime()) && typeof signalId === 'string') return { happenedAt, signalId };
  } catch {}
  throw new Problem('invalid_input', {
    detail: `"${mark.slice(0, 40)}" is not where a page of the feed ended.`,
  });
}
