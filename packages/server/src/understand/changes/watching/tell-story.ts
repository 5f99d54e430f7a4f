// A story as a finding: two scores, the size, what it is likely about, and who says so.
import type { CommonMetric, Contribution, Period } from '@lyhord/contract';
import type { ChangeFinding } from '@lyhord/stats';
import { systemViewer } from '../../../access/index.ts';
import type { Ground } from '../../ground.ts';
import { scoreOf } from '../../metrics/score.ts';
import { always } from '../../places/places-asked.ts';
import { contributionsOf } from '../../topics/contributions.ts';
import { quoteIds } from '../../topics/telling-quotes.ts';
import type { TopicNames } from '../../topics/topic-names.ts';
import type { Finding } from '../change-store.ts';
import { around, countsOf, definitionOf, topicsIn } from './counts-around.ts';
import type { Story } from './stories.ts';

const mostTopics = 3;
const smallestShare = 0.1;
const quotes = 2;
/** A chance that small is no longer worth telling apart. */
const rarest = 1e6;

export async function tellStory(
  ground: Ground,
  workspaceId: string,
  story: Story,
  found: ChangeFinding,
  today: number,
): Promise<Finding> {
  const { lead } = story;
  const tree = await ground.placeTree(workspaceId);
  const places = tree.below(lead.placeId);
  const { before, after } = around(lead.since, today);
  const definition = definitionOf(lead.family);
  const [then, now, likelyTopics] = await Promise.all([
    countsOf(ground, workspaceId, lead, places, before),
    countsOf(ground, workspaceId, lead, places, after),
    lead.topic === null
      ? likely(ground, workspaceId, lead.family as CommonMetric, places, before, after)
      : [{ topic: lead.topic, share: 1 }],
  ]);
  const { names, reading } = await ground.readings.current(workspaceId);
  const about = likelyTopics[0]?.topic ?? story.also.find(({ topic }) => topic !== null)?.topic ?? null;
  return {
    before: scoreOf(definition, then),
    after: scoreOf(definition, now),
    size: { value: found.size, low: found.low, high: found.high },
    evidence: Math.min(rarest, 1 / found.chancePerMonth),
    likelyTopics,
    quoteIds: await quoteIds(
      ground.platform.warehouse,
      {
        viewer: systemViewer(workspaceId),
        period: after,
        places: always(places),
        topics: about === null ? names.tree.topics.map(({ key }) => key) : names.below(about),
        reading,
      },
      lead.direction === 'down' ? 'negative' : 'positive',
      quotes,
    ),
  };
}

/** Topics whose contribution moved the way the score moved, with their share of the movement. */
async function likely(
  ground: Ground,
  workspaceId: string,
  metric: CommonMetric,
  places: readonly string[],
  before: Period,
  after: Period,
): Promise<{ topic: string; share: number }[]> {
  const { names } = await ground.readings.current(workspaceId);
  const [then, now] = await Promise.all(
    [before, after].map((period) => topicsIn(ground, workspaceId, places, period, null, metric)),
  );
  const definition = definitionOf(metric);
  const parts = (series: typeof then) =>
    new Map(contributionsOf(definition, series!, [], names, 'en').map((one) => [one.key, one]));
  const [old, fresh] = [parts(then), parts(now)];
  const value = (series: typeof then) => {
    const all = [...(series!.get('')?.values() ?? [])].map(({ counts }) => counts);
    const n = all.reduce((sum, one) => sum + one.n, 0);
    if (n === 0) return 0;
    if (metric !== 'nps') return all.reduce((sum, one) => sum + one.total, 0) / n;
    return (100 * all.reduce((sum, one) => sum + one.promoters - one.detractors, 0)) / n;
  };
  return shares(old, fresh, value(now) - value(then), names);
}

function shares(
  old: ReadonlyMap<string, Contribution>,
  fresh: ReadonlyMap<string, Contribution>,
  moved: number,
  names: TopicNames,
): { topic: string; share: number }[] {
  if (moved === 0) return [];
  const all = [...new Set([...old.keys(), ...fresh.keys()])]
    .map((topic) => ({
      topic,
      share: Math.min(1, ((fresh.get(topic)?.points ?? 0) - (old.get(topic)?.points ?? 0)) / moved),
    }))
    .filter(({ share }) => share >= smallestShare)
    .sort((a, b) => b.share - a.share || names.above(b.topic).length - names.above(a.topic).length);
  const chosen: typeof all = [];
  for (const one of all) {
    const sameWords = chosen.some(
      ({ topic }) => names.above(one.topic).includes(topic) || names.above(topic).includes(one.topic),
    );
    if (chosen.length < mostTopics && !sameWords) chosen.push(one);
  }
  return chosen;
}
