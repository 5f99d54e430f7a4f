import fc from 'fast-check';
import { expect, test } from 'vitest';
import { longestText, TextEngine } from './text-engine.ts';

const engine = new TextEngine();
const read = (text: string, score?: number) => engine.analyse(text, { score }).analysis;

const alphabet = [
  ...[
    'Personalen',
    'kön',
    'var',
    'trevlig',
    'men',
    'priset',
    'för',
    'högt',
    '😍',
    '👩‍👩‍👧',
    '🇸🇪',
    '👍🏽',
    'ﬁ',
    'İ',
    'ß',
  ],
  ...[
    'خدمة',
    'ممتازة',
    '客服',
    '很好',
    '\u202e',
    '\ud800',
    '\udfff',
    '\u0000',
    'e\u0301',
    '\n',
    '!!',
    ' ',
    ':(',
  ],
];
const oddText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.array(fc.constantFrom(...alphabet), { maxLength: 30 }).map((parts) => parts.join(' ')),
  fc.array(fc.constantFrom(...alphabet), { maxLength: 30 }).map((parts) => parts.join('')),
);

test('any string is answered, and every span lies within it on whole characters', () => {
  fc.assert(
    fc.property(oddText, (text) => {
      const { mentions, redacted, redactions, sentiment } = read(text);
      expect(redacted.length).toBe(text.length);
      expect(sentiment.score >= -1 && sentiment.score <= 1).toBe(true);
      for (const { start, end, clause } of [
        ...mentions,
        ...redactions.map((one) => ({ ...one, clause: one })),
      ]) {
        expect(0 <= start && start < end && end <= text.length).toBe(true);
        expect(clause.start <= start && end <= clause.end).toBe(true);
        expect(splitsPair(redacted, start) || splitsPair(redacted, end)).toBe(false);
      }
    }),
    { numRuns: 400 },
  );
});

function splitsPair(text: string, at: number): boolean {
  const [before, after] = [text.charCodeAt(at - 1), text.charCodeAt(at)];
  return before >= 0xd800 && before <= 0xdbff && after >= 0xdc00 && after <= 0xdfff;
}

test('the span of a mention is the words that it was judged by', () => {
  const text = '😍 Personalen var trevlig, men köerna är för långa 👩‍👩‍👧';
  const found = read(text).mentions.map(({ start, end }) => text.slice(start, end));
  expect(found).toContain('Personalen');
  expect(found).toContain('köerna');
});

test('a text of a megabyte is cut, flagged and answered in bounded time', () => {
  for (const unit of ['bra service ', '😀', '\ud800', 'a', 'x1@', '1 ', 'ع']) {
    const started = process.cpuUsage();
    const { flags, redacted } = read(unit.repeat(1_000_000 / unit.length));
    expect(flags).toContain('truncated');
    expect(redacted.length).toBeLessThanOrEqual(longestText);
    expect(process.cpuUsage(started).user / 1000).toBeLessThan(5_000);
  }
});

test('opposite feelings are mixed, and the closest plain label is given beside', () => {
  const { sentiment } = read('Fantastisk personal, men leveransen var en katastrof');
  expect(sentiment.label).toBe('mixed');
  expect(['positive', 'neutral', 'negative']).toContain(sentiment.closest);
});

test('asked about spans it answers for each, also where a span holds no word', () => {
  const text = 'The staff were wonderful but the food was awful.';
  const spans = ['staff', 'food'].map((word) => ({
    start: text.indexOf(word),
    end: text.indexOf(word) + word.length,
  }));
  const { terms } = engine.analyse(text, {}, [...spans, { start: 900, end: 905 }, { start: 5, end: 2 }]);
  expect(terms.map((term) => term.label)).toEqual(['positive', 'negative', 'neutral', 'neutral']);
});

test('glowing words beside the lowest score are suspected of sarcasm; the same words beside a high one are not', () => {
  const text = 'Fantastic, great service, I love it';
  expect(read(text, -1).flags).toContain('sarcasm_suspected');
  expect(read(text, 1).flags).not.toContain('sarcasm_suspected');
});
