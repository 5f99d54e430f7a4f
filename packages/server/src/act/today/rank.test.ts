import type { CaseRow, Change } from '@lyhord/contract';
import { expect, test } from 'vitest';
import { caseRank, changeRank, isForTheWorse } from './rank.ts';

const now = new Date('2026-05-04T06:00:00Z');
const row = (more: Partial<CaseRow>): CaseRow =>
  ({ severity: 'normal', valueMinor: null, openedAt: now.toISOString(), overdue: false, ...more }) as CaseRow;
const change = (more: Partial<Change>): Change =>
  ({
    metric: 'nps',
    direction: 'down',
    detectedAt: now.toISOString(),
    costPerWeekMinor: null,
    ...more,
  }) as Change;

test('severity, value and freshness each bring a case forward', () => {
  expect(caseRank(row({ severity: 'critical' }), now)).toBeGreaterThan(
    caseRank(row({ severity: 'high' }), now),
  );
  expect(caseRank(row({ valueMinor: 500_000 }), now)).toBeGreaterThan(caseRank(row({}), now));
  const old = { openedAt: '2026-04-20T06:00:00Z' };
  expect(caseRank(row({}), now)).toBeGreaterThan(caseRank(row(old), now));
  expect(caseRank(row({ ...old, overdue: true }), now)).toBe(caseRank(row({}), now));
});

test('a fresh change for the worse stands between high and critical cases', () => {
  const rank = changeRank(change({}), now);
  expect(rank).toBeGreaterThan(caseRank(row({ severity: 'high' }), now));
  expect(rank).toBeLessThan(caseRank(row({ severity: 'critical' }), now));
  expect(changeRank(change({ direction: 'up' }), now)).toBeLessThan(rank);
});

test('more signals than usual is for the worse, a higher score is not', () => {
  expect(isForTheWorse({ metric: 'signals', direction: 'up' })).toBe(true);
  expect(isForTheWorse({ metric: 'nps', direction: 'up' })).toBe(false);
});
