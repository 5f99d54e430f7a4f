import type { EmergingWords, SignalInput, WordComparison } from '@lyhord/contract';
import { xoshiro128 } from '@lyhord/stats';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openUnderstand, type TestUnderstand, type TestWorkspace } from '../testing/open-understand.ts';

let test: TestUnderstand;
const vocabulary = Array.from(
  { length: 60 },
  (_, i) =>
    `${'bdfgklmnprstv'[i % 13]}${'aeiou'[i % 5]}${'lmnrst'[i % 6]}ka${'bdfgk'[Math.floor(i / 13)]}ord`,
);

/** Comments of words by chance, evenly over half a year and four stores; `more` says what is planted where. */
function comments(
  seed: number,
  count: number,
  more: (day: number, place: string) => string | null,
): SignalInput[] {
  const random = xoshiro128(seed);
  const places = ['lund', 'malmo', 'arhus', 'odense'];
  return Array.from({ length: count }, (_, index) => {
    const day = Math.floor(random() * 120);
    const place = places[Math.floor(random() * places.length)]!;
    const words = Array.from({ length: 5 }, () => vocabulary[Math.floor(random() ** 2 * vocabulary.length)]!);
    const planted = random() < 0.3 ? more(day, place) : null;
    return {
      messageId: `${seed}-${index}`,
      kind: 'survey' as const,
      place,
      happenedAt: new Date(Date.UTC(2026, 0, 1) + day * 86_400_000 + 36_000_000).toISOString(),
      text: [...words, ...(planted ? [planted] : [])].join(' '),
      language: 'sv',
    };
  });
}
const period = { from: '2026-01-01', to: '2026-04-30' };
async function call(own: TestWorkspace, id: string, query: object, over = {}) {
  const route = test.understand.routes.find(({ endpoint }) => endpoint.id === id)!;
  return (await route.handle(
    { query } as never,
    { viewer: own.viewer(over) } as never,
  )) as unknown as EmergingWords & WordComparison;
}
const words = (answer: { words: { word: string }[] }) => answer.words.map(({ word }) => word);

let quiet: TestWorkspace;
let loud: TestWorkspace;
beforeAll(async () => {
  test = await openUnderstand();
  quiet = await test.workspace();
  loud = await test.workspace();
  await quiet.record(comments(5, 1_500, () => null));
  await loud.record(
    comments(6, 1_500, (day, place) =>
      place === 'lund' && day >= 100 ? 'glassplitter' : place === 'odense' ? 'parkeringshuset' : null,
    ),
  );
});
afterAll(() => test.close());

describe('emerging words', () => {
  it('are none, or next to none, where words come and go by chance', async () => {
    const answer = await call(quiet, 'emergingWords', period);
    expect(answer.compared).toBeGreaterThan(200);
    expect(answer.words.length).toBeLessThanOrEqual(1);
  });

  it('name what has come up, where it has, and nothing that was always said', async () => {
    const answer = await call(loud, 'emergingWords', period);
    expect(answer.words[0]).toMatchObject({ word: 'glassplitter', placeName: 'lund' });
    expect(words(answer)).not.toContain('parkeringshuset');
  });

  it('are looked for in the places that the reader may see', async () => {
    const answer = await call(loud, 'emergingWords', period, {
      role: 'manager',
      placeIds: [loud.place('odense')],
    });
    expect(words(answer)).not.toContain('glassplitter');
    expect(answer.recent.comments).toBeLessThan(150);
  });
});

describe('a comparison of what is said', () => {
  const other = { otherFrom: period.from, otherTo: period.to };

  it('tells a place from all others, with an interval that keeps clear of nought', async () => {
    const answer = await call(loud, 'compareWords', { ...period, ...other, place: loud.place('odense') });
    expect(answer.more[0]).toMatchObject({ word: 'parkeringshuset' });
    expect(answer.more[0]!.low).toBeGreaterThan(0);
    expect(answer.more[0]!.ownShare).toBeGreaterThan(0.1);
    expect(answer.comments + answer.otherComments).toBe(1_500);
  });

  it('tells two periods apart, says the same the other way round, and refuses a side that holds nothing else', async () => {
    const early = { from: '2026-01-01', to: '2026-03-31' };
    const late = { from: '2026-04-01', to: '2026-04-30' };
    const ask = (a: typeof early, b: typeof early) =>
      call(loud, 'compareWords', {
        ...a,
        otherFrom: b.from,
        otherTo: b.to,
        place: loud.place('lund'),
        otherPlace: loud.place('lund'),
      });
    const [forth, back] = [await ask(late, early), await ask(early, late)];
    expect(forth.more[0]!.word).toBe('glassplitter');
    expect(back.less[0]!.word).toBe('glassplitter');
    await expect(ask(early, early)).rejects.toThrow(/same comments/);
  });

  it('finds nothing between two halves of chance', async () => {
    const answer = await call(quiet, 'compareWords', {
      ...period,
      ...other,
      place: quiet.place('lund'),
      otherPlace: quiet.place('malmo'),
    });
    expect(answer.more.length + answer.less.length).toBeLessThanOrEqual(1);
  });
});
