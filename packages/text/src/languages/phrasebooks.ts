import type { Lexicon } from '../model/lexicon.ts';
import type { Stem } from '../segments/stems.ts';
import { languagePacks, packOf } from './languages.ts';
import { type Phrasebook, phrasebookOf } from './phrasebook.ts';

/** Phrasebooks by language, each made on first use. Languages without a pack are read with the English one. */
export class Phrasebooks {
  private readonly made = new Map<string, Phrasebook>();
  private readonly lexicons: ReadonlyMap<string, Lexicon>;

  constructor(lexicons: ReadonlyMap<string, Lexicon> = new Map()) {
    this.lexicons = lexicons;
  }

  of(language: string): Phrasebook {
    const pack = packOf(language) ?? packOf('en') ?? languagePacks[0];
    if (pack === undefined) throw new Error('the engine has no language');
    const ready = this.made.get(pack.code);
    if (ready !== undefined) return ready;
    const book = phrasebookOf(pack, this.lexicons.get(pack.code) ?? null);
    this.made.set(pack.code, book);
    return book;
  }

  /** The stemmer for a language, or null where it has none or is not known. */
  stemOf(language: string): Stem | null {
    return packOf(language) === null ? null : this.of(language).stem;
  }
}
