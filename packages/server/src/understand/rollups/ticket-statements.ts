// The statements that make whole days of tickets: how long those that were opened on a day waited, and what they were
// about. What is done with a ticket later, and what is written of it, counts for the day on which it was opened.
import { type Sql, sql } from '../../platform/stores/sql.ts';
import { daysBefore, onDays, type Slice, sealed } from './rollup-statements.ts';
import { rolled } from './sum-statements.ts';

/** A slice of days and the reading that says what texts are about. */
export interface ReadSlice extends Slice {
  readonly reading: number;
}

export const ticketKeys = 'local_day place_id touchpoint channel';
/** Openings; of those that were answered, and solved, how many, their hours and the squares of these. */
export const ticketCounts = 'n answered answer_hours answer_squares solved solve_hours solve_squares';
export const ticketTopicKeys = 'local_day aspect place_id';
/** Openings whose texts name the topic; how many of them are mostly negative, and how long those solved took. */
export const ticketTopicCounts = 'n negative solved solve_hours';

/** What is done with a ticket, and the column of hours until then. */
const done = { ticket_answered: 'answer', ticket_solved: 'solve' } as const;

const list = (words: string): Sql => sql.raw(words.replaceAll(' ', ', '));
const ofReading = (slice: ReadSlice): Sql => sql`${onDays(slice)} and reading = ${slice.reading}`;
const moment = sql`toUnixTimestamp64Milli(happened_at) as at`;

/** Bounds what is read of what came after the openings; a day of any place lies within a day of the same day in UTC. */
const sinceFirst = ({ days }: Slice): Sql =>
  sql.if(
    days,
    () => sql`and happened_at >= toDateTime64(${daysBefore(days ?? [], 1)}, 3, 'UTC') - interval 1 day`,
  );

const openings = (slice: Slice, columns: Sql): Sql => sql`
  select ${columns}, cityHash64(reference) as ticket, ${moment} from events
  where ${sealed(slice)} and kind = 'ticket_opened' ${sinceFirst(slice)}`;
const tickets = (slice: Slice): Sql => sql`select cityHash64(reference) from events
  where ${sealed(slice)} and kind = 'ticket_opened' and reference != '' ${sinceFirst(slice)}`;

/** Openings, each with its hours until the first answer and solution that are not before it; -1 where none came. */
function timedOpenings(slice: Slice, columns: Sql): Sql {
  const hours = Object.entries(done).map(([kind, name]) => {
    const first = sql`arrayMin(arrayFilter(one -> one >= at, ${sql.name(kind)}))`;
    return sql`if(${first} = 0, -1., (${first} - at) / 3600000.) as ${sql.name(`${name}_took`)}`;
  });
  const moments = Object.keys(done).map((kind) => sql`groupArrayIf(at, kind = ${kind}) as ${sql.name(kind)}`);
  return sql`select *, ${sql.join(hours)} from (${openings(slice, columns)}) as opened
    left any join (select ticket, ${sql.join(moments)}
      from (select cityHash64(reference) as ticket, kind, ${moment} from events
        where ${sealed({ ...slice, days: null })} and kind in ${sql.list(Object.keys(done), 'String')}
          and reference != '' ${sinceFirst(slice)} and ticket in (${tickets(slice)}))
      group by ticket) as done using (ticket)`;
}

/** Tickets of a slice, computed afresh. */
export const freshTickets = (slice: Slice): Sql => sql`
  select ${slice.workspaceId} as workspace_id, ${list(ticketKeys)}, count() as n,
    countIf(answer_took >= 0) as answered, sumIf(answer_took, answer_took >= 0) as answer_hours,
    sumIf(answer_took * answer_took, answer_took >= 0) as answer_squares, countIf(solve_took >= 0) as solved,
    sumIf(solve_took, solve_took >= 0) as solve_hours, sumIf(solve_took * solve_took, solve_took >= 0) as solve_squares
  from (${timedOpenings(slice, list(ticketKeys))}) group by ${list(ticketKeys)}`;

/** Texts of tickets, each with what it names; a message of an earlier day than the one before is not about an opening. */
function saidOf(slice: ReadSlice): Sql {
  const rows = sql`${sealed({ ...slice, days: null })} and kind = 'ticket'
    ${sql.if(slice.days, () => sql`and local_day >= ${daysBefore(slice.days ?? [], 1)}`)}`;
  return sql`select ticket, said_on, aspect, label
    from (select cityHash64(signal_id) as signal, toString(aspect) as aspect, label from mentions where ${rows} and reading = ${slice.reading}) as named
    inner join (select cityHash64(signal_id) as signal, cityHash64(reference) as ticket, local_day as said_on from signals
      where ${rows} and has_text and reference != '' ${sinceFirst(slice)} and ticket in (${tickets(slice)})) as told
    using (signal)`;
}

/** What tickets of a slice are about, computed afresh. A ticket that names two topics counts for both. */
export const freshTicketTopics = (slice: ReadSlice): Sql => sql`
  select ${slice.workspaceId} as workspace_id, ${sql.typed('UInt32', slice.reading)} as reading, ${list(ticketTopicKeys)},
    count() as n, countIf(feeling < 0) as negative, countIf(took >= 0) as solved, sumIf(took, took >= 0) as solve_hours
  from (
    select local_day, place_id, aspect, solve_took as took, sign(countIf(label = 'positive') - countIf(label = 'negative')) as feeling
    from (${timedOpenings(slice, sql`local_day, place_id, cityHash64(source_id, message_key) as opening`)}) as opened
    inner join (${saidOf(slice)}) as said using (ticket)
    where said_on >= local_day - 1 group by opening, local_day, place_id, took, aspect)
  group by ${list(ticketTopicKeys)}`;

export const rollTickets = (slice: Slice, version: bigint): Sql =>
  rolled(
    sql`daily_tickets`,
    sql`workspace_id, ${list(ticketKeys)}`,
    ticketCounts,
    freshTickets(slice),
    onDays(slice),
    version,
  );
export const rollTicketTopics = (slice: ReadSlice, version: bigint): Sql =>
  rolled(
    sql`daily_ticket_topics`,
    sql`workspace_id, reading, ${list(ticketTopicKeys)}`,
    ticketTopicCounts,
    freshTicketTopics(slice),
    ofReading(slice),
    version,
  );
