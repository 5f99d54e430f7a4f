// Kinds of customers that the numbers show: a sample is drawn, clusters are looked for beside the main thread.
import type { ClusterReport, SegmentNumber } from '@lyhord/contract';
import type { Viewer } from '../../access/index.ts';
import { sql } from '../../platform/stores/sql.ts';
import type { Ground } from '../ground.ts';
import { customersTable, numberOf } from './customer-facts.ts';
import { findInThread } from './find-in-thread.ts';
import { currencyOf } from './segments.ts';

/** What clusters are made of; all known of everybody who ever ordered. */
const clusteredFacts = [
  'orders',
  'revenue',
  'daysSinceOrder',
  'returns',
  'contacts90Days',
  'comments',
] as const satisfies readonly SegmentNumber[];
const fewestCustomers = 200;
/** More customers than these say nothing that these do not say. */
const mostCustomers = 800;

export async function readClusters(ground: Ground, viewer: Viewer): Promise<ClusterReport> {
  const at = ground.platform.clock.now();
  const [table, currency] = await Promise.all([
    customersTable(ground, viewer, at),
    currencyOf(ground, viewer),
  ]);
  const facts = sql.join(clusteredFacts.map((fact) => sql`ifNull(${numberOf(fact, at)}, 0.)`));
  const rows = await ground.platform.warehouse.query<{ facts: number[]; of: string }>(sql`
    select [${facts}] as facts, count() over () as of from ${table} where orders > 0 and days_since_order is not null
    order by cityHash64(profile_key) limit ${sql.typed('UInt32', mostCustomers)}`);
  const customers = rows.map((row) => row.facts.map(Number));
  const of = Number(rows[0]?.of ?? 0);
  const asked = { currency, customers: customers.length, of };
  const needed = Math.max(0, fewestCustomers - customers.length);
  if (needed > 0) return { ...asked, needed, method: null, run: null, tried: [], clusters: [] };
  const { clusters, ...found } = await findInThread({ customers });
  const means = meansOf(customers);
  return {
    ...asked,
    needed: 0,
    ...found,
    clusters: clusters.map(({ members, stability }) => {
      const own = meansOf(members.map((index) => customers[index]!));
      return {
        ...{ customers: members.length, share: members.length / customers.length, stability },
        marks: marksOf(members, customers),
        means: clusteredFacts.map((fact, j) => ({ fact, mean: own[j]!, all: means[j]! })),
      };
    }),
  };
}

function meansOf(rows: readonly (readonly number[])[]): number[] {
  return clusteredFacts.map((_, j) => rows.reduce((sum, row) => sum + row[j]!, 0) / Math.max(1, rows.length));
}

/** Two at most: the facts whose ranks lie farthest from the middle of all. */
function marksOf(members: readonly number[], customers: readonly (readonly number[])[]) {
  const own = new Set(members);
  return clusteredFacts
    .map((fact, j) => {
      const share = shareAbove(customers, own, j);
      return { fact, side: share >= 0.5 ? ('high' as const) : ('low' as const), size: Math.abs(share - 0.5) };
    })
    .filter(({ size }) => size >= 0.1)
    .sort((a, b) => b.size - a.size)
    .slice(0, 2)
    .map(({ fact, side }) => ({ fact, side }));
}

/** How likely a member has more of a fact than somebody else; equal ones count half (Mann–Whitney). */
function shareAbove(customers: readonly (readonly number[])[], own: ReadonlySet<number>, j: number): number {
  const order = customers.map((row, index) => ({ value: row[j]!, mine: own.has(index) }));
  order.sort((a, b) => a.value - b.value);
  let [above, others] = [0, 0];
  for (let start = 0; start < order.length; ) {
    let end = start;
    while (end < order.length && order[end]!.value === order[start]!.value) end += 1;
    const equal = order.slice(start, end);
    const mine = equal.filter((one) => one.mine).length;
    above += mine * (others + (equal.length - mine) / 2);
    others += equal.length - mine;
    start = end;
  }
  return others === 0 ? 0.5 : above / (own.size * others);
}
