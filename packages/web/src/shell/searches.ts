// What screens keep in their address beside place, period and metric, so that a link shows a colleague the same.
import type { SearchSchemaInput } from '@tanstack/react-router';

export const text = (value: unknown) => (typeof value === 'string' && value ? value : undefined);
const oneOf = <const T>(list: readonly T[], value: unknown): T | undefined =>
  list.find((one) => one === value);

interface OfSegment {
  segment?: string;
}
export const ofSegment = (search: OfSegment & SearchSchemaInput): OfSegment => ({
  segment: text(search.segment),
});

interface OfTopics extends OfSegment {
  order?: 'down' | 'up';
}
export const ofTopics = (search: OfTopics & SearchSchemaInput): OfTopics => ({
  segment: text(search.segment),
  order: oneOf(['down', 'up'], search.order),
});

interface OfTouchpoint {
  touchpoint?: string;
}
export const ofTouchpoint = (search: OfTouchpoint & SearchSchemaInput): OfTouchpoint => ({
  touchpoint: text(search.touchpoint),
});

interface OfDays {
  days?: 180;
}
export const ofDays = (search: OfDays & SearchSchemaInput): OfDays => ({ days: oneOf([180], search.days) });

interface OfComparison {
  against?: string;
  time?: 'same' | 'before' | 'year';
}
export const ofComparison = (search: OfComparison & SearchSchemaInput): OfComparison => ({
  against: text(search.against),
  time: oneOf(['same', 'before', 'year'], search.time),
});

interface OfSegments {
  show?: 'buying' | 'kinds' | 'kept';
  part?: 'value' | 'rfm' | 'tenure' | 'category' | 'saved';
}
export const ofSegments = (search: OfSegments & SearchSchemaInput): OfSegments => ({
  show: oneOf(['buying', 'kinds', 'kept'], search.show),
  part: oneOf(['value', 'rfm', 'tenure', 'category', 'saved'], search.part),
});

interface OfCases {
  show?: 'mine' | 'nobody' | 'active' | 'closed';
}
export const ofCases = (search: OfCases & SearchSchemaInput): OfCases => ({
  show: oneOf(['mine', 'nobody', 'active', 'closed'], search.show),
});
