import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openUnderstand, type TestUnderstand, type TestWorkspace } from '../testing/open-understand.ts';
import { readSearch } from './search-query.ts';

let test: TestUnderstand;
let own: TestWorkspace;
const texts = [
  ['Lång kö i kassan, och fisken var slut', 'lund'],
  ['Köerna vid kassorna är för långa', 'malmo'],
  ['Jag köpte fisk hos er', 'lund'],
  ['Hemleveransen kom i tid', 'eshop'],
  ['Leveranserna dröjer', 'eshop'],
  ['100 % nöjd (nästan) med a.b*c', 'lund'],
] as const;

beforeAll(async () => {
  test = await openUnderstand();
  own = await test.workspace();
  await own.record(
    texts.map(([text, place], index) => ({
      ...{ messageId: `s${index}`, kind: 'survey' as const, place, text, language: 'sv' },
      happenedAt: `2026-03-0${index + 1}T10:00:00Z`,
    })),
  );
  // The first search may come before the vocabulary has been read.
  while (!(await found('leverans')).marks.includes('leveranserna')) {
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
});
afterAll(() => test.close());

const found = async (words: string, over = {}) => {
  const { signals, marks } = await test.understand.feed(own.viewer(over), {
    where: JSON.stringify({ words }),
    limit: 20,
  });
  return { marks, texts: signals.map(({ text }) => texts.findIndex(([one]) => one === text)).sort() };
};

describe('search over all comments', () => {
  it('reads words, phrases in quotes and what must not stand there', () => {
    expect(readSearch(' Kö "vid kassan" -fisk -"slut på" - ')).toEqual({
      all: [
        { text: 'kö', phrase: false },
        { text: 'vid kassan', phrase: true },
      ],
      none: [
        { text: 'fisk', phrase: false },
        { text: 'slut på', phrase: true },
      ],
    });
  });

  it.each([
    ['kö', [0, 1]],
    ['kassa', [0, 1]],
    ['kö -fisken', [0, 1].filter((index) => index !== 0)],
    ['"lång kö"', [0]],
    ['fisk', [0, 2]],
    ['leverans', [3, 4]],
    ['leverans -hemleveransen', [4]],
    ['"(nästan)"', [5]],
    ['a.b*c', [5]],
    ['100', [5]],
    ['nosuchword', []],
  ] as const)('%s', async (words, expected) => {
    expect((await found(words)).texts).toEqual(expected);
  });

  it('says what to mark, and shows nobody what they may not see', async () => {
    expect((await found('kö')).marks).toEqual(expect.arrayContaining(['kö', 'köerna']));
    const malmo = { role: 'manager' as const, placeIds: [own.place('malmo')] };
    expect((await found('kö', malmo)).texts).toEqual([1]);
  });

  it('finds words however their apostrophes, hyphens and letters are written', async () => {
    const written = await test.workspace();
    const all = [
      "That isn't right",
      'It isn’t good',
      'Ko\u0308n var la\u030ang',
      'Kön var lång',
      'e\u2011post',
      'Ko',
    ];
    await written.record(
      all.map((text, index) => ({
        ...{ messageId: `w${index}`, kind: 'survey' as const, place: 'lund', text, language: 'sv' },
        happenedAt: '2026-03-01T10:00:00Z',
      })),
    );
    const feed = (words: string) =>
      test.understand.feed(written.viewer(), { where: JSON.stringify({ words }), limit: 20 });
    while (!(await feed('kö')).marks.includes('kön'))
      await new Promise((resolve) => setTimeout(resolve, 100));
    const found = async (words: string) =>
      (await feed(words)).signals.map(({ text }) => all.indexOf(text ?? '')).sort();
    for (const word of ["isn't", 'isn’t', 'isn`t', '"ISN’T"']) expect(await found(word)).toEqual([0, 1]);
    for (const word of ['kön', 'ko\u0308n', 'KÖN', '"kön var"', '"ko\u0308n var"', 'la\u030ang'])
      expect(await found(word)).toEqual([2, 3]);
    expect(await found('e-post')).toEqual([4]);
    expect(await found('ko')).toEqual([5]);
    expect((await feed('isn’t')).marks).toEqual(expect.arrayContaining(["isn't", 'isn’t']));
  });

  it('leaves out what must not stand there, in the text or in the title', async () => {
    const titled = await test.workspace();
    const review = (messageId: string, title: string, text: string) => ({
      ...{ messageId, title, text, kind: 'review' as const, place: 'lund', language: 'sv' },
      happenedAt: '2026-03-01T10:00:00Z',
    });
    await titled.record([
      review('r1', 'Trevlig butik', 'Men fisken var slut'),
      review('r2', 'Fisken var slut', 'Annars en trevlig butik'),
      review('r3', 'Trevlig butik', 'Och god ost'),
    ]);
    const where = JSON.stringify({ words: 'trevlig -fisken' });
    const { signals } = await test.understand.feed(titled.viewer(), { where, limit: 20 });
    expect(signals.map(({ text }) => text)).toEqual(['Och god ost']);
  });
});
