import { fixedEffects, type Panel } from './fixed-effects.ts';

/** By how many per cent y differs where x is one per cent higher. */
export interface Elasticity {
  elasticity: number;
  low: number;
  high: number;
  /** rows left out because x or y is not above 0 */
  leftOut: number;
  n: number;
  places: number;
}

/**
 * Elasticity inside places, from logarithms of both sides. Rows with a zero have no logarithm and are left out and
 * counted; log(x + 1) would make the answer hang on the unit of money.
 *
 * @param panel      rows; x and y in any unit, usually above 0
 * @param confidence share strictly between 0 and 1 (default 0.95)
 * @returns null when nothing moves inside places
 * Source: Wooldridge (2010), ch. 10; against log(x + 1): Chen & Roth (2024), Quarterly Journal of Economics 139.
 */
export function elasticity(
  panel: Omit<Panel, 'x'> & { x: ArrayLike<number> },
  confidence = 0.95,
): Elasticity | null {
  const { place, period, x, y } = panel;
  const kept = place.map((_, i) => i).filter((i) => x[i]! > 0 && y[i]! > 0);
  if (kept.length === 0) return null;
  const found = fixedEffects(
    {
      place: kept.map((i) => place[i]!),
      ...(period && { period: kept.map((i) => period[i]!) }),
      x: kept.map((i) => [Math.log(x[i]!)]),
      y: kept.map((i) => Math.log(y[i]!)),
    },
    confidence,
  );
  return (
    found && {
      elasticity: found.coefficients[0]!,
      low: found.low[0]!,
      high: found.high[0]!,
      leftOut: place.length - kept.length,
      n: found.n,
      places: found.places,
    }
  );
}
