/** The models in use, by what they judge and for which language; of several files the first that has a part serves. */
import { blended, type PolarityShares } from '../polarity.ts';
import { type Calibration, probabilitiesOf } from './calibration.ts';
import { DocumentScorer } from './document-features.ts';
import type { Lexicon } from './lexicon.ts';
import { LinearScorer } from './linear-model.ts';
import { readModelFile } from './model-file.ts';
import { type TermContext, type TermPlace, TermScorer } from './term-features.ts';

/** Any language. */
const every = '*';
/** Languages judged by the model of one that is written nearly alike. */
const neighbours: Readonly<Record<string, string>> = { nb: 'da' };

export class ModelShelf {
  readonly lexicons = new Map<string, Lexicon>();
  private readonly documents = new Map<string, DocumentScorer[]>();
  private readonly terms = new Map<string, TermScorer[]>();

  /**
   * @param files bytes of model files, the preferred first
   * @throws RangeError when bytes are no model file
   */
  constructor(files: readonly Uint8Array[]) {
    for (const { parts, lexicons } of files.map(readModelFile)) {
      for (const [name, part] of parts) this.shelve(name, new LinearScorer(part));
      for (const [language, words] of lexicons)
        if (!this.lexicons.has(language)) this.lexicons.set(language, words);
    }
  }

  private shelve(name: string, scorer: LinearScorer): void {
    if (name.startsWith('terms/'))
      this.terms.set(name, [...(this.terms.get(name) ?? []), new TermScorer(scorer)]);
    else this.documents.set(name, [...(this.documents.get(name) ?? []), new DocumentScorer(scorer)]);
  }

  /** The trained topics, or null. */
  topics(): DocumentScorer | null {
    return this.documents.get('topics/*')?.[0] ?? null;
  }

  /** The polarity of a text, or null where no model knows its language. */
  polarityOf(
    language: string,
    words: readonly string[],
    strengths: readonly number[],
  ): PolarityShares | null {
    return together(inOrder(this.documents, 'polarity', language), (model) =>
      sharesOf(model.scores(words, 0, words.length, strengths), model.scorer.model),
    );
  }

  /** Whether `polarityOfTerm` has an answer for a language. */
  judgesTerms(language: string): boolean {
    return inOrder(this.terms, 'terms', language).length > 0;
  }

  /** The polarity of one aspect, or null where no model knows the language. */
  polarityOfTerm(language: string, context: TermContext, place: TermPlace): PolarityShares | null {
    return together(inOrder(this.terms, 'terms', language), (model) =>
      sharesOf(model.scores(context, place), model.scorer.model),
    );
  }
}

/** Models of the language itself, then of its neighbour, then of every language. */
function inOrder<Scorer>(shelf: ReadonlyMap<string, Scorer[]>, kind: string, language: string): Scorer[] {
  const neighbour = neighbours[language];
  return [
    ...(shelf.get(`${kind}/${language}`) ?? []),
    ...(neighbour === undefined ? [] : (shelf.get(`${kind}/${neighbour}`) ?? [])),
    ...(shelf.get(`${kind}/${every}`) ?? []),
  ];
}

/** The first model's judgement as far as it is trusted, the rest from those behind it. */
function together<Scorer extends { readonly scorer: LinearScorer }>(
  models: readonly Scorer[],
  judge: (model: Scorer) => PolarityShares,
): PolarityShares | null {
  const [first, ...rest] = models;
  if (first === undefined) return null;
  const { trust } = first.scorer.model;
  const others = trust < 1 ? together(rest, judge) : null;
  return others === null ? judge(first) : blended(judge(first), others, trust);
}

interface Judging {
  readonly classes: readonly string[];
  readonly calibration: Calibration;
}

/** Classes other than the three plain labels say nothing of feeling, so they count as neutral. */
function sharesOf(scores: readonly number[], { classes, calibration }: Judging): PolarityShares {
  const shares = probabilitiesOf(scores, calibration);
  const of = (name: string) => shares[classes.indexOf(name)] ?? 0;
  const [negative, positive] = [of('negative'), of('positive')];
  return { negative, positive, neutral: Math.max(0, 1 - negative - positive) };
}
