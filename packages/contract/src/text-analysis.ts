import { z } from 'zod';

export const polarityLabels = ['positive', 'neutral', 'negative'] as const;
export const sentimentLabels = ['positive', 'neutral', 'negative', 'mixed'] as const;
export const emotions = ['joy', 'trust', 'surprise', 'sadness', 'anger', 'fear', 'disgust', 'none'] as const;
export const textFlags = [
  'question',
  'request',
  'threat_to_leave',
  'praise_of_staff',
  'legal_risk',
  'safety_risk',
  'wants_answer',
  'sarcasm_suspected',
  'truncated',
] as const;
export type TextFlag = (typeof textFlags)[number];

/**
 * One aspect named in a text. `start` and `end` are UTF-16 offsets into the text that was analysed, so that
 * `text.slice(start, end)` is the highlighted span. `polarity` is −1 … 1, `confidence` a share 0 … 1.
 */
export const Mention = z.object({
  aspect: z.string(),
  start: z.number().int().min(0),
  end: z.number().int().min(0),
  polarity: z.number().min(-1).max(1),
  label: z.enum(polarityLabels),
  confidence: z.number().min(0).max(1),
  emotion: z.enum(emotions),
  clause: z.object({ start: z.number().int(), end: z.number().int() }),
});
export type Mention = z.infer<typeof Mention>;

export const Redaction = z.object({ kind: z.string(), start: z.number().int(), end: z.number().int() });

/** Everything the text engine says of one text. Offsets of mentions refer to `redacted`. */
export const TextAnalysis = z.object({
  language: z.string(),
  languageConfidence: z.number().min(0).max(1),
  sentiment: z.object({
    label: z.enum(sentimentLabels),
    score: z.number().min(-1).max(1),
    closest: z.enum(polarityLabels),
    confidence: z.number().min(0).max(1),
  }),
  mentions: z.array(Mention),
  topics: z.array(z.string()),
  keyphrases: z.array(z.string()),
  flags: z.array(z.enum(textFlags)),
  redacted: z.string(),
  redactions: z.array(Redaction),
  engine: z.string(),
});
export type TextAnalysis = z.infer<typeof TextAnalysis>;

/**
 * What the engine is told beside the text.
 * `languageHint`: the survey's or the source's language; `locale`: the place's, such as `sv-SE`;
 * `score`: the answer beside the comment, scaled to −1 … 1.
 */
export interface AnalyseOptions {
  languageHint?: string | undefined;
  locale?: string | undefined;
  score?: number | undefined;
}

/** The one interface behind which text is understood; the shipped engine, a taught model or a service. */
export type Analyse = (text: string, options?: AnalyseOptions) => TextAnalysis;

/**
 * One node of the topic tree: names per language, and the words and phrases that name it. A node of the kind
 * `feeling` is one that the workspace wants to give, such as safe or welcome: its `words` say that it was felt,
 * its `opposites` that it was missed, and a negation turns either round.
 */
export const Topic = z.object({
  key: z.string().regex(/^[a-z0-9_.]{1,64}$/),
  parent: z.string().nullable(),
  names: z.record(z.string(), z.string()),
  words: z.record(z.string(), z.array(z.string())),
  exclusions: z.record(z.string(), z.array(z.string())).default({}),
  kind: z.enum(['topic', 'feeling']).optional(),
  opposites: z.record(z.string(), z.array(z.string())).optional(),
});
export type Topic = z.infer<typeof Topic>;
export const TopicTree = z.object({ topics: z.array(Topic).max(500) });
export type TopicTree = z.infer<typeof TopicTree>;
