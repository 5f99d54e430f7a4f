import { danish } from './danish.ts';
import { dutch } from './dutch.ts';
import { english } from './english.ts';
import { finnish } from './finnish.ts';
import { french } from './french.ts';
import { german } from './german.ts';
import type { LanguagePack } from './language-pack.ts';
import { norwegian } from './norwegian.ts';
import { portuguese } from './portuguese.ts';
import { spanish } from './spanish.ts';
import { swedish } from './swedish.ts';

/** The languages with a hand-made pack, in the order in which an unknown text tries them. */
export const languagePacks: readonly LanguagePack[] = [
  swedish,
  danish,
  norwegian,
  finnish,
  english,
  german,
  portuguese,
  dutch,
  french,
  spanish,
];

const byCode = new Map(languagePacks.map((pack) => [pack.code, pack]));

/** The pack of a language code, or null where the engine has none. */
export function packOf(code: string): LanguagePack | null {
  return byCode.get(code) ?? null;
}
