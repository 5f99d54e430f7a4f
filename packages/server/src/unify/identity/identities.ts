// Promise: profiles are at hand in memory, made from the ledger of links at start, kept up with every commit of this
// process, and with those of other processes as soon as they are heard of.
import type { IdentityRules } from '@lyhord/contract';
import { decimal, type IdentityNews, keyOfText } from '../../collect/index.ts';
import type { Ledger } from '../../platform/stores/ledger.ts';
import type { Warehouse } from '../../platform/stores/warehouse.ts';
import { foreignRanges } from './foreign-ranges.ts';
import { isIdentifierKey } from './identifier-key.ts';
import { IdentityGraph } from './identity-graph.ts';
import {
  graphRules,
  linkRules,
  type Rejection,
  type RuleCode,
  rejections,
  standardRules,
} from './identity-rules.ts';
import { identityRulesStore } from './identity-rules-store.ts';
import {
  type CommitRange,
  eachIdentifier,
  eachLink,
  identifiedWorkspaces,
  lastSealedCommit,
  workspacesWithin,
} from './identity-store.ts';
import { noteNews } from './note-news.ts';

/** What a person would decide; keys as decimal text. */
export interface Supposed {
  readonly a: string;
  readonly b: string;
  readonly rule: 'manual' | 'removed';
}

export interface LinkOfGraph {
  readonly a: string;
  readonly b: string;
  readonly rule: (typeof linkRules)[number];
  readonly at: number;
  readonly rejection: Rejection;
}

export interface KeyHalves {
  readonly high: number;
  readonly low: number;
}
export type HearMember = (high: number, low: number, profile: KeyHalves, members: number) => void;

export interface Identities {
  /** Reads the ledger of links of every workspace. */
  load(): Promise<void>;
  /** Notes what a commit of this process brought. */
  note(workspaceId: string, commitNo: number, news: IdentityNews): void;
  /** Reads what other processes have committed since the last time; says whether there was anything. */
  catchUp(): Promise<boolean>;
  /** Works out a workspace's profiles anew, after its rules have changed. */
  reload(workspaceId: string): Promise<void>;
  /** The same of every workspace; until it is done, profiles stay as they were. */
  reloadAll(): Promise<void>;
  /** The same of every workspace whose rules are others than those known here. */
  reloadChanged(): Promise<void>;
  /** The key of the profile that an identifier belongs to, as decimal text; null for no identifier. */
  profileKeyOf(workspaceId: string, identifierKey: string): string | null;
  /** Keys of all identifiers of the profile that the key belongs to. */
  identifierKeysOf(workspaceId: string, profileKey: string): string[];
  /** The same for keys in halves, without a text of any: each identifier, the key of its profile, and how many it has. */
  eachOfProfile(workspaceId: string, key: KeyHalves, heard: HearMember): void;
  /** The links of some identifiers, and whether each joins. */
  linksOf(workspaceId: string, keys: readonly string[]): LinkOfGraph[];
  /** Why an identifier joins nothing by itself; null where it may. */
  apartOf(workspaceId: string, key: string): 'blocked' | 'shared' | null;
  /** The profiles (as lists of keys) that those of some keys would become with other decisions; nothing changes. */
  suppose(workspaceId: string, keys: readonly string[], decisions: readonly Supposed[]): string[][];
  /** True where a link between two would join them. */
  mayLink(workspaceId: string, a: string, b: string): boolean;
  /** True where a person took identifiers of these two customers apart. */
  areParted(workspaceId: string, a: string, b: string): boolean;
  counts(workspaceId: string): { identifiers: number; profiles: number; links: Record<Rejection, number> };
  /** Identifiers with more links than `most`, most first. */
  crowded(workspaceId: string, most: number): { key: string; links: number }[];
}

/** What a commit of this process brought while graphs were made from the tables. */
interface OwnNews {
  readonly workspaceId: string;
  readonly commitNo: number;
  readonly news: IdentityNews;
}

