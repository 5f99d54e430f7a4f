import { sql } from '../platform/stores/sql.ts';
import { impersonal, type TableDeclaration } from './personal-data/personal-table.ts';

/** Access keeps people who work with the product; customers stand in none of its tables but, by mistake, the audit. */
export const accessTables: readonly TableDeclaration[] = [
  ...impersonal('ledger', 'people who work here and how they sign in', 'people', 'sessions', 'credentials'),
  ...impersonal('ledger', 'waiting e-mail checks of people who work here', 'verifications', 'invitations'),
  ...impersonal('ledger', 'counters of attempts', 'rate_limits', 'sign_in_failures'),
  ...impersonal('ledger', 'settings and rights', 'workspaces', 'workspace_settings', 'members'),
  ...impersonal('ledger', 'keys, hashed', 'sources', 'tokens'),
  {
    store: 'ledger',
    table: 'audit_entries',
    holds: 'details of what people here did that name the customer',
    rows: ({ workspaceId, values }) =>
      values.length === 0
        ? null
        : sql`workspace_id = ${workspaceId} and detail is not null and exists (
            select from unnest(${values}::text[]) as value where position(lower(value) in lower(detail)) > 0)`,
    blank: sql`detail = '[erased]'`,
  },
];
