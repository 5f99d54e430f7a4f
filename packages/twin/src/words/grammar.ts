// A tiny phrase grammar: `(a|b|)` picks one of several, also nested; `{slot}` is filled from the situation.
import type { RandomStream } from '../random.ts';

type Part = string | Choice | Slot;
interface Choice {
  readonly options: readonly Phrase[];
}
interface Slot {
  readonly slot: string;
}
export type Phrase = readonly Part[];

/** Fills a slot; called with the slot's name. */
export type Fill = (slot: string) => string;

/** @throws SyntaxError quoting the phrase, where brackets do not match. */
export function readPhrase(text: string): Phrase {
  const [phrase, end] = readSequence(text, 0, false);
  if (end !== text.length) throw new SyntaxError(`unmatched ")" in phrase: ${text}`);
  return phrase;
}

function readSequence(text: string, start: number, inside: boolean): [Phrase, number] {
  const parts: Part[] = [];
  let plain = '';
  let i = start;
  const flush = (): void => {
    if (plain !== '') parts.push(plain);
    plain = '';
  };
  while (i < text.length) {
    const letter = text[i]!;
    if (letter === '(') {
      flush();
      const [choice, next] = readChoice(text, i + 1);
      parts.push(choice);
      i = next;
    } else if (letter === '{') {
      const close = text.indexOf('}', i);
      if (close < 0) throw new SyntaxError(`unmatched "{" in phrase: ${text}`);
      flush();
      parts.push({ slot: text.slice(i + 1, close) });
      i = close + 1;
    } else if (letter === ')' || (inside && letter === '|')) {
      break;
    } else {
      plain += letter;
      i++;
    }
  }
  flush();
  return [parts, i];
}

function readChoice(text: string, start: number): [Choice, number] {
  const options: Phrase[] = [];
  let i = start;
  for (;;) {
    const [option, end] = readSequence(text, i, true);
    options.push(option);
    if (end >= text.length) throw new SyntaxError(`unmatched "(" in phrase: ${text}`);
    i = end + 1;
    if (text[end] === ')') return [{ options }, i];
  }
}

export function speak(phrase: Phrase, random: RandomStream, fill: Fill): string {
  let text = '';
  for (const part of phrase) {
    if (typeof part === 'string') text += part;
    else if ('slot' in part) text += fill(part.slot);
    else text += speak(part.options[random.below(part.options.length)]!, random, fill);
  }
  return text;
}
