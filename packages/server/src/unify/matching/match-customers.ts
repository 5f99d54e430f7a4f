// Promise: customers who are probably one are linked where that is nearly sure, else put before a person; what a person
// has decided is never proposed again.
import type { CustomerMatch } from '@lyhord/contract';
import type { z } from 'zod';
import { type Access, maySeeContacts, type Viewer } from '../../access/index.ts';
import type { Collect } from '../../collect/index.ts';
import { Problem } from '../../platform/http/problem.ts';
import type { Platform } from '../../platform/platform.ts';
import type { CustomerStore } from '../customers/customer-store.ts';
import type { Hides } from '../customers/read-customer.ts';
import { summariesOf } from '../decisions/customer-summary.ts';
import type { IdentityDecisions } from '../decisions/decide-identity.ts';
import type { Identities } from '../identity/identities.ts';
import { customerRecords } from './customer-records.ts';
import { knownPairs } from './known-pairs.ts';
import { type MatchedPair, type Matching, matchRecords, reviewAbove } from './match-records.ts';
import { customerScheme } from './match-scheme.ts';
import { type MatchState, matchStore, type StoredMatch } from './match-store.ts';

type Match = z.infer<typeof CustomerMatch>;

export interface MatchingParts {
  readonly platform: Platform;
  readonly access: Access;
  readonly collect: Pick<Collect, 'recordLink'>;
  readonly identities: Identities;
  readonly store: CustomerStore;
  readonly decisions: IdentityDecisions;
  readonly hides: Hides;
  /** True where one of the identifiers is of a customer who is restricted. */
  readonly refusesService: (workspaceId: string, identifierKeys: readonly string[]) => boolean;
}

export interface MatchRun {
  readonly compared: number;
  readonly linked: number;
  readonly proposed: number;
}

const mostLookedThrough = 500;
/** Milliseconds of comparing between two looks at what else waits. */
const turnMs = 8;

export function createMatching(parts: MatchingParts) {
  const { platform, identities, collect, decisions } = parts;
  const { warehouse, ledger, clock, ids } = platform;

  const keep = async (
    workspaceId: string,
    pair: MatchedPair,
    keys: readonly [string, string],
    state: MatchState,
  ) =>
    matchStore.put(ledger, workspaceId, {
      id: ids.next(),
      keyA: keys[0],
      keyB: keys[1],
      probability: pair.probability,
      evidence: pair.evidence.map(({ field, level, weight }) => ({ field, level, weight })),
      state,
      foundAt: clock.now(),
    });

  const settle = async (workspaceId: string, pair: MatchedPair, keys: readonly [string, string]) => {
    const [a, b] = keys;
    if (!pair.mayLink || !identities.mayLink(workspaceId, a, b)) {
      await keep(workspaceId, pair, keys, 'proposed');
      return 'proposed';
    }
    await collect.recordLink(workspaceId, { a, b, rule: 'matched', by: '', reason: reasonOf(pair) });
    await keep(workspaceId, pair, keys, 'linked');
    return 'linked';
  };

  /** Who is one customer since, or of whom the viewer sees nothing, is no pair to decide on. */
  const isAsked = (viewer: Viewer, { keyA, keyB, state }: StoredMatch): boolean => {
    const { workspaceId } = viewer;
    const [a, b] = [keyA, keyB].map((key) => identities.identifierKeysOf(workspaceId, key));
    if (parts.hides(viewer, a!) || parts.hides(viewer, b!)) return false;
    return state !== 'proposed' || !a!.includes(keyB);
  };

  return {
    /** Compares all customers of a workspace. */
    async run(workspaceId: string): Promise<MatchRun> {
      const { profiles, records } = await customerRecords(warehouse, identities, workspaceId);
      const { pairs, compared } = await inTurns(matchRecords(records, customerScheme, reviewAbove));
      const known = knownPairs(identities, workspaceId, await matchStore.known(ledger, workspaceId));
      const done = { compared, linked: 0, proposed: 0 };
      for (const pair of [...pairs].sort((a, b) => b.probability - a.probability)) {
        const keys = inOrder(profiles[pair.pair[0]]!, profiles[pair.pair[1]]!);
        const same =
          identities.profileKeyOf(workspaceId, keys[0]) === identities.profileKeyOf(workspaceId, keys[1]);
        const restricted = keys.some((key) =>
          parts.refusesService(workspaceId, identities.identifierKeysOf(workspaceId, key)),
        );
        if (same || restricted || identities.areParted(workspaceId, ...keys)) continue;
        const standing = known(...keys);
        if (standing && standing.state !== 'proposed') continue;
        done[await settle(workspaceId, pair, standing?.keys ?? keys)] += 1;
      }
      return done;
    },

    async list(
      viewer: Viewer,
      state: MatchState,
      limit: number,
    ): Promise<{ matches: Match[]; waiting: number }> {
      const { workspaceId } = viewer;
      const [stored, waiting] = await Promise.all([
        matchStore.list(ledger, workspaceId, state, mostLookedThrough),
        matchStore.waiting(ledger, workspaceId),
      ]);
      if (viewer.placeIds !== 'all') return { matches: [], waiting };
      const asked = stored.filter((match) => isAsked(viewer, match));
      const left = state === 'proposed' ? waiting - (stored.length - asked.length) : waiting;
      return { matches: await shown(parts, viewer, asked.slice(0, limit)), waiting: left };
    },

    async decide(viewer: Viewer, id: string, decision: 'same' | 'different'): Promise<void> {
      const { workspaceId } = viewer;
      const match = viewer.placeIds === 'all' ? await matchStore.find(ledger, workspaceId, id) : null;
      if (!match) throw new Problem('not_found', { detail: `There is no pair "${id.slice(0, 40)}".` });
      const [a, b] = [match.keyA, match.keyB].map((key) => identities.profileKeyOf(workspaceId, key)!);
      if (decision === 'same' && a !== b) {
        await decisions.merge(viewer, a!, b!, 'Said to be one customer among proposed pairs');
      }
      if (decision === 'different' && a === b) await decisions.part(viewer, match.keyA, match.keyB);
      const state = decision === 'same' ? 'linked' : 'different';
      await matchStore.decide(ledger, workspaceId, id, state, viewer.personId, clock.now());
    },
  };
}

