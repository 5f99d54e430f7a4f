import type { TopicExamples, TopicPreview, TopicTree } from '@lyhord/contract';
import { readyFeelings } from '@lyhord/text/feelings';
import { shippedTopics } from '@lyhord/text/topics';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openUnderstand, type TestUnderstand, type TestWorkspace } from '../testing/open-understand.ts';

let test: TestUnderstand;
let own: TestWorkspace;
const period = { from: '2026-03-01', to: '2026-03-31' };
const said = [
  ...Array.from({ length: 7 }, () => 'I felt safe all the time.'),
  ...Array.from({ length: 4 }, () => 'I did not feel safe at all.'),
  ...Array.from({ length: 9 }, () => 'The bread was fresh.'),
];
const tree: TopicTree = {
  topics: [...shippedTopics.topics, ...readyFeelings.filter(({ key }) => key === 'feeling.safe')],
};

beforeAll(async () => {
  test = await openUnderstand();
  own = await test.workspace();
  await own.record(
    said.map((text, index) => ({
      ...{ messageId: `f${index}`, kind: 'survey' as const, place: 'lund', text, language: 'en' },
      answers: [{ question: 'nps', value: 8 }],
      happenedAt: '2026-03-05T10:00:00Z',
    })),
  );
});
afterAll(() => test.close());

async function call<T>(id: string, params: object, body: object = {}): Promise<T> {
  const route = test.understand.routes.find(({ endpoint }) => endpoint.id === id)!;
  return (await route.handle({ params, body, query: {} } as never, { viewer: own.viewer() } as never)) as T;
}
const share = async () =>
  (await test.understand.ask(own.viewer(), { metric: 'wanted_feelings', by: [], period })).rows[0];
async function historyRead(): Promise<void> {
  for (;;) {
    if ((await call<{ preparing: object | null }>('topicVersions', {})).preparing === null) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
const topics = () => test.understand.topics(own.viewer(), { ...period, metric: 'nps' });

it('no feeling is wanted until a workspace chooses one; then a preview says what would change', async () => {
  expect((await topics()).wantedFeelings).toBeNull();
  expect((await share())?.value ?? null).toBeNull();
  const { topics: changed } = await call<TopicPreview>('previewTopicTree', {}, tree);
  expect(changed.map(({ key, added }) => [key, added])).toEqual([['feeling.safe', 11]]);
});

it('a chosen feeling is read into all history at once, felt or missed, and counts as a share of comments', async () => {
  await call('changeTopicTree', {}, tree);
  await historyRead();
  const { topics: rows, wantedFeelings } = await topics();
  const safe = rows.find(({ key }) => key === 'feeling.safe');
  expect(safe).toMatchObject({ kind: 'feeling', label: 'Safe', positive: 7, negative: 4 });
  expect(wantedFeelings?.value).toBeCloseTo(7 / said.length, 12);
  expect(await share()).toMatchObject({ value: 7 / said.length, n: said.length });
});

it('the feed teaches it: words of comments that somebody gave it are suggested, as missed where they missed it', async () => {
  const { signals } = await test.understand.feed(own.viewer(), { limit: 50 });
  const bread = signals.find(({ text }) => text?.startsWith('The bread'))!;
  const before = (await share())?.value ?? 0;
  await call('labelSignal', { id: bread.id }, { topic: 'feeling.safe', start: 4, end: 9, label: 'negative' });
  const { words } = await call<TopicExamples>('topicExamples', { id: 'feeling.safe' });
  expect(words).toEqual([{ word: 'bread', language: 'en', examples: 1, missed: true }]);
  expect((await share())?.value).toBe(before);
  const felt = { topic: 'feeling.safe', start: 14, end: 19, label: 'positive' };
  await call('labelSignal', { id: bread.id }, felt);
  expect((await share())?.value).toBeCloseTo(8 / said.length, 12);
});
