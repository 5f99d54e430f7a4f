// Loyalty is never one number alone: indicators beside NPS, and which of them went with what customers then did.
import { type LoyaltyReport, loyaltySigns, type Period, Question } from '@lyhord/contract';
import type { Viewer } from '../../access/index.ts';
import type { Ground } from '../ground.ts';
import { metricDefinitions } from '../metrics/definitions.ts';
import type { OperationsDefinition } from '../metrics/operations.ts';
import type { Asker } from '../questions/ask.ts';
import { addDays, previousPeriod } from '../questions/calendar.ts';
import { deedsKnown, followedRows } from './followed-rows.ts';
import { weighLoyalty } from './weigh-loyalty.ts';

export interface LoyaltyQuestion extends Period {
  readonly place?: string | undefined;
  readonly days: 90 | 180;
}
const figures = [
  'nps',
  'retention',
  'repeat_purchases',
  'purchase_frequency',
  'customer_revenue',
  'referral_revenue',
  'return_rate',
  'contacts_per_100_orders',
] as const;
const noRow = { keys: {}, value: null, low: null, high: null, n: 0, tooFew: true };

/** An order of yesterday has not had its days to be followed by another; those whose days are over are told of. */
function periodTold(metric: (typeof figures)[number], period: Period): Period {
  const { rows } = metricDefinitions[metric] as Partial<OperationsDefinition>;
  if (rows?.unit !== 'repeated') return period;
  return { from: addDays(period.from, -rows.withinDays), to: addDays(period.to, -rows.withinDays) };
}

export async function readLoyalty(
  ground: Ground,
  ask: Asker,
  viewer: Viewer,
  question: LoyaltyQuestion,
): Promise<LoyaltyReport> {
  const { warehouse } = ground.platform;
  const { from, to, days } = question;
  await ground.context(viewer, { from, to });
  const places = await ground.placesOf(viewer, question.place);
  const place = question.place === undefined ? {} : { place: question.place };
  const period = { from, to };
  const asked = (metric: (typeof figures)[number]) => {
    const told = periodTold(metric, period);
    const compare = { period: previousPeriod(told) };
    return ask(viewer, Question.parse({ ...{ period: told, metric, compare }, ...place }));
  };
  const [answers, known, freshAt] = await Promise.all([
    Promise.all(figures.map(asked)),
    deedsKnown(warehouse, viewer, places),
    ground.freshAt(viewer.workspaceId),
  ]);
  const until = known ? addDays(known.last, -days) : null;
  const lastAnswer = until === null ? to : [until, to].sort()[0]!;
  const since = [from, addDays(lastAnswer, -365)].sort()[0]!;
  const rows = known
    ? await followedRows(warehouse, {
        ...{ viewer, places, days, currency: known.currency },
        period: { from: since, to: lastAnswer },
      })
    : [];
  return {
    ...{ days, freshAt, since: until === null ? null : since, until: until === null ? null : lastAnswer },
    currency: known?.currency ?? null,
    figures: answers.map(({ unit, rows }, index) => {
      // Money is given in its own currencies; the one that most is bought in stands here.
      const { keys: _, ...row } =
        rows.find(({ keys }) => keys.currency === undefined || keys.currency === known?.currency) ?? noRow;
      const metric = figures[index]!;
      const told = periodTold(metric, period);
      return { metric, unit, ...row, ...(told === period ? {} : { period: told }) };
    }),
    ...weighLoyalty(rows, loyaltySigns),
  };
}