/** Goes on in short turns, so that requests are answered in between. */
async function inTurns(matching: Generator<void, Matching>): Promise<Matching> {
  let since = performance.now();
  for (;;) {
    const step = matching.next();
    if (step.done) return step.value;
    if (performance.now() - since < turnMs) continue;
    await new Promise((resolve) => setImmediate(resolve));
    since = performance.now();
  }
}

/** Two profiles' pairs as people may read them: summaries, and what was compared with the values of today. */
async function shown(
  { platform, identities, store }: MatchingParts,
  viewer: Viewer,
  stored: readonly StoredMatch[],
): Promise<Match[]> {
  const { workspaceId } = viewer;
  const { warehouse } = platform;
  const profileOf = (key: string) => identities.profileKeyOf(workspaceId, key) ?? key;
  const sides = stored.flatMap(({ keyA, keyB }) => [profileOf(keyA), profileOf(keyB)]);
  if (sides.length === 0) return [];
  const [summaries, { profiles, records }] = await Promise.all([
    summariesOf(
      { warehouse, store },
      viewer,
      sides.map((key) => identities.identifierKeysOf(workspaceId, key)),
    ),
    customerRecords(warehouse, identities, workspaceId, [...new Set(sides)]),
  ]);
  const recordOf = new Map(profiles.map((profile, at) => [profile, records[at]!]));
  return stored.map(({ id, probability, state, foundAt, evidence }, at) => {
    const [a, b] = [recordOf.get(sides[2 * at]!), recordOf.get(sides[2 * at + 1]!)];
    return {
      id,
      probability,
      state,
      foundAt: foundAt.toISOString(),
      a: summaries[2 * at]!,
      b: summaries[2 * at + 1]!,
      evidence: evidence.map((one) => ({
        ...one,
        a: maySeeContacts(viewer) ? (a?.[one.field] ?? '') : '',
        b: maySeeContacts(viewer) ? (b?.[one.field] ?? '') : '',
      })),
    };
  });
}

const inOrder = (a: string, b: string): [string, string] => (BigInt(a) < BigInt(b) ? [a, b] : [b, a]);

function reasonOf({ probability, evidence }: MatchedPair): string {
  const agreeing = evidence.filter(({ level }) => level === 'same' || level === 'nearly');
  const words = agreeing.map(
    ({ field, level }) => `${field} ${level === 'same' ? 'the same' : 'nearly the same'}`,
  );
  return `${(100 * probability).toFixed(2)} %: ${words.join(', ')}`;
}
