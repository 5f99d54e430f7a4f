// Promise: an engine beside the product's own reads redacted texts only, and where it fails for a text the own
// answer stands and says so.
import type { TextAnalysis, TopicTree } from '@lyhord/contract';

export interface SecondEngine {
  /** Such as `onnx sentiment.onnx` or `service gpt-oss`; stands in `TextAnalysis.engine`. */
  readonly name: string;
  /** The own answers with what this engine says of their texts; never rejects. */
  read(own: readonly TextAnalysis[], tree: TopicTree): Promise<TextAnalysis[]>;
  /** Reads one harmless sentence: null when that works, else what is wrong, in a sentence. */
  trouble(own: TextAnalysis, tree: TopicTree): Promise<string | null>;
  stop(): Promise<void>;
}

/** What a second engine says of one text, or in a few words why it says nothing. */
export type Told<T> = { readonly said: T } | { readonly trouble: string };

export const readBy = (own: TextAnalysis, name: string): string => `${own.engine} + ${name}`;

/** The own answer, which says why the other engine has no part in it. */
export const alone = (own: TextAnalysis, name: string, trouble: string): TextAnalysis => ({
  ...own,
  engine: `${own.engine} (${name}: ${trouble})`,
});

type Sentiment = TextAnalysis['sentiment'];
type Label = Sentiment['closest'];

/** Shares of the three plain feelings; they add up to 1. */
export type Shares = Readonly<Record<Label, number>>;

export function feelingOf(shares: Shares): { label: Label; score: number; confidence: number } {
  const { positive, neutral, negative } = shares;
  const confidence = Math.max(positive, neutral, negative);
  const label = positive === confidence ? 'positive' : negative === confidence ? 'negative' : 'neutral';
  return { label, score: Math.max(-1, Math.min(1, positive - negative)), confidence };
}

const clear = 0.35;
/** Clear praise beside clear blame. */
export const isMixed = (mentions: TextAnalysis['mentions']): boolean =>
  mentions.some(({ polarity }) => polarity >= clear) && mentions.some(({ polarity }) => polarity <= -clear);

/** What the workspace wants its customers to feel is told by its words alone, whatever else reads the text. */
export const wantedFeelings = ({ topics }: TopicTree): ReadonlySet<string> =>
  new Set(topics.filter(({ kind }) => kind === 'feeling').map(({ key }) => key));
