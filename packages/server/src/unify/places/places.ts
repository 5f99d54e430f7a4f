// Use cases of the place tree: a tree without loops, codes that are unique, times that exist.
import type { PlaceInput } from '@lyhord/contract';
import { type Access, ledgerPlaceScope, type Viewer } from '../../access/index.ts';
import { isTimeZone } from '../../collect/index.ts';
import { because, Problem } from '../../platform/http/problem.ts';
import type { Platform } from '../../platform/platform.ts';
import type { Ledger } from '../../platform/stores/ledger.ts';
import { type PlaceWithTarget, placeStore, type Standing } from './place-store.ts';

/** Fields to change; what is left out or undefined stays. */
export type PlaceChange = {
  readonly [Field in keyof PlaceInput | 'archived' | 'target']?: PlaceWithTarget[Field] | undefined;
};

export interface Places {
  /** The places that the viewer may see, in tree order, brothers by name. */
  listPlaces(viewer: Viewer): Promise<PlaceWithTarget[]>;
  createPlace(viewer: Viewer, input: PlaceInput): Promise<PlaceWithTarget>;
  changePlace(viewer: Viewer, id: string, change: PlaceChange): Promise<PlaceWithTarget>;
  /**
   * Makes many at once; `parentId` may be the code or the id of another. A code that exists is left as it is.
   * Returns ids by code.
   */
  createPlaces(workspaceId: string, inputs: readonly PlaceInput[]): Promise<Map<string, string>>;
  /** Ids of a place and everything below it, now or as the tree stood at a moment. */
  subtreeOf(workspaceId: string, placeId: string, at?: Date): Promise<string[]>;
  /** Where each place that was ever moved has stood, oldest first; nothing of those that stand where they began. */
  standingsOf(workspaceId: string): Promise<Standing[]>;
}

export function createPlacesUseCases(platform: Platform, access: Access): Places {
  const { ledger, clock, ids, announcements } = platform;
  const changed = (workspaceId: string) => announcements.announce('places.changed', { workspaceId });
  return {
    async listPlaces(viewer) {
      const places = await placeStore.list(ledger, viewer.workspaceId, ledgerPlaceScope(viewer, 'id'));
      return inTreeOrder(places);
    },

    async createPlace(viewer, input) {
      await checkOwner(access, viewer.workspaceId, input.ownerId);
      const place = { ...input, id: ids.next(), archived: false, target: input.target ?? null };
      await ledger.transaction(async (tx) => {
        await placeStore.lock(tx, viewer.workspaceId);
        await check(tx, viewer.workspaceId, place);
        await placeStore.insert(tx, viewer.workspaceId, place, clock.now());
      });
      await access.audit(viewer, 'place.created', `place:${place.id}`, place.name);
      changed(viewer.workspaceId);
      return place;
    },

    async changePlace(viewer, id, change) {
      const { workspaceId } = viewer;
      // one who has left since may stay
      const standing = await placeStore.find(ledger, workspaceId, id);
      if (change.ownerId !== standing?.ownerId) await checkOwner(access, workspaceId, change.ownerId);
      const place = await ledger.transaction(async (tx) => {
        await placeStore.lock(tx, workspaceId);
        const before = await placeStore.find(tx, workspaceId, id);
        if (!before) throw new Problem('not_found', { detail: `There is no place "${id}".` });
        const after = { ...before, ...withoutUndefined(change) };
        await check(tx, workspaceId, after);
        await placeStore.update(tx, workspaceId, after);
        if (after.parentId !== before.parentId) {
          await placeStore.move(tx, workspaceId, id, after.parentId, clock.now());
        }
        return after;
      });
      await access.audit(viewer, 'place.changed', `place:${id}`, Object.keys(change).join(', '));
      changed(workspaceId);
      return place;
    },

    async createPlaces(workspaceId, inputs) {
      const codes = await ledger.transaction(async (tx) => {
        await placeStore.lock(tx, workspaceId);
        const known = await placeStore.idsByCode(tx, workspaceId);
        for (const input of parentsFirst(inputs)) {
          if (known.has(input.code)) continue;
          const parentId = input.parentId === null ? null : (known.get(input.parentId) ?? input.parentId);
          const place = { ...input, parentId, id: ids.next(), archived: false, target: input.target ?? null };
          await placeStore.insert(tx, workspaceId, place, clock.now());
          known.set(place.code, place.id);
        }
        return known;
      });
      changed(workspaceId);
      return codes;
    },

    subtreeOf: (workspaceId, placeId, at) => placeStore.subtree(ledger, workspaceId, placeId, at),
    standingsOf: (workspaceId) => placeStore.standings(ledger, workspaceId),
  };
}

