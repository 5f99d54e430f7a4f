/**
 * The bars that the engine is to reach, each measured on texts that the model measured was not taught with: it is
 * taught with the train part, as `lyhord text train` does, and answers the dev part.
 */
import { type Agreement, agreementOf } from '../src/teaching/evaluate.ts';
import type { LabelledText } from '../src/teaching/labelled-text.ts';
import { teach } from '../src/teaching/teach.ts';
import { TextEngine } from '../src/text-engine.ts';
import { scandiCountries, scandiTrainRows } from './model-parts.ts';
import { type ClassedText, plainSvmAnswers } from './plain-svm.ts';
import {
  absaLanguages,
  absaSentences,
  type CommentPart,
  commentLanguages,
  everydayComments,
  type LabelledSentence,
  norecSentences,
  olistVotes,
  scandiSent,
  termSentences,
} from './read-sets.ts';
import { areOfOneMind, voterAgreement } from './voters.ts';

interface Bar {
  readonly name: string;
  readonly value: number;
  readonly bar: number | null;
  /** What a plain linear SVM reaches on the very same split; null where it is not asked. */
  readonly svm: number | null;
  /** Texts, or terms, that were answered. */
  readonly texts: number;
}

type Figures = ReturnType<typeof figuresOf>;

/** What the project was asked to beat: a linear SVM's accuracy as it was measured elsewhere on the same split. */
const svm: Readonly<Record<string, number>> = {
  ...{ sv: 0.819, da: 0.815, de: 0.817, en: 0.817 },
  ...{ es: 0.807, fr: 0.816, nl: 0.819, pt: 0.821 },
};

/**
 * Measures all bars, or those whose group is named. Where a shipped model stands behind the one that is taught, it is
 * one that was trained on nothing of the set measured.
 * @param open bytes of ship.bin, if it is there
 * @param all bytes of every shipped file
 */
export function* bars(
  open: readonly Uint8Array[],
  all: readonly Uint8Array[],
  group: string | undefined,
): Generator<Bar> {
  const groups: Record<string, () => Generator<Bar>> = {
    polarity: () => polarityBars(open),
    reviews: () => reviewBars(open),
    norec: () => norecBars(all),
    categories: () => categoryBars(open),
    terms: () => termBars([]),
    olist: () => olistBars(open),
    everyday: () => everydayBars(open, all),
  };
  for (const [name, measure] of Object.entries(groups)) {
    if (group === undefined || group === name) yield* measure();
  }
}

function* polarityBars(ships: readonly Uint8Array[]): Generator<Bar> {
  const found: Figures[] = [];
  for (const language of absaLanguages) {
    const [train = [], dev = []] = (['train', 'dev'] as const).map((part) =>
      polarityTexts(absaSentences(part, language)),
    );
    const figures = taughtFigures(train, dev, ships);
    found.push(figures);
    const plain = plainFigures(train, dev, labelOf);
    const { texts } = figures.label;
    yield {
      ...{ name: `m_absa dev ${language}, accuracy`, value: figures.label.accuracy, texts },
      ...{ bar: svm[language] ?? null, svm: plain.accuracy },
    };
    yield {
      ...{ name: `m_absa dev ${language}, macro-F1`, value: figures.label.macroF1, texts },
      ...{ bar: null, svm: plain.macroF1 },
    };
  }
  const texts = found.reduce((sum, one) => sum + one.label.texts, 0);
  const means = { texts, svm: null };
  yield {
    ...{ ...means, name: 'm_absa dev, mean accuracy', bar: 0.83 },
    value: mean(found.map((one) => one.label.accuracy)),
  };
  yield {
    ...{ ...means, name: 'm_absa dev, mean macro-F1', bar: 0.775 },
    value: mean(found.map((one) => one.label.macroF1)),
  };
}

const labelOf = ({ label }: LabelledText): readonly string[] => (label === undefined ? [] : [label]);
const topicsOf = ({ topics = [] }: LabelledText): readonly string[] => topics;

/** How well the plain SVM does on the same split. */
function plainFigures(
  train: readonly LabelledText[],
  dev: readonly LabelledText[],
  classesOf: (one: LabelledText) => readonly string[],
) {
  const classed = (texts: readonly LabelledText[]): ClassedText[] =>
    texts.map((one) => ({ text: one.text, classes: classesOf(one) }));
  return agreementOf(dev.map(classesOf), plainSvmAnswers(classed(train), classed(dev)));
}

/** Labels of the domain with another scheme count as neutral, as where the anchors were measured. */
function polarityTexts(sentences: readonly LabelledSentence[]): LabelledText[] {
  return sentences.flatMap(({ text, language, label }) =>
    label === null ? [] : [{ text, language, label: label === 'other' ? ('neutral' as const) : label }],
  );
}

function* reviewBars(ships: readonly Uint8Array[]): Generator<Bar> {
  const of = (country: string, from: number, to?: number): LabelledText[] =>
    scandiSent(country)
      .slice(from, to)
      .map((review) => ({ ...review, language: 'en' }));
  const train = scandiCountries.flatMap((country) => of(country, 0, scandiTrainRows));
  const engine = taughtEngine(train, ships);
  const found = scandiCountries.map((country) => figuresOf(engine, of(country, scandiTrainRows)).label);
  for (const [i, country] of scandiCountries.entries()) {
    const { accuracy, texts } = found[i] as Agreement;
    yield { name: `ScandiSent ${country}, accuracy`, value: accuracy, bar: null, svm: null, texts };
  }
  yield {
    ...{ name: 'ScandiSent, mean accuracy', bar: 0.945, svm: null },
    value: mean(found.map(({ accuracy }) => accuracy)),
    texts: found.reduce((sum, { texts }) => sum + texts, 0),
  };
}

