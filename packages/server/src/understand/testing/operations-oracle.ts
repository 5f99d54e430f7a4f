// Metrics of operations computed the plain way: every event, one by one, in TypeScript.
import type { AnswerRow, Dimension, MetricKey, Period } from '@lyhord/contract';
import { metricDefinitions } from '../metrics/definitions.ts';
import type { OperationsDefinition, UnitRows } from '../metrics/operations.ts';
import { noCounts, scoreOf } from '../metrics/score.ts';
import { previousPeriod } from '../questions/calendar.ts';

export interface RawEvent {
  kind: string;
  identifier_key: string;
  place_id: string;
  channel: string;
  touchpoint: string;
  local_day: string;
  reference: string;
  amount_minor: string | null;
  cost_minor: string | null;
  currency: string;
  wait_seconds: number | null;
  properties: string;
  at: string;
  due: string | null;
}
interface Unit {
  readonly of: RawEvent;
  readonly counted: boolean;
  readonly hit: boolean;
  readonly worth: number;
}
interface Asked {
  readonly metric: MetricKey;
  readonly by: readonly Dimension[];
  readonly period: Period;
}

export function operationsOracle(
  events: readonly RawEvent[],
  profileOf: (key: string) => string,
  { metric, by, period }: Asked,
): AnswerRow[] {
  const definition = metricDefinitions[metric] as OperationsDefinition;
  const keysOf = (event: RawEvent): Record<string, string> => ({
    ...Object.fromEntries(by.map((one) => [one, one === 'place' ? event.place_id : event.channel])),
    ...(definition.unit === 'money' ? { currency: event.currency } : {}),
  });
  const known = events.map((event) => ({
    ...event,
    profile: event.identifier_key === '0' ? null : profileOf(event.identifier_key),
    key: JSON.stringify(keysOf(event)),
  }));
  const groups = new Map<string, Unit[]>();
  for (const unit of unitsOf(definition.rows, known, period)) {
    const key = JSON.stringify(keysOf(unit.of));
    groups.set(key, [...(groups.get(key) ?? []), unit]);
  }
  return [...groups].map(([key, units]) => {
    const sum = (of: (unit: Unit) => number) => units.reduce((total, unit) => total + of(unit), 0);
    const counts = {
      ...noCounts,
      n: sum(({ counted }) => Number(counted)),
      promoters: sum(({ hit }) => Number(hit)),
      total: sum(({ worth }) => worth),
      totalSquares: sum(({ worth }) => worth * worth),
    };
    return { keys: JSON.parse(key), ...scoreOf(definition, counts) };
  });
}

type Known = RawEvent & { profile: string | null; key: string };
const within = (event: RawEvent, { from, to }: Period) => event.local_day >= from && event.local_day <= to;
const amountOf = (event: RawEvent, worth: string): number | null => {
  if (worth === 'one') return 1;
  if (event.amount_minor === null) return null;
  if (worth === 'amount' || worth === 'referred') return Number(event.amount_minor);
  return event.cost_minor === null ? null : Number(event.amount_minor) - Number(event.cost_minor);
};

