import { requireFinite } from '../ranges.ts';

/** What a customer did. */
export interface Purchases {
  /** days since the last purchase, ≥ 0 */
  recencyDays: number;
  frequency: number;
  /** money, in one currency */
  monetary: number;
}

/** Fifths, 1 (worst) to 5 (best). */
export interface RfmScore {
  recency: number;
  frequency: number;
  monetary: number;
}

/**
 * RFM scores: each customer's fifth by recency (recent is 5), frequency and money. Equal values get equal scores.
 *
 * @param customers finite numbers
 * @returns scores in the order given
 * @throws RangeError naming a number that is not finite
 * Source: Hughes (1994), "Strategic Database Marketing".
 * @example rfmScores([{ recencyDays: 1, frequency: 9, monetary: 900 }, { recencyDays: 90, frequency: 1, monetary: 20 }])[0] // { recency: 5, frequency: 5, monetary: 5 }
 */
export function rfmScores(customers: readonly Purchases[]): RfmScore[] {
  const recency = fifths(customers.map(({ recencyDays }) => -recencyDays));
  const frequency = fifths(customers.map((customer) => customer.frequency));
  const monetary = fifths(customers.map((customer) => customer.monetary));
  return customers.map((_, i) => ({
    recency: recency[i]!,
    frequency: frequency[i]!,
    monetary: monetary[i]!,
  }));
}

/** Fifth of each value by its highest rank among equals. */
function fifths(values: readonly number[]): number[] {
  for (const value of values) requireFinite('value', value);
  const sorted = [...values].sort((a, b) => a - b);
  const upTo = new Map<number, number>();
  for (const [index, value] of sorted.entries()) upTo.set(value, index + 1);
  return values.map((value) => Math.max(1, Math.ceil((5 * upTo.get(value)!) / values.length)));
}
