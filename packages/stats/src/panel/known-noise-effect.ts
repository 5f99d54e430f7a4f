import { studentTQuantile } from '../distributions/student-t.ts';
import { requireNonNegative, requireOpenShare, requireWhole } from '../ranges.ts';
import { within } from './within.ts';

/** Rows of a panel whose score carries noise of known size. */
export interface NoisyPanel {
  place: readonly number[];
  period?: readonly number[];
  /** measured score */
  x: ArrayLike<number>;
  /** variance of its noise, say spread of single answers ÷ number of answers; numbers ≥ 0 */
  noise: ArrayLike<number>;
  y: ArrayLike<number>;
}

/** The effect of the true score, freed of noise whose size is known. */
export interface KnownNoiseEffect {
  /** slope on the measured score: too close to 0 */
  uncorrected: number;
  /** slope on the true score */
  corrected: number;
  standardError: number;
  low: number;
  high: number;
  /** share of the measured score's movement inside places that is real, 0–1 */
  reliability: number;
  n: number;
  places: number;
}

/** How much of each row's own noise stays once place means (and period means) are taken out. */
export function keptNoise(place: readonly number[], period?: readonly number[]): Float64Array {
  const sizes = [place, ...(period ? [period] : [])].map((factor) => {
    const size = new Map<number, number>();
    for (const each of factor) size.set(each, (size.get(each) ?? 0) + 1);
    return { factor, size };
  });
  return Float64Array.from(place, (_, i) => {
    const taken = sizes.reduce((sum, { factor, size }) => sum + 1 / size.get(factor[i]!)!, 0);
    return Math.max(0, 1 - taken + (period ? 1 / place.length : 0));
  });
}

/**
 * How y moves with the true score of a place, when the size of the noise is known from the number of answers: the
 * noise is taken out of the score's movement before the slope is computed. `splitHalfEffect` needs no such knowledge
 * and is to be preferred where single answers are at hand.
 *
 * @param panel      rows; with periods also common shocks are taken out (exact where no period is missing)
 * @param confidence share strictly between 0 and 1 (default 0.95)
 * @returns null with fewer than 3 places, or when less than a tenth of the movement is more than noise
 * @throws RangeError naming a variance below 0, or when lengths differ
 * Source: Fuller (1987), "Measurement Error Models", section 1.2; errors clustered by place.
 */
export function knownNoiseEffect(panel: NoisyPanel, confidence = 0.95): KnownNoiseEffect | null {
  requireOpenShare('confidence', confidence);
  const { place, period, noise } = panel;
  const n = place.length;
  for (const list of [panel.x, noise, panel.y]) requireWhole('rows', list.length, n, n);
  const factors = period ? [place, period] : [place];
  const x = within(panel.x, factors);
  const y = within(panel.y, factors);
  const kept = keptNoise(place, period).map((share, i) => {
    requireNonNegative('variance', noise[i]!);
    return share * noise[i]!;
  });
  const places = new Set(place).size;
  const sum = (of: (i: number) => number) => x.reduce((total, _, i) => total + of(i), 0);
  const movement = sum((i) => x[i]! * x[i]!);
  const real = movement - sum((i) => kept[i]!);
  if (places < 3 || !(real > 0.1 * movement)) return null;
  const together = sum((i) => x[i]! * y[i]!);
  const corrected = together / real;
  const scores = new Map<number, number>();
  place.forEach((each, i) => {
    const own = x[i]! * (y[i]! - corrected * x[i]!) + corrected * kept[i]!;
    scores.set(each, (scores.get(each) ?? 0) + own);
  });
  const meat = [...scores.values()].reduce((total, score) => total + score * score, 0);
  const standardError = Math.sqrt((meat * places) / (places - 1)) / real;
  const half = studentTQuantile((1 + confidence) / 2, places - 1) * standardError;
  return {
    uncorrected: together / movement,
    corrected,
    standardError,
    low: corrected - half,
    high: corrected + half,
    reliability: real / movement,
    n,
    places,
  };
}
