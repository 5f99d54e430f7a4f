import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bitsApart, minHashes, piecesOf, sharedPieces, simHash } from './hashes.ts';
import {
  findThemes,
  followThemes,
  groupReposts,
  groupSameWish,
  termReader,
  uncoveredParts,
} from './index.ts';
import { plantThemes, recovered, tongues } from './planted-themes.ts';
import { seededRandom } from './seeded-random.ts';

const pick = <T>(random: () => number, from: readonly T[]): T => from[Math.floor(random() * from.length)]!;
const languages = Object.keys(tongues);

describe('themes that nobody defined', () => {
  it('are the same in whatever order the comments came', () => {
    const { texts } = plantThemes('sv', 3, { charging: 25, carts: 25, music: 25 }, 60);
    const asFound = findThemes(texts);
    expect(asFound.length).toBeGreaterThan(0);
    expect(findThemes([...texts].reverse())).toEqual(asFound);
    const renamed = texts.map(({ id, ...rest }, index) => ({
      ...rest,
      id: `${(index * 7_919) % 1_000}-${id}`,
    }));
    expect(findThemes(renamed).map(({ name }) => name)).toEqual(asFound.map(({ name }) => name));
  });

  it('come back whole, however the wish was put: 95 of 100 in each language, and none of everyday remarks', () => {
    for (const language of languages) {
      const found = { whole: 0, planted: 0, fromNoise: 0, collections: 0 };
      for (let seed = 1; seed <= 8; seed++) {
        for (const [each, others] of [
          [{ charging: 30, carts: 20 }, 60],
          [{ charging: 15 }, 200],
          [{}, 150],
        ] as const) {
          const planted = plantThemes(language, seed, each, others);
          const { whole, planted: number, fromNoise } = recovered(planted, findThemes(planted.texts));
          found.whole += whole;
          found.planted += number;
          found.fromNoise += fromNoise > 0 ? 1 : 0;
          found.collections += 1;
        }
      }
      expect(found.whole / found.planted, language).toBeGreaterThanOrEqual(0.95);
      expect(found.fromNoise / found.collections, language).toBeLessThanOrEqual(0.05);
    }
  });

  it('have names as customers wrote them, from the words that carry them', () => {
    const { texts } = plantThemes('sv', 1, { charging: 30, carts: 20 }, 60);
    const [first, second] = findThemes(texts);
    expect(first?.name).toMatch(/ladd|elbil/);
    expect(second?.name).toMatch(/vagn|hjul/);
    const said = texts.map(({ text }) => text.toLowerCase());
    for (const { phrases } of [first!, second!])
      for (const phrase of phrases) expect(said.some((text) => text.includes(phrase))).toBe(true);
  });

  it('are none where words are thrown together by chance', () => {
    const random = seededRandom(8);
    const letters = 'abcdefghijklmnopqrst';
    const words = Array.from(
      { length: 400 },
      (_, i) => `ord${letters[i % 20]}${letters[Math.floor(i / 20)]}x`,
    );
    const chance = Array.from({ length: 400 }, (_, i) => ({
      id: `${i}`,
      text: Array.from({ length: 5 }, () => pick(random, words)).join(' '),
      language: 'sv',
    }));
    expect(findThemes(chance)).toEqual([]);
  });

  it('takes any strings at all', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({ id: fc.uuid(), text: fc.string(), language: fc.constantFrom('sv', 'en', 'xx', '') }),
          { maxLength: 40 },
        ),
        (any) => {
          const known = new Set(any.map(({ id }) => id));
          for (const theme of findThemes(any, { fewestTexts: 2 })) {
            expect(theme.members.every((id) => known.has(id))).toBe(true);
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('the identity of themes', () => {
  const theme = (members: string[], ...terms: string[]) => ({
    language: 'sv',
    members,
    terms: terms.map((term) => ({ term, weight: 1 })),
  });

  it('is kept when themes are found again with newer texts', () => {
    const shares = { charging: 40, carts: 40, music: 40 };
    const early = plantThemes('sv', 3, shares, 80);
    const late = plantThemes('sv', 9, { charging: 60, carts: 60, music: 60 }, 80);
    const before = findThemes(early.texts);
    const now = findThemes(late.texts.map((text) => ({ ...text, id: `new-${text.id}` })));
    const { keeps } = followThemes(before, now);
    now.forEach((one, index) => {
      const old = keeps[index];
      if (old === null || old === undefined) return;
      const subject = (id: string) => id.replace('new-', '').split('-')[0];
      expect(subject(one.members[0]!)).toBe(subject(before[old]!.members[0]!));
    });
    expect(keeps.filter((kept) => kept !== null).length).toBeGreaterThanOrEqual(3);
  });

  it('shows birth, split, joining and fading', () => {
    const before = [
      theme(['a', 'b', 'c', 'd'], 'kö', 'kassa'),
      theme(['e', 'f'], 'musik'),
      theme(['g', 'h'], 'volym'),
    ];
    const now = [
      theme(['a', 'b'], 'kö'),
      theme(['c', 'd'], 'kassa'),
      theme(['e', 'f', 'g', 'h'], 'musik', 'volym'),
      theme(['x', 'y'], 'laddplats'),
    ];
    const { keeps, joins, splitFrom, faded } = followThemes([...before, theme(['q'], 'regn')], now);
    expect(keeps).toEqual([0, null, 1, null]);
    expect(splitFrom).toEqual([null, 0, null, null]);
    expect(joins).toEqual([[], [], [2], []]);
    expect(faded).toEqual([3]);
  });

  it('gives no identity twice, whatever the themes', () => {
    const some = fc.array(
      fc.record({
        language: fc.constant('sv'),
        members: fc.array(fc.constantFrom(...'abcdefgh')),
        terms: fc.array(
          fc.record({
            term: fc.constantFrom('x', 'y', 'z'),
            weight: fc.double({ min: 0, max: 1, noNaN: true }),
          }),
        ),
      }),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(some, some, (before, now) => {
        const kept = followThemes(before, now).keeps.filter((one) => one !== null);
        expect(new Set(kept).size).toBe(kept.length);
      }),
    );
  });
});

describe('texts that say the same', () => {
  it('estimates the share of pieces in common within four standard deviations', () => {
    const random = seededRandom(4);
    for (let run = 0; run < 30; run++) {
      const common = Array.from({ length: 100 }, (_, i) => `c${run}-${i}`);
      const own = (name: string) => Array.from({ length: 50 }, (_, i) => `${name}${run}-${i}-${random()}`);
      const estimate = sharedPieces(
        minHashes([...common, ...own('a')])!,
        minHashes([...common, ...own('b')])!,
      );
      expect(Math.abs(estimate - 0.5)).toBeLessThan(4 * 0.0442);
    }
  });

  it('knows a repost with another comma and a typing error, and no other text', () => {
    const texts = [
      'Väldigt lång kö i kassan i går, ingen öppnade en till fast vi var tjugo personer som väntade.',
      'Trevlig personal i charken som alltid hjälper till med ett leende och goda råd om maten.',
      'väldigt lång kö i kassan igår ingen öppnade en till fast vi var tjugo personer som väntade',
    ].map((text, i) => ({ id: `${i}`, text, language: 'sv' }));
    expect(groupReposts(texts)).toEqual([['0', '2']]);
    expect(bitsApart(simHash(piecesOf('samma text')), simHash(piecesOf('Samma text!')))).toBe(0);
  });

  it('groups the same wish in other words, never across languages', () => {
    const texts = [
      ['1', 'Sätt upp laddstolpar för elbilar på parkeringen', 'sv'],
      ['2', 'Vi önskar laddstolpe till elbil på er parkering!', 'sv'],
      ['3', 'Fler veganska alternativ i delikatessdisken', 'sv'],
      ['4', 'Mer veganskt i delikatessdisken, fler alternativ', 'sv'],
      ['5', 'Öppna tidigare på söndagar', 'sv'],
      ['6', 'Sätt upp laddstolpar för elbilar på parkeringen', 'da'],
    ].map(([id, text, language]) => ({ id: id!, text: text!, language: language! }));
    expect(groupSameWish(texts).map((group) => group.join())).toEqual(['1,2', '3,4']);
  });
});

describe('reading for discovery', () => {
  it('leaves opinions, small words, digits and masks out, and joins forms of a word', () => {
    const { terms } = termReader('sv');
    expect(terms('Mycket bra kundvagnar 2024 [phone••••]')).toEqual(terms('dåliga kundvagnarna'));
    expect(terms('Mycket bra kundvagnar 2024 [phone••••]')).toHaveLength(1);
  });

  it('keeps the parts that no mention covers', () => {
    const text = 'Trevlig personal, men inget ställe att ladda elbilen. Bra priser!';
    const staff = text.indexOf('personal');
    const price = text.indexOf('priser');
    const covered = [
      { start: staff, end: staff + 8 },
      { start: price, end: price + 6 },
    ];
    expect(uncoveredParts(text, covered)).toBe('men inget ställe att ladda elbilen');
    expect(uncoveredParts(text, [{ start: 0, end: text.length }])).toBe('');
  });
});
