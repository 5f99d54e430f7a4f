import type { CustomerDimension, Period } from '@lyhord/contract';
import type { Viewer } from '../../access/index.ts';
import type { Sql } from '../../platform/stores/sql.ts';
import type { KeptSample } from '../histories/histories.ts';
import type { PlacesAsked } from '../places/places-asked.ts';

/** What compiling a question needs to know of the workspace and of who asks. */
export interface QuestionContext {
  readonly viewer: Viewer;
  readonly period: Period;
  /** The places and what was below them on each of these days; unknown ids give themselves alone. */
  readonly placesBelow: (placeIds: readonly string[], days: Period) => PlacesAsked;
  /** The place itself and everything above it today, nearest first. */
  readonly placesAbove?: (placeId: string) => readonly string[];
  /** The topic and everything below it. */
  readonly topicsBelow: (topic: string) => readonly string[];
  /** Number of the reading of the texts whose mentions count. */
  readonly reading: number;
  /** Keys of the feelings that the workspace wants to give. */
  readonly feelings?: readonly string[];
  /** The identifiers of each segment that the question names. */
  readonly segments?: ReadonlyMap<string, Sql>;
  /** What was said by whoever each of these segments held for at the time; a selection of `signal_id`. */
  readonly segmentsThen?: ReadonlyMap<string, Sql>;
  /** `identifier_key, part` for each dimension of the question that parts customers. */
  readonly parts?: ReadonlyMap<CustomerDimension, Sql>;
  /** Which rows of `customer_histories` count; left out or null, events are read one by one. */
  readonly histories?: Sql | null;
  /** Events of some customers that are kept apart; left out or null, all events are read for those of a sample. */
  readonly samples?: KeptSample | null;
  /** Only one customer in so many is looked at; everything when left out. */
  readonly sample?: number;
  /** Forms in which customers write a word; left out, a word is searched for as it is typed. */
  readonly formsOf?: (word: string) => readonly string[];
}
