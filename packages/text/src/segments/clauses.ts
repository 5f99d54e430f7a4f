/** Sentences and clauses as ranges of tokens: a clause ends where the sentence ends or where a contrast begins. */
import type { Token } from './tokens.ts';

/** `first` … `last` are token indexes, both included; `sentence` counts from 0. */
export interface Clause {
  readonly first: number;
  readonly last: number;
  readonly sentence: number;
  /** Opened by a word of contrast such as "but". */
  readonly contrast: boolean;
}

const sentenceMarks = new Set(['.', '!', '?', '…', '。', '！', '？', '।', '؟', '۔']);
const clauseMarks = new Set([';', '–', '—']);

/**
 * The clauses of a text.
 * @param contrasts indexes of tokens at which a word of contrast begins
 * @param abbreviations lower-case words after which a full stop ends no sentence
 */
export function clausesOf(
  tokens: readonly Token[],
  contrasts: ReadonlySet<number>,
  abbreviations: ReadonlySet<string>,
): Clause[] {
  const clauses: Clause[] = [];
  let first = 0;
  let sentence = 0;
  let contrast = false;
  const close = (last: number) => {
    const hasContent = tokens
      .slice(first, last + 1)
      .some((token) => token.kind === 'word' || token.kind === 'emoji');
    if (hasContent) clauses.push({ first, last, sentence, contrast });
    first = last + 1;
    return hasContent;
  };
  for (let i = 0; i < tokens.length; i++) {
    if (endsSentence(tokens, i, abbreviations)) {
      if (close(i)) sentence += 1;
      contrast = false;
    } else if (clauseMarks.has((tokens[i] as Token).text)) {
      close(i);
      contrast = false;
    } else if (contrasts.has(i) && i > first) {
      close(i - 1);
      contrast = true;
    } else if (contrasts.has(i)) contrast = true;
  }
  if (first < tokens.length) close(tokens.length - 1);
  return clauses;
}

function endsSentence(tokens: readonly Token[], i: number, abbreviations: ReadonlySet<string>): boolean {
  const token = tokens[i] as Token;
  if (token.kind === 'break') return true;
  if (!sentenceMarks.has(token.text)) return false;
  const next = tokens[i + 1];
  if (next !== undefined && sentenceMarks.has(next.text)) return false;
  if (token.text !== '.') return true;
  const before = tokens[i - 1];
  return before === undefined || before.end !== token.start || !abbreviations.has(before.text);
}
