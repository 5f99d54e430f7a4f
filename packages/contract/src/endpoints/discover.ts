import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { Day, Period } from '../question.ts';
import { EmergingWords, Theme, ThemeLook, themeStates, WordComparison } from '../theme.ts';

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
};
