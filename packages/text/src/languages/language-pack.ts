/**
 * What the engine knows of one language by hand: opinion words with their strength, and the small words that turn,
 * strengthen, weaken or contrast. Patterns are written as in the topic tree: `word` (that form), `stem*` (any
 * ending), `*ending` (any beginning); several words make a phrase. Patterns are separated by commas or line breaks.
 */
export interface LanguagePack {
  readonly code: string;
  /** The name Snowball gives its stemmer, or null where none is used. */
  readonly stemmer: string | null;
  /** Strength (−1 … 1) → patterns. */
  readonly opinions: readonly (readonly [number, string])[];
  readonly negators: string;
  /** Phrases with a negator that negate nothing: not only, not just. */
  readonly notOnly: string;
  readonly intensifiers: string;
  readonly diminishers: string;
  /** What did not come about: could not, never answered. */
  readonly failures: string;
  /** What takes time: a queue, a delivery time. Beside it the words of length are opinions; elsewhere they are none. */
  readonly waits: string;
  readonly lengthy: string;
  readonly brief: string;
  /** Words that open a new clause with a turn of mind: but, although. */
  readonly contrast: string;
  /** Single words that join clauses or parts without a turn: and, or, because. */
  readonly joining: string;
  readonly questions: string;
  readonly requests: string;
  readonly wantsAnswer: string;
  readonly threatToLeave: string;
  readonly legalRisk: string;
  readonly safetyRisk: string;
  readonly emotions: {
    readonly joy: string;
    readonly trust: string;
    readonly surprise: string;
    readonly sadness: string;
    readonly anger: string;
    readonly fear: string;
    readonly disgust: string;
  };
  /** Words that say nothing alone; they also tell this language from its neighbours. */
  readonly stopWords: string;
  /** Abbreviations after which a full stop ends no sentence. */
  readonly abbreviations: string;
}

/** The patterns of a comma or line separated list, trimmed, without empty ones. */
export function patternsOf(list: string): string[] {
  return list
    .split(/[,\n]/)
    .map((pattern) => pattern.trim())
    .filter((pattern) => pattern !== '');
}
