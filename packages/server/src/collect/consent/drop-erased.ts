import { refuse } from '../arrivals/arrival.ts';
import { type Batch, open } from '../pipeline/batch.ts';
import { noteIdentity } from '../pipeline/note-identity.ts';
import { type ErasedKeys, erasedMessage } from './erased-keys.ts';

/** What is said of an item of somebody who was erased. */
export const ofErased = {
  reason: 'erased',
  detail: 'The customer was erased on request, so nothing about them is kept.',
};

/** Refuses items of customers who were erased; nothing of such an item is kept, not even among the refused. */
export function dropErased(batch: Batch, erased: ErasedKeys): void {
  const hashes = erased.of(batch.workspaceId);
  if (hashes === null) return;
  noteIdentity(batch);
  for (const arrival of open(batch)) {
    const customer = arrival.customer === null ? [] : [arrival.customer];
    const known = [...arrival.identifiers.map(({ key }) => key), ...customer];
    const isErased =
      known.some(({ text }) => hashes.has(text)) ||
      hashes.has(erasedMessage(batch.keyring, arrival.key!.text));
    if (!isErased) continue;
    refuse(arrival, ofErased);
  }
}
