// The company goes on from today: the same customers, where history left them, at a chosen pace.
import type { OperationalEvent, SignalInput } from '@lyhord/contract';
import { liveDay, wakeCustomers } from './behaviour/live-day.ts';
import { World } from './behaviour/world.ts';
import { dayMs, isoOf } from './calendar/days.ts';
import { planOf, type TwinOptions } from './options.ts';
import type { TwinBatch } from './solvik.ts';

export interface LiveOptions extends Omit<TwinOptions, 'until'> {
  /** Last day of the history that was generated before; the day before `from` where left out. */
  until?: string;
  from: Date;
  /** Events and signals a second, 0.01 … 5,000. */
  pacePerSecond: number;
  /** Milliseconds since 1970; the machine's clock where left out. */
  now?: () => number;
  wait?: (ms: number) => Promise<void>;
}

type Item = { event: OperationalEvent } | { signal: SignalInput };

/**
 * Never ends: stop by leaving the loop. History is lived through silently first, which takes some seconds, so that
 * every customer stands where the generated history left them. What happens is stamped with the moment it is told.
 *
 * @throws RangeError naming an option outside its range
 */
export async function* liveBatches(options: LiveOptions): AsyncGenerator<TwinBatch> {
  const { from, pacePerSecond, now = Date.now, wait = sleep, ...rest } = options;
  if (!(pacePerSecond >= 0.01 && pacePerSecond <= 5_000))
    throw new RangeError(`pacePerSecond ${pacePerSecond} is not between 0.01 and 5000`);
  if (Number.isNaN(from.getTime())) throw new RangeError('from is not a date');
  const today = Math.floor(from.getTime() / dayMs);
  const plan = planOf({ ...rest, until: options.until ?? isoOf(today - 1) });
  if (plan.lastDay >= today)
    throw new RangeError(`until ${isoOf(plan.lastDay)} is not before from ${isoOf(today)}`);
  const world = new World(plan);
  world.quiet = true;
  wakeCustomers(world);
  for (let day = plan.firstDay; day < today; day++) liveDay(world, day);
  world.beginTelling(`${plan.mark}.${from.getTime().toString(36)}`);
  yield* paced(itemsFrom(world, today, from.getTime() % dayMs), pacePerSecond, now, wait);
}

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** What happens from this time of day on, day after day. */
function* itemsFrom(world: World, today: number, timeOfDay: number): Generator<Item> {
  for (let day = today; ; day++) {
    const { events, signals } = liveDay(world, day);
    const items: Item[] = [...events.map((event) => ({ event })), ...signals.map((signal) => ({ signal }))];
    items.sort((a, b) => momentOf(a) - momentOf(b));
    for (const item of items) if (day > today || momentOf(item) % dayMs >= timeOfDay) yield item;
  }
}

const momentOf = (item: Item): number =>
  'event' in item ? item.event.happenedAt : (item.signal.happenedAt as number);

async function* paced(
  items: Iterator<Item>,
  pacePerSecond: number,
  now: () => number,
  wait: (ms: number) => Promise<void>,
): AsyncGenerator<TwinBatch> {
  const tickMs = Math.max(250, 1_000 / pacePerSecond);
  const started = now();
  let told = 0;
  for (;;) {
    const dueMs = started + (told + 1) * (1_000 / pacePerSecond) - now();
    if (dueMs > 0) await wait(Math.max(dueMs, Math.min(tickMs, 1_000)));
    const at = now();
    const owed = Math.max(1, Math.floor(((at - started) / 1_000) * pacePerSecond) - told);
    const batch: TwinBatch = { day: isoOf(Math.floor(at / dayMs)), events: [], signals: [] };
    for (let i = 0; i < Math.min(owed, 5_000); i++) put(batch, items.next().value as Item, at);
    told += owed;
    yield batch;
  }
}

/** Moves an item to the moment at which it is told; what it promised moves with it. */
function put(batch: TwinBatch, item: Item, at: number): void {
  if ('signal' in item) {
    batch.signals.push({ ...item.signal, happenedAt: at });
    return;
  }
  const { event } = item;
  const dueAt = event.dueAt === null ? null : event.dueAt + (at - event.happenedAt);
  batch.events.push({ ...event, happenedAt: at, dueAt });
}
