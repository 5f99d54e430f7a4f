/** Which sets make which part of which model file. Sets marked "evaluate" are never read here. */
import { Phrasebooks } from '../src/languages/phrasebooks.ts';
import { type Lexicon, lexiconOf } from '../src/model/lexicon.ts';
import type { LinearModel } from '../src/model/linear-model.ts';
import { choiceSettings, type TrainingExample, trainLinear } from '../src/model/train-linear.ts';
import { polarityClasses, polarityExample, termClasses, termExamples } from './examples.ts';
import {
  absaSentences,
  afinn,
  clothingReviews,
  danishLexicon,
  type LabelledSentence,
  scandiSent,
  swedishLexicon,
  termSentences,
} from './read-sets.ts';

/** Train on the train parts alone to measure on the dev parts, or on both to ship. */
export type Extent = 'train' | 'all';

/** The published test part of ScandiSent begins here; the set at hand holds the 7,500 before it. */
export const scandiTrainRows = 6000;
export const scandiCountries = ['sv', 'no', 'da', 'fi'];

const reviewImportance = 0.2;
const clothingImportance = 0.1;
/** Beside the other sets one clothing review in so many is enough. */
const clothingStep = 3;
const manyTexts = { ...choiceSettings, folds: 2, rounds: 8 };
/** Terms in MAMS sentences hold opposite feelings; in other sets most sentences have one feeling only. */
const termImportance = { mams: 1, semeval: 0.5, absa: 0.5 };

export function lexicons(): Map<string, Lexicon> {
  const danish = lexiconOf([...afinn('da'), ...danishLexicon()]);
  return new Map([
    ['sv', lexiconOf([...afinn('sv'), ...swedishLexicon()])],
    ['da', danish],
    ['nb', danish],
    ['fi', lexiconOf(afinn('fi'))],
    ['en', lexiconOf(afinn('en'))],
    ['fr', lexiconOf(afinn('fr'))],
  ]);
}

export const trainingBooks = new Phrasebooks(lexicons());

function absa(language: string, extent: Extent): LabelledSentence[] {
  const train = absaSentences('train', language);
  return extent === 'all' ? [...train, ...absaSentences('dev', language)] : train;
}

/** Polarity of one language from m_absa; English also from reviews. */
export function polarityModel(language: string, extent: Extent): LinearModel {
  const examples = absa(language, extent).flatMap(({ text, label }) =>
    label === null ? [] : [polarityExample(text, language, label, 1, trainingBooks)],
  );
  if (language !== 'en') return trainLinear(examples, polarityClasses);
  const clothing = clothingExamples(clothingImportance).filter((_, i) => i % clothingStep === 0);
  const all = [...examples, ...reviewExamples(extent), ...clothing];
  return trainLinear(all, polarityClasses, manyTexts);
}

function reviewExamples(extent: Extent): TrainingExample[] {
  return scandiCountries.flatMap((country) =>
    scandiSent(country)
      .slice(0, extent === 'all' ? undefined : scandiTrainRows)
      .map(({ text, label }) => polarityExample(text, 'en', label, reviewImportance, trainingBooks)),
  );
}

function clothingExamples(importance: number): TrainingExample[] {
  return clothingReviews().map(({ text, label }) =>
    polarityExample(text, 'en', label, importance, trainingBooks),
  );
}

/** English polarity from freely licensed reviews alone. */
export function openPolarityModel(): LinearModel {
  return trainLinear(clothingExamples(1), polarityClasses, manyTexts);
}

const termSettings = { ...choiceSettings, idfPower: 0.5 };

function mamsTerms(extent: Extent): TrainingExample[] {
  const files = extent === 'all' ? ['train.xml', 'val.xml'] : ['train.xml'];
  return files.flatMap((file) =>
    termSentences('mams', 'MAMS-ATSA', file).flatMap((one) =>
      termExamples(one, termImportance.mams, trainingBooks),
    ),
  );
}

/** Polarity of aspect terms from MAMS alone, which is freely licensed. */
export function openTermModel(extent: Extent): LinearModel {
  return trainLinear(mamsTerms(extent), termClasses, termSettings);
}

/** Polarity of aspect terms in one language; English from three sets. */
export function termModel(language: string, extent: Extent): LinearModel {
  const examples = absa(language, extent).flatMap((one) =>
    termExamples(one, termImportance.absa, trainingBooks),
  );
  if (language !== 'en') return trainLinear(examples, termClasses, termSettings);
  const semeval = ['Restaurants_Train_v2.xml', 'Laptop_Train_v2.xml'].flatMap((file) =>
    termSentences('semeval_absa', '2014', file).flatMap((one) =>
      termExamples(one, termImportance.semeval, trainingBooks),
    ),
  );
  return trainLinear([...mamsTerms(extent), ...semeval, ...examples], termClasses, termSettings);
}
