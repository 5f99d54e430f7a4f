// The days of every stream, from the rollups: single days within the window, whole weeks before it.
import { signalScope, systemViewer } from '../../../access/index.ts';
import { type Sql, sql } from '../../../platform/stores/sql.ts';
import type { Warehouse } from '../../../platform/stores/warehouse.ts';
import type { PlaceTree } from '../../places/place-tree.ts';
import { addDays, daysBetween } from '../../questions/calendar.ts';
import { type FamilyKey, familyKeys, streamKey } from './families.ts';

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
  const sums = new StreamSums(tree);
  for (const family of familyKeys) {
    const rows = await warehouse.query<Row>(statements[family](scope));
    if (family === 'topic') addTopics(sums, rows);
    else for (const row of rows) sums.add(family, row, null, row.tally.map(Number));
  }
  return sums.tallies;
}

/** Adds what was said at a place to the streams of the place and of all above it. */
class StreamSums {
  readonly tallies: DayTallies = new Map();
  private readonly tree: PlaceTree;
  private readonly above = new Map<string, readonly Map<number, number[]>[]>();
  private readonly numbers = new Map<string, number>();

  constructor(tree: PlaceTree) {
    this.tree = tree;
  }

  add(family: FamilyKey, at: Pick<Row, 'day' | 'place_id'>, topic: string | null, tally: number[]): void {
    const day = this.numberOf(at.day);
    for (const days of this.streamsAbove(family, at.place_id, topic)) {
      const known = days.get(day);
      if (known) for (let index = 0; index < known.length; index += 1) known[index]! += tally[index]!;
      else days.set(day, [...tally]);
    }
  }

  private numberOf(day: string): number {
    const number = this.numbers.get(day) ?? dayNumber(day);
    this.numbers.set(day, number);
    return number;
  }

  private streamsAbove(family: FamilyKey, place: string, topic: string | null) {
    const own = streamKey({ family, placeId: place, topic });
    const known = this.above.get(own);
    if (known) return known;
    const streams = this.tree.above(place).map((placeId) => {
      const key = streamKey({ family, placeId, topic });
      const days = this.tallies.get(key) ?? new Map<number, number[]>();
      this.tallies.set(key, days);
      return days;
    });
    this.above.set(own, streams);
    return streams;
  }
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
    from daily_place_topics final where ${rowsOf(scope)} and reading = ${scope.reading} and question = ''
      and aspect in ${sql.list(['', ...scope.topics], 'String')} group by day, place_id, part`,
};

/** A topic's day counts every comment of the day: those that do not name the topic have no feeling about it. */
function addTopics(sums: StreamSums, rows: readonly Row[]): void {
  const at = (row: Row) => `${row.day}/${row.place_id}`;
  const named = new Map<string, number[]>();
  const topics = new Set<string>();
  for (const row of rows) {
    if (row.part === '') continue;
    topics.add(row.part);
    named.set(`${at(row)}/${row.part}`, row.tally.map(Number));
  }
  for (const row of rows) {
    if (row.part !== '') continue;
    const comments = Number(row.tally[1]);
    for (const topic of topics) {
      const [negative, , positive] = named.get(`${at(row)}/${topic}`) ?? [0, 0, 0];
      const rest = Math.max(0, comments - negative! - positive!);
      sums.add('topic', row, topic, [negative!, rest, positive!]);
    }
  }
}
