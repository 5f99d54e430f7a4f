/** Which sets make which part of which model file. Sets marked "evaluate" are never read here. */
import { Phrasebooks } from '../src/languages/phrasebooks.ts';
import { type Lexicon, lexiconOf } from '../src/model/lexicon.ts';
import type { LinearModel } from '../src/model/linear-model.ts';
import { choiceSettings, type TrainingExample, trainLinear } from '../src/model/train-linear.ts';
import { type Token, tokensOf } from '../src/segments/tokens.ts';
import { shippedTopics } from '../src/topics/shipped-topics.ts';
import { TopicMatcher } from '../src/topics/topic-matcher.ts';
import { polarityClasses, polarityExample, termClasses, termExamples } from './examples.ts';
import { fittingWords } from './fitting-words.ts';
import {
  absaLanguages,
  absaSentences,
  afinn,
  clothingReviews,
  commentLanguages,
  danishLexicon,
  everydayComments,
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
const fewTexts = { ...choiceSettings, leastTexts: 2 };
const manyTexts = { ...choiceSettings, folds: 2, rounds: 8 };
/** Terms in MAMS sentences hold opposite feelings; in other sets most sentences have one feeling only. */
const termImportance = { mams: 1, semeval: 0.5, absa: 0.5, comments: 0.5 };

export function lexicons(): Map<string, Lexicon> {
  const danish = [...afinn('da'), ...danishLexicon()];
  const words: Record<string, [string, number][]> = {
    ...{ sv: [...afinn('sv'), ...swedishLexicon()], da: danish, nb: danish },
    ...{ fi: afinn('fi'), en: afinn('en'), fr: afinn('fr') },
  };
  const fitting = (language: string) =>
    commentLanguages.includes(language)
      ? fittingWords(words[language] ?? [], everydayComments('learn', language))
      : (words[language] ?? []);
  return new Map(Object.keys(words).map((language) => [language, lexiconOf(fitting(language))]));
}

export const trainingBooks = new Phrasebooks(lexicons());

function absa(language: string, extent: Extent): LabelledSentence[] {
  const train = absaSentences('train', language);
  return extent === 'all' ? [...train, ...absaSentences('dev', language)] : train;
}

/** Sentences and everyday comments that teach a language; Norwegian learns from Danish, too, which is written nearly alike. */
const teachers: Readonly<Record<string, readonly string[]>> = { nb: ['da', 'nb'] };
const teachersOf = (language: string) => teachers[language] ?? [language];

/** Polarity of one language from m_absa and everyday comments; English also from reviews. */
export function polarityModel(language: string, extent: Extent): LinearModel {
  const examples = teachersOf(language).flatMap((teacher) => [
    ...sentenceExamples(teacher, extent),
    ...commentExamples(teacher),
  ]);
  if (language !== 'en') return trainLinear(examples, polarityClasses);
  const clothing = clothingExamples(clothingImportance).filter((_, i) => i % clothingStep === 0);
  const all = [...examples, ...reviewExamples(extent), ...clothing];
  return trainLinear(all, polarityClasses, manyTexts);
}

function sentenceExamples(language: string, extent: Extent): TrainingExample[] {
  if (!absaLanguages.includes(language)) return [];
  return absa(language, extent).flatMap(({ text, label }) =>
    label === null ? [] : [polarityExample(text, language, label, 1, trainingBooks)],
  );
}

function commentExamples(language: string): TrainingExample[] {
  if (!commentLanguages.includes(language)) return [];
  return everydayComments('learn', language).map(({ text, label }) =>
    polarityExample(text, language, label, 1, trainingBooks),
  );
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

/** Polarity of one language from what is freely licensed: everyday comments, in English also reviews. */
export function openPolarityModel(language: string): LinearModel {
  const comments = teachersOf(language).flatMap(commentExamples);
  if (language !== 'en') return trainLinear(comments, polarityClasses, fewTexts);
  const clothing = clothingExamples(clothingImportance);
  return trainLinear([...comments, ...clothing], polarityClasses, manyTexts);
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

/** Polarity of aspect terms of one language from what is freely licensed: everyday comments, in English also MAMS. */
export function openTermModel(language: string, extent: Extent): LinearModel {
  const comments = teachersOf(language).flatMap(commentTerms);
  if (language !== 'en') return trainLinear(comments, termClasses, { ...termSettings, leastTexts: 2 });
  return trainLinear([...comments, ...mamsTerms(extent)], termClasses, termSettings);
}

/** Polarity of aspect terms in one language; English from three sets. */
export function termModel(language: string, extent: Extent): LinearModel {
  const examples = teachersOf(language).flatMap((teacher) => [
    ...sentenceTerms(teacher, extent),
    ...commentTerms(teacher),
  ]);
  if (language !== 'en') return trainLinear(examples, termClasses, termSettings);
  const semeval = ['Restaurants_Train_v2.xml', 'Laptop_Train_v2.xml'].flatMap((file) =>
    termSentences('semeval_absa', '2014', file).flatMap((one) =>
      termExamples(one, termImportance.semeval, trainingBooks),
    ),
  );
  return trainLinear([...mamsTerms(extent), ...semeval, ...examples], termClasses, termSettings);
}

function sentenceTerms(language: string, extent: Extent): TrainingExample[] {
  if (!absaLanguages.includes(language)) return [];
  return absa(language, extent).flatMap((one) => termExamples(one, termImportance.absa, trainingBooks));
}

const matcher = new TopicMatcher(shippedTopics, (language) => trainingBooks.stemOf(language));

/** Whatever an everyday comment names is judged as the whole of it, since each has one feeling. */
function commentTerms(language: string): TrainingExample[] {
  if (!commentLanguages.includes(language)) return [];
  return everydayComments('learn', language).flatMap(({ text, label }) => {
    const tokens = tokensOf(text);
    const terms = matcher.find(tokens, language).map(({ first, last }) => ({
      ...{ start: (tokens[first] as Token).start, end: (tokens[last] as Token).end, label },
    }));
    const sentence = { text, language, domain: 'everyday', label, categories: [], terms };
    return termExamples(sentence, termImportance.comments, trainingBooks);
  });
}
