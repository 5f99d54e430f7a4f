// Places side by side without ranking noise: raw and shrunken scores, and groups that cannot be told apart.
import type { CommonMetric, ModelRun, Period, PlacesOverview, Score } from '@lyhord/contract';
import { groupPlaces, shrunkenScores, xoshiro128 } from '@lyhord/stats';
import type { Viewer } from '../../access/index.ts';
import type { Ground } from '../ground.ts';
import { metricDefinitions } from '../metrics/definitions.ts';
import { methodWords } from '../metrics/method-words.ts';
import type { MetricDefinition } from '../metrics/metric-definition.ts';
import { noCounts, scoreOf, withheldScore } from '../metrics/score.ts';
import { modelRun } from '../model-run.ts';
import { targetsOf } from '../pulse/target.ts';
import { withheldKeys } from '../questions/withhold-cells.ts';
import { contributionsOf } from '../topics/contributions.ts';
import { type TopicSeries, topicSeries } from '../topics/topic-counts.ts';
import type { TopicNames } from '../topics/topic-names.ts';
import { type CountsByPlace, countsByPlace } from './place-counts.ts';

type PlaceRow = PlacesOverview['rows'][number];
export interface PlacesQuestion extends Period {
  readonly place?: string | undefined;
  readonly metric: CommonMetric;
}
/** How many of something stand open at each place. */
export type CountByPlace = (viewer: Viewer) => Promise<ReadonlyMap<string, number>>;

/** Posterior draws behind each shrunken interval: the ends are then steady to about a point. */
const draws = 600;
const seed = 20_260_101;
const version = 1;

export async function readPlaces(
  ground: Ground,
  open: { cases: CountByPlace; changes: CountByPlace },
  viewer: Viewer,
  question: PlacesQuestion,
): Promise<PlacesOverview> {
  const { warehouse } = ground.platform;
  const period = { from: question.from, to: question.to };
  const context = await ground.context(viewer, period);
  const places = await ground.placesOf(viewer, question.place, period);
  const definition = metricDefinitions[question.metric];
  const scope = { viewer, period, places, reading: context.reading, question: question.metric };
  const [tree, targets, counted, topics, openCases, openChanges] = await Promise.all([
    ground.placeTree(viewer.workspaceId),
    targetsOf(ground, viewer.workspaceId, question.metric),
    countsByPlace(warehouse, viewer, question.metric, period, places),
    topicSeries(warehouse, { ...scope, answersOnly: true }, 'place'),
    open.cases(viewer),
    open.changes(viewer),
  ]);
  const visible = new Set(
    places?.ids ?? (viewer.placeIds === 'all' ? [...tree.places.keys()] : viewer.placeIds),
  );
  const today = question.place === undefined ? null : new Set(tree.below(question.place));
  const standing = (id: string) => today === null || today.has(id);
  const shown = [...tree.places.values()].filter(
    (place) =>
      visible.has(place.id) &&
      (counted.places.has(place.id) || (tree.isLeaf(place.id) && !place.archived && standing(place.id))),
  );
  const scores = comparedScores(
    definition,
    counted,
    shown.map((place) => place.id),
  );
  const pulls = pullsByPlace(definition, topics, context.current.names, viewer.locale);
  const rows = shown.map((place): PlaceRow => {
    const { id: placeId, name, kind, country, latitude, longitude } = place;
    return {
      ...{ placeId, name, kind, country, latitude, longitude },
      ...scores.of(placeId),
      target: targets({ place: placeId }),
      openCases: openCases.get(placeId) ?? 0,
      openChanges: openChanges.get(placeId) ?? 0,
      topDown: pulls.get(placeId)?.down ?? null,
      topUp: pulls.get(placeId)?.up ?? null,
    };
  });
  const words = methodWords[viewer.locale];
  const groups = [...new Set(rows.flatMap((row) => (row.group === null ? [] : [row.group])))].sort(
    (a, b) => a - b,
  );
  return {
    metric: question.metric,
    rows: rows.sort(byGroupAndScore),
    groups: groups.map((group) => ({
      group,
      label: letters(group),
      places: rows.filter((row) => row.group === group).map((row) => row.placeId),
    })),
    distinguishable: groups.length > 1,
    method: [words.intervals[definition.interval], words.league].join('; '),
    run: scores.run,
  };
}

