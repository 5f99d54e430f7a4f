// When two identifiers are one customer: what a link may join, and what it may not. A workspace can change the rules;
// since profiles are a function of links and rules, changed rules hold for all history.
import { type IdentifierType, IdentityRules, identifierTypes } from '@lyhord/contract';

export const standardRules: IdentityRules = IdentityRules.parse({});

export const linkRules = ['manual', 'alias', 'same_message', 'removed', 'matched'] as const;
export type RuleCode = 0 | 1 | 2 | 3 | 4;

const codes = Object.fromEntries(identifierTypes.map((type, code) => [type, code]));
export const typeCode = (type: IdentifierType): number => codes[type]!;
export const userIdCode = typeCode('user_id');

/** Why a link does not join. */
export const rejections = ['none', 'limit', 'shared', 'removed', 'blocked'] as const;
export type Rejection = (typeof rejections)[number];

/** The rules in the form that the graph reads: limits by type code. */
export interface GraphRules {
  readonly most: readonly number[];
  /** Milliseconds within which no more may come together; null for ever. */
  readonly withinMs: readonly (number | null)[];
  readonly sharedAbove: number;
}

const dayMs = 86_400_000;

export function graphRules(rules: IdentityRules): GraphRules {
  const limits = identifierTypes.map((type) => rules.limits[type]);
  return {
    most: limits.map(({ most }) => most),
    withinMs: limits.map(({ days }) => (days === null ? null : days * dayMs)),
    sharedAbove: rules.sharedAbove,
  };
}
