// Promise: whatever names a company stands beside it once, with who acted for it; an event of nobody's company costs nothing.
import type { Draft } from '../arrivals/arrival.ts';
import type { KeyedAccount } from '../identifiers/keyring.ts';
import type { Key64 } from '../keys/key64.ts';
import type { PlaceOfCode } from '../places/place-codes.ts';
import type { CommitRows } from './commit-rows.ts';
import type { RowContext } from './row-context.ts';

/** What was done or said for a company. */
export interface AccountFact {
  readonly account: KeyedAccount;
  /** Key of the event or signal. */
  readonly key: Key64;
  /** The event's kind, or `signal`. */
  readonly kind: string;
  readonly customer: Key64 | null;
  readonly place: PlaceOfCode | null;
  readonly happenedAt: number;
  readonly reference: string | null;
  readonly amountMinor: number | null;
  readonly currency: string | null;
  /** JSON of what a `group` message says of the company, or an event of its contract. */
  readonly details: string;
}

export function writeAccountFact(
  fact: AccountFact,
  { workspaceId, commitNo, sourceId }: RowContext,
  { account_facts: facts }: Pick<CommitRows, 'account_facts'>,
): void {
  const { column } = facts;
  column.workspace_id.add(workspaceId);
  column.commit_no.add(commitNo);
  column.source_id.add(sourceId);
  column.account_key.add(fact.account.key);
  column.account_id.add(fact.account.id);
  column.fact_id.add(fact.key);
  column.kind.add(fact.kind);
  column.identifier_key.add(fact.customer);
  column.place_id.add(fact.place === null ? '' : fact.place.id);
  column.happened_at.add(fact.happenedAt);
  column.reference.add(fact.reference ?? '');
  column.amount_minor.add(fact.amountMinor);
  column.currency.add(fact.currency ?? '');
  column.details.add(fact.details);
  facts.rowDone();
}

/** A signal as a fact of the company that it was said for. */
export function signalFact(
  { signal, happenedAt }: Extract<Draft, { noun: 'signal' }>,
  account: KeyedAccount,
  about: Pick<AccountFact, 'key' | 'customer' | 'place'>,
): AccountFact {
  return {
    ...{ ...about, account, kind: 'signal', happenedAt, reference: signal.reference ?? null },
    ...{ amountMinor: null, currency: null, details: '{}' },
  };
}
