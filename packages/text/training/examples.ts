/** Labelled texts as training examples. */
import type { Phrasebooks } from '../src/languages/phrasebooks.ts';
import { documentExample } from '../src/model/document-features.ts';
import { placeOf, termContext, termExample } from '../src/model/term-features.ts';
import type { TrainingExample } from '../src/model/train-linear.ts';
import { readText } from '../src/reading.ts';
import type { LabelledSentence, Polarity } from './read-sets.ts';

export const polarityClasses = ['negative', 'neutral', 'positive', 'other'] as const;
export const termClasses = ['negative', 'neutral', 'positive'] as const;

const longestText = 4000;

export function polarityExample(
  text: string,
  language: string,
  label: Polarity | 'other',
  importance: number,
  books: Phrasebooks,
): TrainingExample {
  const reading = readText(text.slice(0, longestText), books.of(language));
  return { ...documentExample(reading), classes: [polarityClasses.indexOf(label)], importance };
}

export function termExamples(
  sentence: LabelledSentence,
  importance: number,
  books: Phrasebooks,
): TrainingExample[] {
  if (sentence.terms.length === 0) return [];
  const reading = readText(sentence.text, books.of(sentence.language));
  const places = sentence.terms.map((term) => placeOf(reading.tokens, term));
  const context = termContext(
    reading,
    places.filter((place) => place !== null),
  );
  return sentence.terms.flatMap(({ label }, i) => {
    const place = places[i];
    if (place === null || place === undefined) return [];
    return [{ ...termExample(context, place), classes: [termClasses.indexOf(label)], importance }];
  });
}
