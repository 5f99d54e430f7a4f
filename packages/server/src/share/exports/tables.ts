// Every table that can be exported: its columns, and its rows as the viewer sees them on screen.
import {
  accessEndpoints,
  type CaseRow,
  type Endpoint,
  type exportTables,
  type QueryOf,
  type ReplyOf,
  type Score,
  type SignalCard,
  type shareEndpoints,
  unifyEndpoints,
} from '@lyhord/contract';
import type { Viewer } from '../../access/index.ts';
import type { Route } from '../../platform/http/endpoints.ts';
import { Problem } from '../../platform/http/problem.ts';
import type { ShareParts } from '../create-share.ts';
import type { Cell } from './csv.ts';

export type TableName = (typeof exportTables)[number];
export type ExportQuery = QueryOf<typeof shareEndpoints.exportTable>;
export interface Table {
  readonly columns: readonly string[];
  rows(viewer: Viewer, query: ExportQuery): AsyncIterable<readonly Cell[]>;
}

const pageSize = 200;
const mostCustomers = 5_000;
const daysByDefault = 90;
const dayMs = 86_400_000;

export function tablesOf({
  platform,
  access,
  unify,
  understand,
  act,
}: ShareParts): Readonly<Record<TableName, Table>> {
  const answerOf = answerer([...access.routes, ...unify.routes]);
  const day = (before: number) =>
    new Date(platform.clock.now().getTime() - before * dayMs).toISOString().slice(0, 10);
  const scoped = ({ from, to, place, metric }: ExportQuery) => ({
    from: from ?? day(daysByDefault),
    to: to ?? day(0),
    place,
    metric: metric ?? ('nps' as const),
  });

  return {
    places: {
      columns: [
        ...['place', 'kind', 'country', 'answers', 'score', 'score_low', 'score_high', 'shrunken'],
        ...['shrunken_low', 'shrunken_high', 'group', 'open_cases', 'open_changes', 'pulls_down', 'pulls_up'],
      ],
      async *rows(viewer, query) {
        for (const row of (await understand.places(viewer, scoped(query))).rows) {
          const { value, low, high } = row.shrunken;
          yield [
            row.name,
            row.kind,
            row.country,
            ...scoreCells(row.score),
            value,
            low,
            high,
            row.group,
            row.openCases,
            row.openChanges,
            row.topDown,
            row.topUp,
          ];
        }
      },
    },
    topics: {
      columns: [
        ...['topic', 'key', 'parent', 'comments', 'share', 'positive', 'neutral', 'negative', 'feeling'],
        ...['contribution', 'contribution_low', 'contribution_high'],
      ],
      async *rows(viewer, query) {
        for (const row of (await understand.topics(viewer, scoped(query))).topics) {
          const { points, low, high } = row.contribution ?? {};
          yield [
            row.label,
            row.key,
            row.parent,
            row.volume,
            row.share,
            row.positive,
            row.neutral,
            row.negative,
            row.sentiment.value,
            points,
            low,
            high,
          ];
        }
      },
    },
    trend: {
      columns: ['day', 'answers', 'score', 'score_low', 'score_high'],
      async *rows(viewer, query) {
        const { from, to, metric, place } = scoped(query);
        const question = { metric, by: ['day' as const], period: { from, to }, limit: 10_000 };
        const answer = await understand.ask(viewer, place === undefined ? question : { ...question, place });
        for (const { keys, ...score } of answer.rows) yield [keys.day, ...scoreCells(score)];
      },
    },
    feed: {
      columns: [
        ...['id', 'happened_at', 'place', 'channel', 'touchpoint', 'kind', 'question', 'score', 'sentiment'],
        ...['language', 'topics', 'flags', 'title', 'text', 'customer', 'case'],
      ],
      async *rows(viewer, { from, to, place, where }) {
        let before: string | undefined;
        do {
          const page = await understand.feed(viewer, { from, to, place, where, before, limit: pageSize });
          for (const card of page.signals) yield signalCells(card);
          before = page.next ?? undefined;
        } while (before !== undefined);
      },
    },
    cases: {
      columns: [
        ...[
          'number',
          'title',
          'state',
          'severity',
          'reason',
          'place',
          'owner',
          'team',
          'customer',
          'question',
        ],
        ...[
          'score',
          'topics',
          'opened_at',
          'due_at',
          'closed_at',
          'overdue',
          'value_minor',
          'currency',
          'id',
        ],
      ],
      async *rows(viewer, { place }) {
        for (const state of ['active', 'closed'] as const) {
          let before: string | undefined;
          do {
            const page = await act.listCases(viewer, {
              state,
              place,
              owner: 'anybody',
              before,
              limit: pageSize,
            });
            for (const row of page.cases) yield caseCells(row);
            before = page.next ?? undefined;
          } while (before !== undefined);
        }
      },
    },
    changes: {
      columns: [
        ...[
          'place',
          'metric',
          'topic',
          'direction',
          'since',
          'detected_at',
          'before',
          'before_answers',
          'after',
        ],
        ...[
          'after_answers',
          'size',
          'size_low',
          'size_high',
          'likely_topics',
          'state',
          'owner',
          'note',
          'id',
        ],
      ],
      async *rows(viewer, { place }) {
        for (const one of (await understand.listChanges(viewer, { place })).changes) {
          const { before, after, size } = one;
          yield [
            one.placeName,
            one.metric,
            one.topic,
            one.direction,
            one.since,
            one.detectedAt,
            before.value,
            before.n,
            after.value,
            after.n,
            size.value,
            size.low,
            size.high,
            one.likelyTopics.map(({ topic }) => topic),
            one.state,
            one.ownerName,
            one.note,
            one.id,
          ];
        }
      },
    },
    customers: {
      columns: [
        'key',
        'name',
        'identifiers',
        'last_seen_at',
        'last_score',
        'last_question',
        'orders',
        'open_cases',
      ],
      async *rows(viewer, { where }) {
        const query = { search: where ?? '', limit: mostCustomers };
        for (const row of (await answerOf(unifyEndpoints.findCustomers, viewer, query)).customers) {
          yield [
            row.key,
            row.name,
            row.identifiers.map(({ type, value }) => `${type} ${value}`),
            row.lastSeenAt,
            row.lastScore,
            row.lastQuestion,
            row.orders,
            row.openCases,
          ];
        }
      },
    },
    people: {
      columns: ['name', 'email', 'role', 'team', 'language', 'places', 'active', 'last_seen_at'],
      async *rows(viewer) {
        const names = new Map((await unify.listPlaces(viewer)).map(({ id, name }) => [id, name]));
        for (const person of (await answerOf(accessEndpoints.listPeople, viewer, undefined)).people) {
          const places = person.placeIds.map((id) => names.get(id) ?? id);
          yield [
            person.name,
            person.email,
            person.role,
            person.team,
            person.locale,
            places,
            person.active,
            person.lastSeenAt,
          ];
        }
      },
    },
    audit: {
      columns: ['at', 'who', 'action', 'subject', 'detail'],
      async *rows(viewer) {
        let before: string | undefined;
        do {
          const query = before === undefined ? { limit: pageSize } : { limit: pageSize, before };
          const { entries } = await answerOf(accessEndpoints.listAudit, viewer, query);
          for (const entry of entries)
            yield [entry.at, entry.byName, entry.action, entry.subject, entry.detail];
          before = entries.length === pageSize ? entries.at(-1)?.id : undefined;
        } while (before !== undefined);
      },
    },
  };
}

