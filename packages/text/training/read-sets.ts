/** The data sets that may be trained on, as labelled texts; see NOTICE for their sources and licences. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { csvRows, unescapeXml } from './tables.ts';

export const dataFolder = process.env.LYHORD_DATA_SETS ?? join(process.cwd(), '../shared/data');

export type Polarity = 'positive' | 'neutral' | 'negative';

export interface LabelledTerm {
  readonly start: number;
  readonly end: number;
  readonly label: Polarity;
}

export interface LabelledSentence {
  readonly text: string;
  readonly language: string;
  readonly domain: string;
  /** Net feeling of the aspects; null where opposite feelings cancel; `other` where the set's labels are of another scheme. */
  readonly label: Polarity | 'other' | null;
  readonly terms: readonly LabelledTerm[];
  readonly categories: readonly string[];
}

export const absaLanguages = ['sv', 'da', 'de', 'en', 'es', 'fr', 'nl', 'pt'];
const absaDomains = ['coursera', 'food', 'hotel', 'laptop', 'phone', 'restaurant', 'sight'];
/** This domain is labelled POS, NEG and NEU by other rules than the rest. */
const otherScheme = 'sight';

function read(...path: string[]): string {
  return readFileSync(join(dataFolder, ...path), 'utf8');
}

/** Sentences of m_absa in one language; those without any aspect are left out. */
export function absaSentences(split: 'train' | 'dev', language: string): LabelledSentence[] {
  return absaDomains.flatMap((domain) =>
    read('m_absa', domain, language, `${split}.txt`)
      .split(/\r?\n/)
      .map((line) => absaSentence(line, language, domain))
      .filter((sentence) => sentence !== null),
  );
}

