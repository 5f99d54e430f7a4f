// What goes with the metric, how important each of it is, and how well it is done.
import type { CommonMetric, DriversReport, Period } from '@lyhord/contract';
import type { Viewer } from '../../access/index.ts';
import type { Ground } from '../ground.ts';
import { answerClasses } from '../metrics/definitions.ts';
import type { TopicNames } from '../topics/topic-names.ts';
import { type Candidates, candidatesIn } from './candidates.ts';
import { answeredTouchpoints, driverRows } from './driver-rows.ts';
import { weighInThread } from './weigh-in-thread.ts';

export interface DriversQuestion extends Period {
  readonly place?: string | undefined;
  readonly metric: CommonMetric;
  readonly touchpoint?: string | undefined;
}

/** Ten answers for each driver, and no fewer than these. */
const fewestAnswers = 100;
const answersPerDriver = 10;

export async function readDrivers(
  ground: Ground,
  viewer: Viewer,
  question: DriversQuestion,
): Promise<DriversReport> {
  const { warehouse } = ground.platform;
  const period = { from: question.from, to: question.to };
  const context = await ground.context(viewer, period);
  const places = await ground.placesOf(viewer, question.place, period);
  const { metric, touchpoint } = question;
  const scope = { viewer, period, places, reading: context.reading, question: metric, touchpoint };
  const [rows, touchpoints, freshAt] = await Promise.all([
    driverRows(warehouse, scope),
    answeredTouchpoints(warehouse, scope),
    ground.freshAt(viewer.workspaceId),
  ]);
  const { names } = context.current;
  const candidates = candidatesIn(rows, (aspect) => names.above(aspect).at(-1) ?? aspect);
  const label = (key: string) => names.label(key, viewer.locale);
  const needed =
    Math.max(fewestAnswers, answersPerDriver * candidates.kept.length) - candidates.answers.length;
  const weighed =
    needed > 0 || candidates.kept.length === 0
      ? null
      : await weighInThread({ outcome: outcomesOf(metric, candidates), drivers: candidates.kept });
  const known = new Map(candidates.kept.map((one) => [one.key, one]));
  return {
    ...{ metric, freshAt, touchpoint: touchpoint ?? null },
    touchpoints: touchpoints.map(({ key, n }) => ({ key, n: Number(n) })),
    n: candidates.answers.length,
    needed: Math.max(0, needed),
    rSquared: weighed?.rSquared ?? null,
    method: weighed?.method ?? null,
    run: weighed?.run ?? null,
    halo: weighed?.halo ?? false,
    mean: weighed?.mean ?? null,
    borders: weighed?.borders ?? { importance: 0, performance: 50 },
    drivers: (weighed?.drivers ?? []).map((driver) => {
      const { kind, n } = known.get(driver.key)!;
      return { ...driver, kind, n, label: kind === 'topic' ? label(driver.key) : driver.key };
    }),
    leftOut: leftOutOf(candidates, names, viewer.locale),
  };
}

/** NPS in points, so that effects add up to it; other questions on their own scale. */
function outcomesOf(metric: CommonMetric, { answers }: Candidates): Float64Array {
  if (metric !== 'nps') return Float64Array.from(answers, ({ outcome }) => outcome);
  const { favourableFrom, unfavourableTo } = answerClasses.nps!;
  return Float64Array.from(answers, ({ outcome }) =>
    outcome >= favourableFrom ? 100 : outcome <= unfavourableTo ? -100 : 0,
  );
}

function leftOutOf({ leftOut }: Candidates, names: TopicNames, locale: string): DriversReport['leftOut'] {
  return leftOut.map(({ key, kind, n }) => ({
    ...{ key, n },
    label: kind === 'topic' ? names.label(key, locale) : key,
  }));
}
