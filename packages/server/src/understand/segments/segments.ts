// Segments by rule: counted while they are built, kept under a name, their members listed as far as the viewer may see.
import type { Segment, SegmentCount, SegmentMember, SegmentRule } from '@lyhord/contract';
import { shownName, type Viewer } from '../../access/index.ts';
import { because, Problem } from '../../platform/http/problem.ts';
import { sql } from '../../platform/stores/sql.ts';
import type { CustomerOfKey, CustomersOfKeys } from '../feed/signal-cards.ts';
import type { Ground } from '../ground.ts';
import { checkRule, compileRule, type RuleContext } from './compile-rule.ts';
import { customersTable } from './customer-facts.ts';
import { findSegment, listSegments, removeSegment, writeSegment } from './segment-store.ts';

export async function ruleContext(ground: Ground, viewer: Viewer): Promise<RuleContext> {
  const [tree, current] = await Promise.all([
    ground.placeTree(viewer.workspaceId),
    ground.readings.current(viewer.workspaceId),
  ]);
  return {
    ...{ viewer, at: ground.platform.clock.now(), reading: current.reading },
    topicsBelow: (key) => current.names.below(key),
    placesBelow: (id) => tree.below(id),
  };
}

export const currencyOf = async ({ access }: Ground, { workspaceId }: Viewer): Promise<string> =>
  (await access.settings(workspaceId)).currency;

/** How many each of the rules finds, in one pass over the customers. */
export async function countRules(
  ground: Ground,
  viewer: Viewer,
  rules: readonly SegmentRule[],
): Promise<SegmentCount[]> {
  const context = await ruleContext(ground, viewer);
  const conditions = rules.map((rule) => compileRule(checkRule(rule), context));
  const [table, currency] = await Promise.all([
    customersTable(ground, viewer, context.at),
    currencyOf(ground, viewer),
  ]);
  const marks = sql.join(conditions.map((condition, i) => sql`(${condition}) as ${sql.name(`m${i}`)}`));
  const sums = sql.join(
    conditions.map((_, i) => {
      const mark = sql.name(`m${i}`);
      return sql`(countIf(${mark}), toFloat64(sumIf(revenue, ${mark})), sumIf(orders, ${mark}))`;
    }),
  );
  const [row] = await ground.platform.warehouse.query<{ of: string; counts: (string | number)[][] }>(sql`
    select count() as of, [${sums}] as counts from (select revenue, orders, ${marks} from ${table})`);
  return rules.map((_, i) => {
    const [n = 0, revenueMinor = 0, orders = 0] = (row?.counts[i] ?? []).map(Number);
    return { n, revenueMinor, orders, of: Number(row?.of ?? 0), currency };
  });
}

/** Which of the rules hold for one customer, by all of their identifiers; none for whom nothing is known. */
export async function rulesHolding(
  ground: Ground,
  viewer: Viewer,
  identifierKeys: readonly string[],
  rules: readonly SegmentRule[],
): Promise<boolean[]> {
  const context = { ...(await ruleContext(ground, viewer)), only: identifierKeys };
  const table = await ground.traits.tableOf(viewer, identifierKeys, context.at);
  const marks = rules.map((rule) => sql`toUInt8(${compileRule(checkRule(rule), context)})`);
  const [row] = await ground.platform.warehouse.query<{ holds: number[] }>(
    sql`select [${sql.join(marks)}] as holds from ${table}`,
  );
  return rules.map((_, index) => row?.holds[index] === 1);
}

export async function segmentsWithCounts(
  ground: Ground,
  viewer: Viewer,
): Promise<(Segment & { count: SegmentCount })[]> {
  const segments = await listSegments(ground.platform.ledger, viewer.workspaceId);
  if (segments.length === 0) return [];
  const counts = await countRules(
    ground,
    viewer,
    segments.map(({ rule }) => rule),
  );
  return segments.map((segment, index) => ({ ...segment, count: counts[index]! }));
}

export async function keptSegment(ground: Ground, viewer: Viewer, id: string): Promise<Segment> {
  const segment = await findSegment(ground.platform.ledger, viewer.workspaceId, id);
  if (segment) return segment;
  throw new Problem('not_found', because('segment_unknown', { segment: id }));
}

export async function keepSegment(
  ground: Ground,
  viewer: Viewer,
  asked: { name: string; rule: SegmentRule },
  id: string | null,
): Promise<Segment> {
  const { ledger, ids, clock } = ground.platform;
  checkRule(asked.rule);
  const write = { ...asked, id: id ?? ids.next(), at: clock.now() };
  const segment = await writeSegment(ledger, viewer, write, id !== null);
  if (!segment) throw new Problem('not_found', because('segment_unknown', { segment: id ?? write.id }));
  ground.cache.forget(viewer.workspaceId);
  await ground.access.audit(
    viewer,
    id ? 'segment changed' : 'segment kept',
    `segment:${segment.id}`,
    segment.name,
  );
  return segment;
}

export async function dropSegment(ground: Ground, viewer: Viewer, id: string): Promise<void> {
  if (!(await removeSegment(ground.platform.ledger, viewer.workspaceId, id))) {
    throw new Problem('not_found', because('segment_unknown', { segment: id }));
  }
  ground.cache.forget(viewer.workspaceId);
  await ground.access.audit(viewer, 'segment removed', `segment:${id}`);
}

interface MemberRow {
  key: string;
  life_cycle: string;
  orders: string | number;
  revenue: string | number;
  days_since_order: string | number | null;
  last_nps: number | null;
}

/** Those who bring most first. */
export async function membersOf(
  ground: Ground,
  customers: CustomersOfKeys,
  viewer: Viewer,
  rule: SegmentRule,
  limit: number,
): Promise<SegmentMember[]> {
  const context = await ruleContext(ground, viewer);
  const table = await customersTable(ground, viewer, context.at);
  const rows = await ground.platform.warehouse.query<MemberRow>(sql`
    select toString(profile_key) as key, life_cycle, orders, revenue, days_since_order, last_nps
    from ${table} where ${compileRule(rule, context)}
    order by revenue desc, profile_key limit ${sql.typed('UInt32', limit)}`);
  const named = await customers(
    viewer,
    rows.map(({ key }) => key),
  );
  return rows.map((row) => ({
    ...shownAs(viewer, named.get(row.key), row.key),
    ...{ lifeCycle: row.life_cycle, orders: Number(row.orders), revenueMinor: Number(row.revenue) },
    daysSinceOrder: row.days_since_order === null ? null : Number(row.days_since_order),
    lastNps: row.last_nps === null ? null : Number(row.last_nps),
  }));
}

/** Under the name by which the viewer may know the customer. */
function shownAs(viewer: Viewer, customer: CustomerOfKey | undefined, fallback: string) {
  const key = customer?.profileKey ?? fallback;
  return { key, name: shownName(viewer, customer?.name ?? null, key) };
}
