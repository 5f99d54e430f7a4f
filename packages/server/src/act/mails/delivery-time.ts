import { localTime, momentOf, nextDay } from '../places/local-time.ts';
import type { OpenOn } from '../places/open-days.ts';

export interface QuietHours {
  /** Hours of the wall clock; equal means that there are none. */
  readonly quietFrom: number;
  readonly quietTo: number;
}

/** The reader's own days and clock. */
export interface ReaderTime {
  readonly timeZone: string;
  readonly isOpen: OpenOn;
}

const mostDays = 60;

/**
 * When a mail that is ready now may go out, and on which local day: at once, or when the quiet hours end. Days on which the
 * reader's place is closed are quiet as a whole, except for what cannot wait (`urgent`).
 */
export function deliveryTime(
  now: Date,
  { timeZone, isOpen }: ReaderTime,
  quiet: QuietHours,
  urgent = false,
): { at: Date; day: string } {
  const { day, hour } = localTime(now, timeZone);
  if (quiet.quietFrom === quiet.quietTo) return { at: now, day };
  const works = (one: string) => urgent || isOpen(one);
  if (works(day) && !isQuiet(hour, quiet)) return { at: now, day };
  let endsOn = isQuiet(hour, quiet) && hour < quiet.quietTo ? day : nextDay(day);
  for (let left = mostDays; left > 0 && !works(endsOn); left -= 1) endsOn = nextDay(endsOn);
  return { at: momentOf(endsOn, quiet.quietTo * 60, timeZone), day: endsOn };
}

export function isQuiet(hour: number, { quietFrom, quietTo }: QuietHours): boolean {
  if (quietFrom === quietTo) return false;
  return quietFrom < quietTo ? hour >= quietFrom && hour < quietTo : hour >= quietFrom || hour < quietTo;
}
