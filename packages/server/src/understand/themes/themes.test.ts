import type { SignalInput, Theme } from '@lyhord/contract';
import { xoshiro128 } from '@lyhord/stats';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openUnderstand, type TestUnderstand, type TestWorkspace } from '../testing/open-understand.ts';

let test: TestUnderstand;
let own: TestWorkspace;

const mixed = (starts: readonly string[], ends: readonly string[]) =>
  starts.flatMap((start) => ends.map((end) => `${start} ${end}`));
// A wish that no shipped topic knows, in other words and other compounds.
const pumps = mixed(
  ['Ni borde ha', 'Sätt upp', 'Varför finns inga', 'Det behövs', 'Kan ni ordna'],
  [
    'cykelpumpar för alla cyklister',
    'en pump till cykeln',
    'pumpar för cyklar',
    'någonstans att pumpa cykeln',
  ],
);
const sledges = mixed(
  ['Det hänger', 'Någon har glömt', 'Barnen såg', 'Varför ligger'],
  ['en pulka på taket', 'pulkor på taket', 'en röd pulka uppe på taket'],
);
/** Everyday remarks, each another one: what is said once is no theme. */
const everyday =
  `hunden grannen stan vagnen solen eftermiddagen bussen mössan farfar paraplyet barnbarnen kusinen stugan båten stranden
  kvällen boken matchen resan kalaset helgen vädret tåget filmen`.split(/\s+/);
const others = everyday.flatMap((word, index) =>
  [5, 11, 17].map((step) => `Pratade om ${word} och ${everyday[(index * step + step) % everyday.length]}`),
);

function signals(
  name: string,
  texts: readonly string[],
  count: number,
  place: string,
  day: string,
): SignalInput[] {
  const random = xoshiro128(name.length + count);
  return Array.from({ length: count }, (_, index) => ({
    messageId: `${name}-${index}`,
    kind: 'survey' as const,
    place,
    happenedAt: `${day}T10:00:00Z`,
    text: `${texts[Math.floor(random() * texts.length)]!}. Trevlig personal!`,
    language: 'sv',
  }));
}
const themes = (over = {}) => call('listThemes', { state: 'found' }, over);
interface Reply {
  themes: Theme[];
  look: object;
  topic: string;
  reanalysing: number;
}
async function call(
  id: string,
  query: object,
  over = {},
  params: object = {},
  body: object = {},
): Promise<Reply> {
  const route = test.understand.routes.find(({ endpoint }) => endpoint.id === id)!;
  const input = { params, query, body } as never;
  return (await route.handle(input, { viewer: own.viewer(over) } as never)) as unknown as Reply;
}

beforeAll(async () => {
  test = await openUnderstand();
  own = await test.workspace();
  await own.record([
    ...signals('pumps', pumps, 30, 'lund', '2026-03-20'),
    ...signals('sledge', sledges, 20, 'malmo', '2026-03-10'),
    ...signals('other', others, 60, 'lund', '2026-02-10'),
  ]);
  await test.understand.lookForThemes(own.workspaceId);
});
afterAll(() => test.close());

describe('themes that no topic names', () => {
  it('are found beside what topics cover, with names from the comments, places and quotes that differ', async () => {
    const { themes: found, look } = await themes();
    const theme = found.find(({ name }) => /pump|cykel|cykl/.test(name))!;
    expect(theme.comments).toBeGreaterThanOrEqual(24);
    expect(found.filter(({ name }) => /pump|cykel|cykl/.test(name))).toHaveLength(1);
    expect(theme.places[0]).toMatchObject({ name: 'lund' });
    expect(new Set(theme.quotes.map(({ text }) => text)).size).toBe(theme.quotes.length);
    expect(theme.phrases.join()).not.toMatch(/personal/);
    expect(look).toMatchObject({ comments: 110, faded: [] });
  });

  it('show a manager only what their own places say', async () => {
    const malmo = { role: 'manager' as const, placeIds: [own.place('malmo')] };
    const { themes: seen } = await themes(malmo);
    expect(seen.length).toBeGreaterThan(0);
    for (const theme of seen) {
      expect(theme.name).toMatch(/pulk|tak/);
      for (const { placeId } of theme.quotes) expect(placeId).toBe(own.place('malmo'));
    }
  });

  it('keep their identity and their judgement when they are found again with more comments', async () => {
    const before = (await themes()).themes;
    const sledge = before.find(({ name }) => /pulk|tak/.test(name))!;
    await call('judgeTheme', {}, {}, { id: sledge.id }, { state: 'dismissed' });
    await own.record(signals('again', pumps, 20, 'odense', '2026-04-02'));
    await test.understand.lookForThemes(own.workspaceId);
    const now = (await themes()).themes;
    const idOf = (list: Theme[]) => list.find(({ name }) => /pump|cykel|cykl/.test(name))!.id;
    expect(idOf(now)).toBe(idOf(before));
    expect(now.some(({ id }) => id === sledge.id)).toBe(false);
    expect((await call('listThemes', { state: 'dismissed' })).themes[0]!.id).toBe(sledge.id);
  });

  it('become a topic with one click, and history is read with it', async () => {
    const theme = (await themes()).themes.find(({ name }) => /pump|cykel|cykl/.test(name))!;
    const { topic, reanalysing } = await call('judgeTheme', {}, {}, { id: theme.id }, { state: 'accepted' });
    expect(reanalysing).toBe(130);
    const period = { from: '2026-01-01', to: '2026-12-31', metric: 'nps' as const };
    for (let wait = 0; wait < 600; wait++) {
      const { topics } = await test.understand.topics(own.viewer(), period);
      const row = topics.find(({ key }) => key === topic);
      if (row) {
        expect(row.volume).toBeGreaterThanOrEqual(40);
        return;
      }
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error('history was not read with the new topic');
  });
});
