import { z } from 'zod';
import { Change, changeStates } from '../change.ts';
import { endpoint } from '../endpoint.ts';
import { Answer, BehindRow, CommonMetric, Filter, MetricDescription, Period, Question } from '../question.ts';
import {
  DriversQuery,
  DriversReport,
  PlacesOverview,
  Pulse,
  PulseQuery,
  SignalCard,
  TopicPage,
  TopicRow,
} from '../screens.ts';
import { TopicTree } from '../text-analysis.ts';

const id = z.object({ id: z.string() });
const scope = Period.extend({ place: z.string().optional(), metric: CommonMetric.default('nps') });
/** Filters travel in the address as JSON. */
const jsonFilter = z.string().max(4_000).optional();

export const understandEndpoints = {
  ask: endpoint({
    id: 'ask',
    method: 'POST',
    path: '/api/questions',
    summary: 'Ask any question of the metrics',
    auth: 'person',
    body: Question,
    reply: Answer,
  }),
  questionRows: endpoint({
    id: 'questionRows',
    method: 'GET',
    path: '/api/questions/rows',
    summary: 'The newest rows behind the answer to a question',
    auth: 'person',
    query: z.object({ question: z.string().max(8_000) }),
    reply: z.object({ rows: z.array(BehindRow), more: z.boolean() }),
  }),
  listMetrics: endpoint({
    id: 'listMetrics',
    method: 'GET',
    path: '/api/metrics',
    summary: 'Every metric with its definition',
    auth: 'person',
    reply: z.object({ metrics: z.array(MetricDescription) }),
  }),
  pulse: endpoint({
    id: 'pulse',
    method: 'GET',
    path: '/api/pulse',
    summary: 'The common metric and what pulls it up and down',
    auth: 'person',
    query: PulseQuery,
    reply: Pulse,
  }),
  placesOverview: endpoint({
    id: 'placesOverview',
    method: 'GET',
    path: '/api/places/overview',
    summary: 'Scores of places, grouped where they cannot be told apart',
    auth: 'person',
    query: scope,
    reply: PlacesOverview,
  }),
  drivers: endpoint({
    id: 'drivers',
    method: 'GET',
    path: '/api/drivers',
    summary: 'What goes with the metric, how important each of it is, and how well it is done',
    auth: 'person',
    query: DriversQuery,
    reply: DriversReport,
  }),
  listTopics: endpoint({
    id: 'listTopics',
    method: 'GET',
    path: '/api/topics',
    summary: 'Topics with volume, sentiment and contribution',
    auth: 'person',
    query: scope,
    reply: z.object({ topics: z.array(TopicRow), commented: z.number().int() }),
  }),
  readTopic: endpoint({
    id: 'readTopic',
    method: 'GET',
    path: '/api/topics/:id',
    summary: 'One topic',
    auth: 'person',
    params: id,
    query: scope,
    reply: TopicPage,
  }),
  topicTree: endpoint({
    id: 'topicTree',
    method: 'GET',
    path: '/api/topic-tree',
    summary: 'The topic tree in use',
    auth: 'person',
    reply: TopicTree,
  }),
  changeTopicTree: endpoint({
    id: 'changeTopicTree',
    method: 'PUT',
    path: '/api/topic-tree',
    summary: 'Replace the topic tree; history is read again',
    auth: 'person',
    roles: ['admin', 'lead', 'analyst'],
    body: TopicTree,
    reply: z.object({ reanalysing: z.number().int() }),
  }),
  feed: endpoint({
    id: 'feed',
    method: 'GET',
    path: '/api/feed',
    summary: 'Signals, newest first',
    auth: 'person',
    query: z.object({
      from: z.string().optional(),
      to: z.string().optional(),
      place: z.string().optional(),
      where: jsonFilter,
      before: z.string().optional(),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
    reply: z.object({
      signals: z.array(SignalCard),
      next: z.string().nullable(),
      /** Words and phrases to mark in the texts, in lower case, where words were searched for. */
      marks: z.array(z.string()),
    }),
  }),
  readSignal: endpoint({
    id: 'readSignal',
    method: 'GET',
    path: '/api/signals/:id',
    summary: 'One signal',
    auth: 'person',
    params: id,
    reply: SignalCard,
  }),
  correctMention: endpoint({
    id: 'correctMention',
    method: 'POST',
    path: '/api/signals/:id/corrections',
    summary: 'Say that an aspect or its polarity is not right',
    auth: 'person',
    params: id,
    body: z.object({
      aspect: z.string(),
      start: z.number().int(),
      end: z.number().int(),
      correctAspect: z.string().nullable(),
      correctLabel: z.enum(['positive', 'neutral', 'negative']).nullable(),
    }),
    reply: z.object({ recorded: z.literal(true) }),
  }),
  listChanges: endpoint({
    id: 'listChanges',
    method: 'GET',
    path: '/api/changes',
    summary: 'Detected changes',
    auth: 'person',
    query: z.object({ state: z.enum(changeStates).optional(), place: z.string().optional() }),
    reply: z.object({
      changes: z.array(Change),
      watched: z.number().int(),
      budgetPerMonth: z.number(),
      lastLookAt: z.string().nullable(),
    }),
  }),
  judgeChange: endpoint({
    id: 'judgeChange',
    method: 'PATCH',
    path: '/api/changes/:id',
    summary: 'Take a change, explain it, or call it noise',
    auth: 'person',
    roles: ['admin', 'lead', 'manager', 'agent'],
    params: id,
    body: z.object({
      state: z.enum(changeStates),
      note: z.string().max(2_000).nullable().optional(),
      ownerId: z.string().nullable().optional(),
    }),
    reply: Change,
  }),
};
export { Filter };
