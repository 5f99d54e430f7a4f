// Detected changes as cards, in the words and with the eyes of who reads them.
import type { Change, Period } from '@lyhord/contract';
import type { Viewer } from '../../access/index.ts';
import { type CardSources, cardsById } from '../feed/signal-cards.ts';
import type { Ground } from '../ground.ts';
import { belongedOn, type PlacesAsked } from '../places/places-asked.ts';
import type { Mark } from '../pulse/pulse.ts';
import { type ChangeSearch, findChanges, type KeptChange, lastLook } from './change-store.ts';
import { firstStep } from './first-steps.ts';

export interface ChangeQuestion {
  readonly state?: Change['state'] | undefined;
  readonly place?: string | undefined;
}
export interface ChangeList {
  readonly changes: Change[];
  readonly watched: number;
  readonly budgetPerMonth: number;
  readonly lastLookAt: string | null;
}

export async function listChanges(
  ground: Ground,
  sources: CardSources,
  viewer: Viewer,
  question: ChangeQuestion,
): Promise<ChangeList> {
  // What there is to do belongs to who has the place today.
  await ground.placesOf(viewer, question.place);
  const tree = await ground.placeTree(viewer.workspaceId);
  const places = question.place === undefined ? null : tree.below(question.place);
  const [changes, look, settings] = await Promise.all([
    changeCards(ground, sources, viewer, { state: question.state, places }),
    lastLook(ground.platform.ledger, viewer.workspaceId),
    ground.access.settings(viewer.workspaceId),
  ]);
  return {
    changes,
    watched: look?.watched ?? 0,
    budgetPerMonth: settings.falseCardsPerMonth,
    lastLookAt: look?.lookedAt.toISOString() ?? null,
  };
}

export async function changeCards(
  ground: Ground,
  sources: CardSources,
  viewer: Viewer,
  search: ChangeSearch,
): Promise<Change[]> {
  const found = await findChanges(ground.platform.ledger, viewer, search);
  if (found.length === 0) return [];
  const quoteIds = [...new Set(found.flatMap((change) => change.finding.quoteIds))];
  const [tree, { names }, members, cards] = await Promise.all([
    ground.placeTree(viewer.workspaceId),
    ground.readings.current(viewer.workspaceId),
    ground.access.members(viewer.workspaceId),
    cardsById(ground, sources, viewer, quoteIds),
  ]);
  const people = new Map(members.map((member) => [member.personId, member.name]));
  const quotes = new Map(cards.map((card) => [card.id, card]));
  return found.map((change) => {
    const topic = change.topic ?? change.finding.likelyTopics[0]?.topic;
    return {
      ...ownParts(change),
      placeName: tree.nameOf(change.placeId),
      likelyTopics: change.finding.likelyTopics.map(({ topic: key, share }) => ({ topic: key, share })),
      quotes: change.finding.quoteIds.flatMap((id) => {
        const quote = quotes.get(id);
        return quote?.text ? [{ signalId: id, text: quote.text, language: quote.language ?? '' }] : [];
      }),
      firstStep: firstStep(
        change.direction,
        topic === undefined ? [] : [topic, ...names.above(topic)],
        viewer.locale,
      ),
      ownerName: change.ownerId === null ? null : (people.get(change.ownerId) ?? null),
    };
  });
}

const ownParts = (change: KeptChange) => ({
  id: change.id,
  placeId: change.placeId,
  metric: change.metric,
  topic: change.topic,
  direction: change.direction,
  since: change.since,
  detectedAt: change.detectedAt.toISOString(),
  before: change.finding.before,
  after: change.finding.after,
  size: change.finding.size,
  evidence: change.finding.evidence,
  // What a change costs needs the measured relation of experience and money, which is not claimed here.
  costPerWeekMinor: null,
  costCurrency: null,
  state: change.state,
  ownerId: change.ownerId,
  note: change.note,
});

/** Detected changes as marks on a course. */
export async function changeMarks(
  ground: Ground,
  viewer: Viewer,
  period: Period,
  places: PlacesAsked | null,
): Promise<Mark[]> {
  const { workspaceId } = viewer;
  const [found, tree, { names }] = await Promise.all([
    findChanges(ground.platform.ledger, viewer, { places: places?.ids ?? null, since: period }, 50),
    ground.placeTree(workspaceId),
    ground.readings.current(workspaceId),
  ]);
  return found
    .filter((change) => places === null || belongedOn(places, change.placeId, change.since))
    .filter((change) => change.state !== 'noise' && change.state !== 'not_right')
    .map((change) => {
      const topic = change.topic ?? change.finding.likelyTopics[0]?.topic;
      const arrow = change.direction === 'down' ? '↓' : '↑';
      const what = topic === undefined ? '' : `: ${names.label(topic, viewer.locale)}`;
      return {
        day: change.since,
        label: `${arrow} ${tree.nameOf(change.placeId)}${what}`,
        kind: 'change' as const,
      };
    });
}
