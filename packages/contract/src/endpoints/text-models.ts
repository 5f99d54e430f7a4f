import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { TextModel } from '../text-model.ts';

const teachers = ['admin', 'lead', 'analyst'] as const;

export const textModelEndpoints = {
  listTextModels: endpoint({
    id: 'listTextModels',
    method: 'GET',
    path: '/api/text-models',
    summary: 'What the workspace has taught the text engine, and what is in use',
    auth: 'person',
    roles: teachers,
    reply: z.object({
      models: z.array(TextModel),
      inUse: z.string().nullable(),
      /** Comments with a clear score beside them, from which can be learned, and how many it takes. */
      comments: z.number().int(),
      needed: z.number().int(),
    }),
  }),
  learnTextModel: endpoint({
    id: 'learnTextModel',
    method: 'POST',
    path: '/api/text-models/lessons',
    summary:
      'Learn from the workspace’s own scored comments and corrections; the gain is measured, nothing is put into use',
    auth: 'person',
    roles: teachers,
    reply: z.object({ learning: z.literal(true) }),
  }),
  uploadTextModel: endpoint({
    id: 'uploadTextModel',
    method: 'POST',
    path: '/api/text-models',
    summary: 'Bring a model made with `lyhord text train`; it is checked, and nothing is put into use',
    auth: 'person',
    roles: teachers,
    body: z.object({
      content: z.base64().max(7_000_000).describe('the file as base64, at most 5 MB'),
    }),
    reply: TextModel,
  }),
  useTextModel: endpoint({
    id: 'useTextModel',
    method: 'PUT',
    path: '/api/text-models/in-use',
    summary: 'Read with a model, or with none of one’s own; history is read again',
    auth: 'person',
    roles: teachers,
    body: z.object({ id: z.string().nullable() }),
    reply: z.object({ reanalysing: z.number().int() }),
  }),
};
