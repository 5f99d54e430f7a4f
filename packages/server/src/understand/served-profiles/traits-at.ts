// Promise: the computed traits of one customer at a moment, from joined tallies, exactly as the warehouse computes them
// (computed-traits/profile-rows.ts and life-cycle.ts); a test holds the two against each other.
import { type ComputedTraits, type LifeCycleStage, lifeCycleLimits as limits } from '@lyhord/contract';
import { type Joined, newestOfEach } from './joined-tallies.ts';

const dayMs = 86_400_000;
const dayOf = (ms: number) => Math.floor(ms / dayMs);
const moment = (ms: number) => (ms > 0 ? new Date(ms).toISOString() : null);

export function traitsAt(of: Joined, now: number, currency: string): ComputedTraits {
  const contracts = contractsAt(of, now);
  const daysSince = (ms: number) => (ms > 0 ? Math.max(0, dayOf(now) - dayOf(ms)) : null);
  const kept = of.placed > 0 ? Math.max(0, of.placed - of.taken_back) / of.placed : 1;
  const openTickets = newestOfEach(of.tickets, (one) => one[2] ?? 0).filter((one) => one[2] === 0).length;
  const today = dayOf(now);
  return {
    currency,
    lifeCycle: stageAt(of, today, contracts),
    firstSeenAt: moment(of.seen_first),
    lastActivityAt: moment(of.active_last),
    daysSinceActivity: daysSince(of.active_last),
    orders: of.orders,
    firstOrderAt: moment(of.order_first),
    lastOrderAt: moment(of.order_last),
    daysSinceOrder: daysSince(of.order_last),
    revenue: of.placed - of.taken_back,
    margin: of.margin_orders === 0 ? null : Math.floor(0.5 + of.margin * kept) - of.return_cost,
    orderValue: of.placed_orders === 0 ? null : Math.floor(of.placed / of.placed_orders + 0.5),
    purchaseGapDays: of.orders < 2 ? null : (of.order_last - of.order_first) / dayMs / (of.orders - 1),
    returns: of.returns,
    latePayments: of.late_payments,
    costToServe: of.served_cost,
    amountsWithoutRate: of.without_rate,
    contractsActive: contracts.held,
    nextRenewalAt: contracts.renewal === null ? null : new Date(contracts.renewal).toISOString(),
    lastNps: of.nps_at > 0 ? of.nps : null,
    lastNpsAt: moment(of.nps_at),
    lastCsat: of.csat_at > 0 ? of.csat : null,
    lastCsatAt: moment(of.csat_at),
    lastSentiment: (of.sentiment || null) as ComputedTraits['lastSentiment'],
    lastSentimentAt: moment(of.sentiment_at),
    comments: of.comments,
    openTickets,
    contacts90Days: of.contact_days.filter((day) => day > today - 90 && day <= today).length,
    lastPlace: of.at_place || null,
  };
}

interface Contracts {
  readonly held: number;
  readonly renewal: number | null;
  /** Day on which the first began; 0 for none. */
  readonly began: number;
}

/** A contract is `[number, said at, ends at, renews at, ended]`. */
function contractsAt({ contracts }: Joined, now: number): Contracts {
  const held = newestOfEach(contracts, (one) => one[4] ?? 0).filter(
    ([, , ends = 0, renews = 0, ended]) => ended === 0 && (renews > 0 || ends === 0 || ends > now),
  );
  const renewals = held
    .map(([, , ends = 0, renews = 0]) => (renews > 0 ? renews : ends))
    .filter((at) => at > now);
  return {
    held: held.length,
    renewal: renewals.length > 0 ? Math.min(...renewals) : null,
    began: contracts.length > 0 ? dayOf(Math.min(...contracts.map((one) => one[1]))) : 0,
  };
}

/** The rhythm of days between which the customer ordered `gaps` times. */
const rhythmOf = (first: number, last: number, gaps: number) =>
  Math.min(limits.longestRhythm, Math.max(limits.shortestRhythm, (last - first) / gaps));

function stageAt({ order_days: days }: Joined, today: number, contracts: Contracts): LifeCycleStage {
  const count = days.length;
  const [first, last, before] = [days[0] ?? 0, days.at(-1) ?? 0, days.at(-2) ?? 0];
  const known = count >= limits.daysForRhythm;
  const rhythm = known ? rhythmOf(first, last, count - 1) : limits.usualRhythm;
  // the rhythm before the last order, so that a long silence does not excuse itself
  const former = known ? rhythmOf(first, before, count - 2) : limits.usualRhythm;
  const began = Math.min(count === 0 ? today : first, contracts.began > 0 ? contracts.began : today);
  const fresh = today - began <= limits.newFor;
  if (count === 0 && contracts.began === 0) return 'prospect';
  if (contracts.held > 0) return fresh ? 'new' : 'active';
  if (count === 0) return 'lapsed';
  if (today - last > limits.lapsedAfter * rhythm) return 'lapsed';
  if (today - last > limits.atRiskAfter * rhythm) return 'at_risk';
  if (count >= 2 && last - before > limits.lapsedAfter * former) return 'returned';
  return fresh ? 'new' : 'active';
}
