import { sameSpelling } from '@lyhord/text/spellings';

/** What somebody looks for: all of `all`, in any order, and nothing of `none`. */
export interface SearchQuery {
  readonly all: readonly SearchPiece[];
  readonly none: readonly SearchPiece[];
}
/** One word, or several words in this order, in the one spelling in which they are compared. */
export interface SearchPiece {
  readonly text: string;
  readonly phrase: boolean;
}
const piece = /(-?)(?:"([^"]*)"?|(\S+))/gu;
const mostPieces = 12;

/** `queue "at the till" -fish`: words, phrases in quotes, and what must not stand there behind a minus. */
export function readSearch(typed: string): SearchQuery {
  const all: SearchPiece[] = [];
  const none: SearchPiece[] = [];
  for (const [, minus, quoted, word] of typed.trim().matchAll(piece)) {
    const text = sameSpelling((quoted ?? word ?? '').trim());
    if (text === '' || text === '-') continue;
    if (all.length + none.length >= mostPieces) break;
    (minus === '-' ? none : all).push({ text, phrase: quoted !== undefined });
  }
  return { all, none };
}
