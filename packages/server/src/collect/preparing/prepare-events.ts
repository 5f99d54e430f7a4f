// Prepares events of the product's own making (the demo company) in the thread that makes them, by the same keys and
// rows as everything that arrives at a door. They need no judging, so no object goes along with each of them.
import type { OperationalEvent } from '@lyhord/contract';
import { noRows } from '../commit/commit-rows.ts';
import { zoneOfPlace } from '../commit/row-context.ts';
import { Keyring } from '../identifiers/keyring.ts';
import { MessageKeys } from '../keys/key64.ts';
import { placeCodes } from '../places/place-codes.ts';
import { MetIdentity } from './met-identity.ts';
import { PreparedBlock } from './prepared-block.ts';
import type { PreparedEvents, PreparingPlan } from './prepared-events.ts';

/** The thread remembers by itself what it has met. */
const rememberedByKeyring = 1;

/** Prepares events as they are made, and gives what has come together as one block. */
interface Preparer {
  add(events: readonly OperationalEvent[]): void;
  /** Events since the last `take`. */
  readonly count: number;
  take(): PreparedEvents;
}

/** Remembers which identifiers and links it has met, so that each is told once. */
export function createPreparer(plan: PreparingPlan): Preparer {
  const { workspaceId, sourceId, timeZone } = plan;
  const messageKeys = new MessageKeys(workspaceId, sourceId);
  const placeOf = placeCodes(plan.places);
  const met = new MetIdentity(new Keyring(plan.identifierSecret, rememberedByKeyring));
  const zoneOf = zoneOfPlace(timeZone);
  const room = noRows();
  const empty = () =>
    new PreparedBlock(
      { workspaceId, sourceId, importId: '', commitNo: 0, knownAt: Date.now(), zoneOf },
      met,
      room,
    );
  let block = empty();
  return {
    add(events) {
      for (const event of events) {
        const key = messageKeys.keyOf('event', event.messageId);
        const place = event.placeCode ? placeOf(event.placeCode) : null;
        block.add(event, { key, contentHash: key, place });
      }
    },
    get count() {
      return block.count;
    },
    take() {
      const prepared = block.packed();
      block = empty();
      return prepared;
    },
  };
}
