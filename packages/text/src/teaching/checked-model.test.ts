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
function withHeader(change: (header: Record<string, never>) => unknown): Uint8Array {
  const start = 'LYHORD-TEXT-1\n'.length;
  const end = bytes.indexOf(10, start);
  const header = JSON.parse(new TextDecoder().decode(bytes.subarray(start, end)));
  const told = new TextEncoder().encode(`LYHORD-TEXT-1\n${JSON.stringify(change(header) ?? header)}\n`);
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

test('what is no taught model is refused with a reason, and prototypes stay as they are', () => {
  const refused: [(header: never) => unknown, string][] = [
    [(header: { parts: { name: string }[] }) => void (header.parts[0]!.name = '__proto__'), '"__proto__"'],
    [(header: { parts: { trust: number }[] }) => void (header.parts[0]!.trust = 7), 'trusts itself'],
    [
      (header: { parts: { slope: unknown }[] }) => void (header.parts[0]!.slope = 'x'),
      'a number that is none',
    ],
    [
      (header: { parts: { classes: string[] }[] }) => void (header.parts[0]!.classes[0] = ''),
      'without a name',
    ],
    [() => ({ parts: [], lexicons: [], about: {} }), 'no part'],
  ] as never;
  for (const [change, reason] of refused) {
    expect(() => checkedModel(withHeader(change as never))).toThrow(reason);
  }
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
    { numRuns: 100 },
  );
});
