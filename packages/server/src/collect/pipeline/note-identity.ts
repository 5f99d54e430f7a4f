import type { Identifier } from '@lyhord/contract';
import { quoted } from '../../platform/http/input.ts';
import type { Arrival } from '../arrivals/arrival.ts';
import type { KeyedIdentifier } from '../identifiers/keyring.ts';
import { byStrength, normaliseIdentifier } from '../identifiers/normalise-identifier.ts';
import { type Batch, open } from './batch.ts';

/** Gives each item the keys of its identifiers, strongest first; values that name nobody are left out and said. */
export function noteIdentity(batch: Batch): void {
  for (const arrival of open(batch)) {
    const draft = arrival.draft!;
    const named = draft.noun === 'event' ? draft.event.identifiers : draft.signal.identifiers;
    arrival.identifiers = keyed(batch, arrival, named);
  }
}

function keyed(batch: Batch, arrival: Arrival, named: readonly Identifier[]): KeyedIdentifier[] {
  const known = new Map<string, KeyedIdentifier>();
  for (const [index, identifier] of named.entries()) {
    const normal = normaliseIdentifier(identifier, arrival.place?.country);
    if ('wrong' in normal) {
      const field = `identifiers[${index}].value`;
      const detail = `The ${identifier.type} ${quoted(identifier.value)} was left out; it should be ${normal.wrong}.`;
      arrival.remark ??= { reason: 'identifier_left_out', field, detail };
      continue;
    }
    const key = batch.keyring.keyOf(normal.identifier);
    if (!known.has(key.text)) known.set(key.text, { ...normal.identifier, key });
  }
  return [...known.values()].sort(byStrength);
}
