import { refuse } from '../arrivals/arrival.ts';
import { type Batch, open } from './batch.ts';

/** Drops what the customer has not allowed to be used. */
export function dropWithoutConsent(batch: Batch): void {
  for (const arrival of open(batch)) {
    if (arrival.draft?.noun !== 'event' || arrival.draft.consent) continue;
    refuse(arrival, {
      reason: 'no_consent',
      field: 'context.consent.categoryPreferences',
      detail: 'The customer has not consented to analytics, so the message was not kept.',
    });
  }
}
