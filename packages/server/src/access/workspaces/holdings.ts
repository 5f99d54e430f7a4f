// Promise: what a workspace holds at all (signals, events, places, a survey, people), cheaply: counted again only when
// something was committed since, and at most every few seconds.
import { type CommonMetric, commonMetrics } from '@lyhord/contract';
import type { Platform } from '../../platform/platform.ts';
import { sql } from '../../platform/stores/sql.ts';

export interface Held {
  readonly signals: boolean;
  readonly events: boolean;
  /** First and last day of signals. */
  readonly dataFrom: string | null;
  readonly dataTo: string | null;
  /** Common metrics that have answers, the leading one first. */
  readonly metrics: readonly CommonMetric[];
  readonly places: boolean;
  readonly survey: boolean;
  readonly people: number;
}

type Arrived = Pick<Held, 'signals' | 'events' | 'dataFrom' | 'dataTo' | 'metrics'>;

export interface Holdings {
  of(workspaceId: string): Promise<Held>;
  stop(): void;
}

const freshMs = 15_000;

export function createHoldings(platform: Platform): Holdings {
  const kept = new Map<string, { arrived: Promise<Arrived>; at: number; stale: boolean }>();
  const committed = (news: { workspaceId: string } | null) => {
    for (const standing of news === null ? kept.values() : [kept.get(news.workspaceId)])
      if (standing) standing.stale = true;
  };
  const stops = ['signals.committed', 'events.committed'].map((topic) =>
    platform.announcements.subscribe(topic, committed),
  );

  const arrived = (workspaceId: string): Promise<Arrived> => {
    const now = platform.clock.now().getTime();
    const standing = kept.get(workspaceId);
    if (standing && !(standing.stale && now - standing.at > freshMs)) return standing.arrived;
    const arrived = countArrived(platform, workspaceId);
    kept.set(workspaceId, { arrived, at: now, stale: false });
    arrived.catch(() => kept.delete(workspaceId));
    return arrived;
  };

  return {
    stop: () => {
      for (const stop of stops) stop();
    },
    async of(workspaceId) {
      const [fromWarehouse, fromLedger] = await Promise.all([
        arrived(workspaceId),
        platform.ledger.one<{ places: boolean; survey: boolean; people: number }>(sql`select
          exists (select from places where workspace_id = ${workspaceId}) as places,
          exists (select from surveys where workspace_id = ${workspaceId}) as survey,
          (select count(*)::int from members where workspace_id = ${workspaceId}) as people`),
      ]);
      return { ...fromWarehouse, ...(fromLedger ?? { places: false, survey: false, people: 0 }) };
    },
  };
}

async function countArrived({ warehouse }: Platform, workspaceId: string): Promise<Arrived> {
  const [signals, events, answered] = await Promise.all([
    warehouse.query<{ n: string; first: string; last: string }>(sql`select count() as n,
      toString(min(local_day)) as first, toString(max(local_day)) as last
      from signals where workspace_id = ${workspaceId}`),
    warehouse.query(sql`select 1 as one from events where workspace_id = ${workspaceId} limit 1`),
    warehouse.query<{ question: string; n: string }>(sql`select question, count() as n from answers
      where workspace_id = ${workspaceId} and question in ${sql.list([...commonMetrics], 'String')}
      group by question order by n desc`),
  ]);
  const [row] = signals;
  const has = Number(row?.n ?? 0) > 0;
  return {
    signals: has,
    events: events.length > 0,
    dataFrom: has ? (row?.first ?? null) : null,
    dataTo: has ? (row?.last ?? null) : null,
    metrics: leadingFirst(answered.map(({ question }) => question as CommonMetric)),
  };
}

/** The loyalty question leads where it is asked, else what is answered most. */
const leadingFirst = (mostAnsweredFirst: readonly CommonMetric[]): CommonMetric[] =>
  mostAnsweredFirst.includes('nps')
    ? ['nps', ...mostAnsweredFirst.filter((metric) => metric !== 'nps')]
    : [...mostAnsweredFirst];
