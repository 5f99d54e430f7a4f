// Promise: the place's own day and minute of any moment, fast enough for millions: a zone's offset is asked of the
// calendar once a day, and within a day only where the clocks change.
const dayMs = 86_400_000;
const dayMinutes = 1_440;
const quarterMs = 900_000;

/** Wall-clock time at a place: its calendar day as `2026-03-31`, as days since 1970, and the minutes since midnight. */
export interface LocalTime {
  readonly day: string;
  readonly dayNumber: number;
  readonly minute: number;
}

/** The offsets of one IANA zone from UTC, remembered by day. */
export class TimeZone {
  readonly name: string;
  private readonly format: Intl.DateTimeFormat;
  private readonly offsets = new Map<number, number>();
  private readonly days = new Map<number, string>();

  /** Throws RangeError for a zone that the calendar does not know. */
  constructor(name: string) {
    this.name = name;
    this.format = new Intl.DateTimeFormat('en-US', {
      timeZone: name,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  }

  /** Milliseconds to add to UTC for the wall clock at this moment. */
  offsetAt(moment: number): number {
    const day = Math.floor(moment / dayMs);
    const known = this.offsets.get(day);
    if (known !== undefined && !Number.isNaN(known)) return known;
    if (known === undefined) {
      const first = this.ask(day * dayMs);
      const same = first === this.ask((day + 1) * dayMs - 1);
      this.offsets.set(day, same ? first : Number.NaN);
      if (same) return first;
    }
    const quarter = Math.floor(moment / quarterMs);
    const key = -1 - quarter;
    const exact = this.offsets.get(key) ?? this.ask(quarter * quarterMs);
    this.offsets.set(key, exact);
    return exact;
  }

  local(moment: number): LocalTime {
    const minutes = this.localMinute(moment);
    const day = Math.floor(minutes / dayMinutes);
    return { day: this.dayText(day), dayNumber: day, minute: minutes - day * dayMinutes };
  }

  /** The wall clock's whole minutes since the beginning of 1970. */
  localMinute(moment: number): number {
    return Math.floor((moment + this.offsetAt(moment)) / 60_000);
  }

  /** The moment of a wall-clock time given as if it were UTC; of two the earlier, in a gap the later side. */
  momentOf(wall: number): number {
    const guesses = [wall - this.offsetAt(wall - dayMs), wall - this.offsetAt(wall + dayMs)];
    const exact = guesses.filter((guess) => guess + this.offsetAt(guess) === wall);
    return exact.length > 0 ? Math.min(...exact) : Math.max(...guesses);
  }

  private dayText(day: number): string {
    let text = this.days.get(day);
    if (text === undefined) {
      text = new Date(day * dayMs).toISOString().slice(0, 10);
      this.days.set(day, text);
    }
    return text;
  }

  private ask(moment: number): number {
    const part: Record<string, number> = {};
    for (const { type, value } of this.format.formatToParts(moment)) part[type] = Number(value);
    const wall = Date.UTC(part.year!, part.month! - 1, part.day!, part.hour!, part.minute!, part.second!);
    return wall - Math.floor(moment / 1000) * 1000;
  }
}

const zones = new Map<string, TimeZone>();

/** The zone by name, made once; UTC where the name is not known. */
export function timeZone(name: string): TimeZone {
  let zone = zones.get(name);
  if (!zone) {
    zone = isTimeZone(name) ? new TimeZone(name) : timeZone('UTC');
    if (zones.size < 1_000) zones.set(name, zone);
  }
  return zone;
}

export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
