import { z } from 'zod';
import { CaseRow } from './case.ts';
import { CustomerRow, SignalCard } from './screens.ts';

/** A company that customers act for. Persons of one company stay persons of their own. */
export const AccountRow = z.object({
  key: z.string(),
  /** The company's number at the source that names it. */
  id: z.string(),
  name: z.string().nullable(),
  people: z.number().int(),
  orders: z.number().int(),
  values: z.array(z.object({ currency: z.string(), amountMinor: z.number() })),
  lastAt: z.string().nullable(),
});
export type AccountRow = z.infer<typeof AccountRow>;

export const AccountContract = z.object({
  reference: z.string(),
  state: z.enum(['active', 'ended']),
  startedAt: z.string().nullable(),
  renewsAt: z.string().nullable(),
  endsAt: z.string().nullable(),
});

/** What is known of a company, and of the persons who act for it. */
export const AccountPage = AccountRow.extend({
  traits: z.array(z.object({ name: z.string(), value: z.string(), source: z.string(), at: z.string() })),
  contracts: z.array(AccountContract),
  /** Those who acted last come first; at most a hundred. */
  members: z.array(
    CustomerRow.extend({ since: z.string(), lastActedAt: z.string(), keyCustomer: z.boolean() }),
  ),
  cases: z.array(CaseRow),
  /** The newest of what its people said. */
  said: z.array(SignalCard),
});
export type AccountPage = z.infer<typeof AccountPage>;

/** A company on the page of a person who acts for it. */
export const AccountOfCustomer = AccountRow.pick({ key: true, id: true, name: true }).extend({
  since: z.string(),
  lastActedAt: z.string(),
});
