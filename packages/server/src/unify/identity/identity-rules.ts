// When two identifiers are one customer: what a link may join, and what it may not.
import { type IdentifierType, identifierTypes } from '@lyhord/contract';

/** Identifiers of each type that one profile may have; a link that would give it more is kept, but rejected. */
export const mostPerProfile: Readonly<Record<IdentifierType, number>> = {
  user_id: 1,
  loyalty_number: 3,
  email: 5,
  phone: 5,
  anonymous_id: 200,
  external_id: 50,
};

/** An identifier that stands beside more user ids than this belongs to a device or a family, not to a customer. */
export const sharedAbove = 4;

export const linkRules = ['manual', 'alias', 'same_message', 'removed'] as const;
export type RuleCode = 0 | 1 | 2 | 3;

export const typeCode = (type: IdentifierType): number => identifierTypes.indexOf(type);
export const userIdCode = typeCode('user_id');

/** Why a link does not join. */
export const rejections = ['none', 'limit', 'shared', 'removed'] as const;
export type Rejection = (typeof rejections)[number];

const limits = identifierTypes.map((type) => mostPerProfile[type]);

/** True where two profiles with these numbers of identifiers, by type, may become one without a person saying so. */
export function mayJoin(one: readonly number[], other: readonly number[]): boolean {
  return one.every((count, code) => {
    const more = other[code]!;
    return count === 0 || more === 0 || count + more <= limits[code]!;
  });
}
