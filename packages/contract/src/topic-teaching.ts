import { z } from 'zod';

/** What a changed topic tree would do to the newest comments. */
export const TopicPreview = z.object({
  comments: z.number().int(),
  /** Day of the oldest of them. */
  since: z.string().nullable(),
  topics: z.array(
    z.object({
      key: z.string(),
      label: z.string(),
      before: z.number().int(),
      after: z.number().int(),
      added: z.number().int(),
      lost: z.number().int(),
      examples: z.array(
        z.object({
          kind: z.enum(['added', 'lost']),
          signalId: z.string(),
          text: z.string(),
          start: z.number().int(),
          end: z.number().int(),
        }),
      ),
      places: z.array(
        z.object({
          placeId: z.string(),
          name: z.string(),
          added: z.number().int(),
          lost: z.number().int(),
        }),
      ),
    }),
  ),
});
export type TopicPreview = z.infer<typeof TopicPreview>;

export const TopicVersions = z.object({
  /** How far history has been read with the newest tree; null when nothing is being read. */
  preparing: z.object({ read: z.number().int(), of: z.number().int() }).nullable(),
  versions: z.array(
    z.object({
      version: z.number().int(),
      state: z.enum(['preparing', 'current', 'replaced']),
      topics: z.number().int(),
      /** Whether it reads with a model of the workspace's own. */
      taught: z.boolean(),
      by: z.string().nullable(),
      at: z.string().nullable(),
    }),
  ),
});
export type TopicVersions = z.infer<typeof TopicVersions>;

/**
 * Comments that people gave a topic, and words of theirs that the topic does not know yet; `missed` where most of
 * these comments speak badly: of a feeling, that it was missed.
 */
export const TopicExamples = z.object({
  examples: z.array(
    z.object({
      signalId: z.string(),
      text: z.string(),
      start: z.number().int(),
      end: z.number().int(),
      label: z.enum(['positive', 'neutral', 'negative']).nullable(),
      at: z.string(),
    }),
  ),
  words: z.array(
    z.object({ word: z.string(), language: z.string(), examples: z.number().int(), missed: z.boolean() }),
  ),
});
export type TopicExamples = z.infer<typeof TopicExamples>;

/** Parts of the score that add up: every comment's distance from the mean, shared equally among its topics. */
export const TopicParts = z.object({
  score: z.number().nullable(),
  n: z.number().int(),
  parts: z.array(
    z.object({
      key: z.string(),
      label: z.string(),
      points: z.number(),
      low: z.number(),
      high: z.number(),
      n: z.number().int(),
    }),
  ),
  withoutTopic: z.number(),
});
export type TopicParts = z.infer<typeof TopicParts>;
