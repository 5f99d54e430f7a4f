import { type Endpoint, endpoints } from '@lyhord/contract';
import type { Viewer } from '../../access/index.ts';
import { type Handler, type Route, route } from '../../platform/http/endpoints.ts';
import type { TextModels } from './text-models.ts';

const on = <E extends Endpoint>(endpoint: E, handle: Handler<E, Viewer>): Route<Viewer> =>
  route<E, Viewer>(endpoint, handle);

/** Endpoints of what a workspace teaches the text engine → use cases. */
export const textModelRoutes = (models: TextModels): Route<Viewer>[] => [
  on(endpoints.listTextModels, (_input, { viewer }) => models.list(viewer)),
  on(endpoints.learnTextModel, async (_input, { viewer }) => {
    await models.learn(viewer);
    return { learning: true as const };
  }),
  on(endpoints.uploadTextModel, ({ body }, { viewer }) =>
    models.upload(viewer, Buffer.from(body.content, 'base64')),
  ),
  on(endpoints.useTextModel, async ({ body }, { viewer }) => ({
    reanalysing: await models.use(viewer, body.id),
  })),
];
