// Runs every `@example expression // value` of this package's sources, so that documentation cannot drift.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as stats from './index.ts';

const SOURCES = import.meta.dirname;
const EXAMPLE = /^\s*\*\s*@example\s+(.+?)\s*\/\/\s*(.+?)\s*$/gm;

function sourceFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sourceFiles(path);
    return entry.name.endsWith('.ts') && !entry.name.endsWith('.test.ts') ? [path] : [];
  });
}

function evaluate(expression: string): unknown {
  return new Function(...Object.keys(stats), `return (${expression});`)(...Object.values(stats));
}

/** Within one unit of the last decimal that the example shows (or 1e-12 of it, when it shows every digit). */
function matchesPrinted(actual: number, printed: string): boolean {
  const value = Number(printed);
  if (Object.is(actual, value)) return true;
  const [mantissa = '', exponent = '0'] = printed.toLowerCase().split('e');
  const decimals = mantissa.split('.')[1]?.length ?? 0;
  const unit = 10 ** (Number(exponent) - decimals);
  return Math.abs(actual - value) <= Math.max(decimals > 0 ? unit : 0, 1e-12 * Math.abs(value));
}

/** Compares the printed value with the actual one; an object need only show some of its fields. */
function check(actual: unknown, printed: string): void {
  const numbers: string[] = [];
  const marked = printed.replace(
    /-?\d+(\.\d+)?(e[+-]?\d+)?/gi,
    (literal) => `{"$":${numbers.push(literal) - 1}}`,
  );
  const compare = (got: unknown, want: unknown, path: string): void => {
    if (want !== null && typeof want === 'object') {
      if ('$' in want) {
        const literal = numbers[want.$ as number]!;
        if (typeof got !== 'number' || !matchesPrinted(got, literal))
          expect(`${path}${got}`).toBe(`${path}${literal}`);
        return;
      }
      if (Array.isArray(want)) expect(got, path).toHaveLength(want.length);
      for (const [key, value] of Object.entries(want))
        compare((got as never)?.[key], value, `${path}${key}: `);
      return;
    }
    expect(got, path).toEqual(want);
  };
  compare(actual, evaluate(marked), '');
}

describe('every example in a doc comment gives the value it shows', () => {
  for (const file of sourceFiles(SOURCES)) {
    for (const [, expression, printed] of readFileSync(file, 'utf8').matchAll(EXAMPLE)) {
      it(expression!, () => check(evaluate(expression!), printed!));
    }
  }
});
