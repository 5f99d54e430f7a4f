import { type IdentityRules, joinsNobody } from '@lyhord/contract';
import type { IdentityNews } from '../../collect/index.ts';
import type { IdentityGraph } from './identity-graph.ts';
import { linkRules, type RuleCode, typeCode } from './identity-rules.ts';

/** Notes on a workspace's graph what a commit brought. */
export function noteNews(
  graph: IdentityGraph,
  rules: IdentityRules,
  { identifiers, links }: IdentityNews,
): void {
  for (const { key, type, value } of identifiers) {
    const blocked = value !== undefined && joinsNobody(rules, type, value);
    graph.identifier(key.high, key.low, typeCode(type), blocked);
  }
  for (const { a, b, rule, linkedAt } of links) {
    const ends = [graph.nodes.find(a.high, a.low), graph.nodes.find(b.high, b.low)] as const;
    if (ends[0] < 0 || ends[1] < 0) continue;
    graph.link(ends[0], ends[1], linkRules.indexOf(rule) as RuleCode, linkedAt);
  }
}
