// Promise: of what a source sends that demands a purpose, only what its customer has allowed for it is kept, whichever of
// their identifiers it was allowed under.
import type { AskedPurpose } from '@lyhord/contract';
import type { Ledger } from '../../platform/stores/ledger.ts';
import { type Arrival, refuse } from '../arrivals/arrival.ts';
import { type Batch, open } from '../pipeline/batch.ts';
import { noteIdentity } from '../pipeline/note-identity.ts';
import { type Newest, newestConsents } from './consent-store.ts';

/** All identifiers of the customer behind one, itself among them. */
export type MembersOf = (workspaceId: string, identifierKey: string) => readonly string[];

/** Refuses items of customers who have not allowed what the source demands; says what would be right. */
export async function demandPurpose(batch: Batch, ledger: Ledger, membersOf: MembersOf): Promise<void> {
  const { demands, workspaceId } = batch;
  const arrivals = demands === null ? [] : open(batch);
  if (demands === null || arrivals.length === 0) return;
  noteIdentity(batch);
  const members = arrivals.map((arrival) => membersOfArrival(arrival, workspaceId, membersOf));
  const said = await newestConsents(ledger, workspaceId, [demands, 'service'], [...new Set(members.flat())]);
  for (const [index, arrival] of arrivals.entries())
    if (!isAllowed(arrival, demands, members[index]!, said)) refuseUnallowed(arrival, demands);
}

function membersOfArrival(arrival: Arrival, workspaceId: string, membersOf: MembersOf): string[] {
  const own = arrival.identifiers.map(({ key }) => key.text);
  if (arrival.customer !== null) own.push(arrival.customer.text);
  return own.flatMap((key) => [key, ...membersOf(workspaceId, key)]);
}

/** What was said last counts; who refuses service is restricted, and has allowed nothing. */
function isAllowed(
  { draft }: Arrival,
  demands: AskedPurpose,
  members: readonly string[],
  said: readonly Newest[],
): boolean {
  const own = new Set(members);
  const last = (purpose: string) => said.find((one) => one.purpose === purpose && own.has(one.identifierKey));
  if (last('service')?.allowed === false) return false;
  const here =
    draft?.noun === 'event' ? draft.purposes?.find(({ purpose }) => purpose === demands) : undefined;
  return here?.allowed ?? last(demands)?.allowed ?? false;
}

function refuseUnallowed(arrival: Arrival, demands: AskedPurpose): void {
  const isEvent = arrival.noun === 'event';
  refuse(arrival, {
    reason: 'no_consent',
    ...(isEvent ? { field: 'context.consent.categoryPreferences' } : {}),
    detail:
      `This source keeps only what customers have allowed for ${demands}, and this customer has not. ` +
      `Send it again once they have${isEvent ? `, or with ${demands}: true in the message's consent` : ''}.`,
  });
}
