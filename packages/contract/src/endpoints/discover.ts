import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { CommonMetric, Day, Period } from '../question.ts';
import { Topic, TopicTree } from '../text-analysis.ts';
import { EmergingWords, Theme, ThemeLook, themeStates, WordComparison } from '../theme.ts';
import { TopicExamples, TopicParts, TopicPreview, TopicVersions } from '../topic-teaching.ts';

const teachers = ['admin', 'lead', 'analyst'] as const;
const place = z.string().optional();

export const discoverEndpoints = {
  listThemes: endpoint({
    id: 'listThemes',
    method: 'GET',
    path: '/api/themes',
    summary: 'What customers speak of and no topic names',
    auth: 'person',
    query: z.object({ state: z.enum(themeStates).default('found'), place }),
    reply: z.object({ themes: z.array(Theme), look: ThemeLook.nullable() }),
  }),
  lookForThemes: endpoint({
    id: 'lookForThemes',
    method: 'POST',
    path: '/api/themes/looks',
    summary: 'Look for themes now',
    auth: 'person',
    roles: teachers,
    reply: z.object({ looking: z.literal(true) }),
  }),
  judgeTheme: endpoint({
    id: 'judgeTheme',
    method: 'PATCH',
    path: '/api/themes/:id',
    summary: 'Make a theme a topic, put it away, or take it back',
    auth: 'person',
    roles: teachers,
    params: z.object({ id: z.string() }),
    body: z.object({
      state: z.enum(themeStates),
      name: z.string().trim().min(1).max(80).optional().describe('name of the topic, where it becomes one'),
    }),
    reply: z.object({ topic: z.string().nullable(), reanalysing: z.number().int() }),
  }),
  emergingWords: endpoint({
    id: 'emergingWords',
    method: 'GET',
    path: '/api/emerging-words',
    summary: 'Words that have become more frequent lately, by place, with few false findings',
    auth: 'person',
    query: Period.extend({ place }),
    reply: EmergingWords,
  }),
  compareWords: endpoint({
    id: 'compareWords',
    method: 'GET',
    path: '/api/word-comparison',
    summary: 'What is said more at one place, or in one period, than in another',
    auth: 'person',
    query: Period.extend({ place, otherFrom: Day, otherTo: Day, otherPlace: place }),
    reply: WordComparison,
  }),
  topicParts: endpoint({
    id: 'topicParts',
    method: 'GET',
    path: '/api/topic-parts',
    summary: 'Each topic’s own part in the score of those who commented; the parts add up',
    auth: 'person',
    query: Period.extend({ place, metric: CommonMetric.default('nps') }),
    reply: TopicParts,
  }),
  previewTopicTree: endpoint({
    id: 'previewTopicTree',
    method: 'POST',
    path: '/api/topic-tree/previews',
    summary: 'What another topic tree would do to the newest comments; nothing is saved',
    auth: 'person',
    roles: teachers,
    body: TopicTree,
    reply: TopicPreview,
  }),
  readyFeelings: endpoint({
    id: 'readyFeelings',
    method: 'GET',
    path: '/api/topic-tree/ready-feelings',
    summary: 'Feelings with their words that a workspace may choose to want',
    auth: 'person',
    roles: teachers,
    reply: z.object({ feelings: z.array(Topic) }),
  }),
  topicVersions: endpoint({
    id: 'topicVersions',
    method: 'GET',
    path: '/api/topic-tree/versions',
    summary: 'Former topic trees, and how far history has been read with the newest',
    auth: 'person',
    roles: teachers,
    reply: TopicVersions,
  }),
  restoreTopicVersion: endpoint({
    id: 'restoreTopicVersion',
    method: 'POST',
    path: '/api/topic-tree/restored',
    summary: 'Go back to a former topic tree; history is read again',
    auth: 'person',
    roles: teachers,
    body: z.object({ version: z.number().int().min(0) }),
    reply: z.object({ reanalysing: z.number().int() }),
  }),
  labelSignal: endpoint({
    id: 'labelSignal',
    method: 'POST',
    path: '/api/signals/:id/labels',
    summary: 'Say that a comment, or words in it, are about a topic',
    auth: 'person',
    params: z.object({ id: z.string() }),
    body: z.object({
      topic: z.string().min(1),
      start: z.number().int().min(0),
      end: z.number().int().min(1),
      label: z.enum(['positive', 'neutral', 'negative']),
    }),
    reply: z.object({ recorded: z.literal(true) }),
  }),
  topicExamples: endpoint({
    id: 'topicExamples',
    method: 'GET',
    path: '/api/topics/:id/examples',
    summary: 'Comments that people gave this topic, and words that they suggest for it',
    auth: 'person',
    params: z.object({ id: z.string() }),
    reply: TopicExamples,
  }),
};
