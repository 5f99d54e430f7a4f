// Promise: what customers spent in the last year, for many at once, and from which amount on a customer counts as
// valued: the highest fifth of all who bought, per currency. Currencies are never added.
import type { Clock } from '../../platform/clock.ts';
import { sql } from '../../platform/stores/sql.ts';
import type { Warehouse } from '../../platform/stores/warehouse.ts';

export interface CustomerValue {
  readonly minor: number;
  readonly currency: string;
  readonly valued: boolean;
}

export interface CustomerValues {
  /** By the keys given; customers without a purchase are left out. */
  of(
    workspaceId: string,
    customers: ReadonlyMap<string, readonly string[]>,
  ): Promise<Map<string, CustomerValue>>;
}

const yearMs = 365 * 24 * 3_600_000;
const limitsKeptMs = 6 * 3_600_000;
const valuedQuantile = 0.8;

export function createCustomerValues(warehouse: Warehouse, clock: Clock): CustomerValues {
  const limits = new Map<string, { byCurrency: Promise<Map<string, number>>; until: number }>();

  const limitsOf = (workspaceId: string): Promise<Map<string, number>> => {
    const now = clock.now().getTime();
    const standing = limits.get(workspaceId);
    if (standing && standing.until > now) return standing.byCurrency;
    const byCurrency = readLimits(warehouse, workspaceId, new Date(now - yearMs));
    limits.set(workspaceId, { byCurrency, until: now + limitsKeptMs });
    byCurrency.catch(() => limits.delete(workspaceId));
    return byCurrency;
  };

  return {
    async of(workspaceId, customers) {
      const keys = [...new Set([...customers.values()].flat())].filter((key) => key !== '0');
      if (keys.length === 0) return new Map();
      const since = new Date(clock.now().getTime() - yearMs);
      const [spent, limit] = await Promise.all([
        spentBy(warehouse, workspaceId, keys, since),
        limitsOf(workspaceId),
      ]);
      const values = new Map<string, CustomerValue>();
      for (const [customer, own] of customers) {
        const value = largest(own.flatMap((key) => spent.get(key) ?? []));
        if (value)
          values.set(customer, { ...value, valued: value.minor >= (limit.get(value.currency) ?? Infinity) });
      }
      return values;
    },
  };
}

interface Spent {
  readonly currency: string;
  readonly minor: number;
}

/** What one customer spent in the currency that they bought most in. */
function largest(parts: readonly Spent[]): Spent | null {
  const totals = new Map<string, number>();
  for (const { currency, minor } of parts) totals.set(currency, (totals.get(currency) ?? 0) + minor);
  const [first] = [...totals].sort(([a, m], [b, n]) => n - m || a.localeCompare(b));
  return first ? { currency: first[0], minor: first[1] } : null;
}

async function spentBy(warehouse: Warehouse, workspaceId: string, keys: readonly string[], since: Date) {
  const rows = await warehouse.query<{ key: string; currency: string; minor: string }>(sql`
    select toString(identifier_key) as key, currency, sum(assumeNotNull(amount_minor)) as minor
    from events where workspace_id = ${workspaceId} and kind = 'order_placed' and happened_at >= ${since}
      and identifier_key in ${sql.list(keys.map(BigInt), 'UInt64')} and amount_minor is not null
    group by identifier_key, currency`);
  const spent = new Map<string, Spent[]>();
  for (const { key, currency, minor } of rows) {
    spent.set(key, [...(spent.get(key) ?? []), { currency, minor: Number(minor) }]);
  }
  return spent;
}

async function readLimits(warehouse: Warehouse, workspaceId: string, since: Date) {
  const rows = await warehouse.query<{ currency: string; minor: number }>(sql`
    select currency, quantile(${valuedQuantile})(total) as minor from (
      select identifier_key, currency, sum(assumeNotNull(amount_minor)) as total
      from events where workspace_id = ${workspaceId} and kind = 'order_placed' and happened_at >= ${since}
        and identifier_key <> 0 and amount_minor is not null
      group by identifier_key, currency)
    group by currency`);
  return new Map(rows.map(({ currency, minor }) => [currency, Number(minor)]));
}
