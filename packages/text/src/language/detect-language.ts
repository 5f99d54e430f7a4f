/** Which language a text is in: n-gram evidence, the small words that tell neighbours apart, and a prior. */
import { languagePacks } from '../languages/languages.ts';
import type { Token } from '../segments/tokens.ts';
import { WordNumbers } from '../segments/word-memory.ts';
import { addGram, gramLanguages } from './gram-table.ts';
import { speakersOf } from './known-words.ts';
import { neighbourOf } from './neighbour-words.ts';
import { wordGrams } from './word-grams.ts';

export interface LanguageGuess {
  /** ISO 639-1 code (`nb` for Norwegian), or `und` where nothing tells. */
  readonly language: string;
  /** Share 0 … 1. */
  readonly confidence: number;
}

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
/** Log odds for one unit of ELD's score, and for a small word that only one language has. */
const gramWeight = 0.02;
const smallWordWeight = 1.6;
/** Of a word of opinion or topic that only one language has. */
const knownWordWeight = 1.6;
/** Log odds against Danish of a word that Norwegian has and Danish has not, and the other way round. */
const neighbourWeight = 1.2;

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
export function detectLanguage(tokens: readonly Token[], hint?: string, locale?: string): LanguageGuess {
  const sums = wordEvidence(tokens);
  const heard = sums.some((sum) => sum > 0);
  const languages = heard ? gramLanguages.slice() : [];
  const evidence: number[] = [];
  for (let i = 0; i < languages.length; i++) evidence.push(gramWeight * (sums[i] as number));
  for (const [language, weight] of priors(hint, locale)) {
    const known = languages.indexOf(language);
    const at = known < 0 ? languages.push(language) - 1 : known;
    evidence[at] = (evidence[at] ?? 0) + weight;
  }
  const [top, confidence] = best(evidence);
  const language = languages[top];
  if (language === undefined) return { language: 'und', confidence: 0 };
  return { language, confidence: heard ? confidence : Math.min(confidence, 0.5) };
}

const mostWords = 60;
const met = new Int32Array(mostWords);

/** What the first words of a text speak for, language by language; each different word counts once. */
function wordEvidence(tokens: readonly Token[]): Float64Array {
  const sums = new Float64Array(gramLanguages.length);
  let words = 0;
  let different = 0;
  for (let i = 0; i < tokens.length && words < mostWords; i++) {
    const token = tokens[i] as Token;
    if (token.kind !== 'word') continue;
    words += 1;
    let before = 0;
    while (before < different && met[before] !== token.id) before += 1;
    if (before < different) continue;
    met[different++] = token.id;
    const at = sumsOf(token);
    const { numbers } = wordSums;
    for (let k = 0; k < sums.length; k++) sums[k] = (sums[k] as number) + (numbers[at + k] as number);
  }
  return sums;
}

const wordSums = new WordNumbers(gramLanguages.length, (length) => new Float64Array(length));

function sumsOf(token: Token): number {
  const known = wordSums.find(token.id);
  return known >= 0 ? known : wordSums.set(token.id, sumOf(token));
}

/** The scores of one word for each language, small words included. */
function sumOf(token: Token): Float64Array {
  const { text: word } = token;
  const sums = new Float64Array(gramLanguages.length);
  for (const gram of new Set(wordGrams(word))) addGram(sums, gram);
  addSpeakers(sums, smallWords.get(word) ?? [], smallWordWeight);
  addSpeakers(sums, speakersOf(token), knownWordWeight);
  const neighbour = neighbourOf(word);
  if (neighbour !== null) {
    const other = gramLanguages.indexOf(neighbour === 'da' ? 'nb' : 'da');
    sums[other] = (sums[other] as number) - neighbourWeight / gramWeight;
  }
  return sums;
}

/** What a word that some languages share says for each of them. */
function addSpeakers(sums: Float64Array, speakers: readonly string[], weight: number): void {
  for (const language of speakers) {
    const at = gramLanguages.indexOf(language);
    if (at >= 0) sums[at] = (sums[at] as number) + weight / gramWeight / speakers.length;
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

/** Evidence so far behind the strongest changes no digit of the share. */
const negligible = -50;

/** The position of the strongest evidence, −1 without any, and its share. */
function best(evidence: readonly number[]): [number, number] {
  let top = -1;
  let topWeight = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < evidence.length; i++) {
    const weight = evidence[i] as number;
    if (weight <= topWeight) continue;
    top = i;
    topWeight = weight;
  }
  let total = 0;
  for (const weight of evidence) if (weight - topWeight > negligible) total += Math.exp(weight - topWeight);
  return [top, top < 0 ? 0 : 1 / total];
}
