import { inverseOfPositive } from '../linear/cholesky.ts';
import { nelderMead } from '../optimise/nelder-mead.ts';
import { requireWhole } from '../ranges.ts';

/** A linear mixed model. */
export interface MixedModel {
  /** one per column of x */
  coefficients: Float64Array;
  standardErrors: Float64Array;
  /** covariance of the groups' own deviations, q × q */
  groupCovariance: Float64Array[];
  residualVariance: number;
  /** restricted log-likelihood */
  logLikelihood: number;
  /** each group's predicted deviation from the coefficients (shrunken), by group number */
  deviations: Map<number, Float64Array>;
}

/**
 * Linear mixed model by restricted maximum likelihood: coefficients common to all groups, and for each group its own
 * shrunken deviation in some of them, such as how strongly each store's sales go with its experience score.
 *
 * @param group n group numbers
 * @param x     n rows of p numbers for what is common (put a 1 in for the intercept)
 * @param z     n rows of q ≤ 3 numbers for what groups deviate in (often [1] or [1, time])
 * @param y     n numbers
 * @returns null when columns of x are combinations of each other
 * @throws RangeError when there are more than 3 columns in z
 *
 * Source: Laird & Ware (1982), Biometrics 38, 963–974; profiled as in Bates et al. (2015), JSS 67(1).
 */
export function mixedModel(
  group: readonly number[],
  x: readonly ArrayLike<number>[],
  z: readonly ArrayLike<number>[],
  y: ArrayLike<number>,
): MixedModel | null {
  const q = z[0]?.length ?? 0;
  const p = x[0]?.length ?? 0;
  requireWhole('columns of z', q, 1, 3);
  const blocks = crossProducts(group, x, z, y);
  const n = x.length;
  const start = lowerTriangle(q, (i, j) => Number(i === j));
  const objective = (theta: readonly number[]) =>
    profile(blocks, factorOf(theta, q), n, p)?.deviance ?? Infinity;
  const { at } = nelderMead(objective, start, 0.4);
  const factor = factorOf(at, q);
  const fit = profile(blocks, factor, n, p);
  if (!fit) return null;
  const groupCovariance = factor.map((row) =>
    Float64Array.from(
      factor,
      (other) => fit.variance * row.reduce((sum, value, k) => sum + value * other[k]!, 0),
    ),
  );
  const deviations = new Map(blocks.map((block) => [block.group, deviationOf(block, factor, fit.beta)]));
  return {
    coefficients: fit.beta,
    standardErrors: Float64Array.from(fit.inverse, (row, j) => Math.sqrt(fit.variance * row[j]!)),
    groupCovariance,
    residualVariance: fit.variance,
    logLikelihood: -fit.deviance / 2,
    deviations,
  };
}

/** Everything a group contributes, as products of its columns. */
interface Block {
  group: number;
  zz: Float64Array[];
  zx: Float64Array[];
  zy: Float64Array;
  xx: Float64Array[];
  xy: Float64Array;
  yy: number;
}

function crossProducts(
  group: readonly number[],
  x: readonly ArrayLike<number>[],
  z: readonly ArrayLike<number>[],
  y: ArrayLike<number>,
): Block[] {
  const q = z[0]!.length;
  const p = x[0]!.length;
  const zeros = (rows: number, columns: number) =>
    Array.from({ length: rows }, () => new Float64Array(columns));
  const blocks = new Map<number, Block>();
  group.forEach((each, i) => {
    let block = blocks.get(each);
    if (!block) {
      block = {
        group: each,
        zz: zeros(q, q),
        zx: zeros(q, p),
        zy: new Float64Array(q),
        xx: zeros(p, p),
        xy: new Float64Array(p),
        yy: 0,
      };
      blocks.set(each, block);
    }
    for (let a = 0; a < q; a++) {
      for (let b = 0; b < q; b++) block.zz[a]![b]! += z[i]![a]! * z[i]![b]!;
      for (let b = 0; b < p; b++) block.zx[a]![b]! += z[i]![a]! * x[i]![b]!;
      block.zy[a]! += z[i]![a]! * y[i]!;
    }
    for (let a = 0; a < p; a++) {
      for (let b = 0; b < p; b++) block.xx[a]![b]! += x[i]![a]! * x[i]![b]!;
      block.xy[a]! += x[i]![a]! * y[i]!;
    }
    block.yy += y[i]! * y[i]!;
  });
  return [...blocks.values()];
}

function lowerTriangle(q: number, value: (i: number, j: number) => number): number[] {
  const theta: number[] = [];
  for (let i = 0; i < q; i++) for (let j = 0; j <= i; j++) theta.push(value(i, j));
  return theta;
}

/** Relative Cholesky factor Λ from its entries. */
function factorOf(theta: readonly number[], q: number): Float64Array[] {
  let at = 0;
  return Array.from({ length: q }, (_, i) => {
    const row = new Float64Array(q);
    for (let j = 0; j <= i; j++) row[j] = theta[at++]!;
    return row;
  });
}

