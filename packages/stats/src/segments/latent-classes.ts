import { drawDirichlet } from '../random/draws.ts';
import type { Random } from '../random/xoshiro128.ts';
import { requireWhole } from '../ranges.ts';

/** Hidden kinds of customers behind their answers to several questions. */
export interface LatentClasses {
  /** shares of the classes, largest first */
  shares: number[];
  /** classes × questions × answers: how likely each answer is in each class */
  answers: number[][][];
  /** most likely class of each row */
  labels: number[];
  logLikelihood: number;
  parameters: number;
  /** smaller is better */
  bic: number;
  /** likelihood-ratio distance from the observed patterns; 0 when every pattern is met */
  gSquared: number;
}

/**
 * Latent class analysis: splits respondents into classes within which answers to different questions are independent.
 *
 * @param rows     n rows of answers, whole numbers 0 … K_j − 1; −1 for a missing answer
 * @param k        classes, whole number ≥ 1
 * @param random   seeded source
 * @param restarts starts to try, since single ones end in local optima (default 20)
 * @param rounds   most rounds of each start (default 5,000); fewer end near the best, not at it
 * @returns best of the starts
 * @throws RangeError naming an answer that is not a whole number, or when there are no rows
 *
 * Source: Goodman (1974), Biometrika 61, 215–231; as in Linzer & Lewis (2011), poLCA, JSS 42(10).
 */
export function latentClasses(
  rows: readonly (readonly number[])[],
  k: number,
  random: Random,
  restarts = 20,
  rounds = 5_000,
): LatentClasses {
  requireWhole('k', k, 1);
  requireWhole('rows', rows.length, 1);
  const { patterns, counts, patternOf } = gather(rows);
  const levels = rows[0]!.map((_, j) => 1 + Math.max(0, ...patterns.map((row) => row[j]!)));
  let best = climb(patterns, counts, levels, k, random, rounds);
  for (let start = 1; start < restarts; start++) {
    const next = climb(patterns, counts, levels, k, random, rounds);
    if (next.logLikelihood > best.logLikelihood) best = next;
  }
  const order = best.shares.map((_, c) => c).sort((a, b) => best.shares[b]! - best.shares[a]!);
  const parameters = k - 1 + k * levels.reduce((sum, level) => sum + level - 1, 0);
  const likely = best.memberships.map((row) => {
    const sorted = order.map((c) => row[c]!);
    return sorted.indexOf(Math.max(...sorted));
  });
  return {
    shares: order.map((c) => best.shares[c]!),
    answers: order.map((c) => best.answers[c]!),
    labels: patternOf.map((at) => likely[at]!),
    logLikelihood: best.logLikelihood,
    parameters,
    bic: -2 * best.logLikelihood + parameters * Math.log(rows.length),
    gSquared: distanceFromObserved(counts, best.densities, rows.length),
  };
}

/** Rows that are alike, once, with how often. */
function gather(rows: readonly (readonly number[])[]) {
  const index = new Map<string, number>();
  const patterns: (readonly number[])[] = [];
  const counts: number[] = [];
  const patternOf = rows.map((row) => {
    for (const answer of row) requireWhole('answer', answer, -1);
    const key = row.join();
    const known = index.get(key);
    if (known !== undefined) {
      counts[known]!++;
      return known;
    }
    index.set(key, patterns.length);
    patterns.push(row);
    counts.push(1);
    return patterns.length - 1;
  });
  return { patterns, counts, patternOf };
}

function climb(
  patterns: readonly (readonly number[])[],
  counts: readonly number[],
  levels: readonly number[],
  k: number,
  random: Random,
  rounds: number,
) {
  let shares = new Array<number>(k).fill(1 / k);
  let answers = shares.map(() =>
    levels.map((level) => drawDirichlet(random, new Array<number>(level).fill(1))),
  );
  let logLikelihood = -Infinity;
  let state = expectation(patterns, counts, shares, answers);
  for (let round = 0; round < rounds; round++) {
    const gain = state.logLikelihood - logLikelihood;
    logLikelihood = state.logLikelihood;
    if (gain < 1e-10) break;
    ({ shares, answers } = maximise(patterns, counts, levels, state.memberships));
    state = expectation(patterns, counts, shares, answers);
  }
  return { shares, answers, ...state };
}

function expectation(
  patterns: readonly (readonly number[])[],
  counts: readonly number[],
  shares: readonly number[],
  answers: readonly number[][][],
) {
  let logLikelihood = 0;
  const densities: number[] = [];
  const memberships = patterns.map((row, i) => {
    const joint = shares.map((share, c) =>
      row.reduce((product, answer, j) => (answer < 0 ? product : product * answers[c]![j]![answer]!), share),
    );
    const total = Math.max(
      joint.reduce((sum, each) => sum + each, 0),
      1e-300,
    );
    densities.push(total);
    logLikelihood += counts[i]! * Math.log(total);
    return joint.map((each) => each / total);
  });
  return { memberships, logLikelihood, densities };
}

function maximise(
  patterns: readonly (readonly number[])[],
  counts: readonly number[],
  levels: readonly number[],
  memberships: readonly number[][],
) {
  const n = counts.reduce((sum, count) => sum + count, 0);
  const classes = memberships[0]!.map((_, c) => c);
  const weight = (i: number, c: number) => counts[i]! * memberships[i]![c]!;
  const shares = classes.map((c) => patterns.reduce((sum, _, i) => sum + weight(i, c), 0) / n);
  const answers = classes.map((c) =>
    levels.map((level, j) => {
      const sums = new Array<number>(level).fill(0);
      let total = 0;
      patterns.forEach((row, i) => {
        if (row[j]! < 0) return;
        sums[row[j]!]! += weight(i, c);
        total += weight(i, c);
      });
      return sums.map((sum) => (total > 0 ? sum / total : 1 / level));
    }),
  );
  return { shares, answers };
}

function distanceFromObserved(counts: readonly number[], densities: readonly number[], n: number): number {
  return 2 * counts.reduce((sum, count, i) => sum + count * Math.log(count / (n * densities[i]!)), 0);
}
