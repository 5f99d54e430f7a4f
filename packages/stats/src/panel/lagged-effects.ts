import { requireWhole } from '../ranges.ts';
import { type FixedEffects, fixedEffects } from './fixed-effects.ts';

/** A score and what may follow it, place by place. */
export interface LaggedPanel {
  place: readonly number[];
  /** whole numbers, one apart */
  period: readonly number[];
  x: ArrayLike<number>;
  y: ArrayLike<number>;
}

/** What goes with a score now and with that of earlier periods. */
export interface LaggedEffects {
  /** one for each lag, from 0 */
  lags: { coefficient: number; low: number; high: number }[];
  /** all lags together: what goes with a lasting rise by 1 */
  total: { coefficient: number; low: number; high: number };
  n: number;
  places: number;
}

/**
 * Two-way fixed effects with lags: does y follow the score at once, or some periods later?
 *
 * @param panel rows; a row counts where the place also has the `lags` periods before it
 * @param lags  whole number from 0 to 12 (default 3)
 * @returns null when too little remains or nothing moves inside places
 * Source: Wooldridge (2010), section 10.5; intervals clustered by place. A lagged y is not used: with fixed effects
 * and few periods it would bias all (Nickell 1981).
 */
export function laggedEffects(panel: LaggedPanel, lags = 3, confidence = 0.95): LaggedEffects | null {
  requireWhole('lags', lags, 0, 12);
  const at = new Map(panel.place.map((place, i) => [`${place} ${panel.period[i]!}`, panel.x[i]!]));
  const kept: number[] = [];
  const rows: number[][] = [];
  panel.place.forEach((place, i) => {
    const own = Array.from({ length: lags + 1 }, (_, lag) => at.get(`${place} ${panel.period[i]! - lag}`));
    if (!own.every((value) => value !== undefined)) return;
    kept.push(i);
    rows.push(own);
  });
  const fit = (x: readonly number[][]): FixedEffects | null =>
    x.length === 0
      ? null
      : fixedEffects(
          {
            place: kept.map((i) => panel.place[i]!),
            period: kept.map((i) => panel.period[i]!),
            x,
            y: kept.map((i) => panel.y[i]!),
          },
          confidence,
        );
  // Written as x₀ and the differences to it, the coefficient of x₀ is the sum of all, with its own interval.
  const each = fit(rows);
  const summed = fit(rows.map(([now = 0, ...before]) => [now, ...before.map((value) => value - now)]));
  if (!each || !summed) return null;
  const of = (found: FixedEffects, j: number) => ({
    coefficient: found.coefficients[j]!,
    low: found.low[j]!,
    high: found.high[j]!,
  });
  return {
    lags: Array.from({ length: lags + 1 }, (_, lag) => of(each, lag)),
    total: of(summed, 0),
    n: each.n,
    places: each.places,
  };
}
