// Promise: the place that an arriving item names is found without asking the ledger each time, and a change of the
// tree is heard at once.
import type { Announcements } from '../../platform/announcements/announcements.ts';
import type { Ledger } from '../../platform/stores/ledger.ts';
import { sql } from '../../platform/stores/sql.ts';

/** What an arriving item needs to know of its place. */
export interface PlaceOfCode {
  readonly id: string;
  readonly code: string;
  readonly timeZone: string;
  readonly currency: string | null;
  readonly country: string | null;
}

/** Places of one workspace by the code that data names; codes that differ only in case are one. */
export interface PlaceCodes {
  (code: string): PlaceOfCode | null;
  readonly all: readonly PlaceOfCode[];
}

interface Row {
  id: string;
  code: string;
  time_zone: string;
  currency: string | null;
  country: string | null;
}

export interface PlaceBook {
  codesOf(workspaceId: string): Promise<PlaceCodes>;
  stop(): void;
}

export function createPlaceBook(ledger: Ledger, announcements: Announcements): PlaceBook {
  const known = new Map<string, Promise<PlaceCodes>>();
  const stop = announcements.subscribe('places.changed', () => known.clear());
  return {
    stop,
    codesOf(workspaceId) {
      const codes = known.get(workspaceId) ?? readCodes(ledger, workspaceId);
      known.set(workspaceId, codes);
      codes.catch(() => known.delete(workspaceId));
      return codes;
    },
  };
}

async function readCodes(ledger: Ledger, workspaceId: string): Promise<PlaceCodes> {
  const rows = await ledger.query<Row>(sql`select id, code, time_zone, currency, country from places
    where workspace_id = ${workspaceId} order by archived desc`);
  return placeCodes(rows.map(({ time_zone: timeZone, ...row }) => ({ ...row, timeZone })));
}

/** Places by code; of two with the same code the later one. */
export function placeCodes(places: readonly PlaceOfCode[]): PlaceCodes {
  const exact = new Map<string, PlaceOfCode>();
  const folded = new Map<string, PlaceOfCode>();
  for (const place of places) {
    exact.set(place.code, place);
    folded.set(place.code.toLowerCase(), place);
  }
  const find = (code: string) => exact.get(code) ?? folded.get(code.trim().toLowerCase()) ?? null;
  return Object.assign(find, { all: places });
}
