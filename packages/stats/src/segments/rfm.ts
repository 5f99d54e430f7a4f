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
 * RFM scores: each customer's fifth by recency (recent is 5), frequency and money. Equal values get equal
 * scores, that of the lowest among them: where half have bought once, these have 1 and nobody has 2.
 *
 * @param customers finite numbers
 * @returns scores in the order given
 * @throws RangeError naming a number that is not finite
 * Source: Hughes (1994), "Strategic Database Marketing".
 * @example rfmScores([{ recencyDays: 1, frequency: 9, monetary: 900 }, { recencyDays: 90, frequency: 1, monetary: 20 }])[0] // { recency: 3, frequency: 3, monetary: 3 }
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

/** Fifth of each value by how many are lower, so that all of many equal values stand where the lowest would. */
function fifths(values: readonly number[]): number[] {
  for (const value of values) requireFinite('value', value);
  const sorted = [...values].sort((a, b) => a - b);
  const below = new Map<number, number>();
  for (const [index, value] of sorted.entries()) if (!below.has(value)) below.set(value, index);
  return values.map((value) => 1 + Math.floor((5 * below.get(value)!) / values.length));
}
