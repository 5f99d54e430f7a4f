import { type Question, Question as QuestionShape } from '@lyhord/contract';
import type { Access, Viewer } from '../access/index.ts';
import type { Collect } from '../collect/index.ts';
import type { Platform } from '../platform/platform.ts';
import type { Unify } from '../unify/index.ts';
import { aroundThem } from './behind/around-them.ts';
import { inTheirWords } from './behind/in-their-words.ts';
import { openChangesByPlace } from './changes/change-store.ts';
import { changeCards, changeMarks, listChanges } from './changes/read-changes.ts';
import { createWatcher } from './changes/watcher.ts';
import { discoverRoutes } from './discover-routes.ts';
import { readDrivers } from './drivers/drivers.ts';
import { readFeed } from './feed/read-feed.ts';
import { type CardSources, cardsById } from './feed/signal-cards.ts';
import { readThanks } from './feed/thanks.ts';
import { createGround } from './ground.ts';
import { readLoyalty } from './loyalty/loyalty.ts';
import { metricDefinitions } from './metrics/definitions.ts';
import { noCounts, scoreOf } from './metrics/score.ts';
import { readPlaces } from './places/places-overview.ts';
import { readPulse } from './pulse/pulse.ts';
import { targetsOf } from './pulse/target.ts';
import { answerQuestion, countGroups } from './questions/ask.ts';
import { rowsBehind } from './questions/behind-rows.ts';
import { weighable } from './questions/weigh-groups.ts';
import { understandRoutes } from './routes.ts';
import { readClusters } from './segments/clusters.ts';
import { readSegmentExperience } from './segments/experience.ts';
import { partsAsked } from './segments/parts-asked.ts';
import { readRfm } from './segments/rfm.ts';
import { segmentRoutes } from './segments/segment-routes.ts';
import { countRules, keepSegment, rulesHolding } from './segments/segments.ts';
import { segmentsNamed } from './segments/segments-named.ts';
import { readSupport } from './support/support.ts';
import { textModelRoutes } from './text-models/text-model-routes.ts';
import { createTextModels } from './text-models/text-models.ts';
import { createThemeLooks } from './themes/theme-looks.ts';
import { listTopicRows } from './topics/topic-rows.ts';
import type { CaseKnowledge, Understand } from './understand.ts';

export interface UnderstandParts {
  readonly platform: Platform;
  readonly access: Access;
  readonly collect: Collect;
  readonly unify: Unify;
}

const thanksShown = 5;
const topicsFound = 8;

