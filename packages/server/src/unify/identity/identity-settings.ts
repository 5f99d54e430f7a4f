// A workspace's rules of identity, what they have done, and identifiers with too many links.
import type { IdentityRules, ReplyOf, unifyEndpoints } from '@lyhord/contract';
import { type Access, shownIdentifier, type Viewer } from '../../access/index.ts';
import { normaliseIdentifier } from '../../collect/index.ts';
import type { Platform } from '../../platform/platform.ts';
import type { Identities } from './identities.ts';
import { identityRulesStore } from './identity-rules-store.ts';
import { identifiersByKey } from './identity-store.ts';

export const rulesChanged = 'identity.rules';

export function createIdentitySettings(
  platform: Platform,
  access: Access,
  identities: Identities,
  /** Others may be one customer now. */
  heardProfiles: (workspaceId: string) => Promise<void>,
) {
  const { ledger, warehouse, announcements } = platform;
  return {
    async read(viewer: Viewer): Promise<ReplyOf<typeof unifyEndpoints.readIdentityRules>> {
      const { workspaceId } = viewer;
      const rules = await identityRulesStore.get(ledger, workspaceId);
      const { identifiers, profiles, links } = identities.counts(workspaceId);
      const crowded = identities.crowded(workspaceId, rules.alarmAbove);
      const rows = await identifiersByKey(
        warehouse,
        workspaceId,
        crowded.map(({ key }) => key),
      );
      const { none, ...rejected } = links;
      return {
        rules,
        identifiers,
        profiles,
        links: { joins: none, ...rejected },
        alarms: crowded.flatMap(({ key, links: count }) => {
          const row = rows.find(({ identifier_key }) => identifier_key === key);
          return row
            ? [{ key, ...shownIdentifier(viewer, { type: row.type, value: row.value }), links: count }]
            : [];
        }),
      };
    },

    /** Everything is worked out anew under the changed rules, in this process before it answers, in others at once. */
    async change(viewer: Viewer, given: IdentityRules): Promise<IdentityRules> {
      const rules = { ...given, blockedValues: [...new Set(given.blockedValues.map(asKept))] };
      await identityRulesStore.put(ledger, viewer.workspaceId, rules);
      await identities.reload(viewer.workspaceId);
      await heardProfiles(viewer.workspaceId);
      await access.audit(viewer, 'identity.rules_changed', `workspace:${viewer.workspaceId}`);
      announcements.announce(rulesChanged, { workspaceId: viewer.workspaceId });
      return rules;
    },
  };
}

/** A blocked value in the spelling of identifiers: addresses in small letters, numbers with their country in one form. */
function asKept(value: string): string {
  const type = value.includes('@') ? 'email' : /^(?:\+|00)[\d\s()./-]+$/.test(value) ? 'phone' : 'user_id';
  const read = normaliseIdentifier({ type, value });
  return 'identifier' in read ? read.identifier.value : value.normalize('NFC');
}
