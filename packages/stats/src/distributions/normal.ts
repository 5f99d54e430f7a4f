import { requireOpenShare } from '../ranges.ts';
import { inCell, normalCells } from './normal-cells.ts';

const CENTRE_TOP = [
  2.2352520354606837, 161.02823106855587, 1067.6894854603709, 18154.98125334356, 0.06568233791820745,
];
const CENTRE_BOTTOM = [47.202581904688245, 976.0985517377767, 10260.932208618979, 45507.78933502673];
const FLANK_TOP = [
  0.39894151208813466, 8.883149794388377, 93.50665613217785, 597.2702763948002, 2494.5375852903726,
  6848.190450536283, 11602.65143764735, 9842.714838383978, 1.0765576773720192e-8,
];
const FLANK_BOTTOM = [
  22.266688044328117, 235.387901782625, 1519.3775994075547, 6485.558298266761, 18615.571640885097,
  34900.95272114598, 38912.00328609327, 19685.429676859992,
];
const FAR_TOP = [
  0.215898534057957, 0.12740116116024736, 0.022235277870649807, 0.0014216191932278934,
  0.000029112874951168793, 0.023073441764940174,
];
const FAR_BOTTOM = [
  1.284260096144911, 0.4682382124808651, 0.06598813786892856, 0.0037823963320275824, 0.00007297515550839662,
];
const ONE_OVER_ROOT_TWO_PI = 0.3989422804014327;

/** P(Z > y) for y ≥ 0.67448975, divided by exp(−y²/2). */
function scaledUpperTail(y: number): number {
  if (y <= 5.656854249492381) {
    let top = FLANK_TOP[8]! * y;
    let bottom = y;
    for (let i = 0; i < 7; i++) {
      top = (top + FLANK_TOP[i]!) * y;
      bottom = (bottom + FLANK_BOTTOM[i]!) * y;
    }
    return (top + FLANK_TOP[7]!) / (bottom + FLANK_BOTTOM[7]!);
  }
  const s = 1 / (y * y);
  let top = FAR_TOP[5]! * s;
  let bottom = s;
  for (let i = 0; i < 4; i++) {
    top = (top + FAR_TOP[i]!) * s;
    bottom = (bottom + FAR_BOTTOM[i]!) * s;
  }
  return (ONE_OVER_ROOT_TWO_PI - (s * (top + FAR_TOP[4]!)) / (bottom + FAR_BOTTOM[4]!)) / y;
}

/** P(Z > y) for y ≥ 0.67448975; far out y² is split so that exp loses no digits. */
function upperTail(y: number): number {
  if (y < 6) return Math.exp(-0.5 * y * y) * scaledUpperTail(y);
  if (y > 38.6) return 0;
  const coarse = Math.trunc(y * 16) / 16;
  const rest = (y - coarse) * (y + coarse);
  return Math.exp(-coarse * coarse * 0.5) * Math.exp(-rest * 0.5) * scaledUpperTail(y);
}

/** P(Z ≤ z) at any z by Cody's quotients. */
function byQuotient(z: number): number {
  const y = Math.abs(z);
  if (y <= 0.67448975) {
    const s = y > 1.11e-16 ? z * z : 0;
    let top = CENTRE_TOP[4]! * s;
    let bottom = s;
    for (let i = 0; i < 3; i++) {
      top = (top + CENTRE_TOP[i]!) * s;
      bottom = (bottom + CENTRE_BOTTOM[i]!) * s;
    }
    return 0.5 + (z * (top + CENTRE_TOP[3]!)) / (bottom + CENTRE_BOTTOM[3]!);
  }
  if (Number.isNaN(z)) return Number.NaN;
  const tail = upperTail(y);
  return z < 0 ? tail : 1 - tail;
}

const CELLS = normalCells(byQuotient);

