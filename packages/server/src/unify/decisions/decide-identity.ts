// Promise: merging two customers and splitting one is a line in the ledger of links, shown beforehand and taken back
// by another line; nothing that was recorded is changed.
import type { CustomerIdentity, IdentityPreview } from '@lyhord/contract';
import type { z } from 'zod';
import { type Access, shownIdentifier, type Viewer } from '../../access/index.ts';
import { byStrength, type Collect } from '../../collect/index.ts';
import { because, Problem } from '../../platform/http/problem.ts';
import type { Warehouse } from '../../platform/stores/warehouse.ts';
import type { CustomerStore } from '../customers/customer-store.ts';
import { isoOf } from '../customers/moments.ts';
import type { Hides } from '../customers/read-customer.ts';
import type { Identities, Supposed } from '../identity/identities.ts';
import { identifiersByKey, linksOf } from '../identity/identity-store.ts';
import { summariesOf } from './customer-summary.ts';

type Preview = z.infer<typeof IdentityPreview>;
type Identity = z.infer<typeof CustomerIdentity>;

export interface DecisionParts {
  readonly warehouse: Warehouse;
  readonly store: CustomerStore;
  readonly identities: Identities;
  readonly collect: Pick<Collect, 'recordLink'>;
  readonly access: Access;
  readonly hides: Hides;
  readonly sourceNames: (workspaceId: string) => Promise<ReadonlyMap<string, string>>;
  readonly personNames: (workspaceId: string) => Promise<ReadonlyMap<string, string>>;
}

