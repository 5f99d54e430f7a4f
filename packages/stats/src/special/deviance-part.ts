/**
 * Half the deviance of one count: x·log(x/mean) + mean − x, without cancellation when x is near the mean.
 *
 * @param x    number > 0
 * @param mean number > 0
 * @returns a number ≥ 0
 * Source: Loader (2000), "Fast and accurate computation of binomial probabilities", function D0.
 */
export function deviancePart(x: number, mean: number): number {
  const v = (x - mean) / (x + mean);
  if (Math.abs(v) > 0.25) return x * Math.log(x / mean) + mean - x;
  let sum = (x - mean) * v;
  let term = 2 * x * v;
  for (let odd = 3; odd < 80; odd += 2) {
    term *= v * v;
    const next = sum + term / odd;
    if (next === sum) break;
    sum = next;
  }
  return sum;
}
