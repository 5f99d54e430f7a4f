import { requirePositive } from '../ranges.ts';

/** log Γ(2 + w)/w for |w| ≤ ½, in powers of 2w; within 5e-18 of it (Chebyshev, 60 digits). */
const AROUND_TWO = Float64Array.of(
  0.42278433509846713,
  0.1612335167120566,
  -0.016838075263298908,
  0.0025726010534729226,
  -0.00046159693930847154,
  9.03284478395594e-5,
  -1.8636779703098573e-5,
  3.981793122286463e-6,
  -8.716991307145595e-7,
  1.94253158049944e-7,
  -4.38708276994606e-8,
  1.0012704932493954e-8,
  -2.3086641882572558e-9,
  5.350164231426595e-10,
  -1.2050236137952312e-10,
  2.8206946487921987e-11,
  -8.867306165956492e-12,
  2.0962059060600024e-12,
);
/** Stirling's remainder on [½, 1], [1, 2], [2, 4] and [4, 8], each in powers of the place between −1 and 1; within 4e-17. */
const REMAINDERS = Float64Array.of(
  0.10626293633956783,
  -0.03287803516700614,
  0.00998929454529754,
  -0.003006471531744835,
  0.0009018701679300888,
  -0.00027074985036096055,
  8.154914148487061e-5,
  -2.467725402355745e-5,
  7.507017277596908e-6,
  -2.2960933186614866e-6,
  7.060294495330539e-7,
  -2.181633568491862e-7,
  6.76224539115724e-8,
  -2.107886625596996e-8,
  6.736130710943099e-9,
  -2.1158882270409537e-9,
  5.473836902602618e-10,
  -1.7256077230825349e-10,
  1.1070149511467534e-10,
  -3.522377976320826e-11,
  0.05481412105191764,
  -0.017820900398127257,
  0.005739163956977738,
  -0.0018344979894508303,
  0.0005830881478320855,
  -0.00018458794993286983,
  5.828049347552141e-5,
  -1.8373303994405852e-5,
  5.788814820012964e-6,
  -1.8240593907457129e-6,
  5.751697069405891e-7,
  -1.8153823773824335e-7,
  5.7280512638556465e-8,
  -1.812875836260918e-8,
  5.875599821139112e-9,
  -1.8659450973473433e-9,
  4.838881247870231e-10,
  -1.5391684665056737e-10,
  1.0063773769067952e-10,
  -3.220482068600628e-11,
  0.027677925684998324,
  -0.00916128690297588,
  0.003022588979672037,
  -0.0009942763618411281,
  0.00032617879804751695,
  -0.00010674444427703518,
  3.485761148750615e-5,
  -1.1361430599791414e-5,
  3.697147408303075e-6,
  -1.2014660950623787e-6,
  3.9003800430731507e-7,
  -1.264951558414986e-7,
  4.091949332871915e-8,
  -1.3254608464444157e-8,
  4.398861782038277e-9,
  -1.4240922033391568e-9,
  3.700600705045966e-10,
  -1.197605877986715e-10,
  8.155400071690127e-11,
  -2.6416100367971698e-11,
  0.013876128823070736,
  -0.004616934925842386,
  0.0015348003631217829,
  -0.0005097664502768565,
  0.0001691694123801743,
  -5.609382289305539e-5,
  1.8585036710351073e-5,
  -6.152909444069267e-6,
  2.035539193896831e-6,
  -6.729425702833348e-7,
  2.223490963181289e-7,
  -7.341376359303764e-8,
  2.4172821452232882e-8,
  -7.972254852767471e-9,
  2.701475957165754e-9,
  -8.900213083349599e-10,
  2.3058240212927054e-10,
  -7.593439405059989e-11,
  5.4415510673297234e-11,
  -1.789569569029753e-11,
);
const perRemainder = 20;
const REMAINDER_OF_HALF = 0.15342640972002736;
const HALF_LOG_TWO_PI = 0.9189385332046728;

/** Σ table[from + k]·sᵏ of an even number of terms, the even powers beside the odd ones. */
function powers(table: Float64Array, from: number, terms: number, s: number): number {
  const square = s * s;
  let even = table[from + terms - 2]!;
  let odd = table[from + terms - 1]!;
  for (let k = from + terms - 4; k >= from; k -= 2) {
    even = even * square + table[k]!;
    odd = odd * square + table[k + 1]!;
  }
  return even + s * odd;
}

/** log Γ(2 + w) for |w| ≤ ½; keeps its relative precision through the zero at w = 0. */
const logGammaAroundTwo = (w: number): number => w * powers(AROUND_TWO, 0, 18, 2 * w);

/**
 * Stirling's remainder: log Γ(x + 1) − (x + ½)·log x + x − ½·log 2π, without the cancellation that
 * subtracting those terms would suffer for large x.
 *
 * @param x number > 0
 * @returns a positive number, about 1/(12x) for large x
 * Source: Abramowitz & Stegun 6.1.41 from 8 on, polynomials below; used as in Loader (2000), "Fast and accurate computation of binomial
 * probabilities".
 */
export function stirlingRemainder(x: number): number {
  if (x < 8) {
    if (x < 0.5) return logGammaOnePlus(x) - (x + 0.5) * Math.log(x) + x - HALF_LOG_TWO_PI;
    if (x === 0.5) return REMAINDER_OF_HALF;
    if (x < 1) return powers(REMAINDERS, 0, perRemainder, 4 * x - 3);
    if (x < 2) return powers(REMAINDERS, perRemainder, perRemainder, 2 * x - 3);
    return x < 4
      ? powers(REMAINDERS, 2 * perRemainder, perRemainder, x - 3)
      : powers(REMAINDERS, 3 * perRemainder, perRemainder, 0.5 * x - 3);
  }
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
 * Source: polynomials around 2 and for Stirling's remainder below 8, Stirling's series above (Abramowitz & Stegun 6.1.41).
 * @example logGamma(1e-5) // 11.51291969289583
 */
export function logGamma(x: number): number {
  requirePositive('x', x);
  if (x >= 2.5) return (x - 0.5) * Math.log(x) - x + HALF_LOG_TWO_PI + stirlingRemainder(x);
  if (x < 0.5) return logGammaOnePlus(x) - Math.log(x);
  return x <= 1.5 ? logGammaAroundTwo(x - 1) - Math.log(x) : logGammaAroundTwo(x - 2);
}
