/**
 * Finds u where log F(u) equals `target`, for a tail F that is monotone in u: Halley's method on the logarithm
 * of the tail, kept inside a bracket that every step narrows. Working on logarithms keeps far tails exact.
 *
 * @param tail    u → [log F(u), d log F(u)/du, d log |dF(u)/du|/du]
 * @param rising  true when F grows with u
 * @param target  log of the tail probability sought
 * @param start   first guess
 * @param low     u below the root
 * @param high    u above the root
 * @param spread  about the standard deviation of u under F's distribution
 * @returns u, to about one unit in its last place or as exactly as F is known
 */
export function solveLogTail(
  tail: (u: number) => [logValue: number, slope: number, bend: number],
  rising: boolean,
  target: number,
  start: number,
  low: number,
  high: number,
  spread: number,
): number {
  // Each step cubes the error in units of the spread, so that after a step this small nothing is left to gain.
  const small = 1e-5 * Math.min(1, Math.cbrt(spread * spread));
  let below = low;
  let above = high;
  let u = Math.min(Math.max(start, low), high);
  for (let step = 0; step < 200; step++) {
    const [value, slope, bend] = tail(u);
    const gap = value - target;
    if (gap === 0) return u;
    if (gap > 0 === rising) above = u;
    else below = u;
    const newton = gap / slope;
    const halley = newton / Math.min(2, Math.max(0.5, 1 - (newton * (bend - slope)) / 2));
    let next = u - halley;
    const halved = !(next > below && next < above);
    if (halved) next = (below + above) / 2;
    if (Math.abs(next - u) <= (halved ? 1e-16 * Math.abs(next) : small) || next === below || next === above) {
      return next;
    }
    u = next;
  }
  return u;
}
