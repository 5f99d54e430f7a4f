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
  contact_days: number[];
  comments: number;
  sentiment_at: number;
  sentiment: string;
  nps_at: number;
  nps: number;
  csat_at: number;
  csat: number;
  at_place: string;
}
type Numeric = { [K in keyof Joined]: Joined[K] extends number ? K : never }[keyof Joined];

const columnAt = new Map(tallyColumns.map(({ name }, index) => [name, index + 1]));
const of = (row: TallyRow, name: string): unknown => row[columnAt.get(name)!];
const numberOf = (row: TallyRow, name: string): number => Number(of(row, name));
function newestOf<T extends string | number>(rows: readonly TallyRow[], name: string, none: T): T {
  let best = none;
  let at = Number.NEGATIVE_INFINITY;
  for (const row of rows) {
    const [value, when] = [of(row, name) as T, numberOf(row, `${name}_at`)];
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
  const sum = (name: Numeric) => rows.reduce((all, row) => all + numberOf(row, name), 0);
  const last = (name: Numeric) => Math.max(...rows.map((row) => numberOf(row, name)));
  const first = (name: Numeric) => {
    const moments = rows.map((row) => numberOf(row, name)).filter((moment) => moment > 0);
    return moments.length > 0 ? Math.min(...moments) : 0;
  };
  const days = (name: string) => rows.flatMap((row) => of(row, name) as number[]);
  const said = (name: string) => rows.flatMap((row) => of(row, name) as Said[]);
  return {
    seen_first: first('seen_first'),
    active_last: last('active_last'),
    orders: sum('orders'),
    order_first: first('order_first'),
    order_last: last('order_last'),
    order_days: [...new Set(days('order_days'))].sort((a, b) => a - b),
    placed: sum('placed'),
    placed_orders: sum('placed_orders'),
    margin: sum('margin'),
    margin_orders: sum('margin_orders'),
    taken_back: sum('taken_back'),
    return_cost: sum('return_cost'),
    served_cost: sum('served_cost'),
    without_rate: sum('without_rate'),
    returns: sum('returns'),
    late_payments: sum('late_payments'),
    contracts: said('contracts').map(([number, ...rest]) => [number, ...rest.map(Number)] as unknown as Said),
    tickets: said('tickets').map(([number, ...rest]) => [number, ...rest.map(Number)] as unknown as Said),
    contact_days: days('contact_days'),
    comments: sum('comments'),
    sentiment_at: last('sentiment_at'),
    sentiment: newestOf(rows, 'sentiment', ''),
    nps_at: last('nps_at'),
    nps: Number(newestOf(rows, 'nps', 0)),
    csat_at: last('csat_at'),
    csat: Number(newestOf(rows, 'csat', 0)),
    at_place: lastPlace(rows),
  };
}

function lastPlace(rows: readonly TallyRow[]): string {
  let [best, at] = ['', 0];
  for (const row of rows) {
    const when = numberOf(row, 'active_last');
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
