import { z } from 'zod';
import { SignalCard } from './screens.ts';

export const themeStates = ['found', 'accepted', 'dismissed'] as const;

/** Something that customers speak of and no topic names. Counts are of the comments that the reader may see. */
export const Theme = z.object({
  id: z.string(),
  /** A phrase as customers wrote it. */
  name: z.string(),
  phrases: z.array(z.string()),
  language: z.string(),
  state: z.enum(themeStates),
  comments: z.number().int(),
  positive: z.number().int(),
  negative: z.number().int(),
  /** 0–1: how surely the same comments come together when a fifth of all is left out. */
  stability: z.number(),
  /** Comments a week, oldest first. */
  course: z.array(z.number().int()),
  places: z.array(z.object({ placeId: z.string(), name: z.string(), comments: z.number().int() })),
  origin: z.object({ kind: z.enum(['born', 'split', 'joined']), names: z.array(z.string()) }),
  firstSeenAt: z.string(),
  /** The topic that it became. */
  topic: z.string().nullable(),
  quotes: z.array(SignalCard),
});
export type Theme = z.infer<typeof Theme>;

export const ThemeLook = z.object({
  at: z.string(),
  from: z.string(),
  to: z.string(),
  comments: z.number().int(),
  /** Comments with something in them that no topic covers. */
  uncovered: z.number().int(),
  /** Names of themes that nobody speaks of any more. */
  faded: z.array(z.string()),
});

/** A word or phrase and in how many comments of two groups it stands. */
export const SpokenWord = z.object({
  word: z.string(),
  /** What the Feed is searched for to see the comments behind it. */
  search: z.string(),
  own: z.number().int(),
  ownShare: z.number(),
  rest: z.number().int(),
  restShare: z.number(),
  logOdds: z.number(),
  low: z.number(),
  high: z.number(),
  /** Adjusted for all words that were compared. */
  adjustedP: z.number(),
});
export type SpokenWord = z.infer<typeof SpokenWord>;

export const EmergingWords = z.object({
  recent: z.object({ from: z.string(), to: z.string(), comments: z.number().int() }),
  before: z.object({ from: z.string(), to: z.string(), comments: z.number().int() }),
  /** Expected share of false findings at most. */
  falseShare: z.number(),
  /** Words compared, counted anew at each place. */
  compared: z.number().int(),
  /** Null stands for all places together. */
  words: z.array(SpokenWord.extend({ placeId: z.string().nullable(), placeName: z.string().nullable() })),
});
export type EmergingWords = z.infer<typeof EmergingWords>;

export const WordComparison = z.object({
  comments: z.number().int(),
  otherComments: z.number().int(),
  falseShare: z.number(),
  compared: z.number().int(),
  /** Said more in the first group, clearest first. */
  more: z.array(SpokenWord),
  /** Said more in the other group. */
  less: z.array(SpokenWord),
});
export type WordComparison = z.infer<typeof WordComparison>;
