import type { ServedIdentifiers } from '../../unify/index.ts';
import { joinTallies, type TallyRow } from './joined-tallies.ts';
import type { StoredRow } from './served-store.ts';
import { traitsAt } from './traits-at.ts';

type Identity = readonly [type: string, value: string, namespace: string];
type Trait = readonly [name: string, value: string, sourceId: string, at: number | string];

/** A customer's identifiers as they are served; null where one of them is not. */
export function readStored(
  stored: ReadonlyMap<string, StoredRow>,
  identifierKeys: readonly string[],
  { currency, freshAt }: { readonly currency: string; readonly freshAt: Date },
  now: Date,
): ServedIdentifiers | null {
  const identifiers: ServedIdentifiers['identifiers'][number][] = [];
  const traits: ServedIdentifiers['traits'][number][] = [];
  const tallies: TallyRow[] = [];
  for (const key of identifierKeys) {
    const row = stored.get(key);
    if (!row?.identity) return null;
    const [type, value, namespace] = JSON.parse(row.identity) as Identity;
    identifiers.push({ identifier_key: key, type: type as never, value, namespace });
    if (row.traits) {
      for (const [name, said, source_id, at] of JSON.parse(row.traits) as Trait[])
        traits.push({ identifier_key: key, name, value: said, source_id, at: Number(at) });
    }
    if (row.tallies) tallies.push(...(JSON.parse(row.tallies) as TallyRow[]));
  }
  const joined = joinTallies(tallies);
  return { identifiers, traits, computed: joined && traitsAt(joined, now.getTime(), currency), freshAt };
}
