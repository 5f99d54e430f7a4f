// What is watched: three families of streams, each with its share of the budget of false cards.
import type { ChangeDetectorSettings, StreamKind } from '@lyhord/stats';

export const familyKeys = ['nps', 'csat', 'stars', 'topic'] as const;
export type FamilyKey = (typeof familyKeys)[number];
export interface Family {
  readonly key: FamilyKey;
  readonly kind: StreamKind;
  /** Part of the workspace's budget, before it is shared out among the families that have streams. */
  readonly share: number;
  /** Smaller changes make no card; in the unit of the stream's mean. */
  readonly smallestChange: number;
}

const fiveSteps: StreamKind = { kind: 'classes', values: [1, 2, 3, 4, 5] };
const netFeeling: StreamKind = { kind: 'classes', values: [-100, 0, 100] };

export const families: Readonly<Record<FamilyKey, Family>> = {
  nps: { key: 'nps', kind: netFeeling, share: 0.4, smallestChange: 5 },
  csat: { key: 'csat', kind: fiveSteps, share: 0.2, smallestChange: 0.1 },
  stars: { key: 'stars', kind: fiveSteps, share: 0.2, smallestChange: 0.1 },
  // Of 100 comments: how many more praise the topic than complain about it.
  topic: { key: 'topic', kind: netFeeling, share: 0.4, smallestChange: 3 },
};

/** One watched stream: a place and everything below it, and for a topic which. */
export interface Stream {
  readonly family: FamilyKey;
  readonly placeId: string;
  readonly topic: string | null;
}
export const streamKey = ({ family, placeId, topic }: Stream): string =>
  `${family}/${placeId}/${topic ?? ''}`;
export function streamOf(key: string): Stream {
  const [family, placeId, topic] = key.split('/');
  return {
    family: family as FamilyKey,
    placeId: placeId ?? '',
    topic: topic === '' ? null : (topic ?? null),
  };
}

/** Days for which an onset is looked for. */
export const windowDays = 120;
/** Days before the window that tell what was usual. */
export const baselineDays = 250;
/** When a workspace is looked at for the first time, changes that began within these days are news. */
export const newsDays = 75;

/** How much the numbers of a family move without any change; see `estimateDispersion`. */
export interface Calibration {
  readonly dispersion: number;
  readonly wander: number;
  /** By weekday, Monday first. */
  readonly offsets: readonly number[];
}

export const detectorSettings = (
  family: Family,
  streams: number,
  calibration: Calibration,
  falseCardsPerMonth: number,
  budgetShare: number,
): ChangeDetectorSettings => ({
  kind: family.kind,
  streams,
  falseCardsPerMonth,
  budgetShare,
  smallestChange: family.smallestChange,
  dispersion: calibration.dispersion,
  wander: calibration.wander,
  windowDays,
});
