// What happened around them: facts of operations in the days before each row, these rows against the others, at equal
// place and week. Association only: who waits longer may differ in more than the wait.
import { type AroundThem, type Question, type SurroundingFact, surroundingFacts } from '@lyhord/contract';
import { adjustedDifference, benjaminiHochberg } from '@lyhord/stats';
import type { Warehouse } from '../../platform/stores/warehouse.ts';
import { previousPeriod } from '../questions/calendar.ts';
import type { QuestionContext } from '../questions/question-context.ts';
import { chosenRows } from './chosen-rows.ts';
import { daysBefore, type Facts, factsBefore, nothing } from './facts-before.ts';
import { type Against, rowSet } from './row-set.ts';

/** With fewer customers on either side nothing is said of a fact. */
export const fewestRows = 20;
const mostPlaces = 10;

interface Row extends Facts {
  readonly mine: 0 | 1;
  readonly place: string;
  readonly week: string;
}

/** Facts that are made of the very events that a number counts, and so say nothing about it. */
const madeOf: Readonly<Record<SurroundingFact, string>> = {
  late_delivery: 'order_delivered',
  delivery_days: 'order_delivered',
  wait: 'visit',
  contact: 'ticket_opened',
  returned: 'order_returned',
  price: 'order_placed',
  reminded: 'invoice_reminded',
  campaign: 'campaign_contacted',
};

export async function aroundThem(
  warehouse: Warehouse,
  question: Question,
  context: QuestionContext,
): Promise<AroundThem> {
  let against: Against = 'rest';
  let rows = await rowsAround(warehouse, question, context, against);
  const others = () => rows.filter(({ mine }) => mine === 0).length;
  if (others() < fewestRows) {
    against = 'before';
    rows = await rowsAround(warehouse, question, context, against);
  }
  const n = rows.length - others();
  const head = { against, n, nOther: others(), days: daysBefore };
  const needs = Math.max(0, fewestRows - n, fewestRows - others());
  if (needs > 0) return { ...head, needs, facts: [], unknown: [] };
  const { kinds } = rowSet(question, context, against);
  const looked = surroundingFacts.filter((fact) => !kinds.includes(madeOf[fact]));
  const compared = looked.map((fact) => ({ fact, found: compare(rows, fact, against) }));
  const known = compared.flatMap(({ fact, found }) => (found ? [{ fact, found }] : []));
  const adjusted = benjaminiHochberg(known.map(({ found }) => found.p));
  const facts = known.map(({ fact, found }, at) => ({
    ...{ fact, mean: found.means[1], meanOther: found.means[0], difference: found.difference },
    ...{ low: found.low, high: found.high, clear: adjusted[at]! <= 0.05, n: found.n[1], nOther: found.n[0] },
  }));
  const strength = (one: (typeof facts)[number]) => Math.abs(one.difference) / (one.high - one.low);
  return {
    ...head,
    needs: 0,
    facts: facts.sort((a, b) => Number(b.clear) - Number(a.clear) || strength(b) - strength(a)),
    unknown: compared.flatMap(({ fact, found }) => (found ? [] : [fact])),
  };
}

/** Both sides at equal week and, where both have rows at the same places, at equal place. */
function compare(rows: readonly Row[], fact: SurroundingFact, against: Against) {
  const kept = rows.filter((row) => row[fact] !== null);
  const mine = kept.map((row) => row.mine);
  const n = mine.filter((side) => side === 1).length;
  if (Math.min(n, kept.length - n) < fewestRows) return null;
  const outcome = kept.map((row) => row[fact]!);
  const dummies = (of: (row: Row) => string, most: number) => {
    const counts = new Map<string, number>();
    for (const row of kept) counts.set(of(row), (counts.get(of(row)) ?? 0) + 1);
    const largest = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(1, most + 1);
    return largest.map(([key]) => kept.map((row) => Number(of(row) === key)));
  };
  const places = dummies(({ place }) => place, mostPlaces);
  const weeks = against === 'rest' ? dummies(({ week }) => week, mostPlaces) : [];
  for (const covariates of [[...weeks, ...places], weeks, []]) {
    const found = adjustedDifference(mine, outcome, covariates);
    if (found) return found;
  }
  return null;
}

/** The rows of both sides, each with what had happened to its customer in the days before it. */
async function rowsAround(
  warehouse: Warehouse,
  question: Question,
  context: QuestionContext,
  against: Against,
): Promise<Row[]> {
  const { viewer, period } = context;
  const chosen = await chosenRows(warehouse, question, context, against);
  if (chosen.length === 0) return [];
  const from = against === 'before' ? previousPeriod(period).from : period.from;
  const found = await factsBefore(warehouse, viewer, chosen, { from, to: period.to });
  return chosen.map(({ mine, place, week }, at) => ({ mine, place, week, ...(found.get(at) ?? nothing) }));
}
