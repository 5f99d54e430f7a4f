// What the company's own register says of its customers: how many there are, by where they buy most.
import { countries } from '../calendar/holidays.ts';
import { mostlyOnline } from '../customers/population.ts';
import { regions, stores } from './stores.ts';

const sizeOf = (holds: (store: (typeof stores)[number]) => boolean) =>
  stores.filter(holds).reduce((sum, { size }) => sum + size, 0);

/**
 * Customers by code of place: at a region those who buy mostly in its stores, at a
 * country those who buy mostly in its e-shop. Rounded
 * to whole customers; each customer is counted once.
 */
export function customersByPlace(customers: number): Map<string, number> {
  const each = customers / sizeOf(() => true);
  const ofRegions = regions.map(
    ({ code }) => [code, sizeOf(({ region }) => region === code) * each * (1 - mostlyOnline)] as const,
  );
  const ofCountries = countries.map(
    (code) => [code.toLowerCase(), sizeOf(({ country }) => country === code) * each * mostlyOnline] as const,
  );
  return new Map(
    [...ofRegions, ...ofCountries].map(([code, count]) => [code, Math.max(1, Math.round(count))]),
  );
}
