// The place, the period and the metric that every screen obeys: kept in the address, so that a link shows the same.
import { type CommonMetric, commonMetrics } from '@lyhord/contract';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import { addDays, today } from './days.ts';
import { type Me, useMe } from './session.ts';

export interface ScopeSearch {
  place?: string;
  from?: string;
  to?: string;
  metric?: CommonMetric;
}
export interface Scope {
  place?: string;
  from: string;
  to: string;
  metric: CommonMetric;
}

const day = /^\d{4}-\d{2}-\d{2}$/;
const text = (value: unknown) => (typeof value === 'string' && value ? value : undefined);
const dayOf = (value: unknown) => (typeof value === 'string' && day.test(value) ? value : undefined);

export function readScope(search: Record<string, unknown>): ScopeSearch {
  const from = dayOf(search.from);
  const to = dayOf(search.to);
  return {
    place: text(search.place),
    ...(from && to && from <= to ? { from, to } : {}),
    metric: commonMetrics.find((metric) => metric === search.metric),
  };
}

/** Where nothing is chosen: the last 90 days there is anything of. */
export function defaultPeriod(me: Me): { from: string; to: string } {
  const now = today();
  const last = me.workspace.dataTo?.slice(0, 10);
  const to = last && last < addDays(now, -2) ? last : now;
  return { from: addDays(to, -89), to };
}

/** Where nothing is chosen: the metric that leads in this workspace. */
export const defaultMetric = (me: Me): CommonMetric => me.workspace.metrics[0] ?? 'nps';

export function useScope(): Scope & { chosen: boolean } {
  const { place, from, to, metric } = useSearch({ strict: false }) as ScopeSearch;
  const me = useMe();
  return useMemo(() => {
    const period = from && to ? { from, to } : defaultPeriod(me);
    return {
      ...(place ? { place } : {}),
      ...period,
      metric: metric ?? defaultMetric(me),
      chosen: Boolean(from && to),
    };
  }, [place, from, to, metric, me]);
}

/** The scope as the query of an endpoint. */
export function scopeQuery({ place, from, to, metric }: Scope): Scope {
  return { ...(place ? { place } : {}), from, to, metric };
}

/** A choice of the screen that stands in its address; undefined where nothing is chosen. */
export function useAddressed<T>(name: string): [T | undefined, (value: T | undefined) => void] {
  const value = (useSearch({ strict: false }) as Record<string, unknown>)[name] as T | undefined;
  const navigate = useNavigate();
  const choose = (chosen: T | undefined) =>
    void navigate({
      to: '.',
      search: (before: Record<string, unknown>) => ({ ...before, [name]: chosen }),
      resetScroll: false,
    } as never);
  return [value, choose];
}

export function useChangeScope(): (change: ScopeSearch) => void {
  const navigate = useNavigate();
  return (change) =>
    void navigate({
      to: '.',
      search: (before: Record<string, unknown>) => ({ ...before, ...change }),
    } as never);
}
