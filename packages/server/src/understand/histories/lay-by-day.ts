// Histories laid out by day: a row for each moment, amount, margin, look and unfavourable answer, so that a question of
// some days reads these alone. Made from the histories of the same slice, so that both say the same. An amount knows the
// unfavourable answers of its customer around it, so that what unhappy customers spent is told by its row alone.
import { type Sql, sql } from '../../platform/stores/sql.ts';
import type { Warehouse } from '../../platform/stores/warehouse.ts';
import { afterAllDays, id, inTurn, mine } from './history-slices.ts';
import { firstOfDayKinds, kindIn, momentKinds, questionsKept } from './kinds-kept.ts';
import { unhappyColumns } from './moment-columns.ts';

/** The layout that is written now: slices of another one are laid out again before anybody reads them. */
export const currentLayout = 2;

const noDay = sql`toDate(0)`;
/** Of days in their order the one before each, and the one after. */
const oneBefore = (days: Sql): Sql => sql`arrayPopBack(arrayPushFront(${days}, ${noDay}))`;
const oneAfter = (days: Sql): Sql => sql`arrayPopFront(arrayPushBack(${days}, ${afterAllDays}))`;
const inOrder = (...lists: readonly Sql[]): Sql => sql`arraySort(arrayZip(${sql.join(lists)}))`;
const nth = (place: number): Sql => sql`arrayMap(one -> one.${sql.raw(String(place))}, told)`;
const zip = (...lists: readonly Sql[]): Sql => sql`arrayZip(${sql.join(lists)})`;

const unhappyOn = (question: string): Sql => sql.name(`${question}_days`);
/** Of an amount's day, which is `one.1`: the last unfavourable day up to it, and the first one from it on. */
function nearest(question: string): Sql[] {
  const found = (on: Sql): Sql => sql`arrayFilter(day -> day ${on} one.1, ${unhappyOn(question)})`;
  return [
    sql`arrayMax(arrayPushBack(${found(sql`<=`)}, ${noDay}))`,
    sql`arrayMin(arrayPushBack(${found(sql`>=`)}, ${afterAllDays}))`,
  ];
}

interface Layout {
  readonly part: string;
  readonly kinds?: readonly string[];
  /** Columns of the table, in the order of what `each` has of a row. */
  readonly columns: string;
  /** What is needed of the lists first, as `told`. */
  readonly told: Sql;
  readonly each: Sql;
  /** The days of unfavourable answers of the customer are needed beside the lists. */
  readonly besideUnhappy?: boolean;
}

const layouts: readonly Layout[] = [
  {
    ...{ part: 'moments', kinds: momentKinds },
    columns: 'local_day, since_ms, day_before, until_ms, here_before',
    told: inOrder(
      sql`days`,
      sql`at`,
      sql`arrayMap((a, b) -> if(b > 0, a - b, -1), at, before)`,
      sql`before_days`,
      sql`arrayMap((a, n) -> if(n > 0, n - a, -1), at, after)`,
    ),
    each: zip(nth(1), nth(3), nth(4), nth(5), oneBefore(nth(1))),
  },
  {
    ...{ part: 'moments', kinds: firstOfDayKinds },
    columns: 'local_day, here_before, followed, followed_later',
    told: inOrder(sql`days`, sql`followed`, sql`followed_later`),
    each: zip(nth(1), oneBefore(nth(1)), nth(2), nth(3)),
  },
  {
    part: 'amounts',
    columns: `local_day, minor, ${unhappyColumns.join(', ')}`,
    told: zip(sql`days`, sql`amounts`),
    each: sql`arrayMap(one -> (one.1, one.2, ${sql.join(questionsKept.flatMap(nearest))}), told)`,
    besideUnhappy: true,
  },
  {
    part: 'margins',
    columns: 'local_day, so_far, here_after',
    told: inOrder(sql`margin_days`, sql`margins`),
    each: zip(nth(1), sql`arrayCumSum(${nth(2)})`, oneAfter(nth(1))),
  },
  { part: 'unfavourable', columns: 'local_day', told: zip(sql`days`), each: sql`told` },
];

/** Margins stand beside amounts in a history. */
const partOf = (part: string): string => (part === 'margins' ? 'amounts' : part);

/** Writes what the histories of a slice say, by day; of so many unfavourable histories in one statement. */
export async function layByDay(
  warehouse: Warehouse,
  workspaceId: string,
  slice: bigint,
  unfavourableAtOnce: number,
): Promise<void> {
  const own = sql`customer_histories where ${mine(workspaceId)} and slice = ${id(slice)}`;
  const unhappy = sql`${own} and part = 'unfavourable'`;
  const [row] = await warehouse.query<{ n: string }>(sql`select count() as n from ${unhappy}`);
  const parts = Math.max(1, Math.ceil(Number(row?.n ?? 0) / unfavourableAtOnce));
  for (const { part, kinds, columns, told, each, besideUnhappy } of layouts) {
    const names = columns.split(', ').map((_, index) => sql`one.${sql.raw(String(index + 1))}`);
    const lists = sql`${own} and part = ${partOf(part)} ${sql.if(kinds, () => sql`and ${kindIn(kinds!)}`)}`;
    const write = (from: Sql) =>
      warehouse.command(
        sql`insert into customer_moments (workspace_id, slice, part, kind, place_id, currency, profile_key, ${sql.raw(columns)})
          select ${workspaceId}, ${id(slice)}, ${part}, kind, place_id, currency, profile_key, ${sql.join(names)}
          from (select kind, place_id, currency, profile_key, ${each} as all_of_it from (${from}))
          array join all_of_it as one`,
        inTurn,
      );
    const keys = sql`kind, place_id, currency, profile_key, ${told} as told`;
    if (!besideUnhappy) await write(sql`select ${keys} from ${lists}`);
    for (let turn = 0; besideUnhappy && turn < parts; turn++) {
      const some = sql.if(
        parts > 1,
        () => sql`and intHash32(profile_key) % ${sql.typed('UInt32', parts)} = ${sql.typed('UInt32', turn)}`,
      );
      await write(sql`select * from (select ${keys} from ${lists} ${some}) as listed
        left any join (${daysByQuestion(sql`${unhappy} ${some}`)}) as unhappy using (profile_key)`);
    }
  }
}

const daysByQuestion = (rows: Sql): Sql =>
  sql`select profile_key, ${sql.join(
    questionsKept.map((one) => sql`groupArrayArrayIf(days, kind = ${one}) as ${unhappyOn(one)}`),
  )} from ${rows} group by profile_key`;
