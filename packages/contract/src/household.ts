import { z } from 'zod';

/** What two customers of one last name have in common. */
export const householdShares = ['address', 'phone'] as const;

/** A person of the same household; a relation, never one customer. */
export const HouseholdMember = z.object({
  key: z.string(),
  name: z.string().nullable(),
  /** What they are known by, as the reader may see it. */
  known: z.string().nullable(),
  /** `proposed` by what they share, `together` where a person has said so. */
  state: z.enum(['proposed', 'together']),
  shares: z.array(z.enum(householdShares)),
  /** Who said it, when and why; null while it is proposed. */
  said: z.object({ by: z.string(), at: z.string(), reason: z.string() }).nullable(),
});
export type HouseholdMember = z.infer<typeof HouseholdMember>;