const byGroupAndScore = (a: PlaceRow, b: PlaceRow) =>
  (a.group ?? Number.POSITIVE_INFINITY) - (b.group ?? Number.POSITIVE_INFINITY) ||
  shownScore(b) - shownScore(a) ||
  (a.name < b.name ? -1 : 1);

/** What the table shows: the shrunken score, and the place's own where too few answered to say more. */
const shownScore = ({ score, shrunken }: PlaceRow): number =>
  (score.tooFew ? score.value : shrunken.value) ?? -1e9;

/** 1 → A, 27 → AA. */
const letters = (group: number): string =>
  group <= 26
    ? String.fromCharCode(64 + group)
    : letters(Math.floor((group - 1) / 26)) + letters(((group - 1) % 26) + 1);

type Compared = Pick<PlaceRow, 'score' | 'shrunken' | 'group' | 'topQuarter' | 'bottomQuarter'>;
function comparedScores(
  definition: MetricDefinition,
  counted: CountsByPlace,
  placeIds: readonly string[],
): { of(placeId: string): Compared; run: ModelRun | null } {
  // in one order, so that the same answers draw the same intervals
  const answered = placeIds.filter((id) => (counted.places.get(id)?.counts.n ?? 0) > 0).sort();
  const classes = answered.map((id) => counted.places.get(id)!.classes);
  const shrunken =
    classes.length > 1 ? shrunkenScores(classes, counted.values, xoshiro128(seed), 0.95, draws) : null;
  const ranked = answered.filter((id) => counted.places.get(id)!.counts.n >= definition.minimumN);
  const league = groupPlaces(
    ranked.map((id) => counted.places.get(id)!.classes),
    counted.values,
  );
  const hidden = withheldKeys(
    [...counted.places].map(([id, { counts }]) => [id, counts.n]),
    definition.minimumN,
  );
  const groups = new Map(league.map(({ place, group }) => [ranked[place]!, group]));
  const shrunkenOf = (id: string, score: Score): Score => {
    const found = shrunken?.places[answered.indexOf(id)];
    if (!found) return score;
    return { value: found.shrunken, low: found.low, high: found.high, n: found.n, tooFew: false };
  };
  const made = { n: answered.length, method: 'dirichlet_multinomial', version, seed };
  return {
    run: shrunken && modelRun(made, classes),
    of(id) {
      const counts = counted.places.get(id)?.counts ?? noCounts;
      const score = hidden.has(id) ? withheldScore(counts.n) : scoreOf(definition, counts);
      const found = score.tooFew ? undefined : shrunken?.places[answered.indexOf(id)];
      return {
        ...{ score, shrunken: shrunkenOf(id, score), group: groups.get(id) ?? null },
        ...{ topQuarter: found?.topQuarter ?? null, bottomQuarter: found?.bottomQuarter ?? null },
      };
    },
  };
}

/** The topic that pulls each place's score down, and up, the most; only where its interval leaves 0 out. */
function pullsByPlace(
  definition: MetricDefinition,
  topics: TopicSeries,
  names: TopicNames,
  locale: string,
): Map<string, { up: string | null; down: string | null }> {
  const places = new Set([...(topics.get('')?.keys() ?? [])]);
  const only = (place: string): TopicSeries =>
    new Map(
      [...topics].flatMap(([topic, groups]) => {
        const counts = groups.get(place);
        return counts ? [[topic, new Map([[place, counts]])]] : [];
      }),
    );
  return new Map(
    [...places].map((place) => {
      const found = contributionsOf(definition, only(place), [], names, locale, definition.minimumN).filter(
        (one) => one.low > 0 || one.high < 0,
      );
      const down = found[0];
      const up = found.at(-1);
      return [
        place,
        {
          down: down && down.points < 0 ? down.label : null,
          up: up && up.points > 0 ? up.label : null,
        },
      ];
    }),
  );
}