const scoreCells = ({ n, value, low, high }: Score): Cell[] => [n, value, low, high];

const signalCells = (card: SignalCard): Cell[] => [
  ...[card.id, card.happenedAt, card.placeName, card.channel, card.touchpoint, card.kind, card.question],
  ...[
    card.score,
    card.sentiment?.label,
    card.language,
    [...new Set(card.mentions.map(({ aspect }) => aspect))],
  ],
  ...[card.flags, card.title, card.text, card.customerName, card.caseState],
];

const caseCells = (row: CaseRow): Cell[] => [
  ...[row.number, row.title, row.state, row.severity, row.reason, row.placeName, row.ownerName, row.team],
  ...[
    row.customerName,
    row.question,
    row.score,
    row.topics,
    row.openedAt,
    row.dueAt,
    row.closedAt,
    row.overdue,
  ],
  ...[row.valueMinor, row.valueCurrency, row.id],
];

/** What an endpoint of an earlier step answers this viewer; the endpoint's roles hold here, too. */
function answerer(routes: readonly Route<Viewer>[]) {
  return async <E extends Endpoint>(endpoint: E, viewer: Viewer, query: QueryOf<E>): Promise<ReplyOf<E>> => {
    if (endpoint.roles && !endpoint.roles.some((role) => role === viewer.role))
      throw new Problem('forbidden');
    const route = routes.find((one) => one.endpoint.id === endpoint.id)!;
    const input = { params: undefined, query, body: undefined };
    return route.handle(input, { viewer } as Parameters<typeof route.handle>[1]) as Promise<ReplyOf<E>>;
  };
}
