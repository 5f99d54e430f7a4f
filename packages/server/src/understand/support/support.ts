// Support in one page: how many contacts, how long they wait, what they are about, what solving one problem would avoid.
import { fewestBehind, type Period, Question, type SupportReport } from '@lyhord/contract';
import { rateRatio } from '@lyhord/stats';
import type { Viewer } from '../../access/index.ts';
import type { Ground } from '../ground.ts';
import type { Asker } from '../questions/ask.ts';
import { periodLength, previousPeriod, stepsOf } from '../questions/calendar.ts';
import { type ProblemRow, problemsIn } from './problems.ts';

export interface SupportQuestion extends Period {
  readonly place?: string | undefined;
}
const figures = [
  'contacts',
  'contacts_per_100_orders',
  'first_response_time',
  'resolution_time',
  'repeat_contacts',
] as const;
const mostProblems = 20;

export async function readSupport(
  ground: Ground,
  ask: Asker,
  viewer: Viewer,
  question: SupportQuestion,
): Promise<SupportReport> {
  const { warehouse } = ground.platform;
  const period = { from: question.from, to: question.to };
  const before = previousPeriod(period);
  const context = await ground.context(viewer, period);
  const places = await ground.placesOf(viewer, question.place);
  const place = question.place === undefined ? {} : { place: question.place };
  const asked = (over: object) => ask(viewer, Question.parse({ period, ...place, ...over }));
  const scope = { viewer, places, reading: context.reading };
  const step = periodLength(period) > 180 ? 'month' : 'week';
  const [answers, course, channels, orders, found] = await Promise.all([
    Promise.all(figures.map((metric) => asked({ metric, compare: { period: before } }))),
    asked({ metric: 'contacts', by: [step] }),
    asked({ metric: 'contacts', by: ['channel'] }),
    asked({ metric: 'orders', compare: { period: before } }),
    problemsIn(warehouse, { ...scope, period, before }),
  ]);
  const counted = new Map(course.rows.map((row) => [String(row.keys[step]), row.n]));
  const contacts = answers[0]!.rows[0]?.n ?? 0;
  const ordered = { now: orders.rows[0]?.n ?? 0, before: orders.rows[0]?.compared?.n ?? 0 };
  const problems = found.filter(({ tickets }) => tickets > 0);
  const label = (key: string) => context.current.names.label(key, viewer.locale);
  return {
    figures: answers.map((answer, index) => {
      const { keys: _, ...row } = answer.rows[0] ?? {
        keys: {},
        value: null,
        low: null,
        high: null,
        n: 0,
        tooFew: true,
      };
      return { metric: figures[index]!, unit: answer.unit, ...row };
    }),
    step,
    trend: stepsOf(period, step).map((day) => ({ day, n: counted.get(day) ?? 0 })),
    channels: channels.rows.map((row) => ({ key: String(row.keys.channel), n: row.n })),
    contacts,
    weeks: periodLength(period) / 7,
    problems: problems.slice(0, mostProblems).map((problem) => ({
      ...described(problem, ordered, periodLength(period) / 7),
      label: label(problem.aspect),
      share: contacts > 0 ? problem.tickets / contacts : 0,
    })),
  };
}

/** A problem with how its rate has moved, and what a week without it would spare. */
function described(
  { aspect: key, tickets, ticketsBefore: before, negative, hours }: ProblemRow,
  orders: { now: number; before: number },
  weeks: number,
) {
  const few = tickets < fewestBehind;
  const shownHours = few ? null : hours;
  const ratio =
    orders.now > 0 && orders.before > 0 ? rateRatio(before, orders.before, tickets, orders.now) : null;
  return {
    ...{ key, tickets, before, hours: shownHours },
    negativeShare: few ? null : negative / tickets,
    perHundredOrders: orders.now > 0 ? (100 * tickets) / orders.now : null,
    moved:
      ratio === null || ratio.p >= 0.05 || ratio.ratio === null
        ? null
        : ratio.ratio > 1
          ? ('up' as const)
          : ('down' as const),
    avoided: {
      contactsPerWeek: tickets / weeks,
      hoursPerWeek: shownHours === null ? null : (tickets * shownHours) / weeks,
    },
  };
}
