import fc from 'fast-check';
import { expect, test } from 'vitest';
import { TextEngine } from '../text-engine.ts';
import { checkedModel } from './checked-model.ts';
import { teach } from './teach.ts';

const texts = ['blå vägg', 'blå kassa', 'röd vägg', 'röd kassa'].map((text) => ({
  ...{ text, language: 'sv', topics: [text.startsWith('blå') ? 'blue wall' : 'red wall'] },
  label: text.startsWith('blå') ? ('positive' as const) : ('negative' as const),
}));
const { bytes } = teach(texts);
/** The same file with another header. */
function withHeader(change: (header: Record<string, unknown>) => unknown): Uint8Array {
  const start = 'LYHORD-TEXT-1\n'.length;
  const end = bytes.indexOf(10, start);
  const header = JSON.parse(new TextDecoder().decode(bytes.subarray(start, end)));
  const told = new TextEncoder().encode(`LYHORD-TEXT-1\n${JSON.stringify(change(header))}\n`);
  return Uint8Array.from([...told, ...bytes.subarray(end + 1)]);
}

test('a taught model is taken, with its topics under the names that are wanted', () => {
  const checked = checkedModel(bytes, (topic) => topic.replace(' ', '.'));
  expect(checked).toMatchObject({ topics: ['blue wall', 'red wall'], texts: 4 });
  const { analysis } = new TextEngine({ models: [checked.bytes] }).analyse('en röd vägg', {
    languageHint: 'sv',
  });
  expect(analysis.topics).toEqual(['red.wall']);
});

interface Header {
  parts: { name: string; trust: number; slope: unknown; classes: string[] }[];
}
/** The header with other values in its first part. */
const withPart = (change: Partial<Header['parts'][number]>) =>
  withHeader((header) => {
    const { parts, ...rest } = header as unknown as Header;
    return { ...rest, parts: parts.map((part, i) => (i === 0 ? { ...part, ...change } : part)) };
  });

test('what is no taught model is refused with a reason, and prototypes stay as they are', () => {
  expect(() => checkedModel(withPart({ name: '__proto__' }))).toThrow('"__proto__"');
  expect(() => checkedModel(withPart({ trust: 7 }))).toThrow('trusts itself');
  expect(() => checkedModel(withPart({ slope: 'x' }))).toThrow('a number that is none');
  expect(() => checkedModel(withPart({ classes: ['', 'red wall'] }))).toThrow('without a name');
  expect(() => checkedModel(withHeader(() => ({ parts: [], lexicons: [], about: {} })))).toThrow('no part');
  expect(() => checkedModel(withHeader(() => ({ parts: [], lexicons: [] })))).toThrow('header');
  expect(() => checkedModel(withPart({ name: 7 as never }))).toThrow('header');
  expect(() => checkedModel(new TextEncoder().encode('{}'))).toThrow('no model file');
  const polluting = withHeader(() => JSON.parse('{"__proto__":{"polluted":1},"parts":[],"lexicons":[]}'));
  expect(() => checkedModel(polluting)).toThrow(RangeError);
  expect(({} as { polluted?: number }).polluted).toBeUndefined();
});

test('bytes changed anywhere in the header give a model or a reason, never another error', () => {
  const changed = fc
    .tuple(fc.nat(500), fc.nat(255))
    .map(([at, value]) => bytes.map((byte, i) => (i === at ? value : byte)));
  fc.assert(
    fc.property(changed, (wrong) => {
      try {
        checkedModel(wrong);
      } catch (problem) {
        expect(problem).toBeInstanceOf(RangeError);
      }
    }),
    { numRuns: 500 },
  );
});
