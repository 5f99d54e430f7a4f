// Promise: what was done about customers and places, and what came of it, is collected as events, each exactly once:
// the rows wait in the ledger, and collect knows a message id that it has seen.
import type { Identifier, OperationalEvent } from '@lyhord/contract';
import type { Platform } from '../../platform/platform.ts';
import type { CollectPart } from '../neighbours.ts';
import { oneAtATime } from '../one-at-a-time.ts';
import type { PlaceTree, PlaceTrees } from '../places/place-line.ts';
import { type ActEvent, actEventStore } from './act-event-store.ts';
import { identifiersOfKeys } from './identifiers-of-keys.ts';

const most = 500;

export interface ActRecorder {
  /** Hands over all that waits; one run at a time. */
  run(): Promise<void>;
}

export function createActRecorder(platform: Platform, collect: CollectPart, trees: PlaceTrees): ActRecorder {
  const store = actEventStore(platform.ledger);
  const record = async (workspaceId: string, events: readonly ActEvent[]) => {
    const keys = events.map((event) => event.identifierKey);
    const [tree, identifiers] = await Promise.all([
      trees.of(workspaceId),
      identifiersOfKeys(platform.warehouse, workspaceId, keys),
    ]);
    await collect.recordOwn(
      workspaceId,
      events.map((event) => operational(event, tree, identifiers.get(event.identifierKey))),
    );
    await store.recorded(events.map((event) => event.id));
  };

  return {
    run: oneAtATime(async () => {
      for (let waiting = await store.waiting(most); waiting.length > 0; waiting = await store.waiting(most)) {
        for (const workspaceId of new Set(waiting.map((each) => each.workspaceId))) {
          const own = waiting.filter((each) => each.workspaceId === workspaceId);
          await record(
            workspaceId,
            own.map((each) => each.event),
          );
        }
      }
    }),
  };
}

function operational(event: ActEvent, tree: PlaceTree, customer: Identifier | undefined): OperationalEvent {
  return {
    messageId: event.id,
    kind: event.kind,
    name: event.name,
    identifiers: customer ? [customer] : [],
    placeCode: tree.get(event.placeId)?.code ?? null,
    channel: null,
    touchpoint: null,
    happenedAt: event.at,
    reference: event.caseId,
    amountMinor: null,
    costMinor: null,
    currency: null,
    dueAt: null,
    waitSeconds: null,
    lines: [],
    properties: { ...event.properties },
  };
}
