import { afterEach, expect, test, vi } from 'vitest';
import { formatsFor } from './format.ts';

afterEach(() => vi.unstubAllEnvs());

test('a moment is of the reader’s own day, also just after midnight', () => {
  vi.stubEnv('TZ', 'Europe/Stockholm');
  const { when } = formatsFor('en');
  const now = Date.parse('2026-06-01T12:00:00Z');
  expect(when('2026-05-04T22:30:00Z', now)).toContain('5 May');
  expect(when('2025-05-04T22:30:00Z', now)).toContain('5 May 2025');
});
