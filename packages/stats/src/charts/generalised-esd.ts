import { studentTQuantile } from '../distributions/student-t.ts';
import { requireFinite, requireOpenShare, requireWhole } from '../ranges.ts';

/** Outcome of the generalised ESD test. */
export interface GeneralisedEsd {
  /** indices of the outliers in the input, furthest first */
  outliers: number[];
  /** per step: the furthest value's distance in standard deviations, and what it must exceed */
  steps: { index: number; statistic: number; limit: number }[];
}

/**
 * Finds up to `most` outliers in one roughly normal sample, without being fooled by several hiding each other.
 *
 * @param values at least most + 3 finite numbers
 * @param most   largest number of outliers to look for, whole number ≥ 1
 * @param alpha  probability of calling anything an outlier in a clean sample (default 0.05)
 * @throws RangeError when there are too few values or one is not finite
 *
 * Source: Rosner (1983), "Percentage points for a generalized ESD many-outlier procedure", Technometrics 25, 165–172.
 * @example generalisedEsd([5, 6, 5, 7, 6, 5, 6, 30], 2).outliers // [7]
 */
export function generalisedEsd(values: readonly number[], most: number, alpha = 0.05): GeneralisedEsd {
  requireOpenShare('alpha', alpha);
  requireWhole('most', most, 1);
  for (const value of values) requireFinite('value', value);
  const n = values.length;
  if (n < most + 3)
    throw new RangeError(`${n} values are too few to look for ${most} outliers; ${most + 3} needed`);
  const left = values.map((value, index) => ({ value, index }));
  const steps: GeneralisedEsd['steps'] = [];
  let found = 0;
  for (let i = 1; i <= most; i++) {
    const mean = left.reduce((sum, { value }) => sum + value, 0) / left.length;
    const spread = Math.sqrt(
      left.reduce((sum, { value }) => sum + (value - mean) ** 2, 0) / (left.length - 1),
    );
    if (!(spread > 0)) break;
    let furthest = 0;
    left.forEach(({ value }, at) => {
      if (Math.abs(value - mean) > Math.abs(left[furthest]!.value - mean)) furthest = at;
    });
    const [{ value, index }] = left.splice(furthest, 1) as [{ value: number; index: number }];
    const df = n - i - 1;
    const t = studentTQuantile(1 - alpha / (2 * (n - i + 1)), df);
    const limit = ((n - i) * t) / Math.sqrt((df + t * t) * (n - i + 1));
    const statistic = Math.abs(value - mean) / spread;
    steps.push({ index, statistic, limit });
    if (statistic > limit) found = i;
  }
  return { outliers: steps.slice(0, found).map(({ index }) => index), steps };
}
