import type { PlaceCodes } from '../places/place-codes.ts';
import type { ReadItem } from './arrival.ts';

/** What a reader knows beside the item itself. */
export interface Reading {
  readonly receivedAt: number;
  readonly placeOf: PlaceCodes;
  /** The workspace's zone and currency, for items that name no place. */
  readonly timeZone: string;
  readonly currency: string;
  /** A new id that nobody has, for messages that bring none. */
  readonly newId: () => string;
}

/** Reads the meaning of one raw item; never throws for what the item holds. */
export type Reader = (raw: unknown, reading: Reading) => ReadItem;
