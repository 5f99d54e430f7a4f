import { frontDoorEndpoints as endpoints } from '@lyhord/contract';
import type { Viewer } from '../../access/index.ts';
import { type Route, route } from '../../platform/http/endpoints.ts';
import type { Reader } from '../arrivals/reading.ts';
import { sentType } from '../http/source-bodies.ts';
import { receiptOf } from '../recording/receipt.ts';
import { originOf, type Take } from '../recording/take.ts';
import { cloudEventsOf } from './cloud-events-of.ts';

export function cloudEventRoutes(take: Take, read: Reader): Route<Viewer>[] {
  return [
    route(endpoints.cloudEvents, async (_, { viewer, request }) => {
      const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
      const events = cloudEventsOf(sentType(request), request.headers, body);
      const origin = originOf(viewer, endpoints.cloudEvents.path);
      return receiptOf(await take(origin, events, read, events));
    }),
  ];
}
