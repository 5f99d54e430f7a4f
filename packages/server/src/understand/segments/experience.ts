// Segments by experience, overall and per touchpoint, each tested against all other customers; what is at risk with
// them; and the other way round: what happy and unhappy customers did.
import type { CommonMetric, Period, Segment, SegmentExperience, SegmentNumber } from '@lyhord/contract';
import { meanDifference, wilsonInterval } from '@lyhord/stats';
import { signalScope, type Viewer } from '../../access/index.ts';
import { type Sql, sql } from '../../platform/stores/sql.ts';
import type { Ground } from '../ground.ts';
import { answerClasses, metricDefinitions } from '../metrics/definitions.ts';
import { andAt, type PlacesAsked } from '../places/places-asked.ts';
import { profilesByKey } from '../rollups/profile-keys.ts';
import { customersTable, numberOf } from './customer-facts.ts';
import { type CellCounts, judgedCells } from './judge-cells.ts';
import { type Part, partedCustomers, partKeys } from './parts.ts';
import { listSegments } from './segment-store.ts';
import { currencyOf, ruleContext } from './segments.ts';

export interface ExperienceQuestion extends Period {
  readonly place?: string | undefined;
  readonly metric: CommonMetric;
  readonly part: Part;
}
interface CellRow {
  part: string;
  touchpoint: string;
  n: string;
  promoters: string;
  passives: string;
  detractors: string;
  total: number;
  squares: number;
}
const mostTouchpoints = 8;
const mostCategories = 12;

export async function readSegmentExperience(
  ground: Ground,
  viewer: Viewer,
  question: ExperienceQuestion,
): Promise<SegmentExperience> {
  const { warehouse, ledger } = ground.platform;
  const { metric, part, from, to } = question;
  await ground.context(viewer, { from, to });
  const [context, places, kept, currency, freshAt] = await Promise.all([
    ruleContext(ground, viewer),
    ground.placesOf(viewer, question.place),
    part === 'saved' ? listSegments(ledger, viewer.workspaceId) : [],
    currencyOf(ground, viewer),
    ground.freshAt(viewer.workspaceId),
  ]);
  const table = await customersTable(ground, viewer, context.at);
  const parted = partedCustomers(part, table, kept, context);
  const told = answersOfCustomers(viewer, { from, to }, places, metric);
  const [sizes, rows, groups] = await Promise.all([
    warehouse.query<{ part: string; n: string; value: number }>(
      sql`select part, count() as n, sum(revenue) as value from ${parted} group by part`,
    ),
    warehouse.query<CellRow>(sql`select part, touchpoint, ${classCounts(metric)} from ${told} as told
      inner join ${parted} as parted on parted.profile_key = told.profile
      group by part, touchpoint order by part, touchpoint`),
    experienceGroups(ground, { table, told, metric, at: context.at }),
  ]);
  const counts = rows.map(countsOf);
  const touchpoints = busiest(counts, part);
  const sizeOf = new Map(sizes.map((size) => [size.part, size]));
  const keys = keysOf(part, kept, sizes).filter((key) => sizeOf.has(key));
  const judged = judgedCells(
    metricDefinitions[metric],
    counts,
    keys,
    touchpoints,
    part === 'saved' ? '' : null,
  );
  const described = keys.map((key) => {
    const { n, value } = sizeOf.get(key)!;
    const { overall, cells, counted } = judged.get(key)!;
    const [low, high] = counted.n > 0 ? wilsonInterval(counted.detractors, counted.n) : [0, 0];
    return {
      ...{ key, overall, cells, customers: Number(n), valueMinor: value },
      name: part === 'category' ? key : (kept.find(({ id }) => id === key)?.name ?? null),
      atRisk: overall.tooFew
        ? null
        : {
            minor: (Math.max(0, value) * counted.detractors) / counted.n,
            low: Math.max(0, value) * low,
            high: Math.max(0, value) * high,
          },
    };
  });
  described.sort((a, b) => (b.atRisk?.minor ?? -1) - (a.atRisk?.minor ?? -1));
  return { metric, part, currency, touchpoints, rows: described, groups, freshAt };
}

/** Parts in the order in which they are read; of categories those with the most customers. */
function keysOf(
  part: Part,
  kept: readonly Segment[],
  sizes: readonly { part: string; n: string }[],
): readonly string[] {
  if (part === 'saved') return kept.map(({ id }) => id);
  if (part !== 'category') return partKeys[part];
  return [...sizes]
    .sort((a, b) => Number(b.n) - Number(a.n) || (a.part < b.part ? -1 : 1))
    .slice(0, mostCategories)
    .map((size) => size.part);
}

