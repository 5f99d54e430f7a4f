/** Where a minimum was found. */
export interface Minimum {
  at: number[];
  value: number;
  steps: number;
}

/**
 * Minimises a smooth function of a few variables without derivatives.
 *
 * @param f     function; may give Infinity outside its domain
 * @param start first guess
 * @param size  first step in each variable (default 0.2)
 * @returns the best point found; started anew once from it, so that a flattened simplex does not end the search
 * Source: Nelder & Mead (1965), The Computer Journal 7, 308–313.
 * @example nelderMead(([x = 0]) => (x - 2) ** 2, [0]).at[0] // 2.0
 */
export function nelderMead(
  f: (point: readonly number[]) => number,
  start: readonly number[],
  size = 0.2,
): Minimum {
  const first = descend(f, start, size);
  const second = descend(f, first.at, size / 4);
  return { ...second, steps: first.steps + second.steps };
}

function descend(f: (point: readonly number[]) => number, start: readonly number[], size: number): Minimum {
  const n = start.length;
  const corner = (at: number[]) => ({ at, value: f(at) });
  const simplex = [corner([...start])];
  for (let i = 0; i < n; i++) simplex.push(corner(start.map((x, j) => (i === j ? x + size : x))));
  let steps = 0;
  for (; steps < 400 * n; steps++) {
    simplex.sort((a, b) => a.value - b.value);
    const best = simplex[0]!;
    const worst = simplex[n]!;
    const spread = Math.max(...simplex.flatMap(({ at }) => at.map((x, j) => Math.abs(x - best.at[j]!))));
    if (worst.value - best.value <= 1e-13 * (1 + Math.abs(best.value)) && spread < 1e-7) break;
    const centre = start.map((_, j) => simplex.slice(0, n).reduce((sum, { at }) => sum + at[j]!, 0) / n);
    const along = (t: number) => corner(centre.map((x, j) => x + t * (worst.at[j]! - x)));
    const reflected = along(-1);
    if (reflected.value < best.value) {
      const expanded = along(-2);
      simplex[n] = expanded.value < reflected.value ? expanded : reflected;
    } else if (reflected.value < simplex[n - 1]!.value) {
      simplex[n] = reflected;
    } else {
      const contracted = along(reflected.value < worst.value ? -0.5 : 0.5);
      if (contracted.value < Math.min(worst.value, reflected.value)) simplex[n] = contracted;
      else {
        for (let i = 1; i <= n; i++) {
          simplex[i] = corner(simplex[i]!.at.map((x, j) => (x + best.at[j]!) / 2));
        }
      }
    }
  }
  simplex.sort((a, b) => a.value - b.value);
  return { ...simplex[0]!, steps };
}
