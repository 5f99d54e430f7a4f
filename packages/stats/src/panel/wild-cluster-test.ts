import { leastSquares } from '../linear/least-squares.ts';
import type { Random } from '../random/xoshiro128.ts';
import { requireWhole } from '../ranges.ts';
import { clusteredCovariance } from './clustered-covariance.ts';
import type { Panel } from './fixed-effects.ts';
import { within } from './within.ts';

/** A test of one slope that keeps its promise with few places. */
export interface WildClusterTest {
  coefficient: number;
  /** coefficient ÷ clustered standard error */
  t: number;
  /** two-sided p-value by the bootstrap */
  p: number;
  places: number;
}

/**
 * Wild cluster bootstrap: is a slope inside places different from 0, where there are too few places (below about 30)
 * for clustered standard errors? Whole places' residuals under "no effect" are flipped or stretched together, and t is
 * compared with those it then takes.
 *
 * @param panel  rows; period effects are taken out when periods are given
 * @param which  regressor, from 0
 * @param random seeded source
 * @param draws  whole number ≥ 99 (default 999)
 * @returns null with fewer than 5 places or when nothing moves inside places
 * Source: Cameron, Gelbach & Miller (2008), Review of Economics and Statistics 90, 414–427; Webb's six weights (2014).
 */
export function wildClusterTest(
  panel: Panel,
  which: number,
  random: Random,
  draws = 999,
): WildClusterTest | null {
  requireWhole('draws', draws, 99);
  const { place, period, x, y } = panel;
  const k = x[0]?.length ?? 0;
  requireWhole('regressor', which, 0, Math.max(0, k - 1));
  const factors = period ? [place, period] : [place];
  const column = (j: number) =>
    within(
      x.map((row) => row[j]!),
      factors,
    );
  const columns = Array.from({ length: k }, (_, j) => column(j));
  const rows = x.map((_, i) => columns.map((values) => values[i]!));
  const target = within(y, factors);
  const ids = [...new Set(place)];
  const slot = new Map(ids.map((id, g) => [id, g]));
  const own = place.map((id) => slot.get(id)!);
  const tOf = (values: Float64Array) => {
    const fit = leastSquares(rows, values);
    if (!fit) return null;
    const error = Math.sqrt(clusteredCovariance(rows, fit, own)[which]![which]!);
    return error > 0 ? { coefficient: fit.coefficients[which]!, t: fit.coefficients[which]! / error } : null;
  };
  const found = tOf(target);
  if (!found || ids.length < 5) return null;
  const { fitted, residuals } = withoutEffect(rows, target, which);
  let beyond = 0;
  for (let draw = 0; draw < draws; draw++) {
    const weights = ids.map(() => WEBB[Math.floor(6 * random())]!);
    // Flipped residuals of a place no longer average to 0 over each period, so means are taken out again.
    const again = tOf(
      within(
        fitted.map((value, i) => value + residuals[i]! * weights[own[i]!]!),
        factors,
      ),
    );
    if (again && Math.abs(again.t) >= Math.abs(found.t)) beyond += 1;
  }
  return { ...found, p: (1 + beyond) / (1 + draws), places: ids.length };
}

const WEBB = [-Math.sqrt(1.5), -1, -Math.sqrt(0.5), Math.sqrt(0.5), 1, Math.sqrt(1.5)];

/** The regression as if the tested slope were 0. */
function withoutEffect(rows: readonly number[][], target: Float64Array, which: number) {
  const fit = leastSquares(
    rows.map((row) => row.filter((_, j) => j !== which)),
    target,
  );
  const residuals = fit ? fit.residuals : target;
  return { residuals, fitted: target.map((value, i) => value - residuals[i]!) };
}
