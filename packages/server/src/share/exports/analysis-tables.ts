// Tables of understand: scores of places, topics, the course by day, single signals, detected changes.
import type { AnswerRow, Change, PlacesOverview, Score, SignalCard, TopicRow } from '@lyhord/contract';
import type { z } from 'zod';
import type { Clock } from '../../platform/clock.ts';
import type { Cell } from '../../platform/http/csv.ts';
import type { Understand } from '../../understand/index.ts';
import { type ExportQuery, paged, type Table, table } from './table.ts';

const pageSize = 200;
const daysByDefault = 90;
const dayMs = 86_400_000;

type Place = PlacesOverview['rows'][number];
type Day = z.infer<typeof AnswerRow>;

export function analysisTables(
  understand: Understand,
  clock: Clock,
): Record<'places' | 'topics' | 'trend' | 'feed' | 'changes', Table> {
  const day = (before: number) => new Date(clock.now().getTime() - before * dayMs).toISOString().slice(0, 10);
  const scoped = ({ from = day(daysByDefault), to = day(0), place, metric = 'nps' }: ExportQuery) => ({
    ...{ from, to, place, metric },
  });
  return {
    places: table<Place>(
      async function* (viewer, query) {
        yield* (await understand.places(viewer, scoped(query))).rows;
      },
      {
        place: (row) => row.name,
        kind: (row) => row.kind,
        country: (row) => row.country,
        ...scoreColumns<Place>('score', (row) => row.score),
        shrunken: (row) => row.shrunken.value,
        shrunken_low: (row) => row.shrunken.low,
        shrunken_high: (row) => row.shrunken.high,
        group: (row) => row.group,
        open_cases: (row) => row.openCases,
        open_changes: (row) => row.openChanges,
        pulls_down: (row) => row.topDown,
        pulls_up: (row) => row.topUp,
      },
    ),
    topics: table<TopicRow>(
      async function* (viewer, query) {
        yield* (await understand.topics(viewer, scoped(query))).topics;
      },
      {
        topic: (row) => row.label,
        key: (row) => row.key,
        parent: (row) => row.parent,
        comments: (row) => row.volume,
        share: (row) => row.share,
        positive: (row) => row.positive,
        neutral: (row) => row.neutral,
        negative: (row) => row.negative,
        feeling: (row) => row.sentiment.value,
        contribution: (row) => row.contribution?.points,
        contribution_low: (row) => row.contribution?.low,
        contribution_high: (row) => row.contribution?.high,
      },
    ),
    trend: table<Day>(
      async function* (viewer, query) {
        const { from, to, metric, place } = scoped(query);
        const question = { metric, by: ['day' as const], period: { from, to }, limit: 10_000 };
        yield* (await understand.ask(viewer, place === undefined ? question : { ...question, place })).rows;
      },
      { day: (row) => row.keys.day, ...scoreColumns<Day>('score', (row) => row) },
    ),
    feed: table<SignalCard>(
      (viewer, { from, to, place, where }) =>
        paged(async (before) => {
          const page = await understand.feed(viewer, { from, to, place, where, before, limit: pageSize });
          return { rows: page.signals, next: page.next };
        }),
      {
        id: (card) => card.id,
        happened_at: (card) => card.happenedAt,
        place: (card) => card.placeName,
        channel: (card) => card.channel,
        touchpoint: (card) => card.touchpoint,
        kind: (card) => card.kind,
        question: (card) => card.question,
        score: (card) => card.score,
        sentiment: (card) => card.sentiment?.label,
        language: (card) => card.language,
        topics: (card) => [...new Set(card.mentions.map(({ aspect }) => aspect))],
        flags: (card) => card.flags,
        title: (card) => card.title,
        text: (card) => card.text,
        customer: (card) => card.customerName,
        case: (card) => card.caseState,
      },
    ),
    changes: table<Change>(
      async function* (viewer, { place }) {
        yield* (await understand.listChanges(viewer, { place })).changes;
      },
      {
        place: (change) => change.placeName,
        metric: (change) => change.metric,
        topic: (change) => change.topic,
        direction: (change) => change.direction,
        since: (change) => change.since,
        detected_at: (change) => change.detectedAt,
        before: (change) => change.before.value,
        before_answers: (change) => change.before.n,
        after: (change) => change.after.value,
        after_answers: (change) => change.after.n,
        size: (change) => change.size.value,
        size_low: (change) => change.size.low,
        size_high: (change) => change.size.high,
        likely_topics: (change) => change.likelyTopics.map(({ topic }) => topic),
        state: (change) => change.state,
        owner: (change) => change.ownerName,
        note: (change) => change.note,
        id: (change) => change.id,
      },
    ),
  };
}

const scoreColumns = <Row>(name: string, score: (row: Row) => Score): Record<string, (row: Row) => Cell> => ({
  answers: (row) => score(row).n,
  [name]: (row) => score(row).value,
  [`${name}_low`]: (row) => score(row).low,
  [`${name}_high`]: (row) => score(row).high,
});
