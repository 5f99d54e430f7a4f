// The place tree as questions need it: what lies below what, and what things are called.
import type { PlaceWithTarget } from '../../unify/index.ts';

export class PlaceTree {
  readonly places: ReadonlyMap<string, PlaceWithTarget>;
  readonly #children = new Map<string, string[]>();

  constructor(places: readonly PlaceWithTarget[]) {
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
