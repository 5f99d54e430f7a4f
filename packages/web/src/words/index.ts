// The words on screen. English is the pattern; a key that Swedish or Danish lacks is a type error.
import { createContext, useContext } from 'react';
import type { LocaleKey } from './numerals.ts';

type English = typeof import('./en.ts');
/** A single word of the pattern may become any other; everything else keeps its shape. */
type Section<S> = { [K in keyof S]: S[K] extends string ? string : S[K] };
export type Words = { [S in keyof English]: Section<English[S]> };
export type { LocaleKey } from './numerals.ts';
export { tagOf } from './numerals.ts';

const catalogues: Record<LocaleKey, () => Promise<Words>> = {
  en: () => import('./en.ts'),
  sv: () => import('./sv.ts'),
  da: () => import('./da.ts'),
};

export const localeNames: Record<LocaleKey, string> = { en: 'English', sv: 'Svenska', da: 'Dansk' };

export const loadWords = (locale: LocaleKey): Promise<Words> => catalogues[locale]();

const remembered = 'lyhord.locale';

/** The language to greet a reader in whom we do not know yet: chosen before, else the browser's. */
export function likelyLocale(): LocaleKey {
  const wishes = [readRemembered(), ...navigator.languages].map((tag) => tag?.slice(0, 2));
  return (wishes.find((tag) => tag && tag in catalogues) as LocaleKey | undefined) ?? 'en';
}

export function rememberLocale(locale: LocaleKey): void {
  try {
    localStorage.setItem(remembered, locale);
  } catch {
    // A browser that keeps nothing still shows the screens.
  }
}

function readRemembered(): string | null {
  try {
    return localStorage.getItem(remembered);
  } catch {
    return null;
  }
}

export interface Language {
  locale: LocaleKey;
  words: Words;
  speak(locale: LocaleKey): Promise<void>;
}
export const LanguageContext = createContext<Language | null>(null);

export function useLanguage(): Language {
  const language = useContext(LanguageContext);
  if (!language) throw new Error('useLanguage outside of its provider');
  return language;
}
export const useWords = (): Words => useLanguage().words;

/** A term by its key, or the key made readable where a workspace brings its own. */
export function named(terms: Readonly<Record<string, string>>, key: string | null | undefined): string {
  if (!key) return '';
  const known = terms[key];
  if (known) return known;
  const readable = key.replace(/[_.]+/g, ' ').trim();
  return readable.charAt(0).toUpperCase() + readable.slice(1);
}
