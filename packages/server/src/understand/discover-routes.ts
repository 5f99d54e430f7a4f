import { type Endpoint, endpoints } from '@lyhord/contract';
import type { Viewer } from '../access/index.ts';
import { type Handler, type Route, route } from '../platform/http/endpoints.ts';
import type { CardSources } from './feed/signal-cards.ts';
import type { Ground } from './ground.ts';
import { readEmergingWords } from './spoken/emerging-words.ts';
import { compareSpoken } from './spoken/word-comparison.ts';
import { judgeThemeAs } from './themes/judge-theme.ts';
import { readThemes } from './themes/read-themes.ts';
import type { ThemeLooks } from './themes/theme-looks.ts';

const on = <E extends Endpoint>(endpoint: E, handle: Handler<E, Viewer>): Route<Viewer> =>
  route<E, Viewer>(endpoint, handle);

/** What nobody has defined: themes, emerging words, comparisons of what is said. */
export function discoverRoutes(ground: Ground, sources: CardSources, looks: ThemeLooks): Route<Viewer>[] {
  const { cache } = ground;
  return [
    on(endpoints.listThemes, ({ query }, { viewer }) => readThemes(ground, sources, viewer, query)),
    on(endpoints.lookForThemes, async (_input, { viewer }) => {
      await looks.ask(viewer.workspaceId);
      return { looking: true as const };
    }),
    on(endpoints.judgeTheme, ({ params, body }, { viewer }) => judgeThemeAs(ground, viewer, params.id, body)),
    on(endpoints.emergingWords, ({ query }, { viewer }) =>
      cache.of(viewer, ['emerging', query], () => readEmergingWords(ground, viewer, query)),
    ),
    on(endpoints.compareWords, ({ query }, { viewer }) =>
      cache.of(viewer, ['compared words', query], () => compareSpoken(ground, viewer, query)),
    ),
  ];
}