/** A place belongs to somebody who works here; a person of another workspace is nobody. */
async function checkOwner(access: Access, workspaceId: string, ownerId: string | null | undefined) {
  if (ownerId === null || ownerId === undefined) return;
  if ((await access.member(workspaceId, ownerId))?.active) return;
  throw new Problem('invalid_input', {
    detail: `ownerId is ${JSON.stringify(ownerId.slice(0, 60))}, but should be an active person of this workspace.`,
  });
}

async function check(tx: Ledger, workspaceId: string, place: PlaceWithTarget): Promise<void> {
  const wrong = (path: string, received: unknown, expected: string) =>
    new Problem('invalid_input', {
      detail: `${path} is ${JSON.stringify(received)}, but should be ${expected}.`,
      fields: [{ path: `body.${path}`, received: JSON.stringify(received), expected }],
    });
  if (!isTimeZone(place.timeZone)) {
    throw wrong('timeZone', place.timeZone, 'a time zone such as "Europe/Stockholm"');
  }
  const codes = await placeStore.idsByCode(tx, workspaceId);
  const taken = codes.get(place.code);
  if (taken && taken !== place.id) {
    throw new Problem('duplicate', because('place_code_taken', { code: place.code }));
  }
  if (place.parentId === null) return;
  if (![...codes.values()].includes(place.parentId)) {
    throw wrong('parentId', place.parentId, 'the id of a place that exists');
  }
  const below = await placeStore.subtree(tx, workspaceId, place.id);
  if (place.parentId === place.id || below.includes(place.parentId)) {
    throw wrong('parentId', place.parentId, 'a place that does not stand below this one');
  }
}

function withoutUndefined<T extends object>(change: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) as never;
}

/** Inputs so ordered that a parent named by its code comes before its children. */
function parentsFirst<T extends { code: string; parentId: string | null }>(inputs: readonly T[]): T[] {
  const byCode = new Map(inputs.map((input) => [input.code, input]));
  const done = new Set<string>();
  const ordered: T[] = [];
  const add = (input: T, above: ReadonlySet<string>) => {
    if (done.has(input.code) || above.has(input.code)) return;
    const parent = input.parentId === null ? undefined : byCode.get(input.parentId);
    if (parent) add(parent, new Set([...above, input.code]));
    done.add(input.code);
    ordered.push(input);
  };
  for (const input of inputs) add(input, new Set());
  return ordered;
}

const collator = new Intl.Collator('sv', { numeric: true });

function inTreeOrder(places: readonly PlaceWithTarget[]): PlaceWithTarget[] {
  const ids = new Set(places.map((place) => place.id));
  const children = new Map<string | null, PlaceWithTarget[]>();
  for (const place of [...places].sort((a, b) => collator.compare(a.name, b.name))) {
    const above = place.parentId !== null && ids.has(place.parentId) ? place.parentId : null;
    children.set(above, [...(children.get(above) ?? []), place]);
  }
  const ordered: PlaceWithTarget[] = [];
  const walk = (parent: string | null) => {
    for (const place of children.get(parent) ?? []) {
      ordered.push(place);
      walk(place.id);
    }
  };
  walk(null);
  return ordered;
}
