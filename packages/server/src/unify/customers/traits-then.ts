// Promise: beside what a customer said stands what was known of them then, where it is something else today.
import type { Viewer } from '../../access/index.ts';
import type { CustomerStore } from './customer-store.ts';
import { isWithheldTrait } from './withheld-trait.ts';

type Known = { name: string; value: string };

/** By signal: the traits that are others today (`now`), as far as the viewer may see them. */
export async function traitsThen(
  store: CustomerStore,
  viewer: Viewer,
  keys: readonly string[],
  signalIds: readonly string[],
  now: readonly Known[],
): Promise<ReadonlyMap<string, Known[]>> {
  if (signalIds.length === 0 || now.length === 0) return new Map();
  const today = new Map(now.map(({ name, value }) => [name, value]));
  const rows = await store.traitsThen(viewer.workspaceId, keys, signalIds);
  const found = new Map<string, Known[]>();
  for (const { signal_id: id, name, value } of rows) {
    if (today.get(name) === value) continue;
    if (isWithheldTrait(viewer, { name, value })) continue;
    found.set(id, [...(found.get(id) ?? []), { name, value }]);
  }
  return found;
}