const triplet = /\[\s*(['"])(.*?)\1, \s*(['"])([^'"]*?)\3, \s*['"](\w+)['"]\]/g;
const schemes: Record<string, Polarity> = { POS: 'positive', NEG: 'negative', NEU: 'neutral' };

function absaSentence(line: string, language: string, domain: string): LabelledSentence | null {
  const border = line.lastIndexOf('####');
  if (border < 0) return null;
  const text = line.slice(0, border);
  const triplets = [
    ...line
      .slice(border + 4)
      .replace(/^\[\[/, '[')
      .replace(/\]\]$/, ']')
      .matchAll(triplet),
  ];
  if (triplets.length === 0) return null;
  const aspects = triplets.map((found) => ({
    term: (found[2] as string).replaceAll("\\'", "'"),
    category: found[4] as string,
    label: schemes[found[5] as string] ?? (found[5] as Polarity),
  }));
  return {
    ...{ text, language, domain },
    label: domain === otherScheme ? 'other' : netFeeling(aspects.map((aspect) => aspect.label)),
    terms: aspects.flatMap(({ term, label }) => {
      const start = text.indexOf(term);
      return term === 'NULL' || term === '' || start < 0 ? [] : [{ start, end: start + term.length, label }];
    }),
    categories: [...new Set(aspects.map((aspect) => aspect.category))],
  };
}

function netFeeling(labels: readonly Polarity[]): Polarity | null {
  const praise = labels.filter((label) => label === 'positive').length;
  const blame = labels.filter((label) => label === 'negative').length;
  if (praise === blame) return praise > 0 ? null : 'neutral';
  return praise > blame ? 'positive' : 'negative';
}

/** Sentences with labelled aspect terms, in the XML of SemEval (which MAMS uses, too); "conflict" is left out. */
export function termSentences(...path: string[]): LabelledSentence[] {
  return [...read(...path).matchAll(/<sentence[ >][\s\S]*?<\/sentence>/g)].map(([xml]) => ({
    text: unescapeXml(/<text>([\s\S]*?)<\/text>/.exec(xml)?.[1] ?? ''),
    ...{ language: 'en', domain: path[0] as string, label: null, categories: [] },
    terms: [...xml.matchAll(/<aspectTerm ([^>]*)\/>/g)].flatMap(([, attributes]) => {
      const value = (name: string) => new RegExp(`${name}="([^"]*)"`).exec(attributes as string)?.[1] ?? '';
      const label = value('polarity');
      if (label !== 'positive' && label !== 'negative' && label !== 'neutral') return [];
      return [{ start: Number(value('from')), end: Number(value('to')), label }];
    }),
  }));
}

export interface Review {
  readonly text: string;
  readonly label: Polarity;
}

/** Trustpilot reviews of one country in English translation. */
export function scandiSent(country: string): Review[] {
  return csvRows(read('scandisent_mt_en', `${country}.csv`))
    .slice(1)
    .filter((row) => row.length === 2)
    .map(([text, label]) => ({ text: text as string, label: label === '1' ? 'positive' : 'negative' }));
}

/** Clothing reviews with a clear rating: 1 and 2 negative, 3 neutral, every third 5 positive. */
export function clothingReviews(): Review[] {
  const labels: Record<string, Polarity> = {
    '1': 'negative',
    '2': 'negative',
    '3': 'neutral',
    '5': 'positive',
  };
  return csvRows(read('womens_clothing', 'Womens Clothing E-Commerce Reviews.csv'))
    .slice(1)
    .filter(
      (row, i) =>
        (row[4] ?? '') !== '' && labels[row[5] ?? ''] !== undefined && (row[5] !== '5' || i % 3 === 0),
    )
    .map((row) => ({
      text: `${row[3] ? `${row[3]}. ` : ''}${row[4]}`,
      label: labels[row[5] as string] as Polarity,
    }));
}

type Words = [string, number][];

/** AFINN's words of one language with their strength −1 … 1. */
export function afinn(language: string): Words {
  const file = language === 'da' ? 'AFINN-da-32.txt' : `AFINN-${language}-165.txt`;
  return read('lexicons', 'afinn', file)
    .split('\n')
    .map((line) => line.split('\t'))
    .filter((cells) => cells.length === 2)
    .map(([word, strength]) => [word as string, Number(strength) / 5]);
}

/** The Danish sentiment lexicon: every form of each headword. */
export function danishLexicon(): Words {
  return read('lexicons', 'dsl_da', '2_headword_headword_polarity.csv')
    .split(/\r?\n/)
    .map((line) => line.split(','))
    .filter((cells) => cells.length >= 6)
    .flatMap((cells) =>
      [...new Set([cells[0] as string, ...(cells[5] as string).split(';')])]
        .filter((word) => word !== '' && !word.endsWith("'"))
        .map((word): [string, number] => [word, Number(cells[4]) / 5]),
    );
}

/** SentimentLex for Swedish. */
export function swedishLexicon(): Words {
  return csvRows(read('lexicons', 'spraakbanken_sv', 'sentimentlex.csv'))
    .slice(1)
    .filter((row) => row.length > 4 && Number(row[2]) !== 0)
    .map((row) => [row[0] as string, Number(row[2]) / 3]);
}

/** Norwegian sentences of clear feeling; to measure with, never to train from. */
export function norecSentences(): Review[] {
  const rows: { text: string; label: string }[] = JSON.parse(read('norec_sentence', 'binary', 'dev.json'));
  return rows.map(({ text, label }) => ({ text, label: label === 'Positive' ? 'positive' : 'negative' }));
}

export interface VotedText {
  readonly text: string;
  readonly language: string;
  /** The topic that most people voted for. */
  readonly topics: string[];
  /** How many voted for each of the topics. */
  readonly votes: readonly number[];
}

/** Brazilian reviews with the topic most people voted for, by order time; to measure with, never to train what ships. */
export function olistVotes(): VotedText[] {
  const [header = [], ...rows] = csvRows(read('olist_classified', 'olist_classified_public_dataset.csv'));
  const of = (row: readonly string[], column: string) => row[header.indexOf(column)] ?? '';
  const voted = header.filter((name) => name.startsWith('votes_'));
  return rows
    .filter((row) => row.length === header.length && of(row, 'most_voted_subclass') !== '')
    .sort((a, b) => (of(a, 'order_purchase_timestamp') < of(b, 'order_purchase_timestamp') ? -1 : 1))
    .map((row) => ({
      text: of(row, 'review_comment_message'),
      language: 'pt',
      topics: [of(row, 'most_voted_subclass')],
      votes: voted.map((column) => Number(of(row, column))),
    }));
}

/** Languages in which everyday comments were written for this project. */
export const commentLanguages = ['sv', 'da', 'nb', 'fi', 'en', 'de'];
/** `learn` is trained on; `tune` was looked at while the engine was made; `held` is for measuring alone. */
export type CommentPart = 'learn' | 'tune' | 'held' | 'negated';

const signs: Readonly<Record<string, Polarity>> = { '+': 'positive', '-': 'negative', '0': 'neutral' };

/** Invented everyday comments, one a line behind the sign of its feeling. */
export function everydayComments(part: CommentPart, language: string): Review[] {
  return readFileSync(join(process.cwd(), 'training', 'comments', part, `${language}.txt`), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => ({ text: line.slice(2), label: signs[line[0] as string] as Polarity }));
}
