// Promise: what is searched for becomes SQL with bound values only; a word finds its other forms, a phrase itself, each
// in whatever way its apostrophes and letters are written.
import { spellingsOf } from '@lyhord/text/spellings';
import { type Sql, sql } from '../../platform/stores/sql.ts';
import type { QuestionContext } from '../questions/question-context.ts';
import { readSearch, type SearchPiece } from './search-query.ts';

type Column = 'text' | 'title';

/** Signals whose text, or title, has every piece looked for, and neither of them one of those behind a minus. */
export function wordsCondition(typed: string, context: QuestionContext): Sql {
  const { all, none } = readSearch(typed);
  const { viewer, period } = context;
  const each = (pieces: readonly SearchPiece[], column: Column) =>
    pieces.map((piece) => stands(piece, column, context));
  const inText = (condition: Sql) => sql`signal_id in (select signal_id from signal_texts
    where workspace_id = ${viewer.workspaceId} and local_day between ${period.from} and ${period.to} and ${condition})`;
  const wanted = sql.or([
    inText(sql.and(each(all, 'text'))),
    sql`title != '' and ${sql.and(each(all, 'title'))}`,
  ]);
  if (none.length === 0) return wanted;
  return sql`(${wanted} and not ${inText(sql.or(each(none, 'text')))} and not ${sql.or(each(none, 'title'))})`;
}

function stands(piece: SearchPiece, column: Column, context: QuestionContext): Sql {
  const name = sql.name(column);
  const forms = piece.phrase ? null : (context.formsOf?.(piece.text) ?? null);
  if (forms === null || !/^[\p{L}\p{N}]+$/u.test(piece.text)) {
    const spellings = spellingsOf(piece.text);
    return spellings.length === 1
      ? sql`positionCaseInsensitiveUTF8(${name}, ${piece.text}) > 0`
      : sql`multiSearchAnyCaseInsensitiveUTF8(${name}, ${spellings})`;
  }
  // Forms are letters, what stands over letters, and digits only, so that nothing in them is a sign of the pattern.
  const pattern = `(?i)(^|[^\\p{L}\\p{M}\\p{N}])(${forms.flatMap(spellingsOf).join('|')})($|[^\\p{L}\\p{M}\\p{N}])`;
  return sql`match(${name}, ${pattern})`;
}

/** What to mark in the texts found, in lower case: forms of words, and phrases as they were typed, in every spelling. */
export function marksOf(typed: string, context: QuestionContext): string[] {
  const marks = readSearch(typed).all.flatMap(({ text, phrase }) =>
    (phrase ? [text] : (context.formsOf?.(text) ?? [text])).flatMap(spellingsOf),
  );
  return [...new Set(marks)].slice(0, 300);
}
