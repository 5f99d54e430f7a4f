// All SQL of the tallies: one slice from the commits between two checkpoints, one slice from several, and whether two
// sets of slices say the same.
import { type Sql, sql } from '../../platform/stores/sql.ts';
import type { Warehouse } from '../../platform/stores/warehouse.ts';
import { conditionOf, turnsOf } from './row-turns.ts';
import { joinedColumns, type TallyColumn, tallyColumns } from './tally-columns.ts';

export interface Commits {
  readonly workspaceId: string;
  /** Rows of later commits than this … */
  readonly after: bigint;
  /** … up to this one, which is sealed. */
  readonly to: bigint;
}
export interface ForeignMoney {
  readonly currency: string;
  readonly from: string;
  readonly until: string;
}
/** Minor units of the workspace's currency for one minor unit of another on a day. */
export interface Factor {
  readonly currency: string;
  readonly day: string;
  readonly factor: number;
}

const sliceOf = (id: bigint): Sql => sql.typed('UInt64', id);
const inSlices = (ids: readonly bigint[]): Sql => sql`slice in ${sql.list(ids, 'UInt64')}`;
const within = ({ workspaceId, after, to }: Commits): Sql => sql`workspace_id = ${workspaceId}
  and commit_no > ${sql.typed('UInt64', after)} and commit_no <= ${sql.typed('UInt64', to)} and identifier_key != 0`;

/** Currencies other than the workspace's, with their first and last day. */
export const foreignMoney = (warehouse: Warehouse, commits: Commits, home: string): Promise<ForeignMoney[]> =>
  warehouse.query<ForeignMoney>(sql`select toString(currency) as currency, toString(min(local_day)) as from,
      toString(max(local_day)) as until
    from events where ${within(commits)} and currency not in ('', ${home}) group by currency order by currency`);

/** Rows that one statement groups by identifier and place, or joins: its memory grows with them. */
export const rowsAtOnce = 3_000_000;
/** A statement of more rows than this waits until no other long one runs, so that two never take memory at once. */
const rowsAlone = 100_000;
const patient = { timeoutMs: 3_600_000, background: true };
type Base = 'events' | 'signals' | 'answers';
/** Hears how many of the statements of long work are done. */
export type Progress = (step: string, done: number, of: number) => void;

interface Filling {
  readonly warehouse: Warehouse;
  readonly progress: Progress;
  /** Rows of one statement. */
  readonly atOnce: number;
}

/** Writes what the commits say of identifiers into a slice of its own; of many rows in turns. */
export async function fillSlice(
  { warehouse, progress, atOnce }: Filling,
  slice: bigint,
  commits: Commits,
  { home, factors }: { readonly home: string; readonly factors: readonly Factor[] },
): Promise<void> {
  const all = await rowsOfCommits(warehouse, commits);
  const selected: Record<Base, (rows: Sql) => Sql> = {
    events: (rows) => inOneCurrency(rows, home, factors),
    signals: (rows) => sql`signals where ${rows}`,
    answers: (rows) => sql`answers where ${rows} and question in ('nps', 'csat')`,
  };
  for (const base of Object.keys(selected) as Base[]) {
    const turns = all > atOnce ? turnsOf(await rowsByPlace(warehouse, base, commits), atOnce) : [null];
    for (const [done, turn] of turns.entries()) {
      const rows = turn ? sql`${within(commits)} and ${conditionOf(turn)}` : within(commits);
      await insertFrom(
        warehouse,
        { slice, base, background: all > rowsAlone },
        commits,
        selected[base](rows),
      );
      if (turns.length > 1) progress(`tallies of ${base}`, done + 1, turns.length);
    }
  }
}

/** At most so many rows of all tables and workspaces came with the commits. */
async function rowsOfCommits(warehouse: Warehouse, { after, to }: Commits): Promise<number> {
  const [row] = await warehouse.query<{
    n: string;
  }>(sql`select sum(arraySum(mapValues(rows))) as n from commits
    where commit_no > ${sql.typed('UInt64', after)} and commit_no <= ${sql.typed('UInt64', to)}`);
  return Number(row?.n ?? 0);
}

async function rowsByPlace(
  warehouse: Warehouse,
  base: Base,
  commits: Commits,
): Promise<ReadonlyMap<string, number>> {
  const rows = await warehouse.query<{ place: string; n: string }>(sql`select toString(place_id) as place,
      count() as n from ${sql.name(base)} where ${within(commits)} group by place_id order by place_id`);
  return new Map(rows.map(({ place, n }) => [place, Number(n)]));
}

async function insertFrom(
  warehouse: Warehouse,
  { slice, base, background }: { readonly slice: bigint; readonly base: Base; readonly background: boolean },
  { workspaceId }: Commits,
  rows: Sql,
): Promise<void> {
  const filled = tallyColumns.filter((column) => column[base] !== undefined);
  const names = sql.raw(filled.map(({ name }) => name).join(', '));
  const values = sql.raw(filled.map((column: TallyColumn) => column[base]).join(', '));
  await warehouse.command(
    sql`insert into customer_tallies (workspace_id, slice, identifier_key, place_id, ${names})
      select ${workspaceId}, ${sliceOf(slice)}, identifier_key, place_id, ${values}
      from ${rows} group by identifier_key, place_id`,
    { ...patient, background },
  );
}

