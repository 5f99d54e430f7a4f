import type { Viewer } from '../../access/index.ts';
import { Problem } from '../../platform/http/problem.ts';
import type { Ground } from '../ground.ts';
import { segmentsNamed } from '../segments/segments-named.ts';
import type { TopicSegment } from './topic-counts.ts';

/** The segment by whose comments topics are asked for; null for everybody's. */
export async function askedSegment(
  ground: Ground,
  viewer: Viewer,
  id: string | undefined,
  topicsAbove: TopicSegment['topicsAbove'],
): Promise<TopicSegment | null> {
  if (id === undefined) return null;
  const { segments } = await segmentsNamed(ground, viewer, { where: { field: 'segment', is: id } });
  const members = segments.get(id);
  if (members) return { members, topicsAbove };
  throw new Problem('not_found', {
    detail: `There is no segment "${id}"; GET /api/segments lists them.`,
  });
}
