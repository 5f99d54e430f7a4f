import { requirePositive } from '../ranges.ts';

/** (ζ(k) − 1)/k for k = 2, 3, …: coefficients of log Γ(2 + w), which converges like 4^−k for |w| ≤ ½. */
const SERIES = [
  0.3224670334241132, 0.06735230105319809, 0.020580808427784546, 0.007385551028673986, 0.0028905103307415234,
  0.001192753911703261, 0.0005096695247430425, 0.00022315475845357939, 0.00009945751278180853,
  0.00004492623673813314, 0.00002050721277567069, 0.000009439488275268397, 0.000004374866789907488,
  0.000002039215753801366, 9.55141213040742e-7, 4.492469198764566e-7, 2.1207184805554667e-7,
  1.00432248239681e-7, 4.7698101693639804e-8, 2.2711094608943164e-8, 1.0838659214896955e-8,
  5.183475041970047e-9, 2.4836745438024785e-9, 1.1921401405860912e-9, 5.731367241678862e-10,
  2.7595228851242334e-10, 1.330476437424449e-10, 6.4229645638381e-11, 3.1044247747322276e-11,
  1.5021384080754142e-11, 7.275974480239079e-12, 3.527742476575915e-12,
];
const ONE_MINUS_EULER = 0.42278433509846713;
const HALF_LOG_TWO_PI = 0.9189385332046728;

/** log Γ(2 + w) for |w| ≤ ½; keeps its relative precision through the zero at w = 0. */
function logGammaAroundTwo(w: number): number {
  let sum = 0;
  for (let k = SERIES.length - 1; k >= 0; k--) sum = sum * -w + SERIES[k]!;
  return w * (ONE_MINUS_EULER + w * sum);
}

/**
 * Stirling's remainder: log Γ(x + 1) − (x + ½)·log x + x − ½·log 2π, without the cancellation that
 * subtracting those terms would suffer for large x.
 *
 * @param x number > 0
 * @returns a positive number, about 1/(12x) for large x
 * Source: Abramowitz & Stegun 6.1.41; used as in Loader (2000), "Fast and accurate computation of binomial
 * probabilities".
 */
export function stirlingRemainder(x: number): number {
  if (x < 12) return logGamma(x + 1) - (x + 0.5) * Math.log(x) + x - HALF_LOG_TWO_PI;
  const s = 1 / (x * x);
  return (
    (1 / 12 -
      s *
        (1 / 360 -
          s *
            (1 / 1260 -
              s * (1 / 1680 - s * (1 / 1188 - s * (691 / 360360 - s * (1 / 156 - (s * 3617) / 122400))))))) /
    x
  );
}

/**
 * log Γ(1 + x) without first rounding 1 + x, which matters for tiny x.
 *
 * @param x number > −½
 */
export function logGammaOnePlus(x: number): number {
  return Math.abs(x) <= 0.5 ? logGammaAroundTwo(x) - Math.log1p(x) : logGamma(1 + x);
}

/**
 * Natural logarithm of the gamma function.
 *
 * Relative error below 1e-12 everywhere, also next to the zeros at 1 and 2 and for tiny x.
 *
 * @param x number > 0
 * @returns log Γ(x)
 * @throws RangeError naming x when it is not a finite number above 0
 *
 * Source: Taylor series around 2 (Abramowitz & Stegun 6.1.33) below 12, Stirling's series above.
 * @example logGamma(1e-5) // 11.51291969289583
 */
export function logGamma(x: number): number {
  requirePositive('x', x);
  if (x >= 12) return (x - 0.5) * Math.log(x) - x + HALF_LOG_TWO_PI + stirlingRemainder(x);
  if (x < 0.5) return logGammaOnePlus(x) - Math.log(x);
  if (x <= 1.5) return logGammaAroundTwo(x - 1) - Math.log(x);
  let product = 1;
  let rest = x;
  while (rest > 2.5) {
    rest -= 1;
    product *= rest;
  }
  return Math.log(product) + logGammaAroundTwo(rest - 2);
}
