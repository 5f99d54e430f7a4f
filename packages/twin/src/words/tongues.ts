// The languages that the twin writes, each read once, when first used.
import type { Language } from '../customers/population.ts';
import { da } from './da/index.ts';
import { de } from './de/index.ts';
import { en } from './en/index.ts';
import { fi } from './fi/index.ts';
import { nb } from './nb/index.ts';
import { sv } from './sv/index.ts';
import { readTongue, type Tongue, type TongueSource } from './tongue.ts';

const sources: Readonly<Record<Language, TongueSource>> = { sv, da, nb, fi, en, de };
const read = new Map<Language, Tongue>();

export function tongueOf(language: Language): Tongue {
  let tongue = read.get(language);
  if (!tongue) {
    tongue = readTongue(sources[language]);
    read.set(language, tongue);
  }
  return tongue;
}
