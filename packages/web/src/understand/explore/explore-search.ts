// A question as it stands in the address, so that a link shows a colleague the same answer.
import { type Dimension, dimensions, type MetricKey, metricKeys } from '@lyhord/contract';

export interface ExploreSearch {
  ask?: MetricKey;
  by?: Dimension;
  and?: Dimension;
  /** The trait that `trait` splits by. */
  trait?: string;
  compare?: 'before' | 'target';
  shrink?: boolean;
}

/** Small groups of employees are withheld, never estimated. */
export const canShrink = ({ by, and }: ExploreSearch): boolean =>
  by !== 'employee_group' && and !== 'employee_group';

/** Whether the question needs a trait's name. */
export const byTrait = ({ by, and }: ExploreSearch): boolean => by === 'trait' || and === 'trait';

const oneOf = <T extends string>(values: readonly T[], value: unknown) => values.find((one) => one === value);

export function readExploreSearch(search: Record<string, unknown>): ExploreSearch {
  return {
    ask: oneOf(metricKeys, search.ask),
    by: oneOf(dimensions, search.by),
    and: oneOf(dimensions, search.and),
    trait: typeof search.trait === 'string' && search.trait ? search.trait.slice(0, 64) : undefined,
    compare: oneOf(['before', 'target'] as const, search.compare),
    shrink: search.shrink === true ? true : undefined,
  };
}
