import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { measureFebrl, measureHouseholds } from '../bench/measure-matching.ts';
import { comparisonLevel } from './compare-records.ts';

const febrl = join(process.env.LYHORD_DATA_SETS ?? '../shared/data', 'febrl');

it('names forgive a typing error, codes one character, an unknown value says nothing', () => {
  expect(comparisonLevel('name', 'kristina', 'kristna')).toBe(2);
  expect(comparisonLevel('name', 'kristina', 'mattias')).toBe(1);
  expect(comparisonLevel('code', '22100', '22010')).toBe(2);
  expect(comparisonLevel('code', '22100', '22011')).toBe(1);
  expect(comparisonLevel('date', '1964-03-05', '1964-05-03')).toBe(2);
  expect(comparisonLevel('date', '', '1964-05-03')).toBe(0);
});

it.skipIf(!existsSync(febrl))(
  'persons of the FEBRL sets are found again (skipped without LYHORD_DATA_SETS)',
  async () => {
    for (const { withNumber, score } of (await measureFebrl(febrl)) ?? []) {
      expect(score.f1).toBeGreaterThanOrEqual(withNumber ? 0.995 : 0.95);
      expect(score.precision).toBe(1);
    }
  },
  60_000,
);

it('families in one household stay as many as they are', () => {
  const { householdPairs, score } = measureHouseholds(1_500);
  expect(householdPairs).toBeGreaterThan(10_000);
  expect(score.falsePairs / householdPairs).toBeLessThanOrEqual(1 / 10_000);
  expect(score.recallAfterReview).toBeGreaterThan(0.9);
});