/** Answers with the customer they belong to. */
const answersOfCustomers = (
  viewer: Viewer,
  { from, to }: Period,
  places: PlacesAsked | null,
  metric: CommonMetric,
): Sql => sql`(select if(held.profile_key = 0, said.identifier_key, held.profile_key) as profile, touchpoint, value, at
  from (select identifier_key, toString(touchpoint) as touchpoint, value, happened_at as at from answers
    where ${signalScope(viewer)} and question = ${metric} and identifier_key != 0
      and local_day between ${from} and ${to}
      ${andAt(places)}) as said
  left any join (${profilesByKey(viewer)}) as held on held.identifier_key = said.identifier_key)`;

function classCounts(metric: CommonMetric): Sql {
  const { favourableFrom, unfavourableTo } = answerClasses[metric]!;
  return sql`count() as n, countIf(value >= ${favourableFrom}) as promoters,
    countIf(value > ${unfavourableTo} and value < ${favourableFrom}) as passives,
    countIf(value <= ${unfavourableTo}) as detractors, sum(value) as total, sum(value * value) as squares`;
}

const countsOf = (row: CellRow): CellCounts => ({
  ...{ part: row.part, touchpoint: row.touchpoint, n: Number(row.n), promoters: Number(row.promoters) },
  ...{ passives: Number(row.passives), detractors: Number(row.detractors) },
  ...{ total: row.total, totalSquares: row.squares },
});

/** Touchpoints with the most answers. */
function busiest(counts: readonly CellCounts[], part: Part): string[] {
  const sums = new Map<string, number>();
  for (const cell of counts) {
    if (cell.touchpoint === '' || (part === 'saved' && cell.part !== '')) continue;
    sums.set(cell.touchpoint, (sums.get(cell.touchpoint) ?? 0) + cell.n);
  }
  return [...sums]
    .sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))
    .slice(0, mostTouchpoints)
    .map(([touchpoint]) => touchpoint);
}

const comparedFacts = [
  'orders',
  'revenue',
  'orderValue',
  'purchaseGapDays',
  'daysSinceOrder',
  'returns',
  'contacts90Days',
  'latePayments',
] as const satisfies readonly SegmentNumber[];
const fewest = 10;

/** Customers by their last answer of the period: unfavourable, between, favourable; and what is known of each group. */
async function experienceGroups(
  ground: Ground,
  of: { table: Sql; told: Sql; metric: CommonMetric; at: Date },
): Promise<SegmentExperience['groups']> {
  const { favourableFrom, unfavourableTo } = answerClasses[of.metric]!;
  const facts = sql.join(comparedFacts.map((fact) => numberOf(fact, of.at)));
  const rows = await ground.platform.warehouse.query<{ side: number; n: string; sums: number[][] }>(sql`
    select side, count() as n, [${sql.join(
      comparedFacts.map((_, j) => {
        const value = sql`facts[${sql.raw(String(j + 1))}]`;
        return sql`[toFloat64(count(${value})), ifNull(sum(${value}), 0.), ifNull(sum(${value} * ${value}), 0.)]`;
      }),
    )}] as sums
    from (select profile, multiIf(argMax(value, at) >= ${favourableFrom}, 2, argMax(value, at) > ${unfavourableTo}, 1, 0) as side
      from ${of.told} group by profile) as sides
    inner join (select profile_key, [${facts}] as facts from ${of.table}) as customers
      on customers.profile_key = sides.profile
    group by side order by side`);
  const bySide = [0, 1, 2].map((side) => rows.find((row) => Number(row.side) === side));
  const sizes = bySide.map((row) => Number(row?.n ?? 0)) as [number, number, number];
  if (Math.min(sizes[0], sizes[2]) < fewest) return null;
  return {
    sizes,
    rows: comparedFacts.map((fact, j) => {
      const sums = bySide.map((row) => {
        const [n = 0, sum = 0, sumOfSquares = 0] = row?.sums[j] ?? [];
        return { n, sum, sumOfSquares };
      });
      const [unhappy, , happy] = sums;
      const found = Math.min(unhappy!.n, happy!.n) >= fewest ? meanDifference(unhappy!, happy!) : null;
      return {
        fact,
        means: sums.map(({ n, sum }) => (n >= fewest ? sum / n : null)) as [
          number | null,
          number | null,
          number | null,
        ],
        difference: found ? { value: found.difference, low: found.low, high: found.high } : null,
        // one of eight facts that were looked at
        clear: found !== null && found.p * comparedFacts.length <= 0.05,
      };
    }),
  };
}
