import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  drawBinomial,
  leaveOneTopicOut,
  type ScoreCell,
  shapleyTopicParts,
  type TopicCell,
  xoshiro128,
} from '../index.ts';

interface Comment {
  score: number;
  topics: string[];
}

function cellsOf(comments: Comment[]): { all: ScoreCell[]; mentions: TopicCell[] } {
  return {
    all: comments.map(({ score }) => ({ score, answers: 1 })),
    mentions: comments.flatMap(({ score, topics }) =>
      topics.map((topic) => ({ topic, score, answers: 1, topics: topics.length })),
    ),
  };
}

const mean = (list: number[]) => list.reduce((sum, x) => sum + x, 0) / list.length;
const comment = fc.record({
  score: fc.constantFrom(-100, 0, 100),
  topics: fc.uniqueArray(fc.constantFrom<string>('queue', 'staff', 'price', 'range'), { maxLength: 4 }),
});
const comments = fc.array(comment, { minLength: 1, maxLength: 40 });

describe('leave one topic out', () => {
  it('equals the score minus the score recomputed without the topic’s answers', () => {
    fc.assert(
      fc.property(comments, (list) => {
        const { all, mentions } = cellsOf(list);
        for (const { topic, points } of leaveOneTopicOut(all, mentions)) {
          const rest = list.filter(({ topics }) => !topics.includes(topic)).map(({ score }) => score);
          expect(points).toBeCloseTo(mean(list.map(({ score }) => score)) - mean(rest), 9);
        }
      }),
    );
  });

  it('has intervals that hold the long-run contribution in about 95 % of samples', () => {
    const random = xoshiro128(31);
    let held = 0;
    for (let run = 0; run < 1000; run++) {
      const own = drawBinomial(random, 400, 0.2);
      const ownBad = drawBinomial(random, own, 0.6);
      const restBad = drawBinomial(random, 400 - own, 0.2);
      const all = [
        { score: -100, answers: ownBad + restBad },
        { score: 100, answers: 400 - ownBad - restBad },
      ];
      const mentions = [
        { topic: 't', score: -100, answers: ownBad, topics: 1 },
        { topic: 't', score: 100, answers: own - ownBad, topics: 1 },
      ];
      const [found] = leaveOneTopicOut(all, mentions);
      const truth = 0.2 * (-20 - 60);
      held += Number(found!.low <= truth && truth <= found!.high);
    }
    expect(held / 1000).toBeGreaterThan(0.93);
    expect(held / 1000).toBeLessThan(0.975);
  });

  it('leaves out a topic that everybody mentions and refuses more mentions than answers', () => {
    const everybody = [{ topic: 'a', score: 5, answers: 3, topics: 1 }];
    expect(leaveOneTopicOut([{ score: 5, answers: 3 }], everybody)).toEqual([]);
    expect(() => leaveOneTopicOut([{ score: 5, answers: 2 }], everybody)).toThrow('topic a has 3 answers');
    expect(leaveOneTopicOut([], [])).toEqual([]);
  });
});

/** Shapley value by its definition, for up to four topics: the mean over all orders of joining. */
function shapleyByDefinition(list: Comment[], reference: number, topics: string[], counts: 'all' | 'any') {
  const worth = (group: string[]) =>
    list
      .filter(
        (c) => c.topics.length > 0 && c.topics[counts === 'all' ? 'every' : 'some']((t) => group.includes(t)),
      )
      .reduce((sum, { score }) => sum + (score - reference) / list.length, 0);
  const orders = (rest: string[]): string[][] =>
    rest.length === 0 ? [[]] : rest.flatMap((t) => orders(rest.filter((x) => x !== t)).map((o) => [t, ...o]));
  const all = orders(topics);
  return new Map(
    topics.map((topic) => [
      topic,
      mean(
        all.map((order) => {
          const before = order.slice(0, order.indexOf(topic));
          return worth([...before, topic]) - worth(before);
        }),
      ),
    ]),
  );
}

describe('Shapley parts over topics', () => {
  it('equal the definition, whether an answer counts with all or with any of its topics', () => {
    fc.assert(
      fc.property(comments, fc.constantFrom('all' as const, 'any' as const), (list, counts) => {
        const { all, mentions } = cellsOf(list);
        const topics = [...new Set(mentions.map(({ topic }) => topic))];
        const expected = shapleyByDefinition(list, 10, topics, counts);
        for (const { topic, points } of shapleyTopicParts(all, mentions, 10)!.parts) {
          expect(points).toBeCloseTo(expected.get(topic)!, 9);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('add up to the score minus the reference', () => {
    fc.assert(
      fc.property(
        comments,
        fc.option(fc.integer({ min: -100, max: 100 }), { nil: undefined }),
        (list, reference) => {
          const { all, mentions } = cellsOf(list);
          const result = shapleyTopicParts(all, mentions, reference)!;
          const sum = result.parts.reduce((s, part) => s + part.points, 0) + result.withoutTopic;
          expect(sum).toBeCloseTo(result.score - result.reference, 9);
        },
      ),
    );
  });

  it('have intervals that agree with a bootstrap', () => {
    const random = xoshiro128(8);
    const list: Comment[] = Array.from({ length: 300 }, () => {
      const queue = random() < 0.3;
      const topics = [...(queue ? ['queue'] : []), ...(random() < 0.4 ? ['staff'] : [])];
      return { score: random() < (queue ? 0.3 : 0.7) ? 100 : -100, topics };
    });
    const points = (sample: Comment[]) => {
      const { all, mentions } = cellsOf(sample);
      return shapleyTopicParts(all, mentions)!.parts.find(({ topic }) => topic === 'queue')!;
    };
    const draws = Array.from(
      { length: 800 },
      () => points(list.map(() => list[Math.floor(random() * 300)]!)).points,
    );
    const spread = Math.sqrt(mean(draws.map((x) => (x - mean(draws)) ** 2)));
    const one = points(list);
    expect((one.high - one.low) / (2 * 1.96 * spread)).toBeCloseTo(1, 1);
  });

  it('no answers give null', () => {
    expect(shapleyTopicParts([], [])).toBeNull();
  });
});
