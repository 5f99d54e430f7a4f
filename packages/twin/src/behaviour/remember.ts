// What an experience leaves behind: satisfaction that shows after the segment's lag, the next visit, or no next visit.
import { segments } from '../customers/segments.ts';
import { never, type World } from './world.ts';

const seasonOfMonth = [0.9, 0.88, 0.95, 1, 1.03, 1.06, 0.94, 0.98, 1, 1, 1.12, 1.25];

/** Lets satisfaction that has come due come into force. */
export function settleSatisfaction(w: World, customer: number): void {
  const s = w.standing;
  if (s.comesOn[customer]! <= w.day) {
    s.satisfaction[customer] = s.coming[customer]!;
    s.comesOn[customer] = never;
  }
}

export function remember(w: World, customer: number): void {
  const s = w.standing;
  const { lagDays } = segments[w.population.segment[customer]!]!;
  const known = s.comesOn[customer] === never ? s.satisfaction[customer]! : s.coming[customer]!;
  s.coming[customer] = known + 0.5 * (w.moment.mood - known);
  if (s.comesOn[customer] === never) s.comesOn[customer] = w.day + lagDays;
}

/** Sets the day of the next visit, or none for those who leave without a word. */
export function planNext(w: World, customer: number): void {
  const s = w.standing;
  const segment = segments[w.population.segment[customer]!]!;
  const satisfaction = s.satisfaction[customer]!;
  const interval = w.population.intervalDays[customer]!;
  const leaving = 0.03 * Math.min(2, interval / 70) * Math.exp(-1.1 * segment.reaction * satisfaction);
  if (s.renews[customer] === 0 && w.random.chance(Math.min(0.5, leaving))) {
    s.next[customer] = never;
    return;
  }
  const visits = w.effects.factor(
    'visits',
    w.population.home[customer]!,
    w.day,
    w.population.segment[customer]!,
  );
  const mean =
    (interval * Math.exp(-0.24 * segment.reaction * satisfaction)) / (visits * seasonOfMonth[w.month]!);
  s.next[customer] = w.day + Math.max(1, Math.round(mean * 0.3 + w.random.exponential(0.7 * mean)));
}

const driftDays = 75;

/**
 * The share of visits that a Plus member still makes: unhappy ones stay away more and more in the weeks before their
 * contract renews. 1 for everybody else.
 */
export function shareOfVisitsKept(w: World, customer: number): number {
  const renews = w.standing.renews[customer]!;
  const left = renews - w.day;
  const unhappy = 0.15 - w.standing.satisfaction[customer]!;
  if (renews === 0 || left < 0 || left > driftDays || unhappy <= 0) return 1;
  const { home, segment } = w.population;
  const strength = w.effects.factor('renewal_drift', home[customer]!, w.day, segment[customer]!) - 1;
  return 1 / (1 + strength * unhappy * (1.4 - left / driftDays));
}
