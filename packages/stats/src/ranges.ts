/**
 * Refusals of this package, one sentence each: what was given, and what would be right.
 * Every public function checks its input with these and throws RangeError.
 */

/** A share strictly between 0 and 1, such as a confidence. */
export function requireOpenShare(name: string, value: number): void {
  if (!(value > 0 && value < 1)) throw new RangeError(`${name} ${value} is not a share between 0 and 1`);
}

/** A probability or share from 0 to 1, both allowed. */
export function requireShare(name: string, value: number): void {
  if (!(value >= 0 && value <= 1)) throw new RangeError(`${name} ${value} is not a share from 0 to 1`);
}

/** A finite number of at least 0; need not be whole, since weighted counts are not. */
export function requireNonNegative(name: string, value: number): void {
  if (!(value >= 0 && value < Infinity)) {
    throw new RangeError(`${name} ${value} is not a finite number of 0 or more`);
  }
}

/** A finite number above 0. */
export function requirePositive(name: string, value: number): void {
  if (!(value > 0 && value < Infinity))
    throw new RangeError(`${name} ${value} is not a finite number above 0`);
}

/** A whole number from `low` to `high`. */
export function requireWhole(name: string, value: number, low = 0, high = Number.MAX_SAFE_INTEGER): void {
  if (!Number.isInteger(value) || value < low || value > high) {
    const range = high === Number.MAX_SAFE_INTEGER ? `of at least ${low}` : `from ${low} to ${high}`;
    throw new RangeError(`${name} ${value} is not a whole number ${range}`);
  }
}

/** Any finite number. */
export function requireFinite(name: string, value: number): void {
  if (!Number.isFinite(value)) throw new RangeError(`${name} ${value} is not a finite number`);
}
