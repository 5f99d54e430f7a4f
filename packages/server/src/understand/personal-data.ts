import { impersonal, type PersonTraces, type TableDeclaration } from '../access/index.ts';
import { type Sql, sql } from '../platform/stores/sql.ts';
import type { Warehouse } from '../platform/stores/warehouse.ts';
import { dailyRollups } from './migrations.ts';
import { servedKey } from './served-profiles/served-key.ts';

const signalsOf = async ({ workspaceId, keys }: PersonTraces, warehouse: Warehouse): Promise<string[]> => {
  const rows = await warehouse.query<{ id: string }>(sql`select signal_id as id from signals
    where workspace_id = ${workspaceId} and identifier_key in ${sql.list(keys, 'UInt64')} and has_text`);
  return rows.map(({ id }) => id);
};

const ofWorkspace = ({ workspaceId }: PersonTraces): Sql => sql`workspace_id = ${workspaceId}`;
const hasKey = ({ keys }: PersonTraces, column: string): Sql =>
  sql`${sql.name(column)} in ${sql.list(keys, 'UInt64')}`;
const byIdentifier = (person: PersonTraces) =>
  sql`${ofWorkspace(person)} and ${hasKey(person, 'identifier_key')}`;
const byProfile = (person: PersonTraces) => sql`${ofWorkspace(person)} and ${hasKey(person, 'profile_key')}`;

/** Where a customer stands in what understand keeps: by ids of signals and by keys, never by name. */
export const understandTables: readonly TableDeclaration[] = [
  {
    store: 'ledger',
    table: 'mention_corrections',
    holds: 'corrections of how the customer’s texts were read',
    rows: async (person, { warehouse }): Promise<Sql> =>
      sql`workspace_id = ${person.workspaceId} and signal_id = any(${await signalsOf(person, warehouse)})`,
    exported: false,
  },
  {
    store: 'ledger',
    table: 'themes',
    holds: 'themes in which the customer’s texts were counted; they are found again without them',
    rows: async (person, { warehouse }): Promise<Sql> =>
      sql`workspace_id = ${person.workspaceId} and state = 'found'
        and members ?| ${await signalsOf(person, warehouse)}::text[]`,
    exported: false,
  },
  {
    store: 'warehouse',
    table: 'profile_keys',
    holds: 'which identifiers are the customer',
    rows: byIdentifier,
    exported: false,
  },
  {
    store: 'warehouse',
    table: 'customer_tallies',
    holds: 'what was counted of the customer: orders, amounts, scores and moments',
    rows: byIdentifier,
    exported: false,
  },
  {
    store: 'warehouse',
    table: 'customer_histories',
    holds: 'when the customer ordered, called and looked, and what it was worth',
    rows: byProfile,
    exported: false,
  },
  {
    store: 'warehouse',
    table: 'customer_states',
    holds: 'what was counted of the customer over all identifiers and places',
    rows: byProfile,
    exported: false,
  },
  {
    store: 'warehouse',
    table: 'customer_moments',
    holds:
      'when the customer ordered, called, looked and answered unfavourably, and what it was worth, by day',
    rows: byProfile,
    exported: false,
  },
  {
    store: 'warehouse',
    table: 'customer_samples',
    holds: 'what the customer did, where the customer is one of the few from whom first answers are counted',
    // those of an identifier that has meanwhile left the customer, too
    rows: (person) =>
      sql`${ofWorkspace(person)} and (${hasKey(person, 'profile_key')} or ${hasKey(person, 'identifier_key')})`,
    exported: false,
    agesWith: 'events',
  },
  {
    store: 'ledger',
    table: 'served_identifiers',
    holds: 'the customer’s profile at hand: identifiers, traits and what was counted',
    rows: ({ workspaceId, keys }) =>
      sql`workspace_id = ${workspaceId} and key = any(${keys.map(servedKey)}::bigint[])`,
    exported: false,
  },
  ...impersonal('ledger', 'how far the profiles at hand have come', 'served_checkpoints'),
  ...impersonal('warehouse', 'counts per day, made again without the customer', ...dailyRollups),
  ...impersonal('ledger', 'how far the counts have come', 'rollup_checkpoints', 'operation_checkpoints'),
  ...impersonal('ledger', 'topics as people here wrote them', 'topic_readings'),
  ...impersonal('ledger', 'weights of hashed words that many comments share', 'text_models'),
  ...impersonal('ledger', 'numbers of the last look for themes', 'theme_looks'),
  ...impersonal('ledger', 'segments as people here wrote their rules', 'segments', 'segment_versions'),
  ...impersonal('ledger', 'questions as people here wrote them', 'saved_questions'),
  ...impersonal('ledger', 'changes of scores and ids of signals that tell of them', 'changes'),
  ...impersonal('ledger', 'numbers of the detectors', 'detector_states', 'detector_looks'),
];
