// The normal distribution function between −6 and 6 as polynomials of degree 7 on 385 cells: nothing but a look-up,
// some products and sums, with no branch on the sign. Made at load from its derivatives (Hermite polynomials). A cell has
// its middle at 0, so that the function is exactly ½ there.

const REACH = 6;
const CELLS_PER_UNIT = 32;
const TERMS = 8;
const TAYLOR_TERMS = 14;
const HALF_CELL = 0.5 / CELLS_PER_UNIT;
const CELLS = 2 * REACH * CELLS_PER_UNIT + 1;
const ONE_OVER_ROOT_TWO_PI = 0.3989422804014327;

/** Coefficients of the Chebyshev polynomials T₀ … T₁₃, row by row. */
const CHEBYSHEV: readonly Float64Array[] = chebyshevPolynomials();

function chebyshevPolynomials(): Float64Array[] {
  const rows = [new Float64Array(TAYLOR_TERMS), new Float64Array(TAYLOR_TERMS)];
  rows[0]![0] = 1;
  rows[1]![1] = 1;
  for (let n = 2; n < TAYLOR_TERMS; n++) {
    rows.push(
      Float64Array.from(
        { length: TAYLOR_TERMS },
        (_, k) => 2 * (k > 0 ? rows[n - 1]![k - 1]! : 0) - rows[n - 2]![k]!,
      ),
    );
  }
  return rows;
}

/** Taylor's coefficients about `centre`, in half cells; `value` is the function there. */
function taylor(centre: number, value: number): Float64Array {
  const terms = new Float64Array(TAYLOR_TERMS);
  terms[0] = value;
  let [before, hermite] = [0, 1];
  let scale = ONE_OVER_ROOT_TWO_PI * Math.exp(-0.5 * centre * centre);
  for (let k = 1; k < TAYLOR_TERMS; k++) {
    scale *= HALF_CELL / k;
    terms[k] = scale * hermite;
    [before, hermite] = [hermite, -centre * hermite - (k - 1) * before];
  }
  return terms;
}

/** Drops the highest powers so that the error is spread over the whole cell (economisation, Lanczos 1938). */
function economised(terms: Float64Array): Float64Array {
  for (let n = TAYLOR_TERMS - 1; n >= TERMS; n--) {
    const factor = terms[n]! / CHEBYSHEV[n]![n]!;
    for (let k = 0; k <= n; k++) terms[k] = terms[k]! - factor * CHEBYSHEV[n]![k]!;
  }
  return terms.subarray(0, TERMS);
}

/** The cells' coefficients one after the other; `exact` is the function itself, right to the last digits. */
export function normalCells(exact: (z: number) => number): Float64Array {
  const cells = new Float64Array(CELLS * TERMS);
  for (let cell = 0; cell < CELLS; cell++) {
    const centre = cell / CELLS_PER_UNIT - REACH;
    cells.set(economised(taylor(centre, exact(centre))), cell * TERMS);
  }
  return cells;
}

/** @param z −6 ≤ z < 6 */
export function inCell(cells: Float64Array, z: number): number {
  const place = (z + REACH) * CELLS_PER_UNIT + 0.5;
  const cell = place | 0;
  const t = 2 * (place - cell) - 1;
  const i = cell * TERMS;
  const t2 = t * t;
  const low = cells[i]! + cells[i + 1]! * t + (cells[i + 2]! + cells[i + 3]! * t) * t2;
  const high = cells[i + 4]! + cells[i + 5]! * t + (cells[i + 6]! + cells[i + 7]! * t) * t2;
  return low + high * (t2 * t2);
}
