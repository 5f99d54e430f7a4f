import { type TimeZone, timeZone } from '../moments/time-zone.ts';
import type { PlaceOfCode } from '../places/place-codes.ts';

/** What all rows of one batch in one group commit have in common. */
export interface RowContext {
  readonly workspaceId: string;
  readonly sourceId: string;
  readonly commitNo: number;
  /** The import that the rows belong to, which may be taken back as a whole; '' for all others. */
  readonly importId: string;
  /** When the batch was received, in milliseconds since 1970. */
  readonly knownAt: number;
  readonly zoneOf: (place: PlaceOfCode | null) => TimeZone;
}

export function zoneOfPlace(workspaceZone: string): RowContext['zoneOf'] {
  const own = timeZone(workspaceZone);
  return (place) => (place ? timeZone(place.timeZone) : own);
}
