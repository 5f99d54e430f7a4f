import { expect, test } from 'vitest';
import { filled, problemReasons } from './problem-reasons.ts';

test('a sentence is filled with its values, and keeps braces that nothing is given for', () => {
  expect(filled(problemReasons.case_closed, { number: 17 })).toBe('Case 17 is closed; open it again first.');
  expect(filled('{a} and {b}', { a: '{b}' })).toBe('{b} and {b}');
});
