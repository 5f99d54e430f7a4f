/** Which language a text is in: n-gram evidence, the small words that tell neighbours apart, and a prior. */
import { eld } from 'eld/small';
import { languagePacks } from '../languages/languages.ts';
import type { Token } from '../segments/tokens.ts';

export interface LanguageGuess {
  /** ISO 639-1 code (`nb` for Norwegian), or `und` where nothing tells. */
  readonly language: string;
  /** Share 0 … 1. */
  readonly confidence: number;
}

const candidates = ['sv', 'da', 'no', 'fi', 'en', 'de', 'nl', 'fr', 'es', 'pl', 'pt'];
const localeLanguages: Record<string, string> = {
  SE: 'sv',
  DK: 'da',
  NO: 'nb',
  FI: 'fi',
  GB: 'en',
  US: 'en',
  IE: 'en',
  DE: 'de',
  AT: 'de',
  CH: 'de',
  NL: 'nl',
  BE: 'nl',
  FR: 'fr',
  ES: 'es',
  PL: 'pl',
  PT: 'pt',
  BR: 'pt',
};
/** Log odds that a survey's language or a place's country adds. */
const hintWeight = 3;
const localeWeight = 2;
const smallWordWeight = 1.6;

const detector = eld.newInstance();
detector.setLanguageSubset(candidates);

const smallWords = countLanguages();

function countLanguages(): Map<string, string[]> {
  const languages = new Map<string, string[]>();
  for (const pack of languagePacks) {
    for (const word of new Set(pack.stopWords.split(/\s+/))) {
      languages.set(word, [...(languages.get(word) ?? []), pack.code]);
    }
  }
  return languages;
}

/**
 * The most likely language of a text.
 * @param hint the survey's or the source's language; strong evidence, yet not stronger than a clear sentence
 * @param locale the place's locale such as `sv-SE`; its country and language count as weaker evidence
 */
export function detectLanguage(
  text: string,
  tokens: readonly Token[],
  hint?: string,
  locale?: string,
): LanguageGuess {
  const words = tokens.filter((token) => token.kind === 'word');
  const evidence = ngramEvidence(text, words.length);
  addSmallWords(evidence, words);
  const heard = evidence.size > 0;
  for (const [language, weight] of priors(hint, locale)) {
    evidence.set(language, (evidence.get(language) ?? 0) + weight);
  }
  const [language, confidence] = best(evidence);
  if (language === null) return { language: 'und', confidence: 0 };
  return { language, confidence: heard ? confidence : Math.min(confidence, 0.5) };
}

function ngramEvidence(text: string, words: number): Map<string, number> {
  const evidence = new Map<string, number>();
  if (words === 0) return evidence;
  const scores = detector.detect(text).getScores();
  for (const [code, score] of Object.entries(scores)) {
    const perNgram = (25 * score) / (1 - Math.min(score, 0.99));
    evidence.set(code === 'no' ? 'nb' : code, perNgram * Math.min(words, 30) * 0.12);
  }
  return evidence;
}

function addSmallWords(evidence: Map<string, number>, words: readonly Token[]): void {
  for (const word of words.slice(0, 60)) {
    const languages = smallWords.get(word.text);
    if (languages === undefined) continue;
    for (const language of languages) {
      evidence.set(language, (evidence.get(language) ?? 0) + smallWordWeight / languages.length);
    }
  }
}

function priors(hint: string | undefined, locale: string | undefined): [string, number][] {
  const found: [string, number][] = [];
  if (hint !== undefined && hint !== '') found.push([normalCode(hint), hintWeight]);
  const [language, country] = (locale ?? '').split(/[-_]/);
  if (language !== undefined && /^[a-z]{2}$/.test(language)) found.push([normalCode(language), localeWeight]);
  const spoken = localeLanguages[(country ?? '').toUpperCase()];
  if (spoken !== undefined && spoken !== normalCode(language ?? '')) found.push([spoken, localeWeight]);
  return found;
}

/** `no`, `nn`, `nb-NO` → `nb`; `sv-SE` → `sv`. */
function normalCode(code: string): string {
  const bare = code.toLowerCase().split(/[-_]/)[0] as string;
  return bare === 'no' || bare === 'nn' ? 'nb' : bare;
}

function best(evidence: ReadonlyMap<string, number>): [string | null, number] {
  let top: string | null = null;
  let topWeight = Number.NEGATIVE_INFINITY;
  for (const [language, weight] of evidence) {
    if (weight > topWeight) [top, topWeight] = [language, weight];
  }
  let total = 0;
  for (const weight of evidence.values()) total += Math.exp(weight - topWeight);
  return [top, top === null ? 0 : 1 / total];
}
