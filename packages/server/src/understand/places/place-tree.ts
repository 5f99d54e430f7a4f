// The place tree as questions need it: what lies below what today and on any day before, and what things are called.
import type { Period } from '@lyhord/contract';
import type { PlaceWithTarget, Standing } from '../../unify/index.ts';
import { PastTrees } from './past-trees.ts';
import { always, type PlacesAsked } from './places-asked.ts';

export class PlaceTree {
  readonly places: ReadonlyMap<string, PlaceWithTarget>;
  readonly #children = new Map<string, string[]>();
  readonly #past: PastTrees;

  /** `moved`: where each place that was ever moved has stood, oldest first. */
  constructor(places: readonly PlaceWithTarget[], moved: readonly Standing[] = []) {
    this.#past = new PastTrees(places, moved);
    this.places = new Map(places.map((place) => [place.id, place]));
    for (const { id, parentId } of places) {
      if (parentId === null) continue;
      const siblings = this.#children.get(parentId) ?? [];
      siblings.push(id);
      this.#children.set(parentId, siblings);
    }
  }

  /** The place itself and everything below it; an unknown id gives itself alone. */
  below(placeId: string): string[] {
    const found = new Set([placeId]);
    for (const id of found) for (const child of this.#children.get(id) ?? []) found.add(child);
    return [...found];
  }

  /** The places themselves and what was below them on each of these days, or on any day. */
  belowDuring(placeIds: readonly string[], days?: Period): PlacesAsked {
    const past = this.#past.below(placeIds, days);
    return past ?? always([...new Set(placeIds.flatMap((id) => this.below(id)))]);
  }

  /** The place itself and everything above it, nearest first. */
  above(placeId: string): string[] {
    const found = new Set<string>();
    let at: string | null = placeId;
    while (at !== null && !found.has(at)) {
      found.add(at);
      at = this.places.get(at)?.parentId ?? null;
    }
    return [...found];
  }

  isLeaf(placeId: string): boolean {
    return (this.#children.get(placeId) ?? []).length === 0;
  }

  nameOf(placeId: string): string {
    return this.places.get(placeId)?.name ?? placeId;
  }
}
