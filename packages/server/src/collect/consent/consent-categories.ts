import type { Purpose } from '@lyhord/contract';

const purposesByCategory: readonly [RegExp, Purpose][] = [
  [/^(analytics|statistics|performance|measurement)$/i, 'analytics'],
  [/^(marketing|advertising|ads|targeting)$/i, 'marketing'],
  [/^(profiling|personali[sz]ation)$/i, 'profiling'],
];

/** Purposes that consent categories name; others are no business of ours. */
export function purposesIn(preferences: unknown): { purpose: Purpose; allowed: boolean }[] {
  if (preferences === null || typeof preferences !== 'object') return [];
  return Object.entries(preferences).flatMap(([category, allowed]) => {
    const purpose = purposesByCategory.find(([pattern]) => pattern.test(category))?.[1];
    return purpose !== undefined && typeof allowed === 'boolean' ? [{ purpose, allowed }] : [];
  });
}
