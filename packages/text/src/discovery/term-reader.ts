// What a text speaks of, as stems and pairs of stems: without small words, without opinions, each term once a text.

import { patternsOf } from '../languages/language-pack.ts';
import { packOf } from '../languages/languages.ts';
import { stemmerOf } from '../segments/stems.ts';
import { tokensOf } from '../segments/tokens.ts';

/** One content word of a text. */
export interface ContentWord {
  readonly stem: string;
  /** UTF-16 offsets into the text. */
  readonly start: number;
  readonly end: number;
  /** Number of the token in the text: neighbours differ by 1, by 2 with a small word between them. */
  readonly at: number;
}

export interface TermReader {
  /** Content words in their order. */
  words(text: string): ContentWord[];
  /** Stems, and pairs of neighbouring stems as `a b`; each once. */
  terms(text: string): string[];
  /** The stem of a single word in lower case, also of a small one. */
  stem(word: string): string;
}

/** Greetings and thanks frame a message and are not what it is about. */
const courtesies = new Set(
  `hej hei hallå hello hi hey moi terve hallo dear kära kære kjære hälsning hälsningar hälsar hilsen hilser vennlig venlig
  vänlig vänligen mvh regards sincerely kind best grüße gruß grüßen freundlichen tack takk tak kiitos danke thanks thank
  obrigado obrigada abraço merci gracias bedankt please snälla tervehdys terveisin ystävällisin`.split(/\s+/),
);
/** How people begin a wish or a question: it tells that they want something, not what. */
const wishing = new Set(
  `borde behöver behövs saknar saknas önskar önskas ordna fixa sätt sätta sätter varför kunde vore hoppas snälla gärna finnas
  burde mangler mangle savner savnes ønsker ønskes behøver hvorfor kunne lave sæt sætte sætter gerne håber fordi ville
  burde trenger trengs sett sette setter lage gjerne håper hvorfor skulle
  voisitteko voisiko voitteko miksi tarvitaan tarvitsen tarvitsisimme toivon toivoisin toivomme puuttuu puuttuvat kaipaan hankkia
  hankkikaa laittakaa laittaa saisiko olisi pitäisi haluan haluaisin tulisi ettei eikö
  bitte warum weshalb wieso gibt könnt könnte könnten könntet wünsche wünschen wünschte fehlt fehlen fehlte braucht brauchen
  brauche baut bauen machen macht wäre würde würden sollte sollten hätte gerne gern
  please why should would could need needs needed want wants wish wished hope miss missing put get got have there lack lacks add
  porque falta faltam faltan gostaria quero deveria poderia pourquoi manque manquent voudrais devrait faudrait hay quisiera
  debería podría waarom graag zou zouden moeten ontbreekt ontbreken`.split(/\s+/),
);
const mask = /\[[a-z]+•*\]|•+/gu;
const pairGap = 2;
const shortest = 3;
const rememberedStems = 50_000;
const readers = new Map<string, TermReader>();

/** The reader of a language; a language without a pack is read as it stands, without stems. */
export function termReader(language: string): TermReader {
  const made = readers.get(language) ?? makeReader(language);
  readers.set(language, made);
  return made;
}

function makeReader(language: string): TermReader {
  const pack = packOf(language);
  const silent = new Set(pack?.stopWords.split(/\s+/) ?? []);
  const opinion = opinionTest(pack === null ? [] : pack.opinions.flatMap(([, list]) => patternsOf(list)));
  for (const list of pack === null
    ? []
    : [pack.negators, pack.intensifiers, pack.diminishers, pack.contrast]) {
    for (const word of patternsOf(list)) if (!word.includes(' ')) silent.add(word);
  }
  const stemmer = stemmerOf(pack?.stemmer ?? null);
  const known = new Map<string, string>();
  const stem = (word: string): string => {
    const before = known.get(word);
    if (before !== undefined) return before;
    if (known.size >= rememberedStems) known.clear();
    const found = stemmer?.(word) ?? word;
    known.set(word, found);
    return found;
  };
  const words = (text: string): ContentWord[] =>
    tokensOf(text.replace(mask, (found) => ' '.repeat(found.length))).flatMap((token, at) => {
      const content =
        token.kind === 'word' &&
        token.text.length >= shortest &&
        !/\d/.test(token.text) &&
        !silent.has(token.text) &&
        !courtesies.has(token.text) &&
        !wishing.has(token.text) &&
        !opinion(token.text);
      return content ? [{ stem: stem(token.text), start: token.start, end: token.end, at }] : [];
    });
  return {
    stem,
    words,
    terms(text) {
      const found = words(text);
      const terms = new Set(found.map((word) => word.stem));
      for (let i = 1; i < found.length; i++) {
        const [left, right] = [found[i - 1]!, found[i]!];
        if (right.at - left.at <= pairGap && left.stem !== right.stem)
          terms.add(`${left.stem} ${right.stem}`);
      }
      return [...terms];
    },
  };
}

/** Single words only: `fin*` stands for all words that begin so. */
function opinionTest(patterns: readonly string[]): (word: string) => boolean {
  const single = patterns.filter((pattern) => !pattern.includes(' '));
  const exact = new Set(single.filter((pattern) => !pattern.includes('*')));
  const beginnings = single.filter((pattern) => pattern.endsWith('*')).map((pattern) => pattern.slice(0, -1));
  const byFirst = new Map<string, string[]>();
  for (const each of beginnings) {
    const first = each.slice(0, 2);
    byFirst.set(first, [...(byFirst.get(first) ?? []), each]);
  }
  return (word) =>
    exact.has(word) ||
    (byFirst.get(word.slice(0, 2))?.some((beginning) => word.startsWith(beginning)) ?? false);
}
