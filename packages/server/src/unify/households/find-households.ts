// Promise: customers of one last name who share an address or a phone are pairs, once each; a house full of strangers of
// one name (a dormitory, an office) is none.
import type { CustomerRecords } from '../matching/customer-records.ts';
import type { MatchRecord } from '../matching/match-scheme.ts';
import type { Shares } from './household-store.ts';

export interface FoundPair {
  readonly keyA: string;
  readonly keyB: string;
  readonly shares: readonly Shares[];
}

/** More of one name under one roof are no family that could be told. */
const largestHousehold = 8;
/** Numbers are compared by their end: sources write countries in different ways. */
const endDigits = 8;

/** `phonesOf` gives further numbers that a customer was said to have. */
export function findHouseholds(
  { profiles, records }: CustomerRecords,
  phonesOf: (profileKey: string) => readonly string[],
): FoundPair[] {
  const sharing = new Map<string, Set<Shares>>();
  const blocks: Record<Shares, Map<string, string[]>> = { address: new Map(), phone: new Map() };
  records.forEach((record, at) => {
    const profile = profiles[at]!;
    for (const [shares, place] of placesOf(record, phonesOf(profile))) {
      const block = blocks[shares].get(place) ?? [];
      blocks[shares].set(place, block);
      if (!block.includes(profile)) block.push(profile);
    }
  });
  for (const shares of ['address', 'phone'] as const) {
    for (const block of blocks[shares].values()) {
      if (block.length > largestHousehold) continue;
      for (const pair of pairsIn(block)) {
        const known = sharing.get(pair) ?? new Set<Shares>();
        sharing.set(pair, known.add(shares));
      }
    }
  }
  return [...sharing].map(([pair, shares]) => {
    const [keyA, keyB] = pair.split('|') as [string, string];
    return { keyA, keyB, shares: [...shares] };
  });
}

function placesOf({ family, street, postcode, phone }: MatchRecord, phones: readonly string[]) {
  const places: [Shares, string][] = [];
  if (!family) return places;
  if (street && postcode) places.push(['address', `${family}|${street}|${postcode}`]);
  for (const number of [phone ?? '', ...phones]) {
    const digits = number.replace(/\D/g, '');
    if (digits.length >= endDigits) places.push(['phone', `${family}|${digits.slice(-endDigits)}`]);
  }
  return places;
}

function* pairsIn(block: readonly string[]): Generator<string> {
  for (let one = 1; one < block.length; one += 1)
    for (let other = 0; other < one; other += 1) yield pairOf(block[other]!, block[one]!).join('|');
}

/** The smaller key first. */
export const pairOf = (a: string, b: string): [string, string] => (BigInt(a) < BigInt(b) ? [a, b] : [b, a]);