/** Events with `amount` and `cost` in the workspace's currency, null where there is no rate; `factor` is 0 then. */
function inOneCurrency(rows: Sql, home: string, factors: readonly Factor[]): Sql {
  const convert = (name: string) =>
    `if(factor = 0, null, toInt64(sign(${name}) * floor(abs(${name}) * factor + 0.5)))`;
  const columns = `kind, identifier_key, place_id, happened_at, local_day, reference, due_at, currency,
    amount_minor, cost_minor, properties`;
  const money = sql.raw(`${convert('amount_minor')} as amount, ${convert('cost_minor')} as cost`);
  const own = sql`select ${sql.raw(columns)} from events where ${rows}`;
  if (factors.length === 0) {
    return sql`(select *, if(currency = ${home}, 1., 0.) as factor, ${money} from (${own}))`;
  }
  const list = (type: string, values: (string | number)[]) => sql.typed(`Array(${type})`, values);
  const table = sql`(select row.1 as currency, toDate(row.2) as day, row.3 as rate from (select arrayJoin(arrayZip(
    ${list(
      'String',
      factors.map(({ currency }) => currency),
    )}, ${list(
      'String',
      factors.map(({ day }) => day),
    )}, ${list(
      'Float64',
      factors.map(({ factor }) => factor),
    )})) as row))`;
  return sql`(select *, if(currency = ${home}, 1., rate) as factor, ${money}
    from (select ${sql.raw(columns)}, rates.rate as rate from (${own}) as own
      left any join ${table} as rates on toString(own.currency) = rates.currency and own.local_day = rates.day))`;
}

/** Writes one slice that says what several, of so many rows in all, say together. */
export async function joinSlices(
  { warehouse, atOnce }: Pick<Filling, 'warehouse' | 'atOnce'>,
  workspaceId: string,
  from: { readonly slices: readonly bigint[]; readonly rows: number },
  into: bigint,
): Promise<void> {
  for (const keys of keyRanges(Math.ceil(from.rows / atOnce))) {
    await warehouse.command(
      sql`insert into customer_tallies (workspace_id, slice, identifier_key, place_id,
          ${sql.raw(tallyColumns.map(({ name }) => name).join(', '))})
        select ${workspaceId}, ${sliceOf(into)}, identifier_key, place_id, ${sql.raw(joinedColumns)}
        from customer_tallies as t where workspace_id = ${workspaceId} and ${inSlices(from.slices)} and ${keys}
        group by identifier_key, place_id`,
      { ...patient, background: from.rows > rowsAlone },
    );
  }
}

/** Conditions on identifiers, each of a range of like width; the table lies in the order of its identifiers. */
function keyRanges(count: number): Sql[] {
  const [many, width] = [Math.max(1, count), (1n << 64n) / BigInt(Math.max(1, count))];
  return Array.from({ length: many }, (_, at) => {
    const from = sql`identifier_key >= ${sql.typed('UInt64', BigInt(at) * width)}`;
    return at === many - 1
      ? from
      : sql`${from} and identifier_key < ${sql.typed('UInt64', BigInt(at + 1) * width)}`;
  });
}

export async function rowsInSlice(warehouse: Warehouse, workspaceId: string, slice: bigint): Promise<number> {
  const [row] = await warehouse.query<{ n: string }>(sql`select count() as n from customer_tallies
    where workspace_id = ${workspaceId} and slice = ${sliceOf(slice)}`);
  return Number(row?.n ?? 0);
}

/** Up to ten identifiers of which two sets of slices say different things; of so many rows at a time. */
export async function differingTallies(
  warehouse: Warehouse,
  workspaceId: string,
  one: readonly bigint[],
  other: readonly bigint[],
  atOnce: number,
): Promise<Record<string, unknown>[]> {
  const [row] = await warehouse.query<{ n: string }>(sql`select count() as n from customer_tallies
    where workspace_id = ${workspaceId} and ${inSlices([...one, ...other])}`);
  const turns = Math.max(1, Math.ceil(Number(row?.n ?? 0) / atOnce));
  const found: Record<string, unknown>[] = [];
  for (let turn = 0; turn < turns && found.length < 10; turn++) {
    const said = (slices: readonly bigint[]) => sql`select identifier_key, place_id,
        cityHash64(tuple(${sql.raw(tallyColumns.map(({ name }) => name).join(', '))})) as said
      from (select identifier_key, place_id, ${sql.raw(joinedColumns)} from customer_tallies as t
        where workspace_id = ${workspaceId} and ${inSlices(slices)}
          and intHash32(identifier_key) % ${sql.typed('UInt32', turns)} = ${sql.typed('UInt32', turn)}
        group by identifier_key, place_id)`;
    found.push(
      ...(await warehouse.query<Record<string, unknown>>(
        sql`select toString(identifier_key) as identifier_key, toString(place_id) as tally_at
          from (${said(one)} union all ${said(other)})
          group by identifier_key, place_id, said having count() != 2 limit 10`,
        patient,
      )),
    );
  }
  return found.slice(0, 10);
}

export async function dropSlice(warehouse: Warehouse, slice: bigint): Promise<void> {
  const { engine } = warehouse;
  await warehouse.command(sql`alter table ${sql.name(engine.shard('customer_tallies'))}
    ${sql.raw(engine.onCluster)} drop partition ${sql.raw(slice.toString())}`);
}

/** Every slice of a workspace that stands in the table, counted or not. */
export async function slicesInTable(warehouse: Warehouse, workspaceId: string): Promise<bigint[]> {
  const rows = await warehouse.query<{ slice: string }>(
    sql`select distinct toString(slice) as slice from customer_tallies where workspace_id = ${workspaceId}`,
  );
  return rows.map(({ slice }) => BigInt(slice));
}
