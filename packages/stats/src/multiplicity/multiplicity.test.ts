import fc from 'fast-check';
import { expect, it } from 'vitest';
import { benjaminiHochberg, benjaminiYekutieli, eBenjaminiHochberg, holm } from '../index.ts';

const P_1995 = [
  0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528,
  0.759, 1,
];

it('Benjamini and Hochberg’s 15 p-values of 1995', () => {
  const expected = [
    0.0015, 0.003, 0.0095, 0.035625, 0.0603, 0.0638571, 0.0638571, 0.0645, 0.0765, 0.486, 0.5811818, 0.714875,
    0.7532308, 0.8132143, 1,
  ];
  const adjusted = benjaminiHochberg(P_1995);
  for (const [index, value] of adjusted.entries()) expect(value).toBeCloseTo(expected[index]!, 7);
  expect(adjusted.filter((value) => value <= 0.05)).toHaveLength(4);
  expect(holm(P_1995).filter((value) => value <= 0.05)).toHaveLength(3);
});

it('the order of the tests does not matter, and stricter rules give larger values', () => {
  const p = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(p, (values) => {
      const forth = benjaminiHochberg(values);
      const back = benjaminiHochberg([...values].reverse()).reverse();
      forth.forEach((value, index) => {
        expect(value).toBeCloseTo(back[index]!, 12);
        expect(value).toBeGreaterThanOrEqual(values[index]! - 1e-15);
        expect(holm(values)[index]!).toBeGreaterThanOrEqual(value - 1e-15);
        expect(benjaminiYekutieli(values)[index]!).toBeGreaterThanOrEqual(value - 1e-15);
      });
    }),
  );
});

it('e-BH finds what reaches count/(rank·q), and names what is not an e-value', () => {
  expect(eBenjaminiHochberg([], 0.1)).toEqual([]);
  expect(eBenjaminiHochberg([Infinity, 0], 0.1)).toEqual([true, false]);
  expect(() => eBenjaminiHochberg([Number.NaN], 0.1)).toThrow('e-value NaN');
  expect(() => benjaminiHochberg([1.2])).toThrow('p-value 1.2');
});