export function createIdentities(warehouse: Warehouse, ledger: Ledger): Identities {
  const graphs = new Map<string, IdentityGraph>();
  let rules = new Map<string, IdentityRules>();
  /** Everything up to here is in the graphs, and single later commits of this process. */
  let caughtUpTo = 0;
  const ownCommits = new Set<number>();
  let meanwhile: OwnNews[] | null = null;
  let turn: Promise<unknown> = Promise.resolve();

  const rulesOf = (workspaceId: string) => rules.get(workspaceId) ?? standardRules;
  const graphOf = (workspaceId: string) => {
    const graph = graphs.get(workspaceId) ?? new IdentityGraph(graphRules(rulesOf(workspaceId)));
    graphs.set(workspaceId, graph);
    return graph;
  };
  const nodeOf = (graph: IdentityGraph, key: string) => {
    if (!/^\d{1,20}$/.test(key)) return -1;
    const { high, low } = keyOfText(key);
    return graph.nodes.find(high, low);
  };
  const nodesOf = (graph: IdentityGraph, keys: readonly string[]) =>
    keys.map((key) => nodeOf(graph, key)).filter((node) => node >= 0);
  const textOf = (graph: IdentityGraph, node: number) =>
    decimal(graph.nodes.high[node]!, graph.nodes.low[node]!);
  const read = async (graph: IdentityGraph, workspaceId: string, range: CommitRange) => {
    await eachIdentifier(warehouse, workspaceId, range, rulesOf(workspaceId), (high, low, type, blocked) =>
      graph.identifier(high, low, type, blocked),
    );
    await eachLink(warehouse, workspaceId, range, ({ a, b, rule, at }) => {
      const ends = [graph.nodes.find(...a), graph.nodes.find(...b)] as const;
      if (ends[0] >= 0 && ends[1] >= 0) graph.link(ends[0], ends[1], rule as RuleCode, at);
    });
  };
  /** One after another: a range is read once. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = turn.then(work, work);
    turn = mine.catch(() => undefined);
    return mine;
  };

  const take = ({ workspaceId, news }: OwnNews) => {
    if (news.identifiers.length + news.links.length > 0)
      noteNews(graphOf(workspaceId), rulesOf(workspaceId), news);
  };
  /**
   * Makes graphs from the tables as they are at one commit, which is answered; what came after it is noted on them
   * before anybody sees them.
   */
  const makeAnew = async (those: () => Promise<readonly string[]>): Promise<number> => {
    const noted: OwnNews[] = [];
    meanwhile = noted;
    try {
      const upTo = await lastSealedCommit(warehouse);
      const made = new Map<string, IdentityGraph>();
      for (const workspaceId of await those()) {
        const graph = new IdentityGraph(graphRules(rulesOf(workspaceId)));
        await read(graph, workspaceId, { after: 0, upTo });
        made.set(workspaceId, graph);
      }
      for (const [workspaceId, graph] of made) graphs.set(workspaceId, graph);
      for (const one of noted) if (one.commitNo > upTo && made.has(one.workspaceId)) take(one);
      return upTo;
    } finally {
      meanwhile = null;
    }
  };
  const reloadNow = async (workspaceId: string) => {
    rules.set(workspaceId, await identityRulesStore.get(ledger, workspaceId));
    if (graphs.has(workspaceId)) await makeAnew(async () => [workspaceId]);
  };

  return {
    load: () =>
      inTurn(async () => {
        graphs.clear();
        ownCommits.clear();
        rules = await identityRulesStore.all(ledger);
        caughtUpTo = await makeAnew(() => identifiedWorkspaces(warehouse));
      }),
    note(workspaceId, commitNo, news) {
      if (commitNo > caughtUpTo) ownCommits.add(commitNo);
      const one = { workspaceId, commitNo, news };
      meanwhile?.push(one);
      take(one);
    },
    catchUp: () =>
      inTurn(async () => {
        const upTo = await lastSealedCommit(warehouse);
        const ranges = foreignRanges(caughtUpTo, upTo, ownCommits);
        for (const range of ranges) {
          for (const workspaceId of await workspacesWithin(warehouse, range)) {
            await read(graphOf(workspaceId), workspaceId, range);
          }
        }
        caughtUpTo = Math.max(caughtUpTo, upTo);
        for (const commitNo of ownCommits) if (commitNo <= caughtUpTo) ownCommits.delete(commitNo);
        return ranges.length > 0;
      }),
    reload: (workspaceId) => inTurn(() => reloadNow(workspaceId)),
    reloadAll: () => inTurn(async () => void (await makeAnew(async () => [...graphs.keys()]))),
    reloadChanged: () =>
      inTurn(async () => {
        const fresh = await identityRulesStore.all(ledger);
        for (const workspaceId of new Set([...rules.keys(), ...fresh.keys()])) {
          const now = fresh.get(workspaceId) ?? standardRules;
          if (JSON.stringify(now) !== JSON.stringify(rulesOf(workspaceId))) await reloadNow(workspaceId);
        }
      }),
    profileKeyOf(workspaceId, identifierKey) {
      if (!isIdentifierKey(identifierKey)) return null;
      const graph = graphs.get(workspaceId);
      const node = graph ? nodeOf(graph, identifierKey) : -1;
      return graph && node >= 0 ? textOf(graph, graph.profileOf(node)) : identifierKey;
    },
    identifierKeysOf(workspaceId, profileKey) {
      const graph = graphs.get(workspaceId);
      const node = graph ? nodeOf(graph, profileKey) : -1;
      if (!graph || node < 0) return [profileKey];
      return [...graph.nodes.membersOf(node)].map((member) => textOf(graph, member));
    },
    eachOfProfile(workspaceId, key, heard) {
      const graph = graphs.get(workspaceId);
      const node = graph ? graph.nodes.find(key.high, key.low) : -1;
      if (!graph || node < 0) {
        heard(key.high, key.low, key, 1);
        return;
      }
      const { nodes } = graph;
      const smallest = graph.profileOf(node);
      const profile = { high: nodes.high[smallest]!, low: nodes.low[smallest]! };
      const members = nodes.members[nodes.root(node)]!;
      let at = node;
      do {
        heard(nodes.high[at]!, nodes.low[at]!, profile, members);
        at = nodes.next[at]!;
      } while (at !== node);
    },
    linksOf(workspaceId, keys) {
      const graph = graphs.get(workspaceId);
      if (!graph) return [];
      const links = new Set(nodesOf(graph, keys).flatMap((node) => [...graph.links.of(node)]));
      return [...links].map((link) => ({
        a: textOf(graph, graph.links.a[link]!),
        b: textOf(graph, graph.links.b[link]!),
        rule: linkRules[graph.links.rule[link]!]!,
        at: graph.links.at[link]!,
        rejection: rejections[graph.links.rejection[link]!]!,
      }));
    },
    apartOf(workspaceId, key) {
      const graph = graphs.get(workspaceId);
      const node = graph ? nodeOf(graph, key) : -1;
      if (!graph || node < 0) return null;
      if (graph.nodes.blocked[node] === 1) return 'blocked';
      return graph.isShared(node) ? 'shared' : null;
    },
    suppose(workspaceId, keys, decisions) {
      const graph = graphs.get(workspaceId);
      if (!graph) return keys.map((key) => [key]);
      const own = nodesOf(graph, keys).flatMap((node) => [...graph.nodes.membersOf(node)]);
      const supposed = graph.copyAround(own);
      const nodeIn = (key: string) => nodeOf(supposed, key);
      for (const [index, { a, b, rule }] of decisions.entries()) {
        const at = Number.MAX_SAFE_INTEGER - decisions.length + index;
        supposed.link(nodeIn(a), nodeIn(b), linkRules.indexOf(rule) as RuleCode, at);
      }
      const profiles = new Map<number, string[]>();
      for (const key of new Set(own.map((node) => textOf(graph, node)))) {
        const root = supposed.profileOf(nodeIn(key));
        profiles.set(root, [...(profiles.get(root) ?? []), key]);
      }
      return [...profiles.values()];
    },
    mayLink(workspaceId, a, b) {
      const graph = graphs.get(workspaceId);
      if (!graph) return false;
      const [one, other] = [nodeOf(graph, a), nodeOf(graph, b)];
      return one >= 0 && other >= 0 && graph.mayLink(one, other);
    },
    areParted(workspaceId, a, b) {
      const graph = graphs.get(workspaceId);
      if (!graph) return false;
      const [one, other] = [nodeOf(graph, a), nodeOf(graph, b)];
      return one >= 0 && other >= 0 && graph.areParted(one, other);
    },
    counts(workspaceId) {
      const graph = graphs.get(workspaceId) ?? new IdentityGraph();
      const links = { none: 0, limit: 0, shared: 0, removed: 0, blocked: 0 };
      for (let link = 0; link < graph.links.size; link += 1) {
        if (linkRules[graph.links.rule[link]!] !== 'removed')
          links[rejections[graph.links.rejection[link]!]!] += 1;
      }
      let profiles = 0;
      for (let node = 0; node < graph.nodes.size; node += 1)
        if (graph.nodes.root(node) === node) profiles += 1;
      return { identifiers: graph.nodes.size, profiles, links };
    },
    crowded(workspaceId, most) {
      const graph = graphs.get(workspaceId);
      if (!graph) return [];
      const found = [];
      for (let node = 0; node < graph.nodes.size; node += 1) {
        if (graph.links.degree(node) > most)
          found.push({ key: textOf(graph, node), links: graph.links.degree(node) });
      }
      return found.sort((a, b) => b.links - a.links).slice(0, 20);
    },
  };
}