function unitsOf(rows: UnitRows, events: readonly Known[], period: Period): Unit[] {
  const of = (kind: string, when: Period | null = period) =>
    events.filter((event) => event.kind === kind && (when === null || within(event, when)));
  const beginning = Date.parse(period.from) - 86_400_000;
  const plain = (event: Known): Unit => ({ of: event, counted: true, hit: false, worth: 0 });
  switch (rows.unit) {
    case 'event':
      return rows.kinds
        .flatMap((kind) => of(kind))
        .flatMap((event): Unit[] => {
          if (rows.worth === 'late')
            return event.due === null ? [] : [{ ...plain(event), hit: Number(event.at) > Number(event.due) }];
          if (rows.worth === 'waited')
            return event.wait_seconds === null ? [] : [{ ...plain(event), worth: event.wait_seconds }];
          if (rows.worth === 'referred' && !event.properties.includes('referredBy')) return [];
          const worth = amountOf(event, rows.worth);
          return worth === null ? [] : [{ ...plain(event), worth }];
        });
    case 'pair':
      return of(rows.opened).flatMap((event): Unit[] => {
        const done = firstAfter(events, rows.done, event.reference, Number(event.at));
        if (done === null) return [];
        return [{ ...plain(event), worth: (done - Number(event.at)) / 3_600_000 }];
      });
    case 'followed':
      return of(rows.first).map((event) => ({
        ...plain(event),
        hit: firstAfter(events, rows.later, event.reference, beginning) !== null,
      }));
    case 'repeated': {
      const all = of(rows.kind, null).filter(({ profile }) => profile !== null);
      const last = Math.max(...events.map((event) => Date.parse(event.local_day)));
      const over = (event: Known) => Date.parse(event.local_day) + rows.withinDays * 86_400_000 <= last;
      return all
        .filter((event) => within(event, period) && over(event))
        .map((event) => {
          const gap = (other: Known) => Number(other.at) - Number(event.at);
          const later = all.filter(
            (other) => other.profile === event.profile && other !== event && gap(other) >= 0,
          );
          return { ...plain(event), hit: later.some((other) => gap(other) <= rows.withinDays * 86_400_000) };
        });
    }
    case 'customer': {
      const told = of(rows.kind).filter(
        (event) => event.profile !== null && amountOf(event, rows.worth) !== null,
      );
      return [...grouped(told).values()].map((own) => ({
        ...plain(own[0]!),
        worth: own.reduce((sum, event) => sum + amountOf(event, rows.worth)!, 0),
      }));
    }
    case 'lifetime': {
      const until = { from: '1990-01-01', to: period.to };
      const told = of(rows.kind, until).filter(
        (event) => event.profile !== null && amountOf(event, rows.worth) !== null,
      );
      return [...grouped(told).values()]
        .filter((own) => own.some((event) => within(event, period)))
        .map((own) => ({
          ...plain(own[0]!),
          worth: own.reduce((sum, event) => sum + amountOf(event, rows.worth)!, 0),
        }));
    }
    case 'gap':
      return perProfile(of(rows.kind)).flatMap((own) => {
        const inOrder = own.sort((a, b) => Number(a.at) - Number(b.at));
        return inOrder.slice(1).map((event, index) => ({
          ...plain(event),
          worth: (Number(event.at) - Number(inOrder[index]!.at)) / 86_400_000,
        }));
      });
    case 'returning': {
      const now = new Set(of(rows.kind).map(({ profile }) => profile));
      const before = of(rows.kind, previousPeriod(period)).filter(({ profile }) => profile !== null);
      return [...grouped(before).values()].map(([first]) => ({
        ...plain(first!),
        hit: now.has(first!.profile) === (rows.hit === 'came_back'),
      }));
    }
    case 'converted': {
      const done = of(rows.to);
      return [...grouped(of(rows.from).filter(({ profile }) => profile !== null)).values()].map((own) => {
        const first = Math.min(...own.map(({ at }) => Number(at)));
        return {
          ...plain(own[0]!),
          hit: done.some(({ profile, at }) => profile === own[0]!.profile && Number(at) >= first),
        };
      });
    }
    case 'rate':
      return [
        ...of(rows.per).map(plain),
        ...of(rows.of).map((event) => ({ ...plain(event), counted: false, worth: 1 })),
      ];
  }
}

function firstAfter(events: readonly Known[], kind: string, reference: string, since: number): number | null {
  const all = events.filter((one) => one.kind === kind && one.reference === reference && reference !== '');
  const times = all.map(({ at }) => Number(at)).filter((at) => at >= since);
  return times.length > 0 ? Math.min(...times) : null;
}

function perProfile(events: readonly Known[]): Known[][] {
  const groups = new Map<string, Known[]>();
  for (const event of events) {
    if (event.profile !== null) groups.set(event.profile, [...(groups.get(event.profile) ?? []), event]);
  }
  return [...groups.values()];
}

/** Events of one customer and one group of the answer. */
function grouped(events: readonly Known[]): Map<string, Known[]> {
  const groups = new Map<string, Known[]>();
  for (const event of events) {
    const key = `${event.profile} ${event.key}`;
    groups.set(key, [...(groups.get(key) ?? []), event]);
  }
  return groups;
}
