// A question as it stands in the address, so that a link shows a colleague the same answer.
import { type Dimension, dimensions, type MetricKey, metricKeys } from '@lyhord/contract';

export interface ExploreSearch {
  ask?: MetricKey;
  by?: Dimension;
  and?: Dimension;
  compare?: 'before' | 'target';
  shrink?: boolean;
}

/** Small groups of employees are withheld, never estimated. */
export const canShrink = ({ by, and }: ExploreSearch): boolean =>
  by !== 'employee_group' && and !== 'employee_group';

const oneOf = <T extends string>(values: readonly T[], value: unknown) => values.find((one) => one === value);

export function readExploreSearch(search: Record<string, unknown>): ExploreSearch {
  return {
    ask: oneOf(metricKeys, search.ask),
    by: oneOf(dimensions, search.by),
    and: oneOf(dimensions, search.and),
    compare: oneOf(['before', 'target'] as const, search.compare),
    shrink: search.shrink === true ? true : undefined,
  };
}