/**
 * Probability that a standard normal value is at most z. Relative error below 1e-14, tails included.
 *
 * @param z any number, in standard deviations; ±Infinity allowed, NaN gives NaN
 * @returns probability in [0, 1]
 * Source: Cody (1969), "Rational Chebyshev approximations for the error function", Math. Comp. 23, 631–638; between
 * −6 and 6 polynomials by cell that are made of it.
 * @example normalCdf(-10) // 7.619853024160527e-24
 */
export function normalCdf(z: number): number {
  return z >= -6 && z < 6 ? inCell(CELLS, z) : byQuotient(z);
}

/**
 * Probability that a standard normal value is above z. Use it instead of 1 − normalCdf(z), which is 0 from z ≈ 8.
 *
 * @param z any number
 * @returns probability in [0, 1]
 * @example normalUpperTail(10) // 7.619853024160527e-24
 */
export function normalUpperTail(z: number): number {
  return normalCdf(-z);
}

/**
 * Logarithm of P(Z ≤ z), finite also where the probability itself underflows to 0.
 *
 * @param z any finite number
 * @returns number ≤ 0
 * @example normalLogCdf(-50) // -1254.8313611
 */
export function normalLogCdf(z: number): number {
  if (z < -5.7) return -0.5 * z * z + Math.log(scaledUpperTail(-z));
  return z < 0.5 ? Math.log(normalCdf(z)) : Math.log1p(-normalCdf(-z));
}

const Q_CENTRE_TOP = [
  3.3871328727963665, 133.14166789178438, 1971.5909503065513, 13731.69376550946, 45921.95393154987,
  67265.7709270087, 33430.57558358813, 2509.0809287301227,
];
const Q_CENTRE_BOTTOM = [
  1, 42.31333070160091, 687.1870074920579, 5394.196021424751, 21213.794301586597, 39307.89580009271,
  28729.085735721943, 5226.495278852854,
];
const Q_FLANK_TOP = [
  1.4234371107496835, 4.630337846156546, 5.769497221460691, 3.6478483247632045, 1.2704582524523684,
  0.2417807251774506, 0.022723844989269184, 0.0007745450142783414,
];
const Q_FLANK_BOTTOM = [
  1, 2.053191626637759, 1.6763848301838038, 0.6897673349851, 0.14810397642748008, 0.015198666563616457,
  0.0005475938084995345, 1.0507500716444169e-9,
];
const Q_FAR_TOP = [
  6.657904643501103, 5.463784911164114, 1.7848265399172913, 0.29656057182850487, 0.026532189526576124,
  0.0012426609473880784, 0.000027115555687434876, 2.0103343992922881e-7,
];
const Q_FAR_BOTTOM = [
  1, 0.599832206555888, 0.1369298809227358, 0.014875361290850615, 0.0007868691311456133,
  0.000018463183175100548, 1.421511758316446e-7, 2.0442631033899397e-15,
];

function ratio(top: number[], bottom: number[], r: number): number {
  let a = 0;
  let b = 0;
  for (let i = 7; i >= 0; i--) {
    a = a * r + top[i]!;
    b = b * r + bottom[i]!;
  }
  return a / b;
}

/**
 * Standard normal quantile: the z with P(Z ≤ z) = p. Relative error about 1e-15.
 *
 * @param p share strictly between 0 and 1
 * @returns z in standard deviations
 * @throws RangeError naming p, when it is outside this range
 * Source: Wichura (1988), algorithm AS 241, Applied Statistics 37, 477–484.
 * @example normalQuantile(0.975) // 1.959963984540054
 */
export function normalQuantile(p: number): number {
  requireOpenShare('p', p);
  const q = p - 0.5;
  if (Math.abs(q) <= 0.425) return q * ratio(Q_CENTRE_TOP, Q_CENTRE_BOTTOM, 0.180625 - q * q);
  const r = Math.sqrt(-Math.log(q < 0 ? p : 1 - p));
  const z = r <= 5 ? ratio(Q_FLANK_TOP, Q_FLANK_BOTTOM, r - 1.6) : ratio(Q_FAR_TOP, Q_FAR_BOTTOM, r - 5);
  return q < 0 ? -z : z;
}
