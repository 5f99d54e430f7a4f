import { z } from 'zod';
import { roleMailboxes } from './blocked-values.ts';

/** How many identifiers of one type a profile may have: in all where `days` is null, else within any so many days. */
const Limit = z.object({
  most: z.number().int().min(1).max(100_000),
  days: z.number().int().min(1).max(36_500).nullable(),
});

/** When two identifiers are one customer, in one workspace. */
export const IdentityRules = z.object({
  limits: z
    .object({
      user_id: Limit.default({ most: 1, days: null }),
      loyalty_number: Limit.default({ most: 3, days: null }),
      email: Limit.default({ most: 5, days: 365 }),
      phone: Limit.default({ most: 5, days: 365 }),
      anonymous_id: Limit.default({ most: 200, days: null }),
      external_id: Limit.default({ most: 50, days: null }),
    })
    .prefault({}),
  /** An identifier that stands beside more user ids than this belongs to a device or a family, not to a customer. */
  sharedAbove: z.number().int().min(1).max(1_000).default(4),
  /** An identifier with more links than this is shown as an alarm. */
  alarmAbove: z.number().int().min(10).max(1_000_000).default(100),
  /** Values that belong to nobody in particular, as they are kept: e-mail in lower case, phone as +46701234567. */
  blockedValues: z.array(z.string().trim().min(1).max(320)).max(1_000).default([]),
  /** Mailboxes of roles: what stands before the @. */
  roleMailboxes: z
    .array(z.string().trim().toLowerCase().min(1).max(64))
    .max(200)
    .default([...roleMailboxes]),
});
export type IdentityRules = z.infer<typeof IdentityRules>;

export const IdentifierOfCustomer = z.object({
  key: z.string(),
  type: z.string(),
  value: z.string(),
  /** Joins nothing by itself, because it belongs to nobody in particular or to many. */
  apart: z.enum(['blocked', 'shared']).nullable(),
});

/** One line of the ledger of links, and whether it joins. */
export const IdentityLinkLine = z.object({
  a: z.string(),
  b: z.string(),
  rule: z.string(),
  /** `joins`, or why not. */
  state: z.enum(['joins', 'limit', 'shared', 'removed', 'blocked']),
  source: z.string(),
  /** The message that showed it, or the reason that a person gave. */
  evidence: z.string(),
  by: z.string().nullable(),
  at: z.string(),
  /** The customer on the other side, where the link does not join. */
  otherCustomer: z.string().nullable(),
});

export const CustomerIdentity = z.object({
  identifiers: z.array(IdentifierOfCustomer),
  links: z.array(IdentityLinkLine),
});

/** What a customer amounts to, for comparing before and after. */
export const CustomerSummary = z.object({
  key: z.string(),
  name: z.string().nullable(),
  identifiers: z.array(z.object({ key: z.string(), type: z.string(), value: z.string() })),
  orders: z.number().int(),
  values: z.array(z.object({ currency: z.string(), amountMinor: z.number() })),
  signals: z.number().int(),
  events: z.number().int(),
  lastScore: z.number().nullable(),
  lastQuestion: z.string().nullable(),
  lastSeenAt: z.string().nullable(),
});

export const IdentityPreview = z.object({
  before: z.array(CustomerSummary),
  after: z.array(CustomerSummary),
});

export const MatchEvidence = z.object({
  field: z.string(),
  a: z.string(),
  b: z.string(),
  level: z.enum(['unknown', 'differs', 'nearly', 'same']),
  /** For (above 0) or against one person, in bits. */
  weight: z.number(),
});

/** Two customers who are probably one. */
export const CustomerMatch = z.object({
  id: z.string(),
  probability: z.number(),
  state: z.enum(['proposed', 'linked', 'different']),
  foundAt: z.string(),
  a: CustomerSummary,
  b: CustomerSummary,
  evidence: z.array(MatchEvidence),
});
