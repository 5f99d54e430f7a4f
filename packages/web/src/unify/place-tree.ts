import { endpoints, type Place } from '@lyhord/contract';
import { useMemo } from 'react';
import { useReply } from '../client/queries.ts';

export interface PlaceNode {
  place: Place;
  depth: number;
  /** Names from the top down to the parent. */
  path: readonly string[];
  children: readonly PlaceNode[];
}

/** The tree in reading order, parents before children, siblings by name. Orphans stand at the top. */
export function placesInOrder(places: readonly Place[], language: string): PlaceNode[] {
  const known = new Set(places.map(({ id }) => id));
  const below = new Map<string | null, Place[]>();
  for (const place of places) {
    const parent = place.parentId && known.has(place.parentId) ? place.parentId : null;
    below.set(parent, [...(below.get(parent) ?? []), place]);
  }
  const sorter = new Intl.Collator(language);
  const grow = (parent: string | null, depth: number, path: readonly string[]): PlaceNode[] =>
    (below.get(parent) ?? [])
      .sort((a, b) => sorter.compare(a.name, b.name))
      .map((place) => ({
        place,
        depth,
        path,
        children: grow(place.id, depth + 1, [...path, place.name]),
      }));
  const flatten = (nodes: readonly PlaceNode[]): PlaceNode[] =>
    nodes.flatMap((node) => [node, ...flatten(node.children)]);
  return flatten(grow(null, 0, []));
}

/** What places are called where they stand without their tree: one that shares its name says what it is part of. */
export function distinctNames(places: readonly Place[]): Readonly<Record<string, string>> {
  const nameOf = new Map(places.map(({ id, name }) => [id, name]));
  const named = new Map<string, number>();
  for (const { name } of places) named.set(name, (named.get(name) ?? 0) + 1);
  return Object.fromEntries(
    places.map(({ id, name, parentId }) => {
      const above = named.get(name)! > 1 && parentId ? nameOf.get(parentId) : undefined;
      return [id, above ? `${name} (${above})` : name];
    }),
  );
}

/** The goal that counts at a place: its own, else that of the nearest place above it; undefined where none has one. */
export function goalAt(
  placeId: string | null | undefined,
  byId: ReadonlyMap<string, Pick<Place, 'target' | 'parentId'>>,
): number | undefined {
  const place = placeId ? byId.get(placeId) : undefined;
  return place && (place.target ?? goalAt(place.parentId, byId));
}

export function usePlaces(language = 'sv'): { nodes: PlaceNode[]; byId: ReadonlyMap<string, Place> } {
  const { data } = useReply(endpoints.listPlaces);
  return useMemo(() => {
    const places = (data?.places ?? []).filter(({ archived }) => !archived);
    return {
      nodes: placesInOrder(places, language),
      byId: new Map(places.map((place) => [place.id, place])),
    };
  }, [data, language]);
}
