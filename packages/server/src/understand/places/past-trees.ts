// Promise: the place tree of any day, though places were moved since. The day of a move belongs to the new parent.
import type { Period } from '@lyhord/contract';
import { timeZone } from '../../collect/index.ts';
import type { PlaceWithTarget, Standing } from '../../unify/index.ts';
import { always, type PlacesAsked, type Spell } from './places-asked.ts';

interface Stood {
  readonly from: string;
  readonly parentId: string | null;
}
/** Before every day. */
const beginning = '';

export class PastTrees {
  readonly #places: readonly PlaceWithTarget[];
  /** Of each place that was moved: its parents with the first day of each, oldest first. */
  readonly #stood = new Map<string, Stood[]>();
  /** Days on which something moved, in order. */
  readonly #moves: readonly string[];

  constructor(places: readonly PlaceWithTarget[], moved: readonly Standing[]) {
    this.#places = places;
    const zones = new Map(places.map((place) => [place.id, place.timeZone]));
    const moves = new Set<string>();
    for (const { placeId, parentId, since } of moved) {
      const stood = this.#stood.get(placeId) ?? [];
      const from =
        stood.length === 0 ? beginning : timeZone(zones.get(placeId) ?? 'UTC').local(since.getTime()).day;
      if (from !== beginning) moves.add(from);
      this.#stood.set(placeId, [...stood, { from, parentId }]);
    }
    this.#moves = [...moves].sort();
  }

  /** Null where nothing was moved since the first of these days: then today's tree holds for all of them. */
  below(placeIds: readonly string[], days?: Period): PlacesAsked | null {
    const first = days?.from ?? beginning;
    if (this.#moves.every((day) => day <= first)) return null;
    const cuts = this.#moves.filter((day) => day > first && (days === undefined || day <= days.to));
    const starts = [first, ...cuts];
    return asked(
      starts.map((day) => this.#belowOn(placeIds, day)),
      cuts,
    );
  }

  #belowOn(placeIds: readonly string[], day: string): ReadonlySet<string> {
    const children = new Map<string | null, string[]>();
    for (const { id, parentId } of this.#places) {
      const parent = this.#parentOn(id, parentId, day);
      const siblings = children.get(parent);
      if (siblings) siblings.push(id);
      else children.set(parent, [id]);
    }
    const found = new Set(placeIds);
    for (const id of found) for (const child of children.get(id) ?? []) found.add(child);
    return found;
  }

  #parentOn(id: string, today: string | null, day: string): string | null {
    const stood = this.#stood.get(id);
    return stood ? (stood.findLast(({ from }) => from <= day) ?? stood[0]!).parentId : today;
  }
}

/** What belonged in each stretch between the cuts, as one answer; stretches that touch become one spell. */
function asked(stretches: readonly ReadonlySet<string>[], cuts: readonly string[]): PlacesAsked {
  const ids = [...new Set(stretches.flatMap((stretch) => [...stretch]))];
  const throughout = ids.filter((id) => stretches.every((stretch) => stretch.has(id)));
  if (throughout.length === ids.length) return always(ids);
  const some = ids.filter((id) => !throughout.includes(id));
  const spells = new Map<string, Spell & { ids: string[] }>();
  for (const id of some) {
    for (const [start, end] of runs(stretches.map((stretch) => stretch.has(id)))) {
      const key = `${start}-${end}`;
      const [from, before] = [cuts[start - 1] ?? null, cuts[end] ?? null];
      const spell = spells.get(key) ?? { ids: [], from, before };
      spell.ids.push(id);
      spells.set(key, spell);
    }
  }
  return { ids, throughout, spells: [...spells.values()] };
}

/** First and last index of each run of true. */
function runs(belongs: readonly boolean[]): [number, number][] {
  const found: [number, number][] = [];
  belongs.forEach((belonged, index) => {
    if (!belonged) return;
    const last = found.at(-1);
    if (last && last[1] === index - 1) last[1] = index;
    else found.push([index, index]);
  });
  return found;
}
