// Which sign went with which deed: high against low group, with what both did before held equal.
import type { LoyaltyCell, LoyaltyReport, loyaltyOutcomes, loyaltySigns } from '@lyhord/contract';
import { adjustedDifference, benjaminiHochberg, meanInterval, wilsonInterval } from '@lyhord/stats';
import { answerClasses } from '../metrics/definitions.ts';
import type { FollowedRow } from './followed-rows.ts';

type Sign = (typeof loyaltySigns)[number];
type Outcome = (typeof loyaltyOutcomes)[number];

/** With fewer customers in a group nothing is compared. */
const fewest = 20;
/** Differences smaller than these do not matter: shares in points of a hundred, money as a part of its mean. */
const worthSaying = { share: 0.05, money: 0.1 };
/** A difference this unlikely by chance, among all that were looked at, is said. */
const falseFindings = 0.05;

const outcomeOf: Readonly<Record<Outcome, (row: FollowedRow) => number>> = {
  came_back: ({ after }) => Number(after.orders > 0),
  spend: ({ after }) => after.spend,
  returned: ({ after }) => Number(after.returns > 0),
  contacted: ({ after }) => Number(after.contacts > 0),
};
const outcomes = Object.keys(outcomeOf) as Outcome[];

/** What is held equal; what parts the groups itself is not among it. */
const covariates: readonly { readonly about: readonly Sign[]; readonly of: (row: FollowedRow) => number }[] =
  [
    { about: ['bought_again'], of: ({ before }) => Math.log1p(before.orders) },
    { about: ['spend_rose'], of: ({ before }) => Math.log1p(Math.max(0, before.spend)) },
    { about: ['spend_rose'], of: ({ earlierSpend }) => Math.log1p(Math.max(0, earlierSpend)) },
    { about: ['returned'], of: ({ before }) => Number(before.returns > 0) },
    { about: ['contacted'], of: ({ before }) => Number(before.contacts > 0) },
  ];

/** 1 high, 0 low, null neither. */
const deedSigns: Readonly<Partial<Record<Sign, (row: FollowedRow) => 0 | 1 | null>>> = {
  bought_again: ({ before: { orders } }) => (orders >= 2 ? 1 : orders === 1 ? 0 : null),
  spend_rose: ({ before: { spend }, earlierSpend }) =>
    spend > earlierSpend ? 1 : spend < earlierSpend ? 0 : null,
  returned: ({ before }) => (before.orders === 0 ? null : before.returns > 0 ? 1 : 0),
  contacted: ({ before }) => (before.contacts > 0 ? 1 : 0),
};

function groupOf(sign: Sign, row: FollowedRow): 0 | 1 | null {
  const byDeed = deedSigns[sign];
  if (byDeed) return row.sign === 'any' ? byDeed(row) : null;
  if (row.sign !== sign) return null;
  if (sign === 'sentiment') return row.value > 0 ? 1 : row.value < 0 ? 0 : null;
  const { favourableFrom, unfavourableTo } = answerClasses[sign]!;
  return row.value >= favourableFrom ? 1 : row.value <= unfavourableTo ? 0 : null;
}

type Weighed = Pick<LoyaltyReport, 'signs' | 'outcomes' | 'followed'>;

export function weighLoyalty(rows: readonly FollowedRow[], signs: readonly Sign[]): Weighed {
  const all = rows.filter(({ sign }) => sign === 'any');
  const found = signs.flatMap((sign) => {
    const grouped = rows.flatMap((row) => {
      const group = groupOf(sign, row);
      return group === null ? [] : [{ row, group }];
    });
    const highN = grouped.filter(({ group }) => group === 1).length;
    if (grouped.length === 0) return [];
    const about = sign === 'spend_rose' ? ['spend_rose', 'bought_again'] : [sign];
    const cells = outcomes.map((outcome) => compared(grouped, outcome, about));
    return [{ sign, lowN: grouped.length - highN, highN, cells }];
  });
  const judged = judge(found.flatMap(({ cells }) => cells));
  return {
    followed: all.length,
    outcomes: outcomes.map((outcome) => ({ outcome, ...overall(all, outcome) })),
    signs: found.map(({ cells, ...sign }) => ({ ...sign, cells: cells.map((cell) => judged.get(cell)!) })),
  };
}

interface Compared {
  readonly outcome: Outcome;
  readonly n: number;
  readonly smaller: number;
  /** Of nobody among them any deed is known: they are not known as customers who buy. */
  readonly silent: boolean;
  readonly found: ReturnType<typeof adjustedDifference>;
  /** Mean of both groups together, and how single customers vary around it. */
  readonly usual: number;
  readonly variance: number;
}

