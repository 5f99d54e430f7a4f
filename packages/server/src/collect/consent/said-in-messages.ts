import type { Arrival } from '../arrivals/arrival.ts';
import type { Batch } from '../pipeline/batch.ts';
import type { ConsentSaid } from './consent-store.ts';

/** What a message says of one purpose. */
export type Said = ConsentSaid & { readonly arrival: Arrival };

/** What messages say of consent, in order of time; of a yes and a no at one moment the no counts, and of what came without a time the last. */
export function saidIn(arrivals: readonly Arrival[], { sourceId, reading }: Batch): Said[] {
  const kept = new Map<string, Said>();
  for (const one of arrivals.flatMap((arrival) => saidBy(arrival, sourceId))) {
    const at = one.at.getTime();
    const name = `${one.identifierKey}|${one.purpose}|${at}`;
    if (!kept.has(name) || at === reading.receivedAt || !one.allowed) kept.set(name, one);
  }
  return [...kept.values()].sort((a, b) => a.at.getTime() - b.at.getTime());
}

function saidBy(arrival: Arrival, source: string): Said[] {
  const { draft, identifiers } = arrival;
  const identifierKey = identifiers[0]?.key.text;
  if (identifierKey === undefined || draft?.noun !== 'event') return [];
  const at = new Date(draft.event.happenedAt);
  return (draft.purposes ?? []).map(({ purpose, allowed }) => ({
    ...{ arrival, identifierKey, purpose, allowed, at, channel: '', wording: '', source },
  }));
}
