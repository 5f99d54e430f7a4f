import { impersonal, type PersonTraces, type TableDeclaration } from '../access/index.ts';
import { type Sql, sql } from '../platform/stores/sql.ts';

const casesOf = ({ workspaceId, keys }: PersonTraces): Sql =>
  sql`select id from cases where workspace_id = ${workspaceId} and identifier_key = any(${keys})`;

/** Letters to people here about cases; which one is read from their keys, `case:<case>:<person>`. */
const tellsOfCase = (person: PersonTraces): Sql =>
  sql`kind = 'alarm' and split_part(message_key, ':', 2) in (${casesOf(person)})`;

const named = ({ values }: PersonTraces, text: Sql): Sql =>
  sql`exists (select from unnest(${values}::text[]) as value where position(lower(value) in lower(${text})) > 0)`;

const isTo = ({ values }: PersonTraces): Sql =>
  sql`lower(to_address) in (select lower(value) from unnest(${values}::text[]) as value)`;

/** A letter's words; an address that only ends like the customer's names somebody else. */
const letterOf = (person: PersonTraces): Sql =>
  sql`replace(lower(concat_ws(' ', to_address, reply_to, subject, text, html, headers::text)),
    case when ${isTo(person)} then '' else lower(coalesce(to_address, '')) end, '')`;

/** Where a customer stands in what act keeps. Cases come after everything that is found by them. */
export const actTables: readonly TableDeclaration[] = [
  {
    store: 'ledger',
    table: 'mails',
    holds: 'letters to the customer, and letters to people here about the customer',
    rows: (person) => sql`workspace_id = ${person.workspaceId} and (case_id in (${casesOf(person)})
      or (${tellsOfCase(person)}) or ${named(person, letterOf(person))})`,
    // a letter to a namesake, or to an address that ends like this one, is another's
    copied: (person) => sql`workspace_id = ${person.workspaceId} and (case_id in (${casesOf(person)})
      or (${tellsOfCase(person)}) or ${isTo(person)})`,
  },
  {
    store: 'ledger',
    table: 'digest_items',
    holds: 'lines about the customer’s cases that wait for somebody’s digest',
    rows: (person) => sql`workspace_id = ${person.workspaceId} and (subject_id in (${casesOf(person)})
      or ${named(person, sql`line`)})`,
    exported: false,
  },
  {
    store: 'ledger',
    table: 'act_events',
    holds: 'what was done for the customer and waits to be recorded',
    rows: (
      person,
    ) => sql`workspace_id = ${person.workspaceId} and (event->>'identifierKey' = any(${person.keys}) or event->>'caseId' in (${casesOf(person)})
      or ${named(person, sql`event::text`)})`,
    exported: false,
  },
  {
    store: 'ledger',
    table: 'case_entries',
    holds: 'notes, replies and steps in the customer’s cases',
    rows: (person) => sql`workspace_id = ${person.workspaceId} and case_id in (${casesOf(person)})`,
  },
  {
    store: 'ledger',
    table: 'case_signals',
    holds: 'which signals opened the customer’s cases',
    rows: (person) => sql`workspace_id = ${person.workspaceId} and case_id in (${casesOf(person)})`,
    exported: false,
  },
  {
    store: 'ledger',
    table: 'cases',
    holds: 'the customer’s cases',
    rows: ({ workspaceId, keys }) => sql`workspace_id = ${workspaceId} and identifier_key = any(${keys})`,
  },
  ...impersonal('ledger', 'counters', 'case_numbers', 'mail_limits'),
  ...impersonal('ledger', 'how far the cases have come', 'case_checkpoint'),
];