function compared(
  all: readonly { row: FollowedRow; group: 0 | 1 }[],
  outcome: Outcome,
  about: readonly string[],
): Compared {
  const grouped = outcome === 'spend' ? all.filter(({ row }) => !row.mixed) : all;
  const high = grouped.filter(({ group }) => group === 1).length;
  const smaller = Math.min(high, grouped.length - high);
  const values = grouped.map(({ row }) => outcomeOf[outcome](row));
  const held = covariates
    .filter((one) => !one.about.some((sign) => about.includes(sign)))
    .map(({ of }) => grouped.map(({ row }) => of(row)));
  return {
    ...{ outcome, smaller, n: grouped.length, silent: !all.some(({ row }) => hasDeeds(row)) },
    found:
      smaller < fewest
        ? null
        : adjustedDifference(
            grouped.map(({ group }) => group),
            values,
            held,
          ),
    ...momentsOf(values),
  };
}

const hasDeeds = ({ before, after, earlierSpend }: FollowedRow): boolean =>
  earlierSpend !== 0 || [before, after].some((deeds) => Object.values(deeds).some((n) => n !== 0));

function momentsOf(values: readonly number[]): { usual: number; variance: number } {
  const n = Math.max(1, values.length);
  const usual = values.reduce((sum, value) => sum + value, 0) / n;
  return { usual, variance: values.reduce((sum, value) => sum + (value - usual) ** 2, 0) / n };
}

/** What is clear among all cells together is said; of the rest, whether they are alike or too few. */
function judge(cells: readonly Compared[]): Map<Compared, LoyaltyCell> {
  const known = cells.filter(({ found, silent }) => found !== null && !silent);
  const adjusted = benjaminiHochberg(known.map(({ found }) => found!.p));
  const clear = new Set(known.filter((_, index) => adjusted[index]! <= falseFindings));
  return new Map(cells.map((cell) => [cell, cellOf(cell, clear.has(cell))]));
}

function cellOf(cell: Compared, clear: boolean): LoyaltyCell {
  const { outcome, n, smaller, silent, found, usual, variance } = cell;
  if (silent) {
    const nothing = { lowGroup: null, highGroup: null, difference: null, low: null, high: null };
    return { outcome, verdict: 'nobody', ...nothing, needed: 0 };
  }
  const matters = outcome === 'spend' ? worthSaying.money * usual : worthSaying.share;
  if (!found && variance === 0 && smaller >= fewest) {
    const same = { lowGroup: usual, highGroup: usual, difference: 0, low: null, high: null };
    return { outcome, verdict: 'alike', ...same, needed: 0 };
  }
  if (!found) {
    const nothing = { lowGroup: null, highGroup: null, difference: null, low: null, high: null };
    // as many in each group as make the interval of their difference as narrow as what matters
    const each = matters > 0 ? (2 * variance * 1.96 ** 2) / matters ** 2 : fewest;
    const needed = 2 * Math.ceil(Math.max(fewest, each)) - 2 * smaller;
    return { outcome, verdict: 'not_enough', ...nothing, needed: Math.max(fewest, needed) };
  }
  const { difference, low, high, means } = found;
  const half = (high - low) / 2;
  const alike = !clear && Math.max(Math.abs(low), Math.abs(high)) <= matters;
  const more = matters > 0 ? Math.ceil(n * ((half / matters) ** 2 - 1)) : n;
  return {
    ...{ outcome, difference, low, high, lowGroup: means[0], highGroup: means[1] },
    verdict: clear ? 'went_with' : alike ? 'alike' : 'not_enough',
    needed: clear || alike ? 0 : Math.max(fewest, more),
  };
}

function overall(rows: readonly FollowedRow[], outcome: Outcome) {
  const values = rows.filter((row) => outcome !== 'spend' || !row.mixed).map(outcomeOf[outcome]);
  const n = values.length;
  if (n < fewest) return { value: null, low: null, high: null, n, tooFew: true };
  const sum = values.reduce((total, value) => total + value, 0);
  if (outcome !== 'spend') {
    const [low, high] = wilsonInterval(sum, n);
    return { value: sum / n, low, high, n, tooFew: false };
  }
  const { mean, low, high } = meanInterval(values, [Math.min(0, ...values), Math.max(1, ...values)])!;
  return { value: mean, low, high, n, tooFew: false };
}
