import { z } from 'zod';

/** What a customer may be asked to allow. Service is what the company owes anyway and needs no consent. */
export const purposes = ['service', 'analytics', 'marketing', 'profiling'] as const;
export const Purpose = z.enum(purposes);
export type Purpose = z.infer<typeof Purpose>;
/** Those that a customer can be asked for. */
export const askedPurposes = ['analytics', 'marketing', 'profiling'] as const;
export const AskedPurpose = z.enum(askedPurposes);
export type AskedPurpose = z.infer<typeof AskedPurpose>;

/** Kinds of data that may go when they are old. */
export const retentionKinds = ['events', 'texts', 'refusals', 'imports', 'logs', 'audit'] as const;
export type RetentionKind = (typeof retentionKinds)[number];

const keptDays = z.number().int().min(1).max(36_500).nullable();
/** Days for which each kind of data is kept; null keeps it. Counts that were made of it stay. */
export const Retention = z.object({
  events: keptDays.describe('what customers did, with the lines of their orders'),
  texts: keptDays.describe('what customers wrote; scores, topics and counts stay'),
  refusals: z.number().int().min(1).max(90).describe('items that were refused'),
  imports: keptDays.describe('originals of files that wait to be loaded'),
  logs: keptDays.describe('runs of connectors and repeated readings of refused items'),
  audit: keptDays.describe('who did what'),
});
export type Retention = z.infer<typeof Retention>;

export const RetentionCount = z.object({
  kind: z.enum(retentionKinds),
  before: z.string().nullable().describe('what is older goes; null keeps all'),
  rows: z.number().int(),
});
export type RetentionCount = z.infer<typeof RetentionCount>;

/** Tables of which each row can belong to a customer; receipts say in the reader's language what they hold. */
export type PersonalTableName =
  | 'account_facts'
  | 'act_events'
  | 'answers'
  | 'audit_entries'
  | 'case_entries'
  | 'case_signals'
  | 'cases'
  | 'consents'
  | 'customer_histories'
  | 'customer_matches'
  | 'customer_moments'
  | 'customer_samples'
  | 'customer_states'
  | 'customer_tallies'
  | 'digest_items'
  | 'erased_keys'
  | 'events'
  | 'household_pairs'
  | 'identifiers'
  | 'identity_links'
  | 'imports'
  | 'key_customers'
  | 'mails'
  | 'mention_corrections'
  | 'mentions'
  | 'order_lines'
  | 'pgboss.archive'
  | 'pgboss.job'
  | 'profile_keys'
  | 'refusals'
  | 'served_identifiers'
  | 'signal_texts'
  | 'signals'
  | 'suppressions'
  | 'survey_invitations'
  | 'survey_responses'
  | 'themes'
  | 'traits'
  | 'withheld_keys';

/** What a receipt names as out of reach, for the reader's language to say. */
export const beyondReach = ['backups', 'sent_mail', 'own_logs', 'ledger_server', 'warehouse_server'] as const;

export const ErasureReceipt = z.object({
  erased: z
    .array(z.object({ store: z.string(), table: z.string(), holds: z.string(), rows: z.number() }))
    .describe('every table that held something of the customer, and how many rows went'),
  stays: z
    .array(z.object({ table: z.string(), why: z.string(), rows: z.number() }))
    .describe('keyed hashes that stay, and what for'),
  searched: z.number().describe('tables of both stores that were looked through'),
  rowsLeft: z.number().describe('rows found afterwards; 0'),
  daysCounted: z.number().describe('days whose counts were made again without the customer'),
  disk: z.object({
    partsDropped: z.number(),
    tablesRewritten: z.number(),
    logSegmentsReplaced: z.boolean(),
    files: z.number(),
    logLines: z.number(),
  }),
  beyond: z
    .array(
      z.object({
        what: z.enum(beyondReach),
        until: z.string().nullable().describe('when it expires; null where that is not in our hands'),
      }),
    )
    .describe('what this could not reach'),
  seconds: z.number(),
});
export type ErasureReceipt = z.infer<typeof ErasureReceipt>;

export const PrivacyRequest = z.object({
  id: z.string(),
  kind: z.enum(['erasure', 'access']),
  state: z.enum(['waiting', 'running', 'done', 'failed']),
  subject: z.string().describe('keyed hash of the customer; says nothing once they are erased'),
  askedBy: z.string().nullable(),
  receivedAt: z.string(),
  dueAt: z.string().describe('30 days after it was received'),
  finishedAt: z.string().nullable(),
  progress: z.number().describe('0 to 1'),
  receipt: ErasureReceipt.nullable(),
  problem: z.string().nullable(),
});
export type PrivacyRequest = z.infer<typeof PrivacyRequest>;
