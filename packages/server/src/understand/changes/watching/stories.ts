// From findings to stories: one cause is told once, at the place where it is, and not again by every stream it touches.
import type { PlaceTree } from '../../places/place-tree.ts';
import type { TopicNames } from '../../topics/topic-names.ts';
import type { Stream } from './families.ts';

/** A stream whose evidence has met its threshold. Days are day numbers. */
export interface Alarm extends Stream {
  readonly direction: 'up' | 'down';
  readonly since: number;
  readonly sinceEarliest: number;
  readonly sinceLatest: number;
  /** Evidence as a multiple of the threshold. */
  readonly strength: number;
}
/** What is told: one alarm that leads, and those that say the same. */
export interface Story {
  readonly lead: Alarm;
  readonly also: readonly Alarm[];
}
/** A change that was told before. */
export interface Told {
  readonly placeId: string;
  readonly topics: readonly string[];
  readonly direction: 'up' | 'down';
  readonly since: number;
}

const slackDays = 14;
const toldSlackDays = 21;

export interface StoryTelling {
  readonly tree: PlaceTree;
  readonly names: TopicNames;
  /** True where the place's numbers changed clearly also without the places below that have alarms of their own. */
  readonly changedWithout: (alarm: Alarm, placeIds: readonly string[]) => Promise<boolean>;
}

/** Stories of one look, told ones left out; `silent` are alarms that need no telling. */
export async function storiesOf(
  alarms: readonly Alarm[],
  told: readonly Told[],
  telling: StoryTelling,
): Promise<{ stories: Story[]; silent: Alarm[] }> {
  const { tree, names } = telling;
  const isTold = (alarm: Alarm) =>
    told.some(
      (one) =>
        one.direction === alarm.direction &&
        related(tree, one.placeId, alarm.placeId) &&
        Math.abs(one.since - alarm.since) <= toldSlackDays &&
        (alarm.topic === null ||
          one.topics.length === 0 ||
          one.topics.some((topic) => sameFamily(names, topic, alarm.topic!))),
    );
  const silent = alarms.filter(isTold);
  const stories = storiesByPlace(
    alarms.filter((alarm) => !isTold(alarm)),
    names,
  );
  return { stories: await atTheirPlace(stories, telling), silent };
}

const related = (tree: PlaceTree, a: string, b: string): boolean =>
  tree.above(a).includes(b) || tree.above(b).includes(a);
const sameFamily = (names: TopicNames, a: string, b: string): boolean =>
  a === b || names.above(a).includes(b) || names.above(b).includes(a);
const sameTime = (a: Alarm, b: Alarm): boolean =>
  a.sinceEarliest - slackDays <= b.sinceLatest && b.sinceEarliest - slackDays <= a.sinceLatest;
const agree = (names: TopicNames, a: Alarm, b: Alarm): boolean =>
  a.direction === b.direction &&
  sameTime(a, b) &&
  (a.topic === null || b.topic === null || sameFamily(names, a.topic, b.topic));

const rank: Readonly<Record<Alarm['family'], number>> = { nps: 0, csat: 1, stars: 1, topic: 2 };
const leadsBefore = (a: Alarm, b: Alarm): number =>
  rank[a.family] - rank[b.family] || b.strength - a.strength;

/** At one place a fall of the score and the topics that changed with it are one story. */
function storiesByPlace(alarms: readonly Alarm[], names: TopicNames): Story[] {
  const stories: { lead: Alarm; also: Alarm[] }[] = [];
  for (const alarm of [...alarms].sort(leadsBefore)) {
    const known = stories.find(({ lead }) => lead.placeId === alarm.placeId && agree(names, lead, alarm));
    if (known) known.also.push(alarm);
    else stories.push({ lead: alarm, also: [] });
  }
  return stories;
}

/** Of a place and places below it with the same story, the one is kept where the cause is. */
async function atTheirPlace(stories: readonly Story[], telling: StoryTelling): Promise<Story[]> {
  const { tree, names } = telling;
  const kept = new Set(stories);
  const depth = (story: Story) => tree.above(story.lead.placeId).length;
  const merged = new Map<Story, Alarm[]>();
  for (const upper of [...stories].sort((a, b) => depth(a) - depth(b))) {
    if (!kept.has(upper)) continue;
    const below = [...kept].filter(
      (story) =>
        story !== upper &&
        tree.above(story.lead.placeId).includes(upper.lead.placeId) &&
        agree(names, upper.lead, story.lead),
    );
    if (below.length === 0) continue;
    const places = [...new Set(below.map((story) => story.lead.placeId))];
    if (await telling.changedWithout(upper.lead, places)) {
      for (const story of below) kept.delete(story);
      merged.set(
        upper,
        below.flatMap((story) => [story.lead, ...story.also]),
      );
    } else {
      kept.delete(upper);
      const [first] = below;
      merged.set(first!, [...(merged.get(first!) ?? []), upper.lead, ...upper.also]);
    }
  }
  return [...kept].map((story) => ({
    lead: story.lead,
    also: [...story.also, ...(merged.get(story) ?? [])],
  }));
}
