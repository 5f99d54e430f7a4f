// With the shipped models: comments as customers write them, which no model was trained with.
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { shippedModels } from '../models/shipped-models.ts';
import { TextEngine } from './text-engine.ts';

const engine = new TextEngine({ models: shippedModels() });
const labels = { '+': 'positive', '-': 'negative', '0': 'neutral' } as const;

function heldOut(language: string): { text: string; label: string }[] {
  const file = new URL(`../training/comments/held/${language}.txt`, import.meta.url);
  return readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => ({ text: line.slice(2), label: labels[line[0] as keyof typeof labels] }));
}

const closest = (text: string, languageHint: string) =>
  engine.analyse(text, { languageHint }).analysis.sentiment.closest;

it('at least three of four everyday comments are judged right in each language of the Nordic countries', () => {
  for (const language of ['sv', 'da', 'nb', 'fi', 'en', 'de']) {
    const comments = heldOut(language);
    const right = comments.filter(({ text, label }) => closest(text, language) === label).length;
    expect([language, right / comments.length]).toEqual([
      language,
      expect.toSatisfy((share) => share >= 0.75),
    ]);
  }
});

it('what only happened is judged by what it means: late is blame, earlier than promised is praise', () => {
  expect(closest('Levering kom tre dage for sent', 'da')).toBe('negative');
  expect(closest('Priserna har gått upp för mycket', 'sv')).toBe('negative');
  expect(closest('Pakken kom før lovet', 'nb')).toBe('positive');
  expect(closest('Juna peruttiin eikä kukaan kertonut mitään', 'fi')).toBe('negative');
  expect(closest('Not bad at all', 'en')).toBe('positive');
  expect(closest('Das Geld war noch am selben Tag zurück', 'de')).toBe('positive');
});

it('blame that is negated is none, of the whole and of what it is about', () => {
  for (const [language, text] of [
    ['en', 'It wasn’t expensive'],
    ['sv', 'Kassakön var inte lång'],
    ['da', 'Personalet var ikke uhøfligt'],
    ['nb', 'Det var ikke dyrt'],
    ['fi', 'Toimitus ei ollut hidas'],
    ['de', 'Das Essen war nicht kalt'],
  ] as const) {
    const { sentiment, mentions } = engine.analyse(text, { languageHint: language }).analysis;
    expect([text, sentiment.closest]).toEqual([text, 'positive']);
    for (const { label, aspect } of mentions) expect([text, aspect, label]).not.toContain('negative');
  }
});

it('"not only" negates nothing', () => {
  expect(closest('Not only slow but rude, too', 'en')).toBe('negative');
  expect(closest('Inte bara långsamt utan också otrevligt', 'sv')).toBe('negative');
  expect(closest('Nicht nur langsam, sondern auch unfreundlich', 'de')).toBe('negative');
});

it('blame is blame with any apostrophe', () => {
  expect(closest('It isn’t good', 'en')).toBe('negative');
  expect(closest('The staff weren´t helpful', 'en')).toBe('negative');
  expect(closest('Ce n’est pas bon', 'fr')).toBe('negative');
});
