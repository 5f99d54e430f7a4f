import type { TextModel } from '@lyhord/contract';
import { teach } from '@lyhord/text';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openUnderstand, type TestUnderstand, type TestWorkspace } from '../testing/open-understand.ts';

let test: TestUnderstand;
let own: TestWorkspace;
const goods = ['chairs', 'lamps', 'tables', 'rugs', 'shelves', 'mirrors', 'vases', 'clocks'];
const days = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'];
const floors = ['first', 'second', 'third', 'fourth', 'fifth', 'top'];

beforeAll(async () => {
  test = await openUnderstand();
  own = await test.workspace();
  // "Flurpy" and "dronkish" are this company's own words of praise and blame: no shipped model knows them.
  const comments = goods.flatMap((good) =>
    days.flatMap((day) =>
      floors.flatMap((floor) => [
        { text: `The ${good} on the ${floor} floor were flurpy this ${day}`, value: 10 },
        { text: `The ${good} on the ${floor} floor were dronkish this ${day}`, value: 1 },
      ]),
    ),
  );
  await own.record(
    comments.map(({ text, value }, index) => ({
      ...{ messageId: `m${index}`, kind: 'survey' as const, place: 'lund', text, language: 'en' },
      answers: [{ question: 'nps', value }],
      happenedAt: '2026-03-05T10:00:00Z',
    })),
  );
});
afterAll(() => test.close());

interface Listed {
  models: TextModel[];
  inUse: string | null;
  comments: number;
}
async function call<T>(id: string, body: object = {}): Promise<T> {
  const route = test.understand.routes.find(({ endpoint }) => endpoint.id === id)!;
  return (await route.handle(
    { params: {}, body, query: {} } as never,
    { viewer: own.viewer() } as never,
  )) as T;
}
const list = () => call<Listed>('listTextModels');
async function until<T>(ask: () => Promise<T>, holds: (answer: T) => boolean): Promise<T> {
  for (;;) {
    const answer = await ask();
    if (holds(answer)) return answer;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
const versions = () => call<{ preparing: object | null; versions: { taught: boolean }[] }>('topicVersions');

it('a workspace learns from its own scored comments, sees the gain, takes it into use and goes back', async () => {
  expect(await list()).toMatchObject({ models: [], inUse: null, comments: 480 });
  await call('learnTextModel');
  const { models } = await until(list, (one) => one.models[0]?.state === 'ready');
  const [learned] = models;
  expect(learned).toMatchObject({ source: 'learned', texts: 480, usable: true });
  expect(learned!.gain!.after.accuracy).toBeGreaterThan(learned!.gain!.before.accuracy);
  expect((await list()).inUse).toBeNull();
  await call('useTextModel', { id: learned!.id });
  await until(versions, ({ preparing }) => preparing === null);
  expect((await list()).inUse).toBe(learned!.id);
  expect((await versions()).versions[0]).toMatchObject({ taught: true });
  const [read] = await test.collect.analyse(own.workspaceId, [
    { text: 'The sofas were dronkish', languageHint: 'en' },
  ]);
  expect(read!.sentiment.closest).toBe('negative');
  await call('useTextModel', { id: null });
  await until(versions, ({ preparing }) => preparing === null);
  expect((await list()).inUse).toBeNull();
});

it('a model brought from a file is checked, and gives its topics by the names of the tree or under new ones', async () => {
  const lines = ['blue wall', 'blue desk', 'red wall', 'red desk'].map((text) => ({
    ...{ text, language: 'en', topics: [text.startsWith('blue') ? 'Staff' : 'Red things'] },
  }));
  const content = Buffer.from(teach(lines).bytes).toString('base64');
  const brought = await call<TextModel>('uploadTextModel', { content });
  expect(brought).toMatchObject({ source: 'uploaded', topics: ['Red things', 'Staff'], usable: true });
  await call('useTextModel', { id: brought.id });
  await until(versions, ({ preparing }) => preparing === null);
  const texts = [{ text: 'a red wall', languageHint: 'en' }];
  const [read] = await test.collect.analyse(own.workspaceId, texts);
  expect(read!.topics).toEqual(['taught.red_things']);
  await expect(call('uploadTextModel', { content: 'bm8gbW9kZWw=' })).rejects.toThrow();
});

it('a workspace without enough scored comments is told how many it takes', async () => {
  const other = await test.workspace();
  const route = test.understand.routes.find(({ endpoint }) => endpoint.id === 'learnTextModel')!;
  await expect(
    route.handle({ params: {}, body: {}, query: {} } as never, { viewer: other.viewer() } as never),
  ).rejects.toMatchObject({ code: 'invalid_input' });
});
