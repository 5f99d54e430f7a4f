import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as stats from '../index.ts';
import values from './reference-values.json' with { type: 'json' };

// reference-values.json: [function, arguments, value], computed with mpmath 1.3 at 50 to 80 digits.
describe('special functions and distributions, tails included', () => {
  const functions = new Map(Object.entries(stats)) as unknown as Map<string, (...args: number[]) => number>;
  const names = [...new Set(values.map(([name]) => name as string))];
  for (const name of names) {
    it(`${name} agrees with high-precision values to 1e-12 relative`, () => {
      const compute = functions.get(name)!;
      for (const [, args, value] of values.filter(([each]) => each === name) as [
        string,
        number[],
        number,
      ][]) {
        const error = value === 0 ? Math.abs(compute(...args)) : Math.abs(compute(...args) / value - 1);
        expect(error, `${name}(${args})`).toBeLessThan(1e-12);
      }
    });
  }

  it('gives the values of R 4.2.2', () => {
    const close = (actual: number, expected: number) =>
      expect(Math.abs(actual / expected - 1)).toBeLessThan(1e-12);
    close(stats.studentTCdf(2, 5), 0.9490302605850709);
    close(stats.chiSquaredUpperTail(10.3267, 1), 0.001311194325581382);
    close(stats.normalCdf(-10), 7.619853024160527e-24);
    expect(stats.normalCdf(0)).toBe(0.5);
    close(stats.betaQuantile(0.025, 5, 1), 0.4781762498950184);
    close(stats.logGamma(1e-5), 11.51291969289583);
    close(stats.studentTQuantile(0.975, 9), 2.262157162798205);
    close(stats.studentTCdf(-40, 10), 1.140428871542874e-12);
    close(stats.chiSquaredUpperTail(200, 1), 2.088487583762545e-45);
  });

  it('the cells of the normal distribution join without a step back, to the last digits of their neighbours', () => {
    for (let edge = -6 * 64; edge <= 6 * 64; edge++) {
      const z = edge / 64;
      const [before, at, after] = [-1e-12, 0, 1e-12].map((step) => stats.normalCdf(z + step));
      const lastDigit = z > 0 ? 3e-16 : 0;
      expect(before).toBeLessThanOrEqual(at! + lastDigit);
      expect(at).toBeLessThanOrEqual(after! + lastDigit);
      expect(Math.abs(at! / before! - 1)).toBeLessThan(1e-11);
      expect(Math.abs(at! + stats.normalUpperTail(z) - 1)).toBeLessThan(1e-15);
    }
  });

  it('quantiles undo distribution functions', () => {
    const share = fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true });
    const shape = fc.double({ min: 0.2, max: 500, noNaN: true });
    fc.assert(
      fc.property(share, shape, fc.double({ min: 1, max: 500, noNaN: true }), (p, a, b) => {
        expect(stats.normalCdf(stats.normalQuantile(p))).toBeCloseTo(p, 12);
        expect(stats.gammaCdf(stats.gammaQuantile(p, a), a)).toBeCloseTo(p, 10);
        expect(stats.betaCdf(stats.betaQuantile(p, a, b), a, b)).toBeCloseTo(p, 10);
        expect(stats.studentTCdf(stats.studentTQuantile(p, a), a)).toBeCloseTo(p, 10);
      }),
      { numRuns: 200 },
    );
  });

  it('both tails sum to one, and the recurrence of the gamma function holds', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.01, max: 300, noNaN: true }),
        fc.double({ min: 0, max: 400, noNaN: true }),
        (a, x) => {
          expect(stats.gammaCdf(x, a) + stats.gammaUpperTail(x, a)).toBeCloseTo(1, 12);
          expect(stats.logGamma(a + 1) - stats.logGamma(a)).toBeCloseTo(Math.log(a), 10);
        },
      ),
    );
  });

  it('discrete tails are sums of probabilities', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        fc.double({ min: 0.01, max: 0.99, noNaN: true }),
        (n, share) => {
          let sum = 0;
          for (let k = 0; k <= n; k++) {
            sum += stats.binomialProbability(k, n, share);
            expect(stats.binomialCdf(k, n, share)).toBeCloseTo(sum, 11);
            expect(stats.binomialAtLeast(k + 1, n, share)).toBeCloseTo(1 - sum, 11);
          }
        },
      ),
      { numRuns: 30 },
    );
  });

  it('refuses what is out of range and quotes it', () => {
    expect(() => stats.normalQuantile(95)).toThrow('p 95 is not a share between 0 and 1');
    expect(() => stats.logGamma(-1)).toThrow('x -1 is not a finite number above 0');
    expect(() => stats.studentTQuantile(0.5, Number.NaN)).toThrow('df NaN');
    expect(() => stats.binomialCdf(1, 2.5, 0.5)).toThrow('n 2.5 is not a whole number');
  });
});
