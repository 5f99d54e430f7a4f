/** Accuracy on parts that the models measured were not trained on. */
import { agreementOf } from '../src/teaching/evaluate.ts';
import type { TextEngine } from '../src/text-engine.ts';
import { scandiCountries, scandiTrainRows } from './model-parts.ts';
import { absaSentences, type LabelledSentence, scandiSent, termSentences } from './read-sets.ts';

export interface Measured {
  readonly set: string;
  readonly language: string;
  readonly texts: number;
  readonly accuracy: number;
  readonly macroF1: number;
}

/** Three classes of m_absa dev; labels of the other scheme count as neutral, as where the anchors were measured. */
export function measureAbsa(engine: TextEngine, language: string, withOtherScheme: boolean): Measured {
  const rows = absaSentences('dev', language).filter(
    (row) => row.label !== null && (withOtherScheme || row.label !== 'other'),
  );
  const labels = rows.map((row) => [row.label === 'other' ? 'neutral' : (row.label as string)]);
  const answers = rows.map((row) => [
    engine.analyse(row.text, { languageHint: language }).analysis.sentiment.closest,
  ]);
  return figures(withOtherScheme ? 'm_absa dev' : 'm_absa dev, one scheme', language, labels, answers);
}

/** Aspect terms; with `mixedOnly` those of sentences whose terms differ in feeling. */
export function measureTerms(
  engine: TextEngine,
  set: string,
  rows: readonly LabelledSentence[],
  mixedOnly: boolean,
): Measured {
  const labels: string[][] = [];
  const answers: string[][] = [];
  for (const { text, terms, language } of rows) {
    if (terms.length === 0 || (mixedOnly && new Set(terms.map((term) => term.label)).size < 2)) continue;
    const judged = engine.analyse(text, { languageHint: language }, terms).terms;
    terms.forEach((term, i) => {
      labels.push([term.label]);
      answers.push([judged[i]?.label ?? 'neutral']);
    });
  }
  return figures(set, rows[0]?.language ?? 'en', labels, answers);
}

export function measureMams(engine: TextEngine): Measured {
  return measureTerms(engine, 'mams val, terms', termSentences('mams', 'MAMS-ATSA', 'val.xml'), false);
}

/** Praise or blame of reviews, by the sign of the score; the last fifth of each country. */
export function measureReviews(engine: TextEngine): Measured[] {
  return scandiCountries.map((country) => {
    const rows = scandiSent(country).slice(scandiTrainRows);
    const answers = rows.map(({ text }) => [
      engine.analyse(text, { languageHint: 'en' }).analysis.sentiment.score > 0 ? 'positive' : 'negative',
    ]);
    return figures(
      `ScandiSent (${country}) rows from ${scandiTrainRows}`,
      'en',
      rows.map((row) => [row.label]),
      answers,
    );
  });
}

function figures(set: string, language: string, labels: string[][], answers: string[][]): Measured {
  const { texts, accuracy, macroF1 } = agreementOf(labels, answers);
  return { set, language, texts, accuracy, macroF1 };
}
