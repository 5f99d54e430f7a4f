import { collectEndpoints as endpoints, type SegmentMessage } from '@lyhord/contract';
import type { Viewer } from '../../access/index.ts';
import { type Route, route } from '../../platform/http/endpoints.ts';
import type { Reader } from '../arrivals/reading.ts';
import { receiptOf } from '../recording/receipt.ts';
import { originOf, type Take } from '../recording/take.ts';
import type { Redact } from './personal-fields.ts';
import { type BatchContext, segmentReader } from './read-message.ts';

type Call = SegmentMessage['type'];
const calls: readonly Call[] = ['identify', 'track', 'page', 'screen', 'group', 'alias'];

/** The Segment HTTP tracking API. */
export function segmentRoutes(take: Take, redact: Redact): Route<Viewer>[] {
  const reader = (context: BatchContext): Reader => segmentReader(context, redact);
  return [
    route(endpoints.batch, async ({ body }, { viewer, request }) => {
      const { batch, context, sentAt } = body;
      const origin = originOf(viewer, endpoints.batch.path);
      return receiptOf(await take(origin, batch, reader({ context, sentAt }), request.body));
    }),
    ...calls.map((type) =>
      route(endpoints[type], async ({ body }: { body: unknown }, { viewer }: { viewer: Viewer }) => {
        const origin = originOf(viewer, endpoints[type].path);
        return receiptOf(await take(origin, [body], reader({ type }), body));
      }),
    ),
  ];
}