export function createUnderstand({ platform, access, collect, unify }: UnderstandParts): Understand {
  const ground = createGround(platform, access, collect, unify);
  const { cache, keeper } = ground;
  const watcher = createWatcher(ground);
  const themeLooks = createThemeLooks(ground);
  let cases: CaseKnowledge = { openByPlace: async () => new Map(), bySignal: async () => new Map() };
  let stopListening = () => {};
  const sources: CardSources = {
    cases: (viewer, ids) => cases.bySignal(viewer, ids),
    customers: (viewer, keys) => unify.customersOf(viewer, keys),
  };
  const textModels = createTextModels(ground);
  const marks = changeMarks.bind(null, ground);
  collect.onRowsRemoved(async (workspaceId) => {
    await keeper.rebuild(workspaceId);
    cache.forget(workspaceId);
  });
  unify.completeWith({
    signalCards: (viewer, ids) => cardsById(ground, sources, viewer, ids),
    stagesThen: ground.traits.stagesThen,
    computedTraits: (viewer, keys) => ground.traits.of(viewer, keys),
    served: ground.served.of,
    freshAt: ground.freshAt,
  });

  const ask: Understand['ask'] = (viewer, asked, waiting) => {
    const answer = async () => {
      const question = QuestionShape.parse(asked);
      await ground.placesOf(viewer, question.place);
      if (question.compare && 'place' in question.compare) {
        await ground.placesOf(viewer, question.compare.place);
      }
      const [segmentsOf, { parts: customerParts, names }] = await Promise.all([
        segmentsNamed(ground, viewer, question),
        partsAsked(ground, viewer, weighable(question)),
      ]);
      const parts = {
        warehouse: platform.warehouse,
        contextOf: async (period: Question['period']) => ({
          ...(await ground.context(viewer, period)),
          ...segmentsOf,
          parts: customerParts,
          histories: await ground.histories.counting(viewer.workspaceId),
          samples: question.sample === undefined ? null : await ground.histories.sampling(viewer.workspaceId),
        }),
        targets: () => targetsOf(ground, viewer.workspaceId, question.metric),
        freshAt: await ground.freshAt(viewer.workspaceId),
        waiting: waiting && {
          ...(waiting.signal ? { signal: waiting.signal } : {}),
          ...(waiting.follow === undefined ? {} : { name: followedBy(viewer, waiting.follow) }),
        },
      };
      const found = await answerQuestion(parts, question);
      return names ? { ...found, segments: names } : found;
    };
    return cache.of(viewer, ['ask', asked], answer, waiting !== undefined);
  };

  const behind = async (viewer: Viewer, question: Question) => {
    await ground.placesOf(viewer, question.place);
    const { current, ...context } = await ground.context(viewer, question.period);
    const segments = await segmentsNamed(ground, viewer, question);
    return { context: { ...context, ...segments }, names: current.names };
  };

  const questions = {
    ask,
    async progressOf(viewer, follow) {
      const found = await platform.warehouse.progress(followedBy(viewer, follow));
      return found ?? { rows: null, of: null };
    },
    async rowsBehind(viewer, question) {
      const context = await ground.context(viewer, question.period);
      await ground.placesOf(viewer, question.place);
      const segments = await segmentsNamed(ground, viewer, question);
      return rowsBehind(platform.warehouse, question, { ...context, ...segments });
    },
    inTheirWords: (viewer, question) =>
      cache.of(viewer, ['in-their-words', question], async () => {
        const { context, names } = await behind(viewer, question);
        const { topics, ...found } = await inTheirWords(platform.warehouse, question, context, names);
        const cards = await cardsById(
          ground,
          sources,
          viewer,
          topics.flatMap(({ ids }) => ids),
        );
        const quotes = (ids: readonly string[]) =>
          cards.flatMap(({ id, text }) => (ids.includes(id) && text ? [{ id, text }] : []));
        return { ...found, topics: topics.map(({ ids, ...topic }) => ({ ...topic, quotes: quotes(ids) })) };
      }),
    aroundThem: (viewer, question) =>
      cache.of(viewer, ['around-them', question], async () =>
        aroundThem(platform.warehouse, question, (await behind(viewer, question)).context),
      ),
    async scoreOf(viewer, { metric, period, place }) {
      const question = QuestionShape.parse({
        metric,
        period,
        limit: 1,
        ...(place === undefined ? {} : { place }),
      });
      const context = await ground.context(viewer, period);
      await ground.placesOf(viewer, place);
      const [group] = await countGroups(platform.warehouse, question, context);
      return scoreOf(metricDefinitions[metric], group?.counts ?? noCounts);
    },
    targetOf: async (workspaceId, place) => (await targetsOf(ground, workspaceId, 'nps'))({ place }),
    pulse: (viewer, question) =>
      cache.of(viewer, ['pulse', question], () => readPulse(ground, marks, viewer, question)),
    places: (viewer, question) =>
      cache.of(viewer, ['places', question], () =>
        readPlaces(
          ground,
          {
            cases: (who) => cases.openByPlace(who),
            changes: (who) => openChangesByPlace(platform.ledger, who),
          },
          viewer,
          question,
        ),
      ),
    support: (viewer, question) =>
      cache.of(viewer, ['support', question], () => readSupport(ground, ask, viewer, question)),
    loyalty: (viewer, question) =>
      cache.of(viewer, ['loyalty', question], () => readLoyalty(ground, ask, viewer, question)),
    drivers: (viewer, question) =>
      cache.of(viewer, ['drivers', question], () => readDrivers(ground, viewer, question)),
    topics: (viewer, question) =>
      cache.of(viewer, ['topics', question], () => listTopicRows(ground, viewer, question)),
    keepSegment: (viewer, segment) => keepSegment(ground, viewer, segment, null),
    countSegments: (viewer, rules) => countRules(ground, viewer, rules),
    rulesHolding: (viewer, keys, rules) => rulesHolding(ground, viewer, keys, rules),
    rfm: (viewer) => cache.of(viewer, ['rfm'], () => readRfm(ground, viewer)),
    clusters: (viewer) => cache.of(viewer, ['clusters'], () => readClusters(ground, viewer)),
    segmentExperience: (viewer, question) =>
      cache.of(viewer, ['segment-experience', question], () =>
        readSegmentExperience(ground, viewer, question),
      ),
    feed: (viewer, question) => readFeed(ground, sources, viewer, question),
    signalCards: (viewer, ids) => cardsById(ground, sources, viewer, ids),
    thanks: (viewer, period, place) => readThanks(ground, sources, viewer, period, place, thanksShown),
    listChanges: (viewer, question) => listChanges(ground, sources, viewer, question),
    changes: (viewer, ids) => changeCards(ground, sources, viewer, { ids }),
    async topicLabel(viewer, key) {
      return (await ground.readings.current(viewer.workspaceId)).names.label(key, viewer.locale);
    },
    async findTopics(viewer, words) {
      const { names } = await ground.readings.current(viewer.workspaceId);
      return names.find(words, viewer.locale).slice(0, topicsFound);
    },
  } satisfies Partial<Understand>;

  return {
    ...questions,
    routes: [
      ...understandRoutes(ground, sources, questions),
      ...discoverRoutes(ground, sources, themeLooks),
      ...textModelRoutes(textModels),
      ...segmentRoutes(ground, sources.customers, questions),
    ],
    async start() {
      stopListening = ground.listen();
      await ground.readings.start();
      await keeper.start();
      await ground.served.start();
      await watcher.start();
      await themeLooks.start();
      await textModels.start();
    },
    async stop() {
      stopListening();
      await watcher.stop();
      await ground.served.stop();
      await keeper.stop();
    },
    computedTraits: ground.traits,
    provideCases(knowledge) {
      cases = knowledge;
    },
    settled: keeper.settled,
    served: ground.served,
    whileFilling: keeper.whileFilling,
    async repairRollups() {
      for (const { id } of await access.workspaces()) await keeper.settled(id);
    },
    verifyRollups: keeper.compare,
    recountDays: keeper.again,
    rebuildRollups: keeper.rebuild,
    lookForChanges: watcher.look,
    lookForThemes: themeLooks.look,
  };
}

/** A name is the asker's own: nobody follows the question of another. */
const followedBy = ({ workspaceId, personId, sourceId }: Viewer, follow: string): string =>
  [workspaceId, personId, sourceId, follow].join('/');
