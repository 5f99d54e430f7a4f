import { type Endpoint, endpoints } from '@lyhord/contract';
import type { Viewer } from '../../access/index.ts';
import { type Handler, type Route, route } from '../../platform/http/endpoints.ts';
import type { CustomersOfKeys } from '../feed/signal-cards.ts';
import type { Ground } from '../ground.ts';
import type { Understand } from '../understand.ts';
import {
  countRules,
  dropSegment,
  keepSegment,
  keptSegment,
  membersOf,
  segmentsWithCounts,
} from './segments.ts';

const on = <E extends Endpoint>(endpoint: E, handle: Handler<E, Viewer>): Route<Viewer> =>
  route<E, Viewer>(endpoint, handle);

/** Endpoints of segments → use cases. */
export function segmentRoutes(
  ground: Ground,
  customers: CustomersOfKeys,
  questions: Pick<Understand, 'rfm' | 'clusters' | 'segmentExperience'>,
): Route<Viewer>[] {
  return [
    on(endpoints.listSegments, async (_input, { viewer }) => ({
      segments: await segmentsWithCounts(ground, viewer),
    })),
    on(
      endpoints.countSegment,
      async ({ body }, { viewer }) => (await countRules(ground, viewer, [body.rule]))[0]!,
    ),
    on(endpoints.saveSegment, ({ body }, { viewer }) => keepSegment(ground, viewer, body, null)),
    on(endpoints.changeSegment, ({ params, body }, { viewer }) =>
      keepSegment(ground, viewer, body, params.id),
    ),
    on(endpoints.removeSegment, async ({ params }, { viewer }) => {
      await dropSegment(ground, viewer, params.id);
      return { removed: true as const };
    }),
    on(endpoints.segmentMembers, async ({ params, query }, { viewer }) => {
      const { rule } = await keptSegment(ground, viewer, params.id);
      const [members, [count]] = await Promise.all([
        membersOf(ground, customers, viewer, rule, query.limit),
        countRules(ground, viewer, [rule]),
      ]);
      return { members, count: count! };
    }),
    on(endpoints.rfm, (_input, { viewer }) => questions.rfm(viewer)),
    on(endpoints.clusters, (_input, { viewer }) => questions.clusters(viewer)),
    on(endpoints.segmentExperience, ({ query }, { viewer }) => questions.segmentExperience(viewer, query)),
  ];
}
