import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shippedModels } from '../../models/shipped-models.ts';
import { createAnalyser } from '../analyser.ts';
import { withEntitiesRead } from './entities.ts';
import { tokensOf } from './tokens.ts';

test('entities are read as what they stand for', () => {
  const read = (raw: string) => withEntitiesRead(raw)?.text ?? raw;
  expect(read('isn&#39;t &amp; K&ouml;n &quot;p&aring;&quot; &#x27;x&#x27; 5&nbsp;&euro; &#128512;')).toBe(
    "isn't & Kön \"på\" 'x' 5\u00a0€ 😀",
  );
  expect(read('&amp;amp;')).toBe('&amp;');
  for (const plain of ['R&D; fine', 'a & b; c', '&#0; &#xd800; &#9999999; &nosuch; &quml;', 'AT&T', '&;'])
    expect(read(plain)).toBe(plain);
});

test('every place in a text with entities points to where it came from', () => {
  const part = fc.oneof(fc.constantFrom('&#39;', '&amp;', '&ouml;', '&#128512;', '&', ';'), fc.string());
  fc.assert(
    fc.property(fc.array(part), (parts) => {
      const raw = parts.join('');
      const read = withEntitiesRead(raw);
      if (read === null) return;
      for (let i = 0; i < read.text.length; i++) {
        const piece = raw.slice(read.starts[i], read.starts[i + 1]);
        expect(piece === read.text[i] || piece === '' || piece.startsWith('&')).toBe(true);
      }
      expect(read.starts[read.text.length]).toBe(raw.length);
    }),
  );
});

test('a word with an entity in it is one word, and its span is that of the text as it came', () => {
  const raw = 'It isn&#39;t a L&aring;ng k&ouml;';
  const words = tokensOf(raw).map(({ text, start, end }) => [text, raw.slice(start, end)]);
  expect(words).toEqual([
    ...[
      ['it', 'It'],
      ["isn't", 'isn&#39;t'],
      ['a', 'a'],
    ],
    ...[
      ['lång', 'L&aring;ng'],
      ['kö', 'k&ouml;'],
    ],
  ]);
});

const analyse = createAnalyser({ models: shippedModels() });

test.each([
  [
    'en',
    'The staff isn&#39;t friendly &amp; the food wasn&rsquo;t good',
    "The staff isn't friendly & the food wasn’t good",
  ],
  ['sv', 'K&ouml;n var l&aring;ng &amp; personalen otrevlig', 'Kön var lång & personalen otrevlig'],
  [
    'de',
    'Das Personal war sehr unh&ouml;flich, nie wieder&#33;',
    'Das Personal war sehr unhöflich, nie wieder!',
  ],
])('%s: a comment encoded for HTML is judged as its reader reads it', (language, encoded, plain) => {
  const judged = (text: string) => {
    const { sentiment, topics, mentions } = analyse(text, { languageHint: language });
    const found = mentions.map(({ aspect, polarity, start, end }) => ({
      ...{ aspect, polarity },
      words: withEntitiesRead(text.slice(start, end))?.text ?? text.slice(start, end),
    }));
    return { sentiment, topics, found };
  };
  expect(judged(encoded)).toEqual(judged(plain));
});
