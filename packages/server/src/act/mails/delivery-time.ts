import { localTime, momentOf, nextDay } from '../places/local-time.ts';

export interface QuietHours {
  /** Hours of the wall clock; equal means that there are none. */
  readonly quietFrom: number;
  readonly quietTo: number;
}

/** When a mail that is ready now may go out, and on which local day: at once, or when the quiet hours end. */
export function deliveryTime(now: Date, timeZone: string, quiet: QuietHours): { at: Date; day: string } {
  const { day, hour } = localTime(now, timeZone);
  if (!isQuiet(hour, quiet)) return { at: now, day };
  const endsOn = hour < quiet.quietTo ? day : nextDay(day);
  return { at: momentOf(endsOn, quiet.quietTo * 60, timeZone), day: endsOn };
}

export function isQuiet(hour: number, { quietFrom, quietTo }: QuietHours): boolean {
  if (quietFrom === quietTo) return false;
  return quietFrom < quietTo ? hour >= quietFrom && hour < quietTo : hour >= quietFrom || hour < quietTo;
}
