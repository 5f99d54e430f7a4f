// What will happen on days to come: finished events and signals wait here for their day. It holds a few weeks at most,
// so memory does not grow with the length of a run.
import type { OperationalEvent, SignalInput } from '@lyhord/contract';

export interface DayItems {
  events: OperationalEvent[];
  signals: SignalInput[];
}

export class Agenda {
  private readonly days = new Map<number, DayItems>();

  on(day: number): DayItems {
    let items = this.days.get(day);
    if (!items) {
      items = { events: [], signals: [] };
      this.days.set(day, items);
    }
    return items;
  }

  clear(): void {
    this.days.clear();
  }

  /** The day's items, which are forgotten here. */
  take(day: number): DayItems {
    const items = this.on(day);
    this.days.delete(day);
    return items;
  }
}
