// Tables of work and people: cases, customers, colleagues, and who did what.
import {
  accessEndpoints,
  type CaseRow,
  type CustomerRow,
  type Endpoint,
  type QueryOf,
  type ReplyOf,
  unifyEndpoints,
} from '@lyhord/contract';
import type { z } from 'zod';
import type { Viewer } from '../../access/index.ts';
import type { Route } from '../../platform/http/endpoints.ts';
import { Problem } from '../../platform/http/problem.ts';
import type { ShareParts } from '../share-parts.ts';
import { paged, type Table, table } from './table.ts';

const pageSize = 200;
const mostCustomers = 5_000;

type Customer = z.infer<typeof CustomerRow>;
type Person = ReplyOf<typeof accessEndpoints.listPeople>['people'][number] & {
  readonly placeNames: string[];
};
type Entry = ReplyOf<typeof accessEndpoints.listAudit>['entries'][number];

export function workTables({
  access,
  unify,
  act,
}: Pick<ShareParts, 'access' | 'unify' | 'act'>): Record<'cases' | 'customers' | 'people' | 'audit', Table> {
  const answerOf = answerer([...access.routes, ...unify.routes]);
  return {
    cases: table<CaseRow>(
      async function* (viewer, { place }) {
        for (const state of ['active', 'closed'] as const) {
          const query = { state, place, owner: 'anybody', limit: pageSize } as const;
          yield* paged(async (before) => {
            const { cases, next } = await act.listCases(viewer, { ...query, before });
            return { rows: cases, next };
          });
        }
      },
      {
        number: (row) => row.number,
        title: (row) => row.title,
        state: (row) => row.state,
        severity: (row) => row.severity,
        reason: (row) => row.reason,
        place: (row) => row.placeName,
        owner: (row) => row.ownerName,
        team: (row) => row.team,
        customer: (row) => row.customerName,
        question: (row) => row.question,
        score: (row) => row.score,
        topics: (row) => row.topics,
        opened_at: (row) => row.openedAt,
        due_at: (row) => row.dueAt,
        closed_at: (row) => row.closedAt,
        overdue: (row) => row.overdue,
        value_minor: (row) => row.valueMinor,
        currency: (row) => row.valueCurrency,
        id: (row) => row.id,
      },
    ),
    customers: table<Customer>(
      async function* (viewer, { where }) {
        const query = { search: where ?? '', limit: mostCustomers };
        yield* (await answerOf(unifyEndpoints.findCustomers, viewer, query)).customers;
      },
      {
        key: (row) => row.key,
        name: (row) => row.name,
        identifiers: (row) => row.identifiers.map(({ type, value }) => `${type} ${value}`),
        last_seen_at: (row) => row.lastSeenAt,
        last_score: (row) => row.lastScore,
        last_question: (row) => row.lastQuestion,
        orders: (row) => row.orders,
        open_cases: (row) => row.openCases,
      },
    ),
    people: table<Person>(
      async function* (viewer) {
        const names = new Map((await unify.listPlaces(viewer)).map(({ id, name }) => [id, name]));
        for (const person of (await answerOf(accessEndpoints.listPeople, viewer, undefined)).people) {
          yield { ...person, placeNames: person.placeIds.map((id) => names.get(id) ?? id) };
        }
      },
      {
        name: (person) => person.name,
        email: (person) => person.email,
        role: (person) => person.role,
        team: (person) => person.team,
        language: (person) => person.locale,
        places: (person) => person.placeNames,
        active: (person) => person.active,
        last_seen_at: (person) => person.lastSeenAt,
      },
    ),
    audit: table<Entry>(
      (viewer) =>
        paged(async (before) => {
          const query = before === undefined ? { limit: pageSize } : { limit: pageSize, before };
          const { entries } = await answerOf(accessEndpoints.listAudit, viewer, query);
          return { rows: entries, next: entries.length === pageSize ? entries.at(-1)?.id : null };
        }),
      {
        at: (entry) => entry.at,
        who: (entry) => entry.byName,
        action: (entry) => entry.action,
        subject: (entry) => entry.subject,
        detail: (entry) => entry.detail,
      },
    ),
  };
}

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
