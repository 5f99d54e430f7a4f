// What every question of this step stands on: the stores, the place tree, the current reading, what was remembered.
import type { Period } from '@lyhord/contract';
import { type Access, systemViewer, type Viewer } from '../access/index.ts';
import type { Collect } from '../collect/index.ts';
import { because, Problem } from '../platform/http/problem.ts';
import type { Platform } from '../platform/platform.ts';
import type { Unify } from '../unify/index.ts';
import { AnswerCache } from './answer-cache.ts';
import { type CustomerTraits, createCustomerTraits } from './computed-traits/customer-traits.ts';
import { createTallies } from './computed-traits/tallies.ts';
import { createHistories, type Histories } from './histories/histories.ts';
import { PlaceTree } from './places/place-tree.ts';
import { onlyThose, type PlacesAsked } from './places/places-asked.ts';
import { checkedPeriod } from './questions/calendar.ts';
import type { QuestionContext } from './questions/question-context.ts';
import { type CurrentReading, createReadings, type Readings } from './readings/readings.ts';
import { createRollupKeeper, type RollupKeeper } from './rollups/rollup-keeper.ts';
import { createServedProfiles, type ServedProfiles } from './served-profiles/served-profiles.ts';
import { createVocabularies, type Vocabularies } from './words/vocabulary.ts';

/** What this step asks of unify. */
export type UnifyPart = Pick<
  Unify,
  'listPlaces' | 'standingsOf' | 'identifierKeysOf' | 'profileKeyOf' | 'eachOfProfile'
>;

export interface Ground {
  readonly platform: Platform;
  readonly access: Access;
  readonly unify: UnifyPart;
  readonly readings: Readings;
  readonly keeper: RollupKeeper;
  readonly cache: AnswerCache;
  /** What is computed of every customer. */
  readonly traits: CustomerTraits;
  /** When customers came and what it was worth, customer by customer. */
  readonly histories: Pick<Histories, 'counting' | 'sampling'>;
  /** Profiles at hand by key. */
  readonly served: ServedProfiles;
  readonly vocabularies: Vocabularies;
  placeTree(workspaceId: string): Promise<PlaceTree>;
  context(viewer: Viewer, period: Period): Promise<QuestionContext & { readonly current: CurrentReading }>;
  /**
   * The place and what was below it on each of these days (on any day without), of what the viewer sees today; null for
   * everything. Refuses a place that the viewer may not see at all.
   */
  placesOf(viewer: Viewer, placeId: string | undefined, days?: Period): Promise<PlacesAsked | null>;
  freshAt(workspaceId: string): Promise<string>;
  /** Begins to hear what makes remembered answers old; returns how to stop. */
  listen(): () => void;
}

export function createGround(
  platform: Platform,
  access: Access,
  collect: Pick<Collect, 'analyse' | 'useTopics' | 'reference' | 'onIdentity'>,
  unify: UnifyPart,
): Ground {
  const trees = new Map<string, Promise<PlaceTree>>();
  const cache = new AnswerCache();
  const readings = createReadings(platform, collect);
  const homeCurrency = async (workspaceId: string) => (await access.settings(workspaceId)).currency;
  const tallies = createTallies({ platform, rates: collect.reference, homeCurrency });
  const histories = createHistories(platform, tallies);
  const keeper = createRollupKeeper(
    platform,
    () => access.workspaces(),
    {
      current: (workspaceId) => readings.current(workspaceId),
      catchUp: (workspaceId, from, to) => readings.catchUp(workspaceId, from, to),
    },
    unify,
    { tallies, histories },
  );

  const placeTree = (workspaceId: string): Promise<PlaceTree> => {
    const known = trees.get(workspaceId);
    if (known) return known;
    const tree = Promise.all([
      unify.listPlaces(systemViewer(workspaceId)),
      unify.standingsOf(workspaceId),
    ]).then(([places, moved]) => new PlaceTree(places, moved));
    trees.set(workspaceId, tree);
    tree.catch(() => trees.delete(workspaceId));
    return tree;
  };
  const forget = (news: { workspaceId?: string } | null) => cache.forget(news?.workspaceId ?? null);

  return {
    platform,
    access,
    unify,
    readings,
    keeper,
    cache,
    histories,
    traits: createCustomerTraits(platform, tallies, homeCurrency, histories),
    served: createServedProfiles({ platform, collect, keeper, tallies }),
    vocabularies: createVocabularies(platform.warehouse),
    placeTree,
    async context(viewer, period) {
      const [tree, current] = await Promise.all([
        placeTree(viewer.workspaceId),
        readings.current(viewer.workspaceId),
      ]);
      return {
        viewer,
        period: checkedPeriod(period),
        placesBelow: (ids, days) => tree.belowDuring(ids, days),
        placesAbove: (id) => tree.above(id),
        topicsBelow: (key) => current.names.below(key),
        reading: current.reading,
        feelings: current.names.feelings,
        current,
      };
    },
    async placesOf(viewer, placeId, days) {
      if (placeId === undefined) return null;
      const tree = await placeTree(viewer.workspaceId);
      const below = tree.below(placeId);
      const seen = viewer.placeIds === 'all' ? below : below.filter((id) => viewer.placeIds.includes(id));
      if (!tree.places.has(placeId) || seen.length === 0) {
        throw new Problem('not_found', because('place_unknown', { place: placeId }));
      }
      const asked = tree.belowDuring([placeId], days);
      return viewer.placeIds === 'all' ? asked : onlyThose(asked, viewer.placeIds);
    },
    async freshAt(workspaceId) {
      return ((await keeper.freshAt(workspaceId)) ?? new Date(0)).toISOString();
    },
    listen() {
      const placesChanged = (news: { workspaceId?: string } | null) => {
        if (news?.workspaceId) trees.delete(news.workspaceId);
        else trees.clear();
        forget(news);
      };
      const stops = [
        platform.announcements.subscribe('places.changed', placesChanged),
        ...[
          'rollups.rolled',
          'operations.rolled',
          'events.committed',
          'changes.changed',
          'topics.changed',
          'cases.changed',
          'settings.changed',
        ].map((topic) => platform.announcements.subscribe(topic, forget)),
      ];
      return () => {
        for (const stop of stops) stop();
      };
    },
  };
}
