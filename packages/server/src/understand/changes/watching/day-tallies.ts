// The days of every stream, from the rollups: single days within the window, whole weeks before it.
import { signalScope, systemViewer } from '../../../access/index.ts';
import { type Sql, sql } from '../../../platform/stores/sql.ts';
import type { Warehouse } from '../../../platform/stores/warehouse.ts';
import type { PlaceTree } from '../../places/place-tree.ts';
import { addDays, daysBetween } from '../../questions/calendar.ts';
import { type FamilyKey, families, familyKeys, type Stream, streamKey } from './families.ts';

/** Days since 1970-01-01, as the detector counts. */
export const dayNumber = (day: string): number => daysBetween('1970-01-01', day);
export const dayOfNumber = (number: number): string => addDays('1970-01-01', number);

/** Stream key → day number → answers by class. */
export type DayTallies = Map<string, Map<number, number[]>>;

export interface TallyScope {
  readonly workspaceId: string;
  readonly reading: number;
  readonly topics: readonly string[];
  /** Which days, as a condition on `local_day`. */
  readonly days: Sql;
  /** Days from this one on stand for themselves; earlier ones are gathered by week. */
  readonly singleFrom: string;
}
interface Row {
  day: string;
  place_id: string;
  part: string;
  tally: (string | number)[];
}

export async function dayTallies(
  warehouse: Warehouse,
  tree: PlaceTree,
  scope: TallyScope,
): Promise<DayTallies> {
  const tallies: DayTallies = new Map();
  for (const family of familyKeys) {
    const rows = await warehouse.query<Row>(statements[family](scope));
    const own = family === 'topic' ? withCommenters(rows) : rows;
    for (const row of own) {
      const topic = family === 'topic' ? row.part : null;
      for (const placeId of tree.above(row.place_id)) add(tallies, { family, placeId, topic }, row);
    }
  }
  return tallies;
}

const dayOf = ({ singleFrom }: TallyScope): Sql =>
  sql`toString(if(local_day < ${singleFrom}, toMonday(local_day), local_day)) as day`;
const rowsOf = (scope: TallyScope): Sql =>
  sql`${signalScope(systemViewer(scope.workspaceId))} and place_id != '' and ${scope.days}`;

const inFiveSteps = (scope: TallyScope, question: string): Sql =>
  sql`select ${dayOf(scope)}, place_id, '' as part,
      arrayMap(score -> countEqual(groupArray(toUInt8(round(value))), score), [1, 2, 3, 4, 5]) as tally
    from answers where ${rowsOf(scope)} and question = ${question} group by day, place_id`;

const statements: Readonly<Record<FamilyKey, (scope: TallyScope) => Sql>> = {
  nps: (scope) => sql`select ${dayOf(scope)}, place_id, '' as part,
      [sum(detractors), sum(passives), sum(promoters)] as tally
    from daily_scores final where ${rowsOf(scope)} and question = 'nps' group by day, place_id`,
  csat: (scope) => inFiveSteps(scope, 'csat'),
  stars: (scope) => inFiveSteps(scope, 'stars'),
  topic: (scope) => sql`select ${dayOf(scope)}, place_id, aspect as part,
      [sum(negative), sum(n), sum(positive)] as tally
    from daily_topics final where ${rowsOf(scope)} and reading = ${scope.reading} and question = ''
      and aspect in ${sql.list(['', ...scope.topics], 'String')} group by day, place_id, part`,
};

/** A topic's day counts every comment of the day: those that do not name the topic have no feeling about it. */
function withCommenters(rows: readonly Row[]): Row[] {
  const at = (row: Row) => `${row.day}/${row.place_id}`;
  const commented = new Map(
    rows.filter((row) => row.part === '').map((row) => [at(row), Number(row.tally[1])]),
  );
  const named = new Map(rows.map((row) => [`${at(row)}/${row.part}`, row]));
  const topics = new Set(rows.map((row) => row.part).filter((part) => part !== ''));
  return rows
    .filter((row) => row.part === '')
    .flatMap((row) =>
      [...topics].map((part) => {
        const found = named.get(`${at(row)}/${part}`);
        const [negative, , positive] = (found?.tally ?? [0, 0, 0]).map(Number);
        const rest = Math.max(0, commented.get(at(row))! - negative! - positive!);
        return { ...row, part, tally: [negative!, rest, positive!] };
      }),
    );
}

function add(tallies: DayTallies, stream: Stream, row: Row): void {
  const key = streamKey(stream);
  const days = tallies.get(key) ?? new Map<number, number[]>();
  tallies.set(key, days);
  const number = dayNumber(row.day);
  const known = days.get(number) ?? classesOf(stream).map(() => 0);
  days.set(
    number,
    known.map((count, index) => count + Number(row.tally[index])),
  );
}
const classesOf = ({ family }: Stream): readonly number[] => {
  const { kind } = families[family];
  return kind.kind === 'classes' ? kind.values : [0, 0, 0];
};
