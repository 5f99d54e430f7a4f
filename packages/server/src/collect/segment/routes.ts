import { collectEndpoints as endpoints, type SegmentMessage } from '@lyhord/contract';
import type { Viewer } from '../../access/index.ts';
import { type Call, type Route, route } from '../../platform/http/endpoints.ts';
import type { Reader } from '../arrivals/reading.ts';
import { receiptOf } from '../recording/receipt.ts';
import { originOf, type Take } from '../recording/take.ts';
import type { Redact } from './personal-fields.ts';
import { type BatchContext, segmentReader } from './read-message.ts';

interface Named {
  readonly path: string;
  readonly summary: string;
}
/** Of the same shape under each of its addresses. */
type SegmentEndpoint = Omit<(typeof endpoints)['track'], 'path' | 'summary'> & Named;
type BatchEndpoint = Omit<(typeof endpoints)['batch'], 'path' | 'summary'> & Named;
type Type = SegmentMessage['type'];
const calls: readonly [Type, SegmentEndpoint][] = [
  ['identify', endpoints.identify],
  ['track', endpoints.track],
  ['page', endpoints.page],
  ['screen', endpoints.screen],
  ['group', endpoints.group],
  ['alias', endpoints.alias],
  ['identify', endpoints.shortIdentify],
  ['track', endpoints.shortTrack],
  ['page', endpoints.shortPage],
  ['screen', endpoints.shortScreen],
  ['group', endpoints.shortGroup],
  ['alias', endpoints.shortAlias],
];
const batches: readonly BatchEndpoint[] = [endpoints.batch, endpoints.shortBatch, endpoints.importBatch];

/** The Segment HTTP tracking API. */
export function segmentRoutes(take: Take, redact: Redact): Route<Viewer>[] {
  const reader = (context: BatchContext): Reader => segmentReader(context, redact);
  return [
    ...batches.map((endpoint) =>
      route(endpoint, async ({ body }, { viewer, request }: Call<Viewer>) => {
        const { batch, context, sentAt } = body;
        const origin = { ...originOf(viewer, endpoints.batch.path), again: { context, sentAt } };
        return receiptOf(await take(origin, batch, reader({ context, sentAt }), request.body));
      }),
    ),
    ...calls.map(([type, endpoint]) =>
      route(endpoint, async ({ body }: { body: unknown }, { viewer }: Call<Viewer>) => {
        const origin = { ...originOf(viewer, endpoints[type].path), again: { type } };
        return receiptOf(await take(origin, [body], reader({ type }), body));
      }),
    ),
  ];
}
