// Promise: profiles are at hand in memory, made from the ledger of links at start and kept up with every commit.
import { decimal, type IdentityNews, keyOfText } from '../../collect/index.ts';
import type { Warehouse } from '../../platform/stores/warehouse.ts';
import { IdentityGraph } from './identity-graph.ts';
import { linkRules, type RuleCode, typeCode } from './identity-rules.ts';
import { eachIdentifier, eachLink, identifiedWorkspaces } from './identity-store.ts';

export interface Identities {
  /** Reads the ledger of links of every workspace. */
  load(): Promise<void>;
  /** Makes the profiles of one workspace again, after links were taken out of the ledger. */
  reload(workspaceId: string): Promise<void>;
  note(workspaceId: string, news: IdentityNews): void;
  /** The key of the profile that an identifier belongs to, as decimal text; null for no identifier. */
  profileKeyOf(workspaceId: string, identifierKey: string): string | null;
  /** Keys of all identifiers of the profile that the key belongs to. */
  identifierKeysOf(workspaceId: string, profileKey: string): string[];
}

export function createIdentities(warehouse: Warehouse): Identities {
  const graphs = new Map<string, IdentityGraph>();
  const graphOf = (workspaceId: string) => {
    const graph = graphs.get(workspaceId) ?? new IdentityGraph();
    graphs.set(workspaceId, graph);
    return graph;
  };
  /** What is committed while a workspace's graph is made again. */
  const meanwhile = new Map<string, IdentityNews[]>();
  const nodeOf = (graph: IdentityGraph, key: string) => {
    if (!/^\d{1,20}$/.test(key)) return -1;
    const { high, low } = keyOfText(key);
    return graph.nodes.find(high, low);
  };
  const textOf = (graph: IdentityGraph, node: number) =>
    decimal(graph.nodes.high[node]!, graph.nodes.low[node]!);

  return {
    async load() {
      graphs.clear();
      for (const workspaceId of await identifiedWorkspaces(warehouse)) {
        await fill(graphOf(workspaceId), warehouse, workspaceId);
      }
    },
    async reload(workspaceId) {
      const news: IdentityNews[] = [];
      meanwhile.set(workspaceId, news);
      try {
        const graph = new IdentityGraph();
        await fill(graph, warehouse, workspaceId);
        for (const one of news) add(graph, one);
        graphs.set(workspaceId, graph);
      } finally {
        meanwhile.delete(workspaceId);
      }
    },
    note(workspaceId, news) {
      if (news.identifiers.length === 0 && news.links.length === 0) return;
      meanwhile.get(workspaceId)?.push(news);
      add(graphOf(workspaceId), news);
    },
    profileKeyOf(workspaceId, identifierKey) {
      if (identifierKey === '' || identifierKey === '0') return null;
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
  };
}

function add(graph: IdentityGraph, { identifiers, links }: IdentityNews): void {
  for (const { key, type } of identifiers) graph.identifier(key.high, key.low, typeCode(type));
  for (const { a, b, rule, linkedAt } of links) {
    const ends = [graph.nodes.find(a.high, a.low), graph.nodes.find(b.high, b.low)] as const;
    if (ends[0] < 0 || ends[1] < 0) continue;
    graph.link(ends[0], ends[1], linkRules.indexOf(rule) as RuleCode, linkedAt);
  }
}

async function fill(graph: IdentityGraph, warehouse: Warehouse, workspaceId: string): Promise<void> {
  await eachIdentifier(warehouse, workspaceId, (high, low, type) => graph.identifier(high, low, type));
  await eachLink(warehouse, workspaceId, ({ a, b, rule, at }) => {
    const ends = [graph.nodes.find(...a), graph.nodes.find(...b)] as const;
    if (ends[0] >= 0 && ends[1] >= 0) graph.link(ends[0], ends[1], rule as RuleCode, at);
  });
}
