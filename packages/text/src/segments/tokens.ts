/** Splits any string into words, emoji and marks with their UTF-16 offsets; total, linear, never throws. */
import { withEntitiesRead } from './entities.ts';
import { apostrophes, forgetWhenFull, markOf, type Word, wordOf, wordSpelled } from './spellings.ts';

export type TokenKind = 'word' | 'emoji' | 'mark' | 'break';

export interface Token {
  readonly start: number;
  readonly end: number;
  /** Lower case; three or more equal letters in a row are cut to two. */
  readonly text: string;
  readonly kind: TokenKind;
  /** Stands for `text`: tokens with one number have one text. */
  readonly id: number;
}

const shape = { other: 0, letter: 1, digit: 2, space: 3, lineEnd: 4, inner: 5, wide: 6 } as const;
const firstShapes = new Uint8Array(0x250);
for (let code = 0; code < firstShapes.length; code++) {
  const character = String.fromCharCode(code);
  if (/[\p{L}\p{M}]/u.test(character)) firstShapes[code] = shape.letter;
  else if (/\p{N}/u.test(character)) firstShapes[code] = shape.digit;
  else if (code === 10 || code === 13) firstShapes[code] = shape.lineEnd;
  else if (/\s/u.test(character) || code < 32) firstShapes[code] = shape.space;
}

const wideLetter = /[\p{L}\p{M}]/u;
const wideDigit = /\p{N}/u;
const wideSpace = /[\s\u200b\u200e\u200f\ufeff]/u;
const pictograph = /[\p{Extended_Pictographic}\p{Regional_Indicator}]/u;
const emoticonOpenings = ':;=8xX<^';
const emoticon = /[:;=8xX][-'o^]?[)(DdPp/\\|*\][]|<3|\^\^/y;

function classOf(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code < firstShapes.length) return firstShapes[code] as number;
  const character = String.fromCodePoint(text.codePointAt(at) as number);
  if (wideLetter.test(character)) return shape.letter;
  if (wideDigit.test(character)) return shape.digit;
  if (code === 0x2028 || code === 0x2029) return shape.lineEnd;
  if (wideSpace.test(character)) return shape.space;
  return pictograph.test(character) ? shape.wide : shape.other;
}

/** The width in UTF-16 units of the character at an offset: 2 for a surrogate pair, else 1. */
function widthAt(text: string, at: number): number {
  return (text.codePointAt(at) as number) > 0xffff ? 2 : 1;
}

/**
 * The tokens of a text, in order. A word is letters, marks and digits with inner apostrophes, hyphens and points
 * (`p-plats`, `don't`, `z.b`); an emoji keeps its joiners and skin tones; a line end is a `break`. Entities of HTML are
 * read, and belong to the tokens that they are letters of.
 */
export function tokensOf(text: string): Token[] {
  forgetWhenFull();
  const read = withEntitiesRead(text);
  if (read === null) return plainTokensOf(text);
  return plainTokensOf(read.text).map((token) => ({
    ...token,
    start: read.starts[token.start] as number,
    end: read.starts[token.end] as number,
  }));
}

function plainTokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const kind = classOf(text, at);
    if (kind === shape.space) at += 1;
    else if (kind === shape.lineEnd) {
      tokens.push(token(lineBreak(), at, at + 1, 'break'));
      at += 1;
    } else if (kind === shape.letter || kind === shape.digit) {
      const end = wordEnd(text, at);
      const smile = end - at === 1 ? emoticonAt(text, at) : 0;
      if (smile > 0) tokens.push(mark(text, at, at + smile, 'emoji'));
      else tokens.push(token(wordSpelled(text, at, end), at, end, 'word'));
      at = smile > 0 ? at + smile : end;
    } else {
      const end = kind === shape.wide ? emojiEnd(text, at) : at + (emoticonAt(text, at) || widthAt(text, at));
      const isEmoji = kind === shape.wide || end - at > 1;
      tokens.push(mark(text, at, end, isEmoji ? 'emoji' : 'mark'));
      at = end;
    }
  }
  return tokens;
}

const lineBreak = () => wordOf('\n');

function token({ id, text }: Word, start: number, end: number, kind: TokenKind): Token {
  return { start, end, text, kind, id };
}

function mark(text: string, start: number, end: number, kind: TokenKind): Token {
  return token(
    end - start === 1 ? markOf(text.charCodeAt(start)) : wordOf(text.slice(start, end)),
    start,
    end,
    kind,
  );
}

function wordEnd(text: string, from: number): number {
  let at = from + widthAt(text, from);
  while (at < text.length) {
    const kind = classOf(text, at);
    if (kind === shape.letter || kind === shape.digit) {
      at += widthAt(text, at);
      continue;
    }
    if (!joins(text, at)) break;
    at += 1;
  }
  return at;
}

/** An apostrophe, hyphen or point joins when a letter or digit stands directly on both sides of it. */
function joins(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  const joining =
    code === 0x2d || code === 0x2e || code === 0x2011 || apostrophes.includes(text[at] as string);
  if (!joining || at + 1 >= text.length) return false;
  const next = classOf(text, at + 1);
  if (code !== 0x2e) return next === shape.letter || next === shape.digit;
  return abbreviationPoint(text, at, next);
}

/** `t.ex`, `u.a` and `3.5` hold together; `bra.Dålig` does not. */
function abbreviationPoint(text: string, at: number, next: number): boolean {
  const before = classOf(text, at - 1);
  if (before === shape.digit && next === shape.digit) return true;
  if (before !== shape.letter || next !== shape.letter) return false;
  const single = at < 2 || classOf(text, at - 2) !== shape.letter;
  return single && text[at + 1] === text[at + 1]?.toLowerCase();
}

function emoticonAt(text: string, at: number): number {
  if (!opensEmoticon(text.charCodeAt(at))) return 0;
  emoticon.lastIndex = at;
  const found = emoticon.exec(text);
  if (found === null) return 0;
  const after = at + found[0].length;
  const last = classOf(text, after - 1);
  const runsOn = after < text.length && last === shape.letter && classOf(text, after) === shape.letter;
  return runsOn || text[after] === '/' ? 0 : found[0].length;
}

function opensEmoticon(code: number): boolean {
  return code <= 0x78 && emoticonOpenings.includes(String.fromCharCode(code));
}

function emojiEnd(text: string, from: number): number {
  let at = from + widthAt(text, from);
  while (at < text.length) {
    const point = text.codePointAt(at) as number;
    const modifier = point === 0xfe0f || (point >= 0x1f3fb && point <= 0x1f3ff) || point === 0x20e3;
    if (modifier) at += widthAt(text, at);
    else if (point === 0x200d && at + 1 < text.length && classOf(text, at + 1) === shape.wide) {
      at += 1 + widthAt(text, at + 1);
    } else break;
  }
  return at;
}