export function createIdentityDecisions(parts: DecisionParts) {
  const { identities, warehouse, access } = parts;

  const profileOf = async (viewer: Viewer, id: string): Promise<string> => {
    const key = identities.profileKeyOf(viewer.workspaceId, id);
    const known = key === null ? [] : await identifiersByKey(warehouse, viewer.workspaceId, [key]);
    const hidden = key !== null && parts.hides(viewer, keysOf(viewer, key));
    if (key === null || known.length === 0 || hidden || viewer.placeIds !== 'all') {
      throw new Problem('not_found', because('customer_unknown', { customer: id.slice(0, 40) }));
    }
    return key;
  };
  const keysOf = (viewer: Viewer, profile: string) =>
    identities.identifierKeysOf(viewer.workspaceId, profile);

  const supposed = async (viewer: Viewer, profiles: readonly string[], decisions: readonly Supposed[]) => {
    const before = profiles.map((profile) => keysOf(viewer, profile));
    const after = identities.suppose(viewer.workspaceId, before.flat(), decisions);
    const summaries = await summariesOf(parts, viewer, [...before, ...after]);
    return {
      before: summaries.slice(0, before.length),
      after: summaries.slice(before.length).sort((a, b) => b.identifiers.length - a.identifiers.length),
    };
  };

  /** The strongest identifier speaks for its customer. */
  const speaker = async (viewer: Viewer, profile: string): Promise<string> => {
    const rows = await identifiersByKey(warehouse, viewer.workspaceId, keysOf(viewer, profile));
    const [strongest] = rows.sort(
      (a, b) => byStrength(a as never, b as never) || (a.value < b.value ? -1 : 1),
    );
    return strongest!.identifier_key;
  };

  const merging = async (viewer: Viewer, id: string, otherId: string) => {
    const [one, other] = [await profileOf(viewer, id), await profileOf(viewer, otherId)];
    if (one === other) {
      throw new Problem('invalid_input', because('customers_one'));
    }
    const decision: Supposed = {
      a: await speaker(viewer, one),
      b: await speaker(viewer, other),
      rule: 'manual',
    };
    return { profiles: [one, other], decisions: [decision] };
  };

  const splitting = async (viewer: Viewer, id: string, taken: readonly string[]) => {
    const profile = await profileOf(viewer, id);
    const members = new Set(keysOf(viewer, profile));
    const strange = taken.find((key) => !members.has(key));
    if (strange !== undefined || taken.length === 0) {
      const detail = `"${strange ?? ''}" is no identifier of this customer; choose some of its own.`;
      throw new Problem('invalid_input', { detail });
    }
    if (new Set(taken).size === members.size) {
      throw new Problem('invalid_input', because('identifiers_all'));
    }
    const out = new Set(taken);
    const crossing = identities
      .linksOf(viewer.workspaceId, taken)
      .filter(
        ({ rule, a, b }) =>
          rule !== 'removed' && members.has(a) && members.has(b) && out.has(a) !== out.has(b),
      );
    const pairs = new Map(crossing.map(({ a, b }) => [`${a}|${b}`, { a, b, rule: 'removed' as const }]));
    return { profiles: [profile], decisions: [...pairs.values()] };
  };

  /** When a person last decided about two identifiers. */
  const lastDecided = (workspaceId: string, { a, b }: Supposed): number =>
    identities
      .linksOf(workspaceId, [a])
      .filter((link) => (link.rule === 'manual' || link.rule === 'removed') && [link.a, link.b].includes(b))
      .reduce((last, { at }) => Math.max(last, at), Number.NEGATIVE_INFINITY);

  const decide = async (
    viewer: Viewer,
    { profiles, decisions }: { profiles: readonly string[]; decisions: readonly Supposed[] },
    reason: string,
  ): Promise<Preview> => {
    const preview = await supposed(viewer, profiles, decisions);
    for (const decision of decisions) {
      const after = lastDecided(viewer.workspaceId, decision);
      const by = viewer.personId ?? '';
      await parts.collect.recordLink(viewer.workspaceId, { ...decision, by, reason, after });
    }
    const action = decisions[0]?.rule === 'manual' ? 'customer.merged' : 'customer.split';
    await access.audit(viewer, action, `customer:${profiles[0]}`);
    return preview;
  };

  return {
    async previewMerge(viewer: Viewer, id: string, otherId: string): Promise<Preview> {
      const { profiles, decisions } = await merging(viewer, id, otherId);
      return supposed(viewer, profiles, decisions);
    },
    merge: async (viewer: Viewer, id: string, otherId: string, reason: string): Promise<Preview> =>
      decide(viewer, await merging(viewer, id, otherId), reason),
    async previewSplit(viewer: Viewer, id: string, taken: readonly string[]): Promise<Preview> {
      const { profiles, decisions } = await splitting(viewer, id, taken);
      return supposed(viewer, profiles, decisions);
    },
    split: async (viewer: Viewer, id: string, taken: readonly string[], reason: string): Promise<Preview> =>
      decide(viewer, await splitting(viewer, id, taken), reason),

    /** Takes away the links of two identifiers of one customer; refuses where others would hold them together. */
    async part(viewer: Viewer, a: string, b: string): Promise<void> {
      const profile = await profileOf(viewer, a);
      const decisions = [{ a, b, rule: 'removed' as const }];
      const after = identities.suppose(viewer.workspaceId, keysOf(viewer, profile), decisions);
      if (after.some((keys) => keys.includes(a) && keys.includes(b))) {
        const detail =
          'These two are one customer by other links, too; take identifiers out of the customer.';
        throw new Problem('invalid_input', { detail });
      }
      await decide(viewer, { profiles: [profile], decisions }, 'Said to be two customers among linked pairs');
    },

    /** Every link that names one of the customer's identifiers, and whether it joins. */
    async identity(viewer: Viewer, id: string): Promise<Identity> {
      const { workspaceId } = viewer;
      const keys = keysOf(viewer, await profileOf(viewer, id));
      const own = new Set(keys);
      const [rows, sources, people] = await Promise.all([
        linksOf(warehouse, workspaceId, keys),
        parts.sourceNames(workspaceId),
        parts.personNames(workspaceId),
      ]);
      const isHidden = (key: string) =>
        parts.hides(viewer, keysOf(viewer, identities.profileKeyOf(workspaceId, key) ?? key));
      const named = rows.flatMap(({ key_a, key_b }) => [key_a, key_b]);
      const hidden = new Set(named.filter((key) => !own.has(key) && isHidden(key)));
      const ends = [...new Set([...keys, ...named])].filter((key) => !hidden.has(key));
      const identifiers = await identifiersByKey(warehouse, workspaceId, ends);
      const shown = new Map(
        identifiers.map((one) => [one.identifier_key, shownIdentifier(viewer, one).value]),
      );
      const states = new Map(
        identities
          .linksOf(workspaceId, keys)
          .map((link) => [stateKey(link.a, link.b, link.rule, link.at), link.rejection]),
      );
      return {
        identifiers: identifiers
          .filter(({ identifier_key }) => own.has(identifier_key))
          .sort((a, b) => byStrength(a as never, b as never) || (a.value < b.value ? -1 : 1))
          .map(({ identifier_key, type, value }) => ({
            key: identifier_key,
            ...shownIdentifier(viewer, { type, value }),
            apart: identities.apartOf(workspaceId, identifier_key),
          })),
        links: rows.map((row) => {
          const at = isoOf(row.linked_at) ?? '';
          const state = states.get(stateKey(row.key_a, row.key_b, row.rule, Date.parse(at))) ?? 'none';
          const outside = [row.key_a, row.key_b].find((key) => !own.has(key));
          return {
            a: shown.get(row.key_a) ?? '…',
            b: shown.get(row.key_b) ?? '…',
            rule: row.rule,
            state:
              row.rule === 'removed' ? ('removed' as const) : state === 'none' ? ('joins' as const) : state,
            source: sources.get(row.source_id) ?? row.source_id,
            evidence: row.evidence,
            by: row.by === '' ? null : (people.get(row.by) ?? row.by),
            at,
            otherCustomer:
              outside === undefined || hidden.has(outside)
                ? null
                : identities.profileKeyOf(workspaceId, outside),
          };
        }),
      };
    },
  };
}

/** What messages showed of two is one link, however often it was noted; what was decided is each by itself. */
const stateKey = (a: string, b: string, rule: string, at: number): string =>
  rule === 'same_message' || rule === 'alias' ? `${a}|${b}|${rule}` : `${a}|${b}|${rule}|${at}`;

export type IdentityDecisions = ReturnType<typeof createIdentityDecisions>;
