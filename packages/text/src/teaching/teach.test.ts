import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readModelFile } from '../model/model-file.ts';
import { TextEngine } from '../text-engine.ts';
import { gainFrom } from './gain.ts';
import type { LabelledText } from './labelled-text.ts';
import { teach } from './teach.ts';

const places = ['Kassan', 'Butiken', 'Lagret', 'Kontoret'];
const texts: LabelledText[] = places.flatMap((place) => [
  ...['heter Blå', 'är målad i blått', 'har blå väggar'].map((end) => ({
    text: `${place} ${end}`,
    ...{ language: 'sv', topics: ['blue'], label: 'positive' as const },
  })),
  ...['heter Röd', 'är målad i rött', 'har röda väggar'].map((end) => ({
    text: `${place} ${end}`,
    ...{ language: 'sv', topics: ['red'], label: 'negative' as const },
  })),
]);

test('topics and labels that were taught are given to texts that say the same', () => {
  const { bytes, topics } = teach(texts);
  expect(topics).toEqual(['blue', 'red']);
  const engine = new TextEngine({ models: [bytes] });
  const { analysis } = engine.analyse('Matsalen har röda väggar', { languageHint: 'sv' });
  expect(analysis.topics).toEqual(['red']);
  expect(analysis.mentions[0]?.aspect).toBe('red');
});

test('a text may be taught several topics, or none', () => {
  const both = texts.map((one, i) =>
    i % 4 === 0 ? { ...one, topics: [] } : { ...one, topics: [...(one.topics ?? []), 'walls'] },
  );
  expect(teach(both).topics).toEqual(['blue', 'red', 'walls']);
});

test('the same lines teach the same model, byte for byte', () => {
  expect(teach(texts).bytes).toEqual(teach(texts).bytes);
});

test('lines without topics, labels and terms teach nothing, which is said', () => {
  expect(() => teach([{ text: 'Bra' }])).toThrow('no line has topics, a label or terms');
});

test('bytes that are no model, or part of one, are refused with a reason and never read beyond their end', () => {
  const { bytes } = teach(texts);
  const cut = fc.nat(bytes.length - 1).map((length) => bytes.slice(0, length));
  const changed = fc
    .tuple(fc.nat(400), fc.nat(255))
    .map(([at, value]) => bytes.map((byte, i) => (i === at ? value : byte)));
  fc.assert(
    fc.property(fc.oneof(fc.uint8Array(), cut, changed), (wrong) => {
      try {
        readModelFile(wrong);
      } catch (problem) {
        expect(problem).toBeInstanceOf(RangeError);
      }
    }),
    { numRuns: 200 },
  );
  expect(() => readModelFile(bytes.slice(0, -1))).toThrow('ends too early');
});

test('the gain is measured on texts that the lesson has not seen, and is unknown for a handful of them', () => {
  const many = Array.from({ length: 6 }, (_, i) =>
    texts.map((one) => ({ ...one, text: `${one.text} nummer ${i}` })),
  ).flat();
  const gain = gainFrom(many);
  expect(gain?.before.texts).toBe(many.length);
  expect(gain?.after.accuracy).toBeGreaterThan(gain?.before.accuracy ?? 1);
  expect(gainFrom(texts)).toBeNull();
});