function* norecBars(ships: readonly Uint8Array[]): Generator<Bar> {
  const engine = new TextEngine({ models: ships });
  const sentences = norecSentences();
  const right = sentences.map(({ text, label }) => {
    const { score } = engine.analyse(text, { languageHint: 'nb' }).analysis.sentiment;
    return score >= 0 === (label === 'positive');
  });
  yield {
    ...{ name: 'NoReC sentences, accuracy', bar: 0.7, svm: null, texts: sentences.length },
    value: right.filter(Boolean).length / right.length,
  };
}

/** Invented comments that nothing was trained with, by the shipped models, with and without train.bin. */
function* everydayBars(open: readonly Uint8Array[], all: readonly Uint8Array[]): Generator<Bar> {
  const engines = {
    'all models': new TextEngine({ models: all }),
    'ship.bin alone': new TextEngine({ models: open }),
    'words alone': new TextEngine(),
  };
  for (const language of commentLanguages) {
    for (const [models, engine] of Object.entries(engines)) {
      yield* commentBars(`everyday comments ${language}, ${models}`, engine, 'held', language);
      yield* commentBars(`negated comments ${language}, ${models}`, engine, 'negated', language);
    }
  }
}

function* commentBars(name: string, engine: TextEngine, part: CommentPart, language: string): Generator<Bar> {
  const comments = everydayComments(part, language);
  const found = agreementOf(
    comments.map(({ label }) => [label]),
    comments.map(({ text }) => [engine.analyse(text, { languageHint: language }).analysis.sentiment.closest]),
  );
  const of = { bar: null, svm: null, texts: comments.length };
  yield { ...of, name: `${name}, accuracy`, value: found.accuracy };
  yield { ...of, name: `${name}, macro-F1`, value: found.macroF1 };
}

function* categoryBars(ships: readonly Uint8Array[]): Generator<Bar> {
  const least = { restaurant: { sv: 0.72, en: 0.74 }, hotel: { sv: 0.68, en: 0.71 } };
  for (const domain of ['restaurant', 'hotel'] as const) {
    for (const language of ['sv', 'en'] as const) {
      const [train = [], dev = []] = (['train', 'dev'] as const).map((part) =>
        absaSentences(part, language)
          .filter((one) => one.domain === domain)
          .map(({ text, categories }): LabelledText => ({ text, language, topics: categories })),
      );
      const { microF1, texts } = taughtFigures(train, dev, ships).topics;
      yield {
        ...{ name: `${domain} ${language}, micro-F1 of categories`, value: microF1, texts },
        ...{ bar: least[domain][language], svm: plainFigures(train, dev, topicsOf).microF1 },
      };
    }
  }
}

function* termBars(ships: readonly Uint8Array[]): Generator<Bar> {
  const [train, val] = ['train.xml', 'val.xml'].map((file) => termSentences('mams', 'MAMS-ATSA', file));
  const texts = (of: readonly LabelledSentence[]): LabelledText[] =>
    of.map(({ text, terms }) => ({ text, language: 'en', terms }));
  const { terms } = taughtFigures(texts(train ?? []), texts(val ?? []), ships);
  const { accuracy, texts: asked } = terms;
  yield { name: 'MAMS terms, accuracy', value: accuracy, bar: 0.76, svm: null, texts: asked };
}

function* olistBars(ships: readonly Uint8Array[]): Generator<Bar> {
  const votes = olistVotes();
  const cut = Math.floor(votes.length * 0.8);
  const [train, dev] = [votes.slice(0, cut), votes.slice(cut)];
  const engine = taughtEngine(train, ships);
  const { accuracy, texts } = figuresOf(engine, dev).topics;
  yield {
    ...{ name: 'Olist topic votes, accuracy', value: accuracy, bar: 0.86, texts },
    svm: plainFigures(train, dev, topicsOf).accuracy,
  };
  const clear = figuresOf(
    engine,
    dev.filter(({ votes }) => areOfOneMind(votes)),
  ).topics;
  yield {
    ...{ name: 'Olist, where all voters are of one mind, accuracy', bar: null, svm: null },
    ...{ value: clear.accuracy, texts: clear.texts },
  };
  yield {
    ...{ name: 'Olist, one voter agrees with most of the others', bar: null, svm: null, texts },
    value: voterAgreement(dev.map(({ votes }) => votes)),
  };
}

function taughtEngine(train: readonly LabelledText[], ships: readonly Uint8Array[]): TextEngine {
  return new TextEngine({ models: [teach(train, { models: ships }).bytes, ...ships] });
}

function taughtFigures(
  train: readonly LabelledText[],
  dev: readonly LabelledText[],
  ships: readonly Uint8Array[],
): Figures {
  return figuresOf(taughtEngine(train, ships), dev);
}

function figuresOf(engine: TextEngine, texts: readonly LabelledText[]) {
  const given: Record<'label' | 'topics' | 'terms', string[][]> = { label: [], topics: [], terms: [] };
  const answered: typeof given = { label: [], topics: [], terms: [] };
  for (const { text, language, label, topics, terms = [] } of texts) {
    const found = engine.analyse(text, { languageHint: language }, terms);
    if (label !== undefined) note('label', [label], [found.analysis.sentiment.closest]);
    if (topics !== undefined) note('topics', [...topics], found.analysis.topics);
    terms.forEach((term, i) => {
      note('terms', [term.label], [found.terms[i]?.label ?? 'neutral']);
    });
  }
  function note(what: keyof typeof given, labels: string[], answers: string[]): void {
    given[what].push(labels);
    answered[what].push(answers);
  }
  const agreement = (what: keyof typeof given) => agreementOf(given[what], answered[what]);
  return { label: agreement('label'), topics: agreement('topics'), terms: agreement('terms') };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
