/** Words typed on a keyboard that lacks letters of the language: "dalig" or "daarlig" for "dålig" and "dårlig". */
import { type Word, wordOf } from '../segments/spellings.ts';
import type { Token } from '../segments/tokens.ts';
import { WordMemory } from '../segments/word-memory.ts';

/** How a letter is written where it is lacking: its nearest letter, and two letters. */
const written: Readonly<Record<string, readonly [string, string]>> = {
  å: ['a', 'aa'],
  ä: ['a', 'ae'],
  ö: ['o', 'oe'],
  ø: ['o', 'oe'],
  æ: ['a', 'ae'],
  ü: ['u', 'ue'],
  ß: ['ss', 'ss'],
};
/** A shorter word, or beginning of one, may be a word of its own. */
const leastTelling = 5;
const beyondAscii = /[^\u0020-\u007e]/;

/** The word that is meant; null where it is the word itself, `'typed'` where it has letters that such keyboards lack. */
type Meant = Word | null | 'typed';

/** What the words of a text without any of the language's own letters most likely are. */
export class MissingLetters {
  private readonly plain = new Set<string>();
  private readonly words = new Map<string, string>();
  private readonly beginnings = new Map<string, string>();
  private readonly known = new WordMemory<Meant>();

  /** @param units words as they are written (`word`), and beginnings of words (`begin*`) */
  constructor(units: Iterable<string>) {
    for (const unit of units) this.add(unit);
  }

  /** The tokens with the words that are meant, where a word shows that letters are lacking; else the tokens themselves. */
  restored(tokens: readonly Token[]): readonly Token[] {
    let tells = false;
    for (const token of tokens) {
      const meant = token.kind === 'word' ? this.meant(token) : null;
      if (meant === 'typed') return tokens;
      if (meant !== null && token.text.length >= leastTelling) tells = true;
    }
    return tells ? tokens.map((token) => this.asMeant(token)) : tokens;
  }

  private asMeant(token: Token): Token {
    const meant = token.kind === 'word' ? this.meant(token) : null;
    return meant === null || meant === 'typed' ? token : { ...token, ...meant };
  }

  private add(unit: string): void {
    const begins = unit.endsWith('*');
    const word = unit.replaceAll('*', '');
    if (!beyondAscii.test(word)) {
      if (!begins) this.plain.add(word);
      return;
    }
    for (const variant of [0, 1] as const) {
      const spelled = word.replace(/[åäöøæüß]/g, (letter) => written[letter]?.[variant] ?? letter);
      if (beyondAscii.test(spelled)) continue;
      const into = begins ? this.beginnings : this.words;
      if (!into.has(spelled)) into.set(spelled, word);
    }
  }

  private meant({ id, text }: Token): Meant {
    const before = this.known.get(id);
    if (before !== undefined) return before;
    const meant = beyondAscii.test(text) ? 'typed' : this.lookUp(text);
    this.known.set(id, meant);
    return meant;
  }

  private lookUp(text: string): Word | null {
    const spelling = this.spellingOf(text);
    return spelling === null ? null : wordOf(spelling);
  }

  private spellingOf(word: string): string | null {
    if (this.plain.has(word)) return null;
    const whole = this.words.get(word);
    if (whole !== undefined) return whole;
    for (let end = word.length; end >= leastTelling; end--) {
      const begin = this.beginnings.get(word.slice(0, end));
      if (begin !== undefined) return begin + word.slice(end);
    }
    return null;
  }
}
