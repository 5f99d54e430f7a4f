import type { TopicPage, TopicParts, TopicPreview } from '@lyhord/contract';
import { shippedTopics } from '@lyhord/text/topics';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sql } from '../../platform/stores/sql.ts';
import { lockCheckpoint } from '../rollups/checkpoint-store.ts';
import { openUnderstand, type TestUnderstand, type TestWorkspace } from '../testing/open-understand.ts';

let test: TestUnderstand;
let own: TestWorkspace;
const text = 'The queue was long. The balcony is draughty.';
const period = { from: '2026-03-01', to: '2026-03-31', metric: 'nps' as const };

beforeAll(async () => {
  test = await openUnderstand();
  own = await test.workspace();
  await own.record(
    Array.from({ length: 6 }, (_, index) => ({
      ...{ messageId: `c${index}`, kind: 'survey' as const, place: 'lund', text, language: 'en' },
      answers: [{ question: 'nps', value: 3 }],
      happenedAt: '2026-03-05T10:00:00Z',
    })),
  );
});
afterAll(() => test.close());

async function call<T = unknown>(
  id: string,
  params: object,
  body: object = {},
  query: object = {},
): Promise<T> {
  const route = test.understand.routes.find(({ endpoint }) => endpoint.id === id)!;
  return (await route.handle({ params, body, query } as never, { viewer: own.viewer() } as never)) as T;
}
const volume = async (topic: string) =>
  (await test.understand.topics(own.viewer(), period)).topics.find(({ key }) => key === topic)?.volume ?? 0;
const first = async () => (await test.understand.feed(own.viewer(), { limit: 1 })).signals[0]!;
const history = async () => {
  for (let wait = 0; wait < 1_200; wait++) {
    const { preparing } = await call<{ preparing: object | null }>('topicVersions', {});
    if (preparing === null) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('history was not read again');
};

describe('what people correct', () => {
  it('counts at once: a mention that is none, and a topic given to words that had none', async () => {
    expect(await volume('queue')).toBe(6);
    const { id, mentions } = await first();
    const { start, end } = mentions.find(({ aspect }) => aspect === 'queue')!;
    const nothing = { correctAspect: null, correctLabel: null };
    await call('correctMention', { id }, { aspect: 'queue', start, end, ...nothing });
    expect(await volume('queue')).toBe(5);
    const at = text.indexOf('balcony');
    const label = { topic: 'store.cleanliness', start: at, end: at + 7, label: 'negative' };
    await call('labelSignal', { id }, label);
    await call('labelSignal', { id }, label);
    expect(await volume('store.cleanliness')).toBe(1);
    const named = (await first()).mentions.map(({ aspect, confidence }) => [aspect, confidence]);
    expect(named.filter(([aspect]) => aspect === 'queue')).toEqual([]);
    expect(named.filter(([aspect]) => aspect === 'store.cleanliness')).toEqual([['store.cleanliness', 1]]);
    expect(await test.understand.verifyRollups(own.workspaceId)).toEqual({ equal: true, differences: [] });
  });

  it('counts also when the days are being counted at that moment', async () => {
    const { ledger, warehouse } = test.platform;
    const busy = await test.workspace();
    await busy.record([
      {
        ...{ messageId: 'busy', kind: 'survey' as const, place: 'lund', text, language: 'en' },
        happenedAt: '2026-03-05T10:00:00Z',
      },
    ]);
    const { workspaceId } = busy;
    const viewer = busy.viewer();
    const [card] = (await test.understand.feed(viewer, { limit: 1 })).signals;
    const at = text.indexOf('balcony');
    const body = { topic: 'store.cleanliness', start: at, end: at + 7, label: 'negative' };
    const route = test.understand.routes.find(({ endpoint }) => endpoint.id === 'labelSignal')!;
    let corrected: Promise<unknown> | undefined;
    await ledger.transaction(async (tx) => {
      while ((await lockCheckpoint(tx, workspaceId)) === null) await new Promise(setImmediate);
      corrected = route.handle(
        { params: { id: card!.id }, body } as never,
        { viewer } as never,
      ) as Promise<unknown>;
      const named = sql`select 1 from mentions where workspace_id = ${workspaceId} and aspect = ${body.topic}`;
      while ((await warehouse.query(named)).length === 0) await new Promise(setImmediate);
      // the correction comes to its counting while this one holds the days
      for (let round = 0; round < 50; round++) await ledger.query(sql`select 1`);
    });
    await corrected;
    expect(await test.understand.verifyRollups(workspaceId)).toEqual({ equal: true, differences: [] });
  });

  it('teaches: the example and its words stand with the topic', async () => {
    const { examples, words } = await call<{ examples: object[]; words: object[] }>('topicExamples', {
      id: 'store.cleanliness',
    });
    expect(examples).toEqual([expect.objectContaining({ text, label: 'negative' })]);
    expect(words).toEqual([{ word: 'balcony', language: 'en', examples: 1, missed: true }]);
  });

  it('is told before it is saved what a tree changes, with examples and places', async () => {
    const tree = {
      topics: [
        ...shippedTopics.topics.filter(({ key }) => key !== 'queue'),
        {
          key: 'balcony',
          parent: null,
          names: { en: 'Balcony' },
          words: { en: ['balcony'] },
          exclusions: {},
        },
      ],
    };
    const preview = await call<TopicPreview>('previewTopicTree', {}, tree);
    expect(preview.comments).toBe(6);
    const balcony = preview.topics.find(({ key }) => key === 'balcony')!;
    expect(balcony).toMatchObject({ added: 6, lost: 0, before: 0, after: 6 });
    expect(balcony.places).toEqual([{ placeId: own.place('lund'), name: 'lund', added: 6, lost: 0 }]);
    const { start, end } = balcony.examples[0]!;
    expect(text.slice(start, end)).toBe('balcony');
    expect(await volume('balcony')).toBe(0);
    await call('changeTopicTree', {}, tree);
    await history();
    expect(await volume('balcony')).toBe(6);
  });

  it('holds when history is read again, and there is a way back to the former topics', async () => {
    expect(await volume('store.cleanliness')).toBe(1);
    const { versions } = await call<{ versions: { version: number; state: string }[] }>('topicVersions', {});
    expect(versions.map(({ version, state }) => [version, state])).toEqual([
      [1, 'current'],
      [0, 'replaced'],
    ]);
    await call('restoreTopicVersion', {}, { version: 0 });
    await history();
    expect(await volume('queue')).toBe(5);
    expect(await volume('balcony')).toBe(0);
    expect(await volume('store.cleanliness')).toBe(1);
  });

  it('shows parts that add up to the score, and a topic by touchpoint, channel and kind', async () => {
    const parts = await call<TopicParts>('topicParts', {}, {}, period);
    const sum = parts.parts.reduce((all, { points }) => all + points, 0);
    expect(sum + parts.withoutTopic).toBeCloseTo(0, 9);
    expect(parts.n).toBe(6);
    const page = await call<TopicPage>('readTopic', { id: 'queue' }, {}, period);
    expect(page.by.find(({ dimension }) => dimension === 'kind')!.rows).toEqual([
      expect.objectContaining({ key: 'survey', volume: 5 }),
    ]);
  });
});
