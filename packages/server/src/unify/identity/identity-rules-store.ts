// All SQL of the rules that workspaces have changed.
import { IdentityRules } from '@lyhord/contract';
import type { Ledger } from '../../platform/stores/ledger.ts';
import { sql } from '../../platform/stores/sql.ts';
import { standardRules } from './identity-rules.ts';

export const identityRulesStore = {
  /** By workspace; those without a row keep to the standard. */
  async all(ledger: Ledger): Promise<Map<string, IdentityRules>> {
    const rows = await ledger.query<{ workspace_id: string; rules: unknown }>(
      sql`select workspace_id, rules from identity_rules`,
    );
    return new Map(rows.map((row) => [row.workspace_id, IdentityRules.parse(row.rules)]));
  },

  async get(ledger: Ledger, workspaceId: string): Promise<IdentityRules> {
    const row = await ledger.one<{ rules: unknown }>(
      sql`select rules from identity_rules where workspace_id = ${workspaceId}`,
    );
    return row ? IdentityRules.parse(row.rules) : standardRules;
  },

  async put(ledger: Ledger, workspaceId: string, rules: IdentityRules): Promise<void> {
    await ledger.query(sql`insert into identity_rules (workspace_id, rules) values (${workspaceId},
      ${JSON.stringify(rules)}::jsonb) on conflict (workspace_id) do update set rules = excluded.rules`);
  },
};
