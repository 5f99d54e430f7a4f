import { chiSquaredUpperTail } from '../distributions/chi-squared.ts';
import { leastSquares } from '../linear/least-squares.ts';
import { solveLinear } from '../linear/solve.ts';
import { betweenEffects, placeMeans } from './between-effects.ts';
import { fixedEffects, type Panel } from './fixed-effects.ts';

/** A regression that uses what moves inside places and what differs between them. */
export interface RandomEffects {
  /** intercept first */
  coefficients: Float64Array;
  standardErrors: Float64Array;
  /** variance of single observations, and of places' own levels */
  residualVariance: number;
  placeVariance: number;
  /** share of the place mean that is taken out, 0–1, for a place with the mean number of periods */
  theta: number;
  /** Hausman's test that places' levels have nothing to do with x; when p is small, use fixed effects */
  hausman: { statistic: number; df: number; p: number };
}

/**
 * Random effects (Swamy–Arora): more exact than fixed effects, if places' own levels have nothing to do with x.
 *
 * @param panel rows; its periods are not used. Variances as for a balanced panel, with the mean number of periods
 * @returns null when fixed effects or the regression of place means cannot be computed
 *
 * Source: Swamy & Arora (1972), Econometrica 40, 261–275; Hausman (1978), Econometrica 46, 1251–1271.
 */
export function randomEffects(panel: Panel): RandomEffects | null {
  const { place, x, y } = panel;
  const inside = fixedEffects({ place, x, y });
  if (!inside) return null;
  const k = inside.coefficients.length;
  const means = placeMeans(panel);
  const between = betweenEffects(panel);
  if (!between) return null;
  const periods = x.length / means.length;
  const residualVariance = inside.fit.rss / inside.df;
  const placeVariance = Math.max(0, between.rss / between.df - residualVariance / periods);
  const thetaOf = (n: number) => 1 - Math.sqrt(residualVariance / (n * placeVariance + residualVariance));
  const byPlace = new Map(means.map((each) => [each.place, each]));
  const rows = x.map((row, i) => {
    const own = byPlace.get(place[i]!)!;
    const theta = thetaOf(own.n);
    return [1 - theta, ...own.x.map((mean, j) => row[j]! - theta * mean)];
  });
  const target = Float64Array.from(y, (value, i) => {
    const own = byPlace.get(place[i]!)!;
    return value - thetaOf(own.n) * own.y;
  });
  const fit = leastSquares(rows, target);
  if (!fit) return null;
  const variance = fit.rss / fit.df;
  const gap = inside.coefficients.map((value, j) => value - fit.coefficients[j + 1]!);
  const spread = inside.fit.inverse.map((row, a) =>
    Float64Array.from(row, (value, b) => residualVariance * value - variance * fit.inverse[a + 1]![b + 1]!),
  );
  const solved = solveLinear(spread, gap);
  const statistic = solved ? Math.abs(solved.reduce((sum, value, j) => sum + value * gap[j]!, 0)) : 0;
  return {
    coefficients: fit.coefficients,
    standardErrors: Float64Array.from(fit.inverse, (row, j) => Math.sqrt(variance * row[j]!)),
    residualVariance,
    placeVariance,
    theta: thetaOf(periods),
    hausman: { statistic, df: k, p: chiSquaredUpperTail(statistic, k) },
  };
}
