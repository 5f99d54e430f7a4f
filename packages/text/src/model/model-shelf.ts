/** The models in use, by what they judge and for which language; of several files the first that has a part serves. */
import { blended, type PolarityShares } from '../polarity.ts';
import type { Token } from '../segments/tokens.ts';
import { type Calibration, probabilitiesOf } from './calibration.ts';
import { DocumentScorer } from './document-features.ts';
import type { Lexicon } from './lexicon.ts';
import { type LinearModel, LinearScorer } from './linear-model.ts';
import { type ModelFile, readModelFile } from './model-file.ts';
import { type TermContext, TermScorer } from './term-features.ts';

/** Any language. */
const every = '*';
/** Languages judged by the model of one that is written nearly alike. */
const neighbours: Readonly<Record<string, string>> = { nb: 'da' };

const read = new WeakMap<Uint8Array, ModelFile>();
/** Made when their language is first met, and once for all shelves: a workspace's own model stands before the same others. */
const documents = new WeakMap<LinearModel, DocumentScorer>();
const terms = new WeakMap<LinearModel, TermScorer>();

function readOnce(bytes: Uint8Array): ModelFile {
  const file = read.get(bytes) ?? readModelFile(bytes);
  read.set(bytes, file);
  return file;
}

export class ModelShelf {
  readonly lexicons = new Map<string, Lexicon>();
  private readonly parts = new Map<string, LinearModel[]>();
  private readonly orders = new Map<string, readonly (DocumentScorer | TermScorer)[]>();

  /**
   * @param files bytes of model files, the preferred first
   * @throws RangeError when bytes are no model file
   */
  constructor(files: readonly Uint8Array[]) {
    for (const { parts, lexicons } of files.map(readOnce)) {
      for (const [name, part] of parts) this.parts.set(name, [...(this.parts.get(name) ?? []), part]);
      for (const [language, words] of lexicons)
        if (!this.lexicons.has(language)) this.lexicons.set(language, words);
    }
  }

  /** The trained topics, or null. */
  topics(): DocumentScorer | null {
    const part = this.parts.get('topics/*')?.[0];
    return part === undefined ? null : this.document(part);
  }

  /** The polarity of a text, or null where no model knows its language. */
  polarityOf(
    language: string,
    tokens: readonly Token[],
    strengths: readonly number[],
  ): PolarityShares | null {
    const judged = together(this.inOrder('polarity', language, this.document), (model) => [
      sharesOf(model.scores(tokens, strengths), model.scorer.model),
    ]);
    return judged?.[0] ?? null;
  }

  /** How much of `polarityOf` comes from texts labelled by the company itself, 0 … 1. */
  taughtShareOfPolarity(language: string): number {
    const { trust = 1 } = this.inOrder('polarity', language, this.document)[0]?.scorer.model ?? {};
    return trust < 1 ? trust : 0;
  }

  /** Whether `polarityOfTerm` has an answer for a language. */
  judgesTerms(language: string): boolean {
    return this.inOrder('terms', language, this.term).length > 0;
  }

  /** The polarity of each of the context's aspects, or null where no model knows the language. */
  polarityOfTerms(language: string, context: TermContext): PolarityShares[] | null {
    return together(this.inOrder('terms', language, this.term), (model) =>
      model.scores(context).map((scores) => sharesOf(scores, model.scorer.model)),
    );
  }

  private readonly document = (part: LinearModel) => madeOnce(documents, part, DocumentScorer);
  private readonly term = (part: LinearModel) => madeOnce(terms, part, TermScorer);

  private inOrder<Scorer extends DocumentScorer | TermScorer>(
    kind: string,
    language: string,
    scorerOf: (part: LinearModel) => Scorer,
  ): readonly Scorer[] {
    const name = `${kind}/${language}`;
    const known = this.orders.get(name) as readonly Scorer[] | undefined;
    if (known !== undefined) return known;
    const order = partsInOrder(this.parts, kind, language).map(scorerOf);
    if (this.orders.size < mostOrders) this.orders.set(name, order);
    return order;
  }
}

function madeOnce<Scorer>(
  made: WeakMap<LinearModel, Scorer>,
  part: LinearModel,
  Kind: new (scorer: LinearScorer) => Scorer,
): Scorer {
  const known = made.get(part) ?? new Kind(new LinearScorer(part));
  made.set(part, known);
  return known;
}

/** Hints may name any language. */
const mostOrders = 500;

/** Models of the language itself, then of its neighbour, then of every language. */
function partsInOrder(
  shelf: ReadonlyMap<string, LinearModel[]>,
  kind: string,
  language: string,
): LinearModel[] {
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
  judge: (model: Scorer) => PolarityShares[],
  from = 0,
): PolarityShares[] | null {
  const first = models[from];
  if (first === undefined) return null;
  const { trust } = first.scorer.model;
  const others = trust < 1 ? together(models, judge, from + 1) : null;
  const judged = judge(first);
  return others === null
    ? judged
    : judged.map((shares, i) => blended(shares, others[i] as PolarityShares, trust));
}

interface Judging {
  readonly classes: readonly string[];
  readonly calibration: Calibration;
}

/** Classes other than the three plain labels say nothing of feeling, so they count as neutral. */
function sharesOf(scores: readonly number[], { classes, calibration }: Judging): PolarityShares {
  const shares = probabilitiesOf(scores, calibration);
  const negative = shares[classes.indexOf('negative')] ?? 0;
  const positive = shares[classes.indexOf('positive')] ?? 0;
  return { negative, positive, neutral: Math.max(0, 1 - negative - positive) };
}
