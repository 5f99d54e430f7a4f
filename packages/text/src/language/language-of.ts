import { tokensOf } from '../segments/tokens.ts';
import { detectLanguage, type LanguageGuess } from './detect-language.ts';

/**
 * The language of a text alone, as the engine tells it.
 * @param hint the survey's or the source's language (ISO 639-1)
 * @param locale the place's, such as `sv-SE`
 */
export function languageOf(text: string, hint?: string, locale?: string): LanguageGuess {
  return detectLanguage(tokensOf(text), hint, locale);
}
