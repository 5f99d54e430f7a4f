// An e-value is a bet against "nothing changed": its expectation is at most 1 when nothing did, so a value of 20 is
// evidence like p = 1/20. Unlike p-values, e-values may be averaged, multiplied over time, and looked at at any moment.
import { requireNonNegative, requireOpenShare, requireShare } from '../ranges.ts';

/**
 * Which of many e-values are findings, with the expected share of false ones at q or less under any dependence.
 *
 * @param e e-values ≥ 0 (may be Infinity), in any order
 * @param q share strictly between 0 and 1
 * @returns true for each finding, in the order given
 * @throws RangeError naming a value outside these ranges
 *
 * Source: Wang & Ramdas (2022), "False discovery rate control with e-values", JRSS B 84, 822–852.
 * @example eBenjaminiHochberg([100, 30, 1, 0.2], 0.1) // [true, true, false, false]
 */
export function eBenjaminiHochberg(e: readonly number[], q: number): boolean[] {
  requireOpenShare('q', q);
  for (const value of e)
    if (!(value >= 0)) throw new RangeError(`e-value ${value} is not a number of 0 or more`);
  const order = e.map((_, index) => index).sort((a, b) => e[b]! - e[a]!);
  let found = 0;
  order.forEach((index, position) => {
    if (e[index]! * (position + 1) * q >= e.length) found = position + 1;
  });
  const findings = new Set(order.slice(0, found));
  return e.map((_, index) => findings.has(index));
}

/**
 * An e-value from a p-value, by the calibrator κ·p^(κ−1). Loses some power: prefer an e-value of its own.
 *
 * @param p     p-value in [0, 1]
 * @param kappa share strictly between 0 and 1 (default ½)
 * @returns e-value > 0; Infinity for p = 0
 * Source: Vovk & Wang (2021), "E-values: calibration, combination and applications", Annals of Statistics 49.
 * @example eValueFromP(0.01) // 5
 */
export function eValueFromP(p: number, kappa = 0.5): number {
  requireShare('p', p);
  requireOpenShare('kappa', kappa);
  return kappa * p ** (kappa - 1);
}

/**
 * The p-value that an e-value guarantees, at whatever moment it is read.
 *
 * @param e e-value ≥ 0, may be Infinity
 * @returns p-value in [0, 1]
 * @example pFromEValue(40) // 0.025
 */
export function pFromEValue(e: number): number {
  if (e === Infinity) return 0;
  requireNonNegative('e', e);
  return e > 1 ? 1 / e : 1;
}