/** (I + ΛᵀZᵀZΛ)⁻¹ and log of its inverse's determinant, and Λᵀ·m for a q-row matrix m. */
function solverOf(block: Block, factor: Float64Array[]) {
  const q = factor.length;
  const down = (rows: readonly ArrayLike<number>[], columns: number) =>
    Array.from({ length: q }, (_, a) =>
      Float64Array.from({ length: columns }, (__, b) => {
        let sum = 0;
        for (let k = a; k < q; k++) sum += factor[k]![a]! * rows[k]![b]!;
        return sum;
      }),
    );
  const half = down(block.zz, q);
  const inner = Array.from({ length: q }, (_, a) =>
    Float64Array.from({ length: q }, (__, b) => {
      let sum = Number(a === b);
      for (let k = b; k < q; k++) sum += half[a]![k]! * factor[k]![b]!;
      return sum;
    }),
  );
  const inverse = inverseOfPositive(inner);
  return { inverse, inner, down };
}

function logDeterminant(matrix: readonly Float64Array[]): number {
  const [a, b, c] = matrix;
  if (matrix.length === 1) return Math.log(a![0]!);
  if (matrix.length === 2) return Math.log(a![0]! * b![1]! - a![1]! * b![0]!);
  return Math.log(
    a![0]! * (b![1]! * c![2]! - b![2]! * c![1]!) -
      a![1]! * (b![0]! * c![2]! - b![2]! * c![0]!) +
      a![2]! * (b![0]! * c![1]! - b![1]! * c![0]!),
  );
}

/** Restricted deviance at Λ with everything else at its best. */
function profile(blocks: readonly Block[], factor: Float64Array[], n: number, p: number) {
  const xx = Array.from({ length: p }, () => new Float64Array(p));
  const xy = new Float64Array(p);
  let yy = 0;
  let logDet = 0;
  for (const block of blocks) {
    const { inverse, inner, down } = solverOf(block, factor);
    if (!inverse) return null;
    logDet += logDeterminant(inner);
    const q = factor.length;
    const zx = down(block.zx, p);
    const zy = down(
      Array.from(block.zy, (value) => [value]),
      1,
    ).map((row) => row[0]!);
    for (let a = 0; a < q; a++) {
      for (let b = 0; b < q; b++) {
        const weight = inverse[a]![b]!;
        for (let i = 0; i < p; i++) {
          for (let j = 0; j < p; j++) xx[i]![j]! -= weight * zx[a]![i]! * zx[b]![j]!;
          xy[i]! -= weight * zx[a]![i]! * zy[b]!;
        }
        yy -= weight * zy[a]! * zy[b]!;
      }
    }
    for (let i = 0; i < p; i++) {
      for (let j = 0; j < p; j++) xx[i]![j]! += block.xx[i]![j]!;
      xy[i]! += block.xy[i]!;
    }
    yy += block.yy;
  }
  const inverse = inverseOfPositive(xx);
  if (!inverse) return null;
  const beta = Float64Array.from(inverse, (row) => row.reduce((sum, value, j) => sum + value * xy[j]!, 0));
  const rss = Math.max(yy - beta.reduce((sum, value, j) => sum + value * xy[j]!, 0), 1e-300);
  const variance = rss / (n - p);
  const logXx = -Math.log(Math.abs(determinantByCholesky(inverse)));
  const deviance = logDet + logXx + (n - p) * (1 + Math.log(2 * Math.PI * variance));
  return { beta, inverse, variance, deviance };
}

function determinantByCholesky(matrix: readonly Float64Array[]): number {
  const rows = matrix.map((row) => Float64Array.from(row));
  let product = 1;
  for (let j = 0; j < rows.length; j++) {
    product *= rows[j]![j]!;
    for (let i = j + 1; i < rows.length; i++) {
      const share = rows[i]![j]! / rows[j]![j]!;
      for (let k = j; k < rows.length; k++) rows[i]![k]! -= share * rows[j]![k]!;
    }
  }
  return product;
}

/** Λ·(I + ΛᵀZᵀZΛ)⁻¹·ΛᵀZᵀ(y − Xβ) */
function deviationOf(block: Block, factor: Float64Array[], beta: Float64Array): Float64Array {
  const { inverse, down } = solverOf(block, factor);
  const left = Array.from(block.zy, (value, a) => [
    value - block.zx[a]!.reduce((sum, each, j) => sum + each * beta[j]!, 0),
  ]);
  const pulled = down(left, 1).map((row) => row[0]!);
  const u = inverse!.map((row) => row.reduce((sum, value, k) => sum + value * pulled[k]!, 0));
  return Float64Array.from(factor, (row) => row.reduce((sum, value, k) => sum + value * u[k]!, 0));
}
