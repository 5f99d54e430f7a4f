// The tree of places as effects see it: where things happen, and what lies under or above a place.
import type { Country } from '../calendar/holidays.ts';
import { countries } from '../calendar/holidays.ts';
import { eshopCode, organisationCode, places, serviceCode } from '../company/places.ts';
import { stores } from '../company/stores.ts';

/** Where things happen: 60 stores, then e-shops, then customer services, in the order of `countries`. */
export const leafCodes: readonly string[] = [
  ...stores.map((store) => store.code),
  ...countries.map(eshopCode),
  ...countries.map(serviceCode),
];
export const eshopLeaf = (country: Country): number => stores.length + countries.indexOf(country);
export const serviceLeaf = (country: Country): number =>
  stores.length + countries.length + countries.indexOf(country);

const parents: ReadonlyMap<string, string | null> = new Map(
  places().map((place) => [place.code, place.parentCode]),
);

export const isPlace = (code: string): boolean => parents.has(code);

/** The place itself and all above it, up to the organisation. */
export function pathOf(code: string): string[] {
  const path: string[] = [];
  for (let at: string | null | undefined = code; at; at = parents.get(at)) path.push(at);
  return path;
}

/** Codes of the leaves under the places named; all of them where none is named. */
export function leavesUnder(codes: readonly string[] | undefined): string[] {
  if (!codes) return [...leafCodes];
  return leafCodes.filter((leaf) => pathOf(leaf).some((code) => codes.includes(code)));
}

/** The lowest place that holds all of these. */
export function nearestAbove(codes: readonly string[]): string {
  const paths = codes.map(pathOf);
  return (paths[0] ?? []).find((code) => paths.every((path) => path.includes(code))) ?? organisationCode;
}
