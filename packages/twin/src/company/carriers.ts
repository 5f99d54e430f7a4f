// The invented carriers that bring Solvik's parcels, with their share of each country's parcels and their ordinary reliability.
import type { Country } from '../calendar/holidays.ts';

export interface Carrier {
  readonly name: string;
  readonly share: Readonly<Record<Country, number>>;
  readonly days: number;
  /** Share of parcels that come late when all is well. */
  readonly late: number;
}

export const carriers: readonly Carrier[] = [
  { name: 'Nordfrakt', share: { SE: 0.5, DK: 0.2, NO: 0.35, FI: 0.25 }, days: 3, late: 0.06 },
  { name: 'Paketlinjen', share: { SE: 0.35, DK: 0.5, NO: 0.25, FI: 0.3 }, days: 2, late: 0.05 },
  { name: 'Fjordbud', share: { SE: 0.15, DK: 0.3, NO: 0.4, FI: 0.45 }, days: 3, late: 0.08 },
];
