// Arithmetic on calendar days written `2026-03-31`: the place's own days, so no time zone appears here.
import type { Period } from '@lyhord/contract';
import { because, Problem } from '../../platform/http/problem.ts';

const dayMs = 86_400_000;
export type Step = 'day' | 'week' | 'month';

const toMs = (day: string): number => Date.parse(`${day}T00:00:00Z`);
const toDay = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

export const addDays = (day: string, days: number): string => toDay(toMs(day) + days * dayMs);
/** Whole days from `from` to `to`; 0 on the same day. */
export const daysBetween = (from: string, to: string): number => Math.round((toMs(to) - toMs(from)) / dayMs);
export const periodLength = (period: Period): number => daysBetween(period.from, period.to) + 1;
/** The period of the same length that ends on the day before. */
export const previousPeriod = (period: Period): Period => ({
  from: addDays(period.from, -periodLength(period)),
  to: addDays(period.from, -1),
});

/** The first day of the step that a day falls in; weeks begin on Monday. */
export function stepStart(day: string, step: Step): string {
  if (step === 'day') return day;
  if (step === 'month') return `${day.slice(0, 7)}-01`;
  const weekday = (new Date(toMs(day)).getUTCDay() + 6) % 7;
  return addDays(day, -weekday);
}

/** The first days of all steps that a period touches, in order. */
export function stepsOf(period: Period, step: Step): string[] {
  const starts = new Set<string>();
  for (let day = period.from; day <= period.to; day = addDays(day, 1)) starts.add(stepStart(day, step));
  return [...starts];
}

const longestDays = 366 * 10;
/** Refuses a day that does not exist. */
export function checkedDay(day: string): string {
  if (!Number.isNaN(toMs(day)) && toDay(toMs(day)) === day) return day;
  throw new Problem('invalid_input', {
    detail: `"${day.slice(0, 40)}" is not a day of the calendar, such as 2026-03-31.`,
  });
}

/** Refuses days that do not exist, periods that end before they begin, and periods of more than ten years. */
export function checkedPeriod(period: Period): Period {
  checkedDay(period.from);
  checkedDay(period.to);
  const length = periodLength(period);
  if (length < 1 || length > longestDays) {
    const said = because(length < 1 ? 'period_reversed' : 'period_too_long', { ...period });
    throw new Problem('invalid_input', said);
  }
  return period;
}
