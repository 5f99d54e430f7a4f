// Promise: whom a place belongs to. Reads unify's place tree; kept until a place changes.
import type { Announcements } from '../../platform/announcements/announcements.ts';
import type { Ledger } from '../../platform/stores/ledger.ts';
import { sql } from '../../platform/stores/sql.ts';
import { everyDay, type OpenOn, openDays, type WeekHours } from './open-days.ts';

export interface PlaceNode {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly parentId: string | null;
  readonly ownerId: string | null;
  readonly timeZone: string;
  readonly country: string | null;
  readonly hours: WeekHours | null;
  readonly target: number | null;
}

export interface PlaceTree {
  get(placeId: string | null): PlaceNode | null;
  /** The place itself, then its parent, up to the root. */
  line(placeId: string | null): PlaceNode[];
  readonly all: readonly PlaceNode[];
}

/** On which days a place is open; its country is its own, or that of the nearest place above it. */
export function openDaysAt(tree: PlaceTree, placeId: string | null): OpenOn {
  const line = tree.line(placeId);
  const [place] = line;
  if (!place) return everyDay;
  return openDays(place.hours, line.find(({ country }) => country !== null)?.country ?? null);
}

export interface PlaceTrees {
  of(workspaceId: string): Promise<PlaceTree>;
  stop(): void;
}

const keptMs = 30_000;

export function createPlaceTrees(ledger: Ledger, announcements: Announcements): PlaceTrees {
  const kept = new Map<string, { tree: Promise<PlaceTree>; until: number }>();
  const stop = announcements.subscribe('places.changed', () => kept.clear());
  return {
    stop,
    of(workspaceId) {
      const standing = kept.get(workspaceId);
      if (standing && standing.until > performance.now()) return standing.tree;
      const tree = readTree(ledger, workspaceId);
      kept.set(workspaceId, { tree, until: performance.now() + keptMs });
      tree.catch(() => kept.delete(workspaceId));
      return tree;
    },
  };
}

interface Row {
  id: string;
  code: string;
  name: string;
  parent_id: string | null;
  owner_id: string | null;
  time_zone: string;
  country: string | null;
  hours: WeekHours | null;
  target: number | null;
}

async function readTree(ledger: Ledger, workspaceId: string): Promise<PlaceTree> {
  const rows =
    await ledger.query<Row>(sql`select id, code, name, parent_id, owner_id, time_zone, country, hours, target
    from places where workspace_id = ${workspaceId}`);
  const nodes = new Map(rows.map((row) => [row.id, node(row)]));
  const get = (id: string | null) => (id === null ? null : (nodes.get(id) ?? null));
  return {
    get,
    all: [...nodes.values()],
    line(placeId) {
      const line: PlaceNode[] = [];
      for (let at = get(placeId); at !== null && !line.includes(at); at = get(at.parentId)) line.push(at);
      return line;
    },
  };
}

const node = (row: Row): PlaceNode => ({
  id: row.id,
  code: row.code,
  name: row.name,
  parentId: row.parent_id,
  ownerId: row.owner_id,
  timeZone: row.time_zone,
  country: row.country,
  hours: row.hours,
  target: row.target,
});

/** Ids of a place and everything below it. */
export const belowPlace = (tree: PlaceTree, placeId: string): string[] =>
  tree.all.filter((node) => tree.line(node.id).some((above) => above.id === placeId)).map((node) => node.id);
