// Prepares events of the product's own making (the demo company) in the thread that makes them, by the same readers,
// keys and rows as everything that arrives at a door.
import { identifierTypes, type OperationalEvent } from '@lyhord/contract';
import { type Arrival, newArrival } from '../arrivals/arrival.ts';
import { type CommitNews, noNews } from '../commit/commit-news.ts';
import { type CommitRows, noRows } from '../commit/commit-rows.ts';
import { writeEvent } from '../commit/event-rows.ts';
import { KnownIdentity, writeIdentity } from '../commit/identity-rows.ts';
import { zoneOfPlace } from '../commit/row-context.ts';
import { Keyring } from '../identifiers/keyring.ts';
import { type Key64, MessageKeys } from '../keys/key64.ts';
import type { Batch } from '../pipeline/batch.ts';
import { noteIdentity } from '../pipeline/note-identity.ts';
import { validate } from '../pipeline/validate.ts';
import { placeCodes } from '../places/place-codes.ts';
import { readTrustedEvent } from '../recording/trusted-readers.ts';
import type { PreparedEvents, PreparedRows, PreparingPlan } from './prepared-events.ts';

const withoutNumber = ['commit_no'];

/** Remembers which identifiers and links it has met, so that each is told once. */
export function createPreparer(plan: PreparingPlan): (events: readonly OperationalEvent[]) => PreparedEvents {
  const { workspaceId, sourceId, timeZone, currency } = plan;
  const keyring = new Keyring(plan.identifierSecret);
  const messageKeys = new MessageKeys(workspaceId, sourceId);
  const placeOf = placeCodes(plan.places);
  const known = new KnownIdentity(0, 0);
  const zoneOf = zoneOfPlace(timeZone);
  return (events) => {
    const receivedAt = Date.now();
    const reading = { receivedAt, placeOf, timeZone, currency, newId: () => '' };
    const arrivals = events.map(newArrival);
    const origin = { workspaceId, sourceId, endpoint: 'fill' };
    const batch: Batch = { ...origin, arrivals, read: readTrustedEvent, reading, keyring, messageKeys };
    validate(batch);
    noteIdentity(batch);
    const [rows, news] = [noRows(), noNews()];
    const context = { workspaceId, sourceId, commitNo: 0, knownAt: receivedAt, zoneOf };
    const [lines, traits]: [number[], number[]] = [[], []];
    for (const arrival of arrivals) {
      if (arrival.draft?.noun !== 'event') throw new TypeError('Only events can be prepared.');
      const { event, rule, traits: said } = arrival.draft;
      writeEvent(arrival, event, context, rows);
      writeIdentity(arrival, event.happenedAt, rule, said, context, known, rows, news);
      while (lines.length < rows.order_lines.length) lines.push(arrival.index);
      while (traits.length < rows.traits.length) traits.push(arrival.index);
    }
    return packed(arrivals, rows, news, lines, traits);
  };
}

function packed(
  arrivals: readonly Arrival[],
  rows: CommitRows,
  { identifiers, links }: CommitNews,
  lines: readonly number[],
  traits: readonly number[],
): PreparedEvents {
  const prepared = (table: 'events' | 'order_lines' | 'traits', items: Iterable<number>): PreparedRows => ({
    block: rows[table].pack(withoutNumber),
    items: Uint32Array.from(items),
  });
  return {
    count: arrivals.length,
    keys: halvesOf(arrivals.map(({ key }) => key!)),
    contents: halvesOf(arrivals.map(({ contentHash }) => contentHash!)),
    rows: {
      events: prepared('events', arrivals.keys()),
      order_lines: prepared('order_lines', lines),
      traits: prepared('traits', traits),
    },
    identifiers: {
      block: rows.identifiers.pack(withoutNumber),
      keys: halvesOf(identifiers.map(({ key }) => key)),
      types: Uint8Array.from(identifiers, ({ type }) => identifierTypes.indexOf(type)),
    },
    links: {
      block: rows.identity_links.pack(withoutNumber),
      keys: halvesOf(links.flatMap(({ key, a, b }) => [key, a, b])),
      at: Float64Array.from(links, ({ linkedAt }) => linkedAt),
    },
  };
}

function halvesOf(keys: readonly Key64[]): Uint32Array {
  const halves = new Uint32Array(2 * keys.length);
  keys.forEach(({ high, low }, at) => {
    halves[2 * at] = high;
    halves[2 * at + 1] = low;
  });
  return halves;
}
