import { impersonal, type TableDeclaration } from '../access/index.ts';
import { sql } from '../platform/stores/sql.ts';

/** The warehouse's rows of identity are declared by collect, which writes them. */
export const unifyTables: readonly TableDeclaration[] = [
  {
    store: 'ledger',
    table: 'customer_matches',
    holds: 'pairs in which the customer was compared with another, by keys and without values',
    rows: ({ workspaceId, keys }) =>
      sql`workspace_id = ${workspaceId} and (key_a = any(${keys}) or key_b = any(${keys}))`,
    exported: false,
  },
  {
    store: 'ledger',
    table: 'household_pairs',
    holds: 'with whom the customer lives, as far as that was found or said; the other one by a key',
    rows: ({ workspaceId, keys }) =>
      sql`workspace_id = ${workspaceId} and (key_a = any(${keys}) or key_b = any(${keys}))`,
  },
  {
    store: 'ledger',
    table: 'key_customers',
    holds: 'that the customer was marked as a key customer, by whom and why',
    rows: ({ workspaceId, keys }) => sql`workspace_id = ${workspaceId} and identifier_key = any(${keys})`,
  },
  ...impersonal('ledger', 'rules, and values that belong to nobody in particular', 'identity_rules'),
  ...impersonal('ledger', 'tools that may show customer cards', 'card_tools'),
  ...impersonal('ledger', 'places of the company', 'places', 'place_history'),
  ...impersonal('ledger', 'keyed hashes of who asked, and receipts', 'privacy_requests'),
  ...impersonal('ledger', 'counts of what went because it was old', 'retention_runs'),
];
