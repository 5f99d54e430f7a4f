import { type Endpoint, endpoints, TopicTree } from '@lyhord/contract';
import { readyFeelings } from '@lyhord/text/feelings';
import type { Viewer } from '../access/index.ts';
import { type Handler, type Route, route } from '../platform/http/endpoints.ts';
import type { CardSources } from './feed/signal-cards.ts';
import type { Ground } from './ground.ts';
import { readEmergingWords } from './spoken/emerging-words.ts';
import { compareSpoken } from './spoken/word-comparison.ts';
import { judgeThemeAs } from './themes/judge-theme.ts';
import { readThemes } from './themes/read-themes.ts';
import type { ThemeLooks } from './themes/theme-looks.ts';
import { previewTree } from './topic-versions/preview-tree.ts';
import { readVersions, restoreVersion } from './topic-versions/versions.ts';
import { readTopicExamples } from './topics/topic-examples.ts';
import { readTopicParts } from './topics/topic-parts.ts';

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
    on(endpoints.topicParts, ({ query }, { viewer }) =>
      cache.of(viewer, ['topic parts', query], () => readTopicParts(ground, viewer, query)),
    ),
    on(endpoints.previewTopicTree, ({ body }, { viewer }) =>
      previewTree(ground, viewer, TopicTree.parse(body)),
    ),
    on(endpoints.readyFeelings, async () => ({ feelings: [...readyFeelings] })),
    on(endpoints.topicVersions, (_input, { viewer }) => readVersions(ground, viewer)),
    on(endpoints.restoreTopicVersion, async ({ body }, { viewer }) => ({
      reanalysing: await restoreVersion(ground, viewer, body.version),
    })),
    on(endpoints.topicExamples, ({ params }, { viewer }) =>
      readTopicExamples(ground, sources, viewer, params.id),
    ),
    on(endpoints.emergingWords, ({ query }, { viewer }) =>
      cache.of(viewer, ['emerging', query], () => readEmergingWords(ground, viewer, query)),
    ),
    on(endpoints.compareWords, ({ query }, { viewer }) =>
      cache.of(viewer, ['compared words', query], () => compareSpoken(ground, viewer, query)),
    ),
  ];
}
