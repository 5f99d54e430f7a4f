import { z } from 'zod';

/** Kinds of key by which a customer can be known, strongest first. */
export const identifierTypes = [
  'user_id',
  'loyalty_number',
  'email',
  'phone',
  'anonymous_id',
  'external_id',
] as const;

/**
 * A typed key of a profile.
 *
 * `value` is normalised before it is keyed: e-mail in lower case, phone in E.164, others trimmed.
 * `namespace` tells external ids of different systems apart, such as `zendesk`.
 */
export const Identifier = z.object({
  type: z.enum(identifierTypes),
  value: z.string().trim().min(1).max(320),
  namespace: z.string().max(64).optional(),
});
export type Identifier = z.infer<typeof Identifier>;
export type IdentifierType = Identifier['type'];
