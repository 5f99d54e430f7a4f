import type { Identifier } from '@lyhord/contract';
import { quoted } from '../../platform/http/input.ts';
import type { Arrival } from '../arrivals/arrival.ts';
import type { KeyedIdentifier } from '../identifiers/keyring.ts';
import { byStrength } from '../identifiers/normalise-identifier.ts';
import { sameKey } from '../keys/key64.ts';
import { type Batch, open } from './batch.ts';

/** Gives each item the keys of its identifiers, strongest first; values that name nobody are left out and said. */
export function noteIdentity(batch: Batch): void {
  for (const arrival of open(batch)) {
    const draft = arrival.draft!;
    const named = draft.noun === 'event' ? draft.event.identifiers : draft.signal.identifiers;
    if (named.length > 0) arrival.identifiers = keyed(batch, arrival, named);
    const account = draft.noun === 'event' ? draft.event.account : draft.signal.account;
    if (account) arrival.account = batch.keyring.account(account);
  }
}

function keyed(batch: Batch, arrival: Arrival, named: readonly Identifier[]): KeyedIdentifier[] {
  const known: KeyedIdentifier[] = [];
  for (let index = 0; index < named.length; index += 1) {
    const identifier = named[index]!;
    const read = batch.keyring.read(identifier, arrival.place?.country);
    if ('wrong' in read) {
      const field = `identifiers[${index}].value`;
      const detail = `The ${identifier.type} ${quoted(identifier.value)} was left out; it should be ${read.wrong}.`;
      arrival.remark ??= { reason: 'identifier_left_out', field, detail };
    } else insert(known, read);
  }
  return known;
}

/** Puts an identifier behind all that are as strong; not twice. */
function insert(known: KeyedIdentifier[], one: KeyedIdentifier): void {
  for (const standing of known) if (sameKey(standing.key, one.key)) return;
  let at = known.length;
  for (; at > 0 && byStrength(one, known[at - 1]!) < 0; at -= 1) known[at] = known[at - 1]!;
  known[at] = one;
}
