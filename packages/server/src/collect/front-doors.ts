// The composition of the front doors beside Segment's and our own: CloudEvents, webhooks, connectors, and what was refused.
import type { Access, Viewer } from '../access/index.ts';
import type { Route } from '../platform/http/endpoints.ts';
import type { Platform } from '../platform/platform.ts';
import type { Reader } from './arrivals/reading.ts';
import { cloudEventReader } from './cloud-events/read-cloud-event.ts';
import { cloudEventRoutes } from './cloud-events/routes.ts';
import { type Connectors, createConnectors } from './connectors/connectors.ts';
import { connectorEndpoint } from './connectors/run-connector.ts';
import { mappedReader } from './mapping/mapped-items.ts';
import type { Intake } from './recording/intake.ts';
import { forgetRefusals } from './refusals/forget-refusals.ts';
import { refusalSearch } from './refusals/refusal-search.ts';
import type { ReaderOf } from './refusals/replay.ts';
import { refusalRoutes } from './refusals/routes.ts';
import { sealedOriginals } from './refusals/sealed-originals.ts';
import type { Redact } from './segment/personal-fields.ts';
import { type BatchContext, segmentReader } from './segment/read-message.ts';
import { readSignal } from './signals/read-signal.ts';
import { trackerRoute } from './tracker-route.ts';
import { webhookEndpoint, webhookRoutes } from './webhooks/routes.ts';
import { webhookStore } from './webhooks/webhook-store.ts';

export interface FrontDoors {
  readonly routes: Route<Viewer>[];
  readonly connectors: Connectors;
  start(): Promise<void>;
  forgetRefusals(workspaceId: string, values: readonly string[]): Promise<number>;
}

export function createFrontDoors(
  platform: Platform,
  access: Access,
  intake: Intake,
  readEvent: Reader,
  redact: Redact,
): FrontDoors {
  const { warehouse, ledger, clock, ids } = platform;
  const readers = { signal: readSignal, event: segmentReader({ withoutCustomer: true }, redact) };
  const readCloudEvent = cloudEventReader({ signal: readSignal, message: readers.event });
  const connectors = createConnectors(platform, access, intake, readers);
  const webhooks = webhookStore(ledger);
  const search = refusalSearch(warehouse, ledger);
  const originals = sealedOriginals(access);

  const readerOf: ReaderOf = async ({ workspaceId, sourceId, endpoint }, again) => {
    switch (endpoint) {
      case '/v1/signals':
      case 'signals':
        return readSignal;
      case 'events':
        return readEvent;
      case '/v1/cloudevents':
        return readCloudEvent;
      case connectorEndpoint:
        return connectors.readerOf(workspaceId, sourceId);
      case webhookEndpoint: {
        const webhook = await webhooks.findBySource(workspaceId, sourceId);
        return webhook && mappedReader(webhook.mapping, readers);
      }
      default:
        return endpoint.startsWith('/v1/') ? segmentReader((again ?? {}) as BatchContext, redact) : null;
    }
  };
  const readingOf = async (workspaceId: string) => {
    const { placeOf, timeZone, currency } = await intake.workspaces.of(workspaceId);
    return { receivedAt: clock.now().getTime(), placeOf, timeZone, currency, newId: ids.next };
  };
  const replay = { search, originals, record: intake.record, readerOf, now: () => clock.now() };

  return {
    routes: [
      trackerRoute(),
      ...cloudEventRoutes(intake.take, readCloudEvent),
      ...webhookRoutes({ platform, access, take: intake.take, readers, readingOf }),
      ...connectors.routes,
      ...refusalRoutes(replay, access),
    ],
    connectors,
    start: connectors.start,
    forgetRefusals: (workspaceId, values) =>
      forgetRefusals({ warehouse, search, originals }, workspaceId, values),
  };
}
