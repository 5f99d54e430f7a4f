// A question as it stands in the address, so that a link shows a colleague the same answer.
import {
  type Dimension,
  ExploreQuestion,
  type Filter,
  type KnownTotals,
  type MetricKey,
  type QuestionToAsk,
} from '@lyhord/contract';
import { addDays, lengthInDays } from '../../client/days.ts';
import type { Scope } from '../../client/scope.ts';

export type ExploreSearch = { [K in keyof ExploreQuestion]?: ExploreQuestion[K] | undefined };
/** Fields by which the rows that are counted are chosen. */
export const onlyFields = ['segment', 'segment_then', 'touchpoint', 'channel', 'topic'] as const;
export type OnlyField = (typeof onlyFields)[number];

const keys = Object.keys(ExploreQuestion.shape) as (keyof ExploreQuestion)[];
/** Every field unset: another question begins without what this one had. */
export const nothingAsked = Object.fromEntries(keys.map((key) => [key, undefined])) as ExploreSearch;

/** What an address says as far as it can be understood; what it cannot mean is left out. */
export function readExploreSearch(search: Record<string, unknown>): ExploreSearch {
  const known = keys.flatMap((key) => {
    const found = ExploreQuestion.shape[key].safeParse(search[key]);
    return found.success && found.data !== false ? [[key, found.data]] : [];
  });
  return { ...nothingAsked, ...Object.fromEntries(known) };
}

/** Small groups of employees are withheld, never estimated nor weighted. */
export const canShrink = ({ by, and }: ExploreSearch): boolean =>
  by !== 'employee_group' && and !== 'employee_group';

/** Whether the question needs a trait's name. */
export const byTrait = ({ by, and }: ExploreSearch): boolean => by === 'trait' || and === 'trait';

/** The question that the fields ask, at a place and in a period; `totals` are those that the workspace knows. */
export function questionOf(
  search: ExploreSearch,
  metric: MetricKey,
  { from, to, place }: Scope,
  totals: readonly KnownTotals[],
): QuestionToAsk {
  const named = (one: Dimension | undefined) =>
    one !== undefined && (one !== 'trait' || search.trait !== undefined);
  const by = [search.by, search.and].filter(named) as Dimension[];
  const compare = comparisonOf(search, from, to);
  const where = filterOf(search);
  return {
    ...{ metric, by: [...new Set(by)], period: { from, to } },
    ...(search.trait !== undefined && byTrait(search) ? { trait: search.trait } : {}),
    ...(place ? { place } : {}),
    ...(where ? { where } : {}),
    ...(compare ? { compare } : {}),
    ...(search.shrink && canShrink(search) ? { few: 'shrink' as const } : {}),
    ...(search.weigh && canShrink(search) && totals.length > 0 ? { weights: [...totals] } : {}),
  };
}

function filterOf(search: ExploreSearch): Filter | undefined {
  const parts = onlyFields.flatMap((field): Filter[] => {
    const is = search[field];
    return is === undefined ? [] : [{ field, is }];
  });
  return parts.length > 1 ? { all: parts } : parts[0];
}

function comparisonOf(search: ExploreSearch, from: string, to: string): QuestionToAsk['compare'] {
  const { compare, against } = search;
  if (compare === 'target') return { target: true };
  if (compare === 'before') {
    const length = lengthInDays(from, to);
    return { period: { from: addDays(from, -length), to: addDays(from, -1) } };
  }
  if (compare === 'place' && against) return { place: against };
  const other = filterOf({ ...search, segment: against });
  return compare === 'segment' && against && other ? { where: other } : undefined;
}
