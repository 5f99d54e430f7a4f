import { expect, it } from 'vitest';
import { detectDelimiter } from './delimiter.ts';

it('cells are told apart by the character that makes all lines alike', () => {
  expect(detectDelimiter('a;b;c\n1,5;2,5;3\n"x;y";2;3\n')).toBe(';');
  expect(detectDelimiter('a\tb\n1,2\t3\n')).toBe('\t');
});
