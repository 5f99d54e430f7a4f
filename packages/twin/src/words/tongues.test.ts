import { expect, test } from 'vitest';
import { languages } from '../customers/population.ts';
import { topics } from '../experience/topics.ts';
import { RandomStream } from '../random.ts';
import { blemish } from './blemish.ts';
import { readPhrase, speak } from './grammar.ts';
import { fillSlot, type Situation } from './situation.ts';
import { tongueOf } from './tongues.ts';
import { Writer } from './write.ts';

const situation = (language: (typeof languages)[number]): Situation => ({
  tongue: tongueOf(language),
  mood: -1.6,
  feelings: [],
  scene: 'store',
  product: 'Brygga',
  thing: 'Brygga',
  device: 'Brygga',
  carrier: 'Nordfrakt',
  city: 'Malmö',
  minutes: 20,
  days: 4,
  amount: '790 kr',
  more: '40 kr',
  fee: '49 kr',
  phone: null,
  mail: null,
  critical: null,
});

test('a phrase picks among alternatives, also nested ones, and fills its slots', () => {
  const random = new RandomStream(1);
  const said = new Set<string>();
  for (let i = 0; i < 200; i++) said.add(speak(readPhrase('a(b|c(d|))({x}|)'), random, (slot) => slot));
  expect([...said].sort()).toEqual(['ab', 'abx', 'ac', 'acd', 'acdx', 'acx']);
  expect(() => readPhrase('a(b')).toThrow('unmatched "(" in phrase: a(b');
  expect(() => readPhrase('a)b')).toThrow('unmatched ")"');
});

test.each(languages)('%s has words for every topic, and every phrase can be spoken', (language) => {
  const s = situation(language);
  const random = new RandomStream(3);
  const spoken: string[] = [];
  const walk = (value: unknown): void => {
    if (!Array.isArray(value)) {
      if (value && typeof value === 'object') Object.values(value).forEach(walk);
      return;
    }
    for (const phrase of value) {
      if (!Array.isArray(phrase) || phrase.some((part) => Array.isArray(part))) continue;
      for (let i = 0; i < 20; i++)
        spoken.push(speak(phrase, random, (slot) => (slot === 'clause' ? 'x' : fillSlot(slot, s, random))));
    }
  };
  const {
    shortForms: _forms,
    and: _and,
    but: _but,
    degrees: _degrees,
    times: _times,
    names: _names,
    ...phrases
  } = s.tongue;
  walk(phrases);
  expect(spoken.length).toBeGreaterThan(5_000);
  expect(spoken.filter((text) => /[{}|()]|\s\s|\s[,.!?]|^\s/.test(text))).toEqual([]);
  for (const topic of topics) {
    expect(s.tongue.clauses[topic].good.length, topic).toBeGreaterThanOrEqual(3);
    expect(s.tongue.clauses[topic].bad.length, topic).toBeGreaterThanOrEqual(4);
  }
});

test.each(languages)('%s comments have one to sixty words or so and are hardly ever the same', (language) => {
  const random = new RandomStream(7);
  const writer = new Writer(random);
  const seen = new Map<string, number>();
  let long = 0;
  let longest = 0;
  for (let i = 0; i < 2_500; i++) {
    const feelings = Array.from({ length: 1 + random.below(4) }, () => ({
      topic: topics[random.below(topics.length)]!,
      good: random.chance(0.5),
    }));
    const text = writer.comment({ ...situation(language), mood: 2 * random.normal(), feelings });
    const words = text.split(/\s+/).length;
    longest = Math.max(longest, words);
    if (text.trim() === '') longest = Number.POSITIVE_INFINITY;
    if (words > 6) {
      long++;
      seen.set(text, (seen.get(text) ?? 0) + 1);
    }
  }
  const repeated = [...seen.values()].reduce((sum, times) => sum + times - 1, 0);
  expect(longest).toBeLessThanOrEqual(90);
  expect(long).toBeGreaterThan(1_200);
  expect(repeated / long).toBeLessThan(0.03);
});

test('texts are mistyped, shortened and decorated now and then, never emptied', () => {
  const random = new RandomStream(11);
  const text = 'Det var inte rent och jag fick vänta.';
  const written = Array.from({ length: 2_000 }, () => blemish(text, random, -1.8, [['och', 'o']]));
  expect(new Set(written).size).toBeGreaterThan(100);
  expect(written.every((each) => each.length > 20)).toBe(true);
  expect(written.some((each) => each.includes('rent o jag'))).toBe(true);
  expect(written.some((each) => /\p{Emoji_Presentation}/u.test(each))).toBe(true);
});
