// Joins the parts of share: live news, tables as files, search.
import { shareEndpoints as endpoints } from '@lyhord/contract';
import type { Viewer } from '../access/index.ts';
import { type Route, route } from '../platform/http/endpoints.ts';
import { openEventStream } from '../platform/http/event-stream.ts';
import { analysisTables } from './exports/analysis-tables.ts';
import { sendExport } from './exports/send-export.ts';
import { workTables } from './exports/work-tables.ts';
import { createLiveNews } from './live/live-news.ts';
import { searchEverything } from './search/search-everything.ts';
import type { ShareParts } from './share-parts.ts';

export interface Share {
  readonly routes: Route<Viewer>[];
  start(): Promise<void>;
  stop(): Promise<void>;
}

export function createShare(parts: ShareParts): Share {
  const { platform, access } = parts;
  const live = createLiveNews(platform, access);
  const tables = { ...analysisTables(parts.understand, platform.clock), ...workTables(parts) };
  return {
    routes: [
      route<typeof endpoints.live, Viewer>(endpoints.live, async (_input, { viewer, reply }) => {
        live.open(viewer, () => openEventStream(reply));
        return undefined;
      }),
      route<typeof endpoints.exportTable, Viewer>(
        endpoints.exportTable,
        async ({ params, query }, { viewer, reply }) => {
          await sendExport({ access, tables }, viewer, params.table, query, reply);
          return undefined;
        },
      ),
      route<typeof endpoints.search, Viewer>(endpoints.search, async ({ query }, { viewer }) => ({
        hits: await searchEverything(parts, viewer, query.words),
      })),
    ],
    start: live.start,
    stop: live.stop,
  };
}
