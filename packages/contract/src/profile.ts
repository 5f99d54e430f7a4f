import { z } from 'zod';
import { lifeCycleStages } from './computed-traits.ts';
import { endpoint } from './endpoint.ts';
import { identifierTypes } from './identifier.ts';
import { Purpose } from './privacy.ts';
import { sentimentLabels } from './text-analysis.ts';

const count = z.number().int();
const moment = z.string().nullable();
const score = z.number().nullable();
const money = z.number();

/** What is computed of a customer; money in minor units of `currency`. What each means: docs/methods/customers.md. */
export const ComputedTraits = z.object({
  currency: z.string(),
  lifeCycle: z.enum(lifeCycleStages),
  firstSeenAt: moment,
  lastActivityAt: moment,
  daysSinceActivity: count.nullable(),
  orders: count,
  firstOrderAt: moment,
  lastOrderAt: moment,
  daysSinceOrder: count.nullable(),
  revenue: money,
  margin: money.nullable(),
  orderValue: money.nullable(),
  purchaseGapDays: z.number().nullable(),
  returns: count,
  latePayments: count,
  costToServe: money,
  amountsWithoutRate: count,
  contractsActive: count,
  nextRenewalAt: moment,
  lastNps: score,
  lastNpsAt: moment,
  lastCsat: score,
  lastCsatAt: moment,
  lastSentiment: z.enum(sentimentLabels).nullable(),
  lastSentimentAt: moment,
  comments: count,
  openTickets: count,
  contacts90Days: count,
  lastPlace: z.string().nullable(),
});
export type ComputedTraits = z.infer<typeof ComputedTraits>;

/** Since when a customer is a key customer, by whom and why; null for the others. */
export const KeyCustomer = z.object({ since: z.string(), by: z.string(), reason: z.string() }).nullable();
export type KeyCustomer = z.infer<typeof KeyCustomer>;

/** Everything that is known of one customer but the timeline, for other programs. */
export const Profile = z.object({
  key: z.string(),
  name: z.string().nullable(),
  identifiers: z.array(z.object({ type: z.string(), value: z.string() })),
  /** The newest value of each trait, where it came from and when. */
  traits: z.array(z.object({ name: z.string(), value: z.string(), source: z.string(), at: z.string() })),
  consent: z.array(
    z.object({ channel: z.string(), allowed: z.boolean(), reason: z.string(), at: z.string().nullable() }),
  ),
  /** Purposes that the customer refuses now; who is restricted refuses all. */
  refuses: z.array(Purpose),
  /** Null where nothing was said or done that the reader may see. */
  computed: ComputedTraits.nullable(),
  keyCustomer: KeyCustomer,
  openCases: z.number().int(),
  /** What was committed up to `at` is in it; from the store of profiles at hand, or worked out from the tables. */
  freshness: z.object({ at: z.string(), from: z.enum(['store', 'tables']) }),
});
export type Profile = z.infer<typeof Profile>;

const id = z.object({ id: z.string() });
export const profileEndpoints = {
  findProfile: endpoint({
    id: 'findProfile',
    method: 'GET',
    path: '/api/profiles',
    summary: 'The profile behind one identifier, such as ?type=email&value=anna@example.org',
    auth: 'person',
    query: z.object({
      type: z.enum(identifierTypes),
      value: z.string().min(1).max(320),
      namespace: z.string().max(64).optional(),
      /** Country of a phone number that is written without its own, such as SE. */
      country: z.string().length(2).optional(),
    }),
    reply: Profile,
  }),
  readProfile: endpoint({
    id: 'readProfile',
    method: 'GET',
    path: '/api/profiles/:id',
    summary: 'One profile by its key: traits with their sources, identifiers, consent, what is computed',
    auth: 'person',
    params: id,
    reply: Profile,
  }),
  markKeyCustomer: endpoint({
    id: 'markKeyCustomer',
    method: 'PUT',
    path: '/api/customers/:id/key-customer',
    summary: 'Mark a customer as a key customer, or no longer',
    auth: 'person',
    roles: ['admin', 'lead'],
    params: id,
    body: z.object({ key: z.boolean(), reason: z.string().trim().max(200).default('') }),
    reply: z.object({ keyCustomer: KeyCustomer }),
  }),
};
