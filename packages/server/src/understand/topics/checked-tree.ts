import type { TopicTree } from '@lyhord/contract';
import { Problem } from '../../platform/http/problem.ts';

/** Refuses a tree with a key twice, a parent that is not there, or a topic above itself; names which. */
export function checkedTree(tree: TopicTree): TopicTree {
  const parents = new Map<string, string | null>();
  for (const { key, parent } of tree.topics) {
    if (parents.has(key)) refuse(`The topic "${key}" stands in the tree twice.`);
    parents.set(key, parent);
  }
  for (const { key, parent } of tree.topics) {
    if (parent !== null && !parents.has(parent)) {
      refuse(`The topic "${key}" stands under "${parent}", which is not in the tree.`);
    }
    const passed = new Set<string>();
    for (let at: string | null = key; at !== null; at = parents.get(at) ?? null) {
      if (passed.has(at)) refuse(`The topic "${key}" stands above itself, by way of "${at}".`);
      passed.add(at);
    }
  }
  return tree;
}

function refuse(detail: string): never {
  throw new Problem('invalid_input', { detail });
}
