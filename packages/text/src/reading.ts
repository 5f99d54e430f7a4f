/** A text read once for everything that follows: its tokens, signs, clauses and the opinions in each clause. */
import type { Phrasebook, Sign } from './languages/phrasebook.ts';
import { type Opinion, opinionsOf } from './opinions/opinions.ts';
import { type Clause, clausesOf } from './segments/clauses.ts';
import type { Found } from './segments/pattern-index.ts';
import { type Token, tokensOf } from './segments/tokens.ts';

export interface Reading {
  readonly book: Phrasebook;
  readonly tokens: readonly Token[];
  readonly signs: readonly Found<Sign>[];
  readonly clauses: readonly Clause[];
  /** The opinions of each clause, clause by clause. */
  readonly opinions: readonly (readonly Opinion[])[];
  /** All of them, in order. */
  readonly said: readonly Opinion[];
  /** Those that models are taught with: not what is judged by words alone. */
  readonly taught: readonly Opinion[];
  /** Tokens at which a word of contrast begins. */
  readonly contrasts: ReadonlySet<number>;
}

/** Reads tokens with the words of one language. */
export function readTokens(spelled: readonly Token[], book: Phrasebook): Reading {
  const tokens = book.letters.restored(spelled);
  const signs = book.signs.find(tokens);
  const contrasts = new Set(
    signs.filter((sign) => sign.payload.role === 'contrast').map((sign) => sign.first),
  );
  const clauses = clausesOf(tokens, contrasts, book.abbreviations);
  const opinions = clauses.map((clause) => opinionsOf(tokens, clause, signs, book));
  const said = opinions.flat();
  const taught = said.filter(({ judged }) => judged === undefined);
  return { book, tokens, signs, clauses, opinions, said, taught, contrasts };
}

/** Reads a text whose language is known. */
export function readText(text: string, book: Phrasebook): Reading {
  return readTokens(tokensOf(text), book);
}
