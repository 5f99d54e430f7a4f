import { collectEndpoints as endpoints } from '@lyhord/contract';
import type { Viewer } from '../../access/index.ts';
import { type Route, route } from '../../platform/http/endpoints.ts';
import { receiptOf } from '../recording/receipt.ts';
import { originOf, type Take } from '../recording/take.ts';
import { readSignal } from './read-signal.ts';

export function signalRoutes(take: Take): Route<Viewer>[] {
  return [
    route(endpoints.signals, async ({ body }, { viewer, request }) => {
      const origin = originOf(viewer, endpoints.signals.path);
      return receiptOf(await take(origin, body.signals, readSignal, request.body));
    }),
  ];
}
