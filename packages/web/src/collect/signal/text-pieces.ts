import type { Mention } from '@lyhord/contract';

export type TextPiece = { text: string; at: number; mention: Mention | null };

/**
 * A text cut at its mentions, in reading order. Where two mentions overlap the first one keeps the span;
 * offsets outside of the text are left out, so that no mistake of an engine can hide a customer's words.
 */
export function piecesOf(text: string, mentions: readonly Mention[]): TextPiece[] {
  const pieces: TextPiece[] = [];
  let at = 0;
  const inOrder = [...mentions].sort((a, b) => a.start - b.start || b.end - a.end);
  for (const mention of inOrder) {
    if (mention.start < at || mention.end > text.length || mention.end <= mention.start) continue;
    if (mention.start > at) pieces.push({ text: text.slice(at, mention.start), at, mention: null });
    pieces.push({ text: text.slice(mention.start, mention.end), at: mention.start, mention });
    at = mention.end;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), at, mention: null });
  return pieces;
}
