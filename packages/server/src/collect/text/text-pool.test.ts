import { afterAll, expect, it } from 'vitest';
import { createTextPool } from './text-pool.ts';

const pool = createTextPool();
afterAll(() => pool.stop());

it('reads texts in their order, beside the main thread', async () => {
  const texts = Array.from({ length: 600 }, (_, n) => ({
    text: n % 2 === 0 ? 'Det är jättebra och jag är mycket nöjd' : 'The staff were rude',
  }));
  const read = await pool.analyse('w', texts);
  expect(read.map(({ redacted }) => redacted)).toEqual(texts.map(({ text }) => text));
  expect([read[0]!.language, read[1]!.language]).toEqual(['sv', 'en']);
});

it('a text that breaks the engine is kept without personal values, and its neighbours are read', async () => {
  const broken = { text: 'Ring 070-123 45 67', score: { valueOf: null } as never };
  Object.defineProperty(broken, 'languageHint', { value: 17 as never, enumerable: true });
  const [first, second] = await pool.analyse('w', [{ text: 'Bra kaffe' }, broken]);
  expect(first!.engine).not.toBe('');
  expect(second!.redacted).not.toContain('070-123');
});
