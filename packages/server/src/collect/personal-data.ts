import { impersonal, type PersonalTable, type PersonTraces, type TableDeclaration } from '../access/index.ts';
import { type Sql, sql } from '../platform/stores/sql.ts';
import type { Warehouse } from '../platform/stores/warehouse.ts';

const among = ({ keys }: PersonTraces): Sql => sql.list(keys, 'UInt64');
const ofPerson = (person: PersonTraces): Sql =>
  sql`workspace_id = ${person.workspaceId} and identifier_key in ${among(person)}`;

const byKey = (
  table: PersonalTable['table'],
  holds: string,
  more: Partial<PersonalTable> = {},
): PersonalTable => ({
  store: 'warehouse',
  table,
  holds,
  rows: ofPerson,
  ...more,
});

/** Where a customer stands in what collect keeps; the identity itself comes last. */
export const collectTables: readonly TableDeclaration[] = [
  {
    store: 'warehouse',
    table: 'refusals',
    holds: 'items that were refused, without names and identifiers',
    rows: (person) =>
      sql`workspace_id = ${person.workspaceId} and hasAny(identifier_keys, ${sql.typed('Array(UInt64)', person.keys)})`,
  },
  byKey('order_lines', 'products of orders'),
  byKey('account_facts', 'companies that the customer acted for'),
  byKey('answers', 'answers to questions'),
  byKey('mentions', 'what is spoken of in texts', { exported: false }),
  byKey('signal_texts', 'what the customer wrote'),
  {
    store: 'ledger',
    table: 'survey_responses',
    holds: 'answers to surveys that wait for their reason',
    rows: responsesOf,
  },
  {
    store: 'ledger',
    table: 'survey_invitations',
    holds: 'invitations to surveys',
    rows: ({ workspaceId, keys }) => sql`workspace_id = ${workspaceId} and identifier_key = any(${keys})`,
  },
  byKey('signals', 'surveys answered, reviews, tickets and comments'),
  byKey('events', 'what the customer did'),
  {
    store: 'ledger',
    table: 'imports',
    holds: 'words of a problem with a file that quote the customer',
    rows: ({ workspaceId, values }) =>
      values.length === 0
        ? null
        : sql`workspace_id = ${workspaceId} and exists (select from unnest(${values}::text[]) as value
            where position(lower(value) in lower(concat_ws(' ', problem, file_name, refused_rows))) > 0)`,
    blank: sql`problem = null, refused_rows = '[]', file_name = '[erased]'`,
  },
  {
    store: 'ledger',
    table: 'suppressions',
    holds: 'that an address wants no mail',
    rows: ({ workspaceId, keys }) => sql`workspace_id = ${workspaceId} and identifier_key = any(${keys})`,
    stays: 'a keyed hash, so that nobody who said no is written to',
  },
  {
    store: 'ledger',
    table: 'consents',
    holds: 'what the customer allowed and refused, and when',
    rows: ({ workspaceId, keys }) => sql`workspace_id = ${workspaceId} and identifier_key = any(${keys})`,
  },
  byKey('withheld_keys', 'which uses the customer is left out of', { exported: false }),
  {
    store: 'ledger',
    table: 'erased_keys',
    holds: 'that the customer was erased',
    rows: ({ workspaceId, keys }) => sql`workspace_id = ${workspaceId} and key = any(${keys})`,
    stays: 'a keyed hash, so that a re-send does not bring the customer back',
    exported: false,
  },
  {
    store: 'warehouse',
    table: 'identity_links',
    holds: 'why identifiers are one customer',
    rows: (person) =>
      sql`workspace_id = ${person.workspaceId} and (key_a in ${among(person)} or key_b in ${among(person)})`,
    last: true,
  },
  byKey('traits', 'what is known of the customer, such as name and city', { last: true }),
  byKey('identifiers', 'e-mail addresses, phone numbers and other identifiers', { last: true }),
  ...impersonal('warehouse', 'numbers of commits', 'commits'),
  ...impersonal('ledger', 'surveys as people here made them', 'surveys'),
  ...impersonal('ledger', 'counts per source and day', 'arrival_counts'),
  ...impersonal('ledger', 'which commits an import brought', 'import_runs'),
  ...impersonal(
    'ledger',
    'where data is fetched from, and how far that has come',
    'connectors',
    'connector_runs',
  ),
  ...impersonal('ledger', 'how messages of other systems are read', 'webhooks'),
  ...impersonal('ledger', 'which refused items were read again, by id', 'refusal_replays'),
  ...impersonal(
    'warehouse',
    'rates, and facts by day, postcode and the like',
    'exchange_rates',
    'enrichments',
  ),
];

/** A response without an invitation is found by the signal that it became. */
async function responsesOf(
  { workspaceId, keys }: PersonTraces,
  { warehouse }: { warehouse: Warehouse },
): Promise<Sql> {
  const rows = await warehouse.query<{ id: string }>(sql`select distinct conversation as id from signals
    where workspace_id = ${workspaceId} and identifier_key in ${sql.list(keys, 'UInt64')} and conversation != ''`);
  return sql`workspace_id = ${workspaceId} and (id::text = any(${rows.map(({ id }) => id)}) or invitation_id in (
    select id from survey_invitations where workspace_id = ${workspaceId} and identifier_key = any(${keys})))`;
}
