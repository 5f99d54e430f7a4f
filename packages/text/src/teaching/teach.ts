/** A model from labelled texts: topics, and the polarity of texts and of terms where labels are given. */
import { detectLanguage } from '../language/detect-language.ts';
import { Phrasebooks } from '../languages/phrasebooks.ts';
import { documentExample } from '../model/document-features.ts';
import type { Lexicon } from '../model/lexicon.ts';
import type { LinearModel } from '../model/linear-model.ts';
import { readModelFile, writeModelFile } from '../model/model-file.ts';
import { placeOf, termContext, termExample } from '../model/term-features.ts';
import { choiceSettings, type TrainingExample, trainLinear } from '../model/train-linear.ts';
import type { PlainLabel } from '../polarity.ts';
import { type Reading, readTokens } from '../reading.ts';
import { tokensOf } from '../segments/tokens.ts';
import { TopicHints } from '../topics/trained-topics.ts';
import type { LabelledText } from './labelled-text.ts';

export interface TeachingOptions {
  /** Model files in use: their lexicons are read with, and what is taught is weighed against them by its amount. */
  readonly models?: readonly Uint8Array[];
  /** Told before each part: its name and the share of parts done (0 … 1). */
  readonly onPart?: (name: string, shareDone: number) => void;
}

/** What was learned, for people to read. */
export interface Lesson {
  readonly bytes: Uint8Array;
  readonly texts: number;
  readonly topics: readonly string[];
  readonly parts: readonly string[];
}

interface Read {
  readonly labelled: LabelledText;
  readonly language: string;
  readonly reading: Reading;
}

interface Part {
  readonly name: string;
  readonly classes: readonly string[];
  readonly several: boolean;
  readonly examples: () => TrainingExample[];
}

const plainLabels: readonly PlainLabel[] = ['negative', 'neutral', 'positive'];
/** From so many labelled texts on a language gets a model of its own. */
const ownModelFrom = 300;
/** With so many labelled texts what is taught counts as much as what was there before. */
const evenTrust = 400;
const longestText = 5000;

/**
 * Learns from labelled texts.
 * @throws RangeError when no text has a topic, a label or a term
 */
export function teach(texts: readonly LabelledText[], options: TeachingOptions = {}): Lesson {
  const lexicons = lexiconsOf(options.models ?? []);
  const books = new Phrasebooks(lexicons);
  const read = texts.map((labelled) => readLabelled(labelled, books));
  const parts = partsOf(read, books);
  if (parts.length === 0)
    throw new RangeError('no line has topics, a label or terms; give at least one of them');
  const models = new Map<string, LinearModel>();
  parts.forEach((part, i) => {
    options.onPart?.(part.name, i / parts.length);
    models.set(part.name, learn(part));
  });
  const about = { kind: 'taught', texts: texts.length };
  const topics = parts.find((part) => part.several)?.classes ?? [];
  const bytes = writeModelFile({ about, parts: models, lexicons: new Map() });
  return { bytes, texts: texts.length, topics, parts: parts.map((part) => part.name) };
}

function lexiconsOf(files: readonly Uint8Array[]): Map<string, Lexicon> {
  return new Map(files.toReversed().flatMap((file) => [...readModelFile(file).lexicons]));
}

function readLabelled(labelled: LabelledText, books: Phrasebooks): Read {
  const text = labelled.text.slice(0, longestText);
  const tokens = tokensOf(text);
  const { language } = detectLanguage(tokens, labelled.language);
  return { labelled, language, reading: readTokens(tokens, books.of(language)) };
}

function partsOf(read: readonly Read[], books: Phrasebooks): Part[] {
  const labelled = read.filter((one) => one.labelled.label !== undefined);
  const named = read.filter((one) => (one.labelled.terms?.length ?? 0) > 0);
  return [
    ...topicPart(read, books),
    ...byLanguage('polarity', labelled, () => 1, polarityExamples),
    ...byLanguage('terms', named, (one) => one.labelled.terms?.length ?? 0, termExamples),
  ];
}

function topicPart(read: readonly Read[], books: Phrasebooks): Part[] {
  const classes = [...new Set(read.flatMap((one) => one.labelled.topics ?? []))].sort();
  if (classes.length === 0) return [];
  const told = read.filter((one) => one.labelled.topics !== undefined);
  const hints = new TopicHints(books);
  const examples = () =>
    told.map((one) => ({
      ...documentExample(one.reading, hints.of(one.reading, one.language)),
      classes: [...new Set(one.labelled.topics)].map((topic) => classes.indexOf(topic)),
      importance: 1,
    }));
  return [{ name: 'topics/*', classes, several: true, examples }];
}

/** One part for each language with enough labels, and one for all the others together. */
function byLanguage(
  kind: string,
  read: readonly Read[],
  countOf: (one: Read) => number,
  examplesOf: (one: Read) => TrainingExample[],
): Part[] {
  const counts = new Map<string, number>();
  for (const one of read) counts.set(one.language, (counts.get(one.language) ?? 0) + countOf(one));
  const own = [...counts].filter(([, count]) => count >= ownModelFrom).map(([language]) => language);
  const part = (language: string, texts: readonly Read[]): Part => ({
    name: `${kind}/${language}`,
    classes: plainLabels,
    several: false,
    examples: () => texts.flatMap(examplesOf),
  });
  const parts = own.map((language) =>
    part(
      language,
      read.filter((one) => one.language === language),
    ),
  );
  return read.some((one) => !own.includes(one.language)) ? [...parts, part('*', read)] : parts;
}

function polarityExamples({ labelled, reading }: Read): TrainingExample[] {
  return [
    {
      ...documentExample(reading),
      classes: [plainLabels.indexOf(labelled.label as PlainLabel)],
      importance: 1,
    },
  ];
}

function termExamples({ labelled, reading }: Read): TrainingExample[] {
  const terms = (labelled.terms ?? []).map((term) => ({ term, place: placeOf(reading.tokens, term) }));
  const context = termContext(
    reading,
    terms.flatMap(({ place }) => (place === null ? [] : [place])),
  );
  return terms.flatMap(({ term, place }) =>
    place === null
      ? []
      : [{ ...termExample(context, place), classes: [plainLabels.indexOf(term.label)], importance: 1 }],
  );
}

/** Calibration needs some hundred unseen scores; with many texts two parts give enough of them. */
function foldsFor(texts: number): number {
  if (texts < 40) return 1;
  return texts < 15_000 ? 4 : 2;
}

function learn({ name, classes, several, examples }: Part): LinearModel {
  const all = examples();
  const terms = name.startsWith('terms/');
  const model = trainLinear(all, classes, {
    ...choiceSettings,
    several,
    ratioPower: 0.5,
    idfPower: terms ? 0.5 : 1,
    leastTexts: all.length < 20_000 ? 2 : 5,
    folds: foldsFor(all.length),
  });
  return several ? model : { ...model, trust: all.length / (all.length + evenTrust) };
}
