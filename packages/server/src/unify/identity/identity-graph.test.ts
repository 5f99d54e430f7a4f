import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { IdentityGraph } from './identity-graph.ts';
import { type RuleCode, typeCode } from './identity-rules.ts';

const [user, email, anonymous] = [typeCode('user_id'), typeCode('email'), typeCode('anonymous_id')];
interface Link {
  a: number;
  b: number;
  rule: RuleCode;
  at: number;
}
const types = [
  user,
  user,
  user,
  user,
  user,
  user,
  user,
  email,
  email,
  email,
  anonymous,
  anonymous,
  anonymous,
];

/** Profiles as sets of nodes, whatever the order in which nodes and links came. */
function profiles(
  links: readonly Link[],
  order: readonly number[] = types.map((_, index) => index),
): string[] {
  const graph = new IdentityGraph();
  const nodeOf = new Map(order.map((key) => [key, graph.identifier(0, key + 1, types[key]!)]));
  for (const { a, b, rule, at } of links) {
    const [first, second] = a < b ? [a, b] : [b, a];
    graph.link(nodeOf.get(first)!, nodeOf.get(second)!, rule, at);
  }
  const groups = new Map<number, number[]>();
  for (const key of types.keys()) {
    const root = graph.nodes.low[graph.profileOf(nodeOf.get(key)!)]!;
    groups.set(root, [...(groups.get(root) ?? []), key]);
  }
  return [...groups].map(([root, keys]) => `${root - 1}:${keys.join(',')}`).sort();
}

const link = fc
  .record({
    a: fc.integer({ min: 0, max: types.length - 1 }),
    b: fc.integer({ min: 0, max: types.length - 1 }),
    rule: fc.constantFrom<RuleCode>(2, 2, 2, 2, 1, 0, 3),
    at: fc.integer({ min: 0, max: 50 }),
  })
  .filter(({ a, b }) => a !== b);
/** Two people's decisions about the same pair at the same moment have no order. */
const histories = fc.uniqueArray(link, {
  maxLength: 30,
  selector: ({ a, b, at }) => `${Math.min(a, b)},${Math.max(a, b)},${at}`,
});

describe('profiles', () => {
  it('do not depend on the order in which links arrive', () => {
    fc.assert(
      fc.property(
        histories.chain((links) =>
          fc.tuple(
            fc.constant(links),
            fc.shuffledSubarray(links, { minLength: links.length }),
            fc.shuffledSubarray([...types.keys()], { minLength: types.length }),
          ),
        ),
        ([links, shuffled, order]) => {
          expect(profiles(shuffled, order)).toEqual(profiles(links));
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it('are after a removed link what they would be without it', () => {
    fc.assert(
      fc.property(histories, link, (links, extra) => {
        const others = links.filter(
          ({ a, b }) =>
            !(Math.min(a, b) === Math.min(extra.a, extra.b) && Math.max(a, b) === Math.max(extra.a, extra.b)),
        );
        const merged: Link = { ...extra, rule: 0, at: 100 };
        const split: Link = { ...extra, rule: 3, at: 101 };
        expect(profiles([...others, merged, split])).toEqual(profiles(others));
      }),
      { numRuns: 1_000 },
    );
  });

  it('never have two user ids, unless a person said so', () => {
    const [u1, u2, mail] = [0, 1, 7];
    const shared = [
      { a: u1, b: mail, rule: 2, at: 1 },
      { a: u2, b: mail, rule: 2, at: 2 },
    ] as Link[];
    expect(profiles(shared)).toContain('0:0,7');
    expect(profiles(shared)).toContain('1:1');
    expect(profiles([...shared, { a: u1, b: u2, rule: 0, at: 3 }])).toContain('0:0,1,7');
  });

  it('take in new e-mails over the years, but not many at once', () => {
    const year = 366 * 86_400_000;
    const graphOf = (step: number) => {
      const graph = new IdentityGraph();
      const root = graph.identifier(0, 1, user);
      for (let n = 0; n < 8; n += 1) graph.link(root, graph.identifier(0, 10 + n, email), 2, n * step);
      return graph.nodes.members[graph.nodes.root(root)];
    };
    expect(graphOf(year)).toBe(9);
    expect(graphOf(1_000)).toBe(6);
  });

  it('do not join by a mailbox that belongs to nobody in particular', () => {
    const graph = new IdentityGraph();
    const [one, other] = [graph.identifier(0, 1, anonymous), graph.identifier(0, 2, anonymous)];
    const info = graph.identifier(0, 3, email, true);
    graph.link(one, info, 2, 1);
    graph.link(other, info, 2, 2);
    expect(graph.profileOf(one)).not.toBe(graph.profileOf(other));
    expect(graph.links.rejection[0]).toBe(4);
  });

  it('leave a device that many use to itself', () => {
    const till = 10;
    const links = [0, 1, 2, 3, 4].map((a) => ({ a, b: till, rule: 2 as const, at: a }));
    expect(profiles(links.slice(0, 4))).toContain('0:0,10');
    expect(profiles(links)).toContain('10:10');
    expect(profiles(links)).toContain('0:0');
  });
});

it('300,000 identifiers and 200,000 links take less than 30 MB', () => {
  const graph = new IdentityGraph();
  for (let customer = 0; customer < 100_000; customer += 1) {
    const nodes = [0, 1, 2].map((n) =>
      graph.identifier(customer * 7919 + n, customer * 31 + n, [user, email, anonymous][n]!),
    );
    graph.link(nodes[0]!, nodes[1]!, 2, customer);
    graph.link(nodes[0]!, nodes[2]!, 2, customer);
  }
  const arrays = [graph.nodes, graph.links]
    .flatMap((table) => Object.values(table))
    .filter(ArrayBuffer.isView);
  const bytes = arrays.reduce((sum, array) => sum + array.byteLength, 0);
  expect(bytes / 1e6).toBeLessThan(30);
  expect(graph.nodes.members[graph.nodes.root(graph.nodes.find(0, 0))]).toBe(3);
});
