// Calendar days written 2026-03-31, without any time zone.

/** The reader's own today. */
export function today(now = new Date()): string {
  const two = (part: number) => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

export function addDays(day: string, days: number): string {
  const moment = new Date(`${day}T00:00:00Z`);
  moment.setUTCDate(moment.getUTCDate() + days);
  return moment.toISOString().slice(0, 10);
}

/** Whole days from the first to the last, both counted. */
export function lengthInDays(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000) + 1;
}

export function monthStart(day: string, monthsBack = 0): string {
  const moment = new Date(`${day.slice(0, 7)}-01T00:00:00Z`);
  moment.setUTCMonth(moment.getUTCMonth() - monthsBack);
  return moment.toISOString().slice(0, 10);
}

/** The later of two days. */
export function laterOf(a: string, b: string): string {
  return a.localeCompare(b) > 0 ? a : b;
}
