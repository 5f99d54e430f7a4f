// Of which kinds of events, and of answers to which questions, histories are kept.
import { commonMetrics } from '@lyhord/contract';
import { type Sql, sql } from '../../platform/stores/sql.ts';

/** Kinds of which every moment is kept, with the one before and the one after of the same customer. */
export const momentKinds = ['order_placed', 'ticket_opened'] as const;
/** Kinds of which the first moment of each day is kept, with the days on which `followingKind` came after it. */
export const firstOfDayKinds = ['page_viewed'] as const;
export const followingKind = 'order_placed';
/** Kinds of which amounts and margins are kept, by currency. */
export const amountKinds = ['order_placed', 'cost_to_serve'] as const;
/** Questions of which the days of unfavourable answers are kept. */
export const questionsKept = commonMetrics;
export const allKinds = [...new Set([...momentKinds, ...firstOfDayKinds, ...amountKinds])];

export const kindIn = (kinds: readonly string[]): Sql => sql`kind in ${sql.list(kinds, 'String')}`;
