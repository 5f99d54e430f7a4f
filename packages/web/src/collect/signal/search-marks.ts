import { createContext } from 'react';

/** Words and phrases in lower case that are marked in every comment below. */
export const SearchMarks = createContext<readonly string[]>([]);

export interface MarkedPiece {
  at: number;
  words: string;
  marked: boolean;
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** A text cut at the marks: whole words only, longest first, case is the same. */
export function markedPieces(text: string, marks: readonly string[]): MarkedPiece[] {
  const known = [...marks].filter(Boolean).sort((a, b) => b.length - a.length);
  if (known.length === 0) return [{ at: 0, words: text, marked: false }];
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{M}\\p{N}])(?:${known.map(escaped).join('|')})(?![\\p{L}\\p{M}\\p{N}])`,
    'giu',
  );
  const pieces: MarkedPiece[] = [];
  let from = 0;
  for (const found of text.matchAll(pattern)) {
    if (found.index > from) pieces.push({ at: from, words: text.slice(from, found.index), marked: false });
    pieces.push({ at: found.index, words: found[0], marked: true });
    from = found.index + found[0].length;
  }
  if (from < text.length) pieces.push({ at: from, words: text.slice(from), marked: false });
  return pieces;
}
