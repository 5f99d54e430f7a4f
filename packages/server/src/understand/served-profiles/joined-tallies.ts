// What the warehouse does with rows of tallies when it joins them (computed-traits/tally-columns.ts), for the few rows of
// one customer. Free of order, as there.
import { tallyColumns } from '../computed-traits/tally-columns.ts';

/** Number, when it was said, and what. */
type Said = readonly [number: string, at: number, ...rest: number[]];
/** A row as it is served: the place, then the columns in their order. */
export type TallyRow = readonly [place: string, ...columns: unknown[]];

export interface Joined {
  seen_first: number;
  active_last: number;
  orders: number;
  order_first: number;
  order_last: number;
  order_days: number[];
  placed: number;
  placed_orders: number;
  margin: number;
  margin_orders: number;
  taken_back: number;
  return_cost: number;
  served_cost: number;
  without_rate: number;
  returns: number;
  late_payments: number;
  contracts: Said[];
  tickets: Said[];
  contact_days: readonly number[];
  comments: number;
  sentiment_at: number;
  sentiment: string;
  nps_at: number;
  nps: number;
  csat_at: number;
  csat: number;
  at_place: string;
}

/** Where each column stands in a row. */
const column: Readonly<Record<string, number>> = Object.fromEntries(
  tallyColumns.map(({ name }, index) => [name, index + 1]),
);
const numberAt = (row: TallyRow, name: string): number => Number(row[column[name]!]);

function sum(rows: readonly TallyRow[], name: string): number {
  let all = 0;
  for (const row of rows) all += numberAt(row, name);
  return all;
}

function last(rows: readonly TallyRow[], name: string): number {
  let latest = Number.NEGATIVE_INFINITY;
  for (const row of rows) latest = Math.max(latest, numberAt(row, name));
  return latest;
}

/** The earliest moment that came at all; 0 for none. */
function first(rows: readonly TallyRow[], name: string): number {
  let earliest = Number.POSITIVE_INFINITY;
  for (const row of rows) {
    const moment = numberAt(row, name);
    if (moment > 0 && moment < earliest) earliest = moment;
  }
  return earliest === Number.POSITIVE_INFINITY ? 0 : earliest;
}

function together<T>(rows: readonly TallyRow[], name: string): readonly T[] {
  if (rows.length === 1) return rows[0]![column[name]!] as T[];
  return rows.flatMap((row) => row[column[name]!] as T[]);
}

function said(rows: readonly TallyRow[], name: string): Said[] {
  return together<Said>(rows, name).map(
    ([number, ...rest]) => [number, ...rest.map(Number)] as unknown as Said,
  );
}

function newest<T extends string | number>(rows: readonly TallyRow[], name: string, none: T): T {
  let best = none;
  let at = Number.NEGATIVE_INFINITY;
  for (const row of rows) {
    const [value, when] = [row[column[name]!] as T, numberAt(row, `${name}_at`)];
    if (when > at || (when === at && value > best)) {
      best = value;
      at = when;
    }
  }
  return best;
}

/** Joins the rows of one customer; null for none. */
export function joinTallies(rows: readonly TallyRow[]): Joined | null {
  if (rows.length === 0) return null;
  return {
    seen_first: first(rows, 'seen_first'),
    active_last: last(rows, 'active_last'),
    orders: sum(rows, 'orders'),
    order_first: first(rows, 'order_first'),
    order_last: last(rows, 'order_last'),
    order_days: [...new Set(together<number>(rows, 'order_days'))].sort((a, b) => a - b),
    placed: sum(rows, 'placed'),
    placed_orders: sum(rows, 'placed_orders'),
    margin: sum(rows, 'margin'),
    margin_orders: sum(rows, 'margin_orders'),
    taken_back: sum(rows, 'taken_back'),
    return_cost: sum(rows, 'return_cost'),
    served_cost: sum(rows, 'served_cost'),
    without_rate: sum(rows, 'without_rate'),
    returns: sum(rows, 'returns'),
    late_payments: sum(rows, 'late_payments'),
    contracts: said(rows, 'contracts'),
    tickets: said(rows, 'tickets'),
    contact_days: together<number>(rows, 'contact_days'),
    comments: sum(rows, 'comments'),
    sentiment_at: last(rows, 'sentiment_at'),
    sentiment: newest(rows, 'sentiment', ''),
    nps_at: last(rows, 'nps_at'),
    nps: Number(newest(rows, 'nps', 0)),
    csat_at: last(rows, 'csat_at'),
    csat: Number(newest(rows, 'csat', 0)),
    at_place: lastPlace(rows),
  };
}

function lastPlace(rows: readonly TallyRow[]): string {
  let [best, at] = ['', 0];
  for (const row of rows) {
    const when = numberAt(row, 'active_last');
    if (row[0] === '' || when <= 0) continue;
    if (when > at || (when === at && row[0] > best)) [best, at] = [row[0], when];
  }
  return best;
}

/** The newest word about each number; `rank` orders two words of the same moment. */
export function newestOfEach(said: readonly Said[], rank: (one: Said) => number): Said[] {
  const newest = new Map<string, Said>();
  for (const one of said) {
    const known = newest.get(one[0]);
    if (!known || one[1] > known[1] || (one[1] === known[1] && rank(one) > rank(known)))
      newest.set(one[0], one);
  }
  return [...newest.values()];
}
