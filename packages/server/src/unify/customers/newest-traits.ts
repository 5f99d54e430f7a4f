import type { CustomerPage } from '@lyhord/contract';
import type { z } from 'zod';
import type { Viewer } from '../../access/index.ts';
import type { TraitRow } from './customer-store.ts';
import { isoOf } from './moments.ts';
import { isWithheldTrait } from './withheld-trait.ts';

/** The newest value of each trait of a customer, as far as the viewer may see it; of two at the same moment the one of the smaller identifier. */
export function newestTraits(
  viewer: Viewer,
  rows: readonly TraitRow[],
  sources: ReadonlyMap<string, string>,
): z.infer<typeof CustomerPage>['traits'] {
  const newest = new Map<string, TraitRow>();
  for (const row of rows) {
    const known = newest.get(row.name);
    if (!known || isNewer(row, known)) newest.set(row.name, row);
  }
  return [...newest.values()]
    .filter((trait) => !isWithheldTrait(viewer, trait))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ name, value, source_id, happened_at }) => ({
      name,
      value,
      source: sources.get(source_id) ?? source_id,
      at: isoOf(happened_at) ?? '',
    }));
}

const isNewer = (one: TraitRow, other: TraitRow): boolean =>
  one.happened_at > other.happened_at ||
  (one.happened_at === other.happened_at && BigInt(one.identifier_key) < BigInt(other.identifier_key));
